import { isDeepStrictEqual } from 'node:util';
import { type LiveClock, NOTHING_DONE } from './clock.ts';
import type { Poisoned } from './dynamodb/event-source.ts';
import { asynchronousCalls } from './lambda/asynchronous.ts';
import { nextTime } from './schedule/cron.ts';
import { targetOf } from './schedule/target.ts';
import type { Thinning } from './schedule/thinning.ts';
import type { Functions, Iam, Resource, Timer } from './types.ts';

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
  /**
   * Looks whether the schedules of other templates can be kept.
   *
   * @returns what sets their timers; those that have not changed keep theirs.
   * @throws UnknownSchedule, UnknownTarget
   */
  prepare(resources: readonly Resource[]): () => void;
}

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
  const { clock } = options;

  const call = asynchronousCalls(options);

  const plansOf = (resources: readonly Resource[]) =>
    resources
      .filter((each) => isScheduled(each) && isOn(each))
      .flatMap((schedule) => {
        const { ScheduleExpression, ScheduleExpressionTimezone, Targets, Target } = schedule.properties;
        const next = nextTime(`${ScheduleExpression}`, ScheduleExpressionTimezone as string | undefined);
        return [(Targets ?? Target) as Record<string, unknown>].flat().map((raw) => ({
          schedule,
          next,
          target: targetOf(schedule, raw, resources),
          timer: undefined as Timer | undefined,
        }));
      });
  type Plan = ReturnType<typeof plansOf>[number];
  let plans = plansOf(options.resources);

  const arm = (plan: Plan): void => {
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
      const { functionArn, retries } = target;
      await call({ source: schedule.logicalId, functionArn, payload: target.payload(due), retries });
      options.thinning?.ran(schedule);
    };
    plan.timer = clock.at(due, `schedule ${schedule.logicalId}`, run, { background: true });
  };

  return {
    start: () => {
      for (const plan of plans) arm(plan);
    },
    prepare: (resources) => {
      const next = plansOf(resources).map((fresh) => ({
        fresh,
        old: plans.find(({ schedule }) => isDeepStrictEqual(schedule, fresh.schedule)),
      }));
      return () => {
        const kept = next.flatMap(({ old }) => old ?? []);
        for (const plan of plans) if (!kept.includes(plan)) plan.timer?.cancel();
        // Its target may call otherwise, for what other resources say.
        plans = next.map(({ fresh, old }) => (old ? Object.assign(old, { target: fresh.target }) : fresh));
        for (const { fresh, old } of next) if (!old) arm(fresh);
      };
    },
  };
};
