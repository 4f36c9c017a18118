import { errorFields, logger } from '../logging.ts';
import type { TaskPorts } from '../ports.ts';
import { finish } from './finish.ts';
import { minutesBefore } from './minutes-before.ts';
import { restart } from './restart.ts';
import { eraseIfOver, LOOKED_AT, MOST_PER_ROUND } from './retention.ts';

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
  const old = await ports.store.erasable(now, LOOKED_AT);
  const finished = await each(effects, (row) => finish(row, ports));
  const restarted = await each(plans, (plan) => restart(plan, ports));
  const erased = await each(
    old.map((planId) => ({ planId })),
    (plan) => eraseIfOver(plan, ports),
    MOST_PER_ROUND,
  );
  const swept = { effects: effects.length, plans: plans.length, old: erased.length };
  logger().info('swept', { ...swept });
  if ([...finished, ...restarted, ...erased].includes(false)) throw new SweepIncomplete();
  return swept;
}

/** Whether each went well; after `enough` that did the rest waits for the next round. */
async function each<T extends { planId: string }>(
  all: readonly T[],
  run: (one: T) => Promise<unknown>,
  enough = Number.POSITIVE_INFINITY,
): Promise<boolean[]> {
  const done: boolean[] = [];
  for (const one of all) {
    if (done.filter(Boolean).length >= enough) break;
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
