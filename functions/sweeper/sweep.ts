import { isLate } from '../../adapters/outbox.ts';
import type { Sending } from '../../adapters/sending-account.ts';
import { errorFields, logger } from '../logging.ts';
import { finish } from './finish.ts';
import { type Lateness, lateness } from './measure.ts';
import { minutesBefore } from './minutes-before.ts';
import type { SweepPorts } from './ports.ts';
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

/** What a round found, before it did anything about it; one log line, which metrics and alarms are made of. */
export interface Swept extends Lateness, Partial<Sending> {
  effects: number;
  plans: number;
  /** Plans whose record was looked at because the time it is kept is over. */
  old: number;
  /** Mails of which this round had to say that nobody knows whether they were sent. */
  unknown: number;
}

/** One round. Everything in it may be repeated, and one plan's trouble does not hold up the others. */
export async function sweep(ports: SweepPorts): Promise<Swept> {
  const now = ports.now();
  const untouchedSince = minutesBefore(now, LATE_EFFECT_MINUTES);
  const unfinished = await ports.store.unfinishedOutbox(untouchedSince);
  const effects = unfinished.filter(isLate(untouchedSince));
  const plans = await ports.store.due(minutesBefore(now, LATE_PLAN_MINUTES));
  const old = await ports.store.erasable(now, LOOKED_AT);
  const finished = await each(effects, (row) => finish(row, ports));
  const restarted = await each(plans, (plan) => restart(plan, ports));
  const erased = await each(
    old.map((planId) => ({ planId })),
    (plan) => eraseIfOver(plan, ports),
    MOST_PER_ROUND,
  );
  const swept = {
    effects: effects.length,
    plans: plans.length,
    old: erased.length,
    unknown: finished.filter((how) => how === 'unknown').length,
    ...lateness(unfinished, plans, now),
    ...(await askedOf(ports)),
  };
  logger().info('swept', { ...swept });
  if ([...finished, ...restarted, ...erased].includes(FAILED)) throw new SweepIncomplete();
  return swept;
}

/** That SES does not answer is no reason not to finish what is late. */
async function askedOf({ sending }: SweepPorts): Promise<Partial<Sending>> {
  try {
    return await sending();
  } catch (error) {
    logger().warn('could not be asked about the quota', errorFields(error));
    return {};
  }
}

const FAILED = Symbol('failed');

/** How each went; after `enough` that went well the rest waits for the next round. */
async function each<T extends { planId: string }, Result>(
  all: readonly T[],
  run: (one: T) => Promise<Result>,
  enough = Number.POSITIVE_INFINITY,
): Promise<(Result | typeof FAILED)[]> {
  const done: (Result | typeof FAILED)[] = [];
  for (const one of all) {
    if (done.filter((how) => how !== FAILED).length >= enough) break;
    try {
      done.push(await run(one));
    } catch (error) {
      logger().error('could not be finished', { planId: one.planId, ...errorFields(error) });
      done.push(FAILED);
    }
  }
  return done;
}
