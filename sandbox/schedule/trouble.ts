import { Temporal } from 'temporal-polyfill';
import type { Faults } from '../faults.ts';
import type { FunctionPool } from '../lambda/pool.ts';
import type { StatesEngine } from '../states/index.ts';
import type { Ignored } from '../template/load.ts';
import type { Resource } from '../types.ts';
import type { Thinning } from './thinning.ts';

/** Milliseconds of an ISO 8601 duration. */
export const millisecondsIn = (duration: string): number =>
  Temporal.Duration.from(duration).total({ unit: 'milliseconds', relativeTo: '1970-01-01' });

/** The lines that tell which schedules make fewer runs than they say. */
export const leftOut = (resources: readonly Resource[], every: string): Ignored[] =>
  resources.flatMap(({ stack, logicalId, type, properties }) => {
    if (properties.ScheduleExpression === undefined || millisecondsIn(every) === 0) return [];
    const reason = `runs with nothing to find are left out, but for one every ${every} (scheduleEvery)`;
    return [{ stack, logicalId, type, property: 'ScheduleExpression', reason }];
  });

/** Faults that are switched on are trouble to come. */
export const watchedFaults = (faults: Faults, thinning: Thinning): Faults => ({
  ...faults,
  replace: (next) => {
    if (next.length > 0) thinning.trouble();
    faults.replace(next);
  },
  add: (fault) => {
    thinning.trouble();
    faults.add(fault);
  },
});

/** An execution that is stopped by hand leaves something to repair; functions stop them as part of their work. */
export const watchedStates = (
  states: StatesEngine,
  functions: Pick<FunctionPool, 'isRunning'>,
  thinning: Thinning,
): StatesEngine => ({
  ...states,
  stopExecution: (request) => {
    if (!functions.isRunning()) thinning.trouble();
    return states.stopExecution(request);
  },
});

/** An execution that failed leaves its work undone. */
export const watchingExecutions = (thinning: Thinning, states: Pick<StatesEngine, 'overview'>): Thinning => {
  let known = 0;
  return {
    ...thinning,
    skip: (schedule) => {
      const failed = states
        .overview()
        .filter(({ status }) => status === 'FAILED' || status === 'TIMED_OUT').length;
      if (failed > known) thinning.trouble();
      known = failed;
      return thinning.skip(schedule);
    },
  };
};
