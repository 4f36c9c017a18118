import { decide } from '../domain/decide.ts';
import { Refusal } from '../domain/errors.ts';
import type { Actor } from '../domain/events.ts';
import type { Plan, PlanId } from '../domain/plan.ts';
import { commandContext } from './command-context.ts';
import { logger } from './logging.ts';
import type { TaskPorts } from './ports.ts';

/** Another run that somebody wants for a plan, in place of `run`. */
export interface WantedRun {
  run: number;
  because: 'by_operator' | 'new_workflow';
  actor: Actor;
}

type Ports = Pick<TaskPorts, 'store' | 'now' | 'ids' | 'library' | 'settings'>;

/** Why the plan gets no other run, as far as can be known beforehand; nothing is recorded. */
export function whyNoOtherRun(
  plan: Plan,
  { actor, ...wanted }: WantedRun,
  ports: Ports,
): { message: string; wayOut: string } | undefined {
  if (plan.run !== wanted.run) {
    return {
      message: `Run ${plan.run} drives this plan now, not run ${wanted.run}.`,
      wayOut: `Open the execution ${plan.id}-r${plan.run}.`,
    };
  }
  try {
    const command = { type: 'RestartRun', ...wanted, reason: 'looked at' } as const;
    decide(command, plan, commandContext(ports, plan.id, actor));
    return undefined;
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    return { message: refusal.message, wayOut: refusal.wayOut };
  }
}

/**
 * Gives the plan another run, with the reason in its record, which owes from then on that the old execution is stopped
 * and the new one started.
 *
 * @returns the number of the new run; `undefined` when another run drove the plan already.
 * @throws NotAllowedNow, RulesBroken, PlanNotFound
 */
export async function restartRun(
  planId: PlanId,
  { actor, ...wanted }: WantedRun & { reason: string },
  ports: Ports,
): Promise<number | undefined> {
  const context = commandContext(ports, planId, actor);
  const { events } = await ports.store.commit(planId, { type: 'RestartRun', ...wanted }, context);
  if (events.length === 0) return undefined;
  const run = wanted.run + 1;
  logger().info('run restarted', { planId, run, because: wanted.because, principal: actor.id });
  return run;
}
