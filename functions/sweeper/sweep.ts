import { errorFields, logger } from '../logging.ts';
import type { TaskPorts } from '../ports.ts';
import { finish } from './finish.ts';
import { minutesBefore } from './minutes-before.ts';
import { restart } from './restart.ts';
import { eraseIfOver, MOST_PER_ROUND } from './retention.ts';

/** The stream delivers within seconds; what is untouched for so long was lost or refused. */
const LATE_EFFECT_MINUTES = 5;
/** A workflow acts within seconds of the moment it waits for. */
const LATE_PLAN_MINUTES = 10;

/** One round could not finish everything; the log says for which plans. */
class SweepIncomplete extends Error {
  override readonly name = 'SweepIncomplete';
  readonly code = 'sweep_incomplete';
}

export interface Swept {
  effects: number;
  plans: number;
  /** Plans whose record was looked at because the time it is kept is over. */
  old: number;
}

/** One round. Everything in it may be repeated, and one plan's trouble does not hold up the others. */
export async function sweep(ports: TaskPorts): Promise<Swept> {
  const now = ports.now();
  const effects = await ports.store.lateOutbox(minutesBefore(now, LATE_EFFECT_MINUTES));
  const plans = await ports.store.due(minutesBefore(now, LATE_PLAN_MINUTES));
  const old = await ports.store.erasable(now, MOST_PER_ROUND);
  const done = [
    ...(await each(effects, (row) => finish(row, ports))),
    ...(await each(plans, (plan) => restart(plan, ports))),
    ...(await each(
      old.map((planId) => ({ planId })),
      (plan) => eraseIfOver(plan, ports),
    )),
  ];
  const swept = { effects: effects.length, plans: plans.length, old: old.length };
  logger().info('swept', { ...swept });
  if (done.includes(false)) throw new SweepIncomplete();
  return swept;
}

async function each<T extends { planId: string }>(
  all: readonly T[],
  run: (one: T) => Promise<unknown>,
): Promise<boolean[]> {
  const done: boolean[] = [];
  for (const one of all) {
    try {
      await run(one);
      done.push(true);
    } catch (error) {
      logger().error('could not be finished', { planId: one.planId, ...errorFields(error) });
      done.push(false);
    }
  }
  return done;
}
