import { type LiveClock, NOTHING_DONE } from './clock.ts';
import type { Poisoned } from './dynamodb/event-source.ts';
import { nextTime } from './schedule/cron.ts';
import { targetOf } from './schedule/target.ts';
import type { Thinning } from './schedule/thinning.ts';
import type { Functions, Iam, Resource } from './types.ts';

export { UnknownSchedule } from './schedule/cron.ts';
export { UnknownTarget } from './schedule/target.ts';

export interface SchedulesOptions {
  clock: Pick<LiveClock, 'now' | 'at'>;
  iam: Iam;
  functions: Functions;
  resources: readonly Resource[];
  /** Told of a run that failed at its last attempt. */
  giveUp(poisoned: Poisoned): void;
  /** Asked at every due moment which runs may be left out. */
  thinning?: Pick<Thinning, 'skip' | 'ran'>;
}

export interface Schedules {
  /** Sets the timers of every schedule, from now on. */
  start(): void;
}

/** Lambda waits a minute, then two, before it runs a failed asynchronous invocation again. */
const RETRY_AFTER_MS = [60_000, 120_000];

const isOn = ({ properties }: Resource): boolean => properties.State !== 'DISABLED';

const isScheduled = ({ type, properties }: Resource): boolean =>
  type === 'AWS::Scheduler::Schedule' ||
  (type === 'AWS::Events::Rule' && properties.ScheduleExpression !== undefined);

/**
 * The schedules of the templates as timers on the virtual clock: none is left out when the clock jumps, except those
 * that `thinning` names.
 *
 * @throws UnknownSchedule, UnknownTarget
 */
export const createSchedules = (options: SchedulesOptions): Schedules => {
  const { clock, functions, resources } = options;

  const attempt = async (
    target: ReturnType<typeof targetOf>,
    payload: unknown,
    tries: number,
  ): Promise<void> => {
    const { schedule, functionArn, retries } = target;
    const { error } = await functions.invoke(functionArn, payload);
    if (!error) return;
    const delay = RETRY_AFTER_MS[tries];
    if (delay !== undefined && tries < retries) {
      clock.at(clock.now() + delay, `${schedule.logicalId} is tried again`, () =>
        attempt(target, payload, tries + 1),
      );
      return;
    }
    options.giveUp({
      at: new Date(clock.now()).toISOString(),
      source: schedule.logicalId,
      function: functionArn,
      records: [payload],
      error: `${error.errorType}: ${error.errorMessage}`,
    });
  };

  const plans = resources
    .filter((each) => isScheduled(each) && isOn(each))
    .flatMap((schedule) => {
      const { ScheduleExpression, ScheduleExpressionTimezone, Targets, Target } = schedule.properties;
      const next = nextTime(`${ScheduleExpression}`, ScheduleExpressionTimezone as string | undefined);
      return [(Targets ?? Target) as Record<string, unknown>].flat().map((raw) => ({
        schedule,
        next,
        target: targetOf(schedule, raw, resources),
      }));
    });

  const arm = (plan: (typeof plans)[number]): void => {
    const due = plan.next(clock.now());
    if (due === undefined) return;
    const { schedule, target } = plan;
    const run = async () => {
      arm(plan);
      if (options.thinning?.skip(schedule)) return NOTHING_DONE;
      if (target.roleArn) {
        const caller = { name: schedule.logicalId, roleArn: target.roleArn };
        options.iam.check(caller, { action: 'lambda:InvokeFunction', resource: target.functionArn });
      }
      await attempt(target, target.payload(due), 0);
      options.thinning?.ran(schedule);
    };
    clock.at(due, `schedule ${schedule.logicalId}`, run, { background: true });
  };

  return {
    start: () => {
      for (const plan of plans) arm(plan);
    },
  };
};
