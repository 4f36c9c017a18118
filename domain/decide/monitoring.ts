import * as Durations from 'temporal-polyfill/fns/Duration';
import * as Dates from 'temporal-polyfill/fns/PlainDate';
import { isPlanDay } from '../check-draft/say.ts';
import type { Command, Context } from '../commands.ts';
import { dateOf } from '../dates.ts';
import { addDays } from '../days.ts';
import type { BrokenRule } from '../errors.ts';
import type { Fact } from '../events.ts';
import type { Monitoring } from '../pack.ts';
import type { Day, Plan, ScheduledRequest } from '../plan.ts';
import { broken, brokenProductRule, pinnedRules, type Rules, refuseIfAny } from '../rules.ts';
import { endOf, followUp } from '../schedule.ts';
import { isBlank, LONG_TEXT, textProblems } from '../text.ts';

/** After success, the time in which it is watched whether it holds; nothing when no rule says so, or it is over already. */
export function startMonitoring(plan: Plan, context: Context, rules: Rules): Fact[] {
  const monitoring = rules.pack.monitoring.is;
  const today = rules.calendar.dayOf(context.now);
  const until = monitoring && lastDay(monitoring, today, plan);
  if (!until || until <= today) return [];
  return [
    {
      type: 'MonitoringStarted',
      run: plan.run + 1,
      until,
      endsAt: endOf(until, rules.calendar),
      schedule: lightFollowUps(monitoring, { today, until }, rules),
    },
  ];
}

function lastDay({ lasts, from }: Monitoring, today: Day, { draft }: Plan): Day | undefined {
  if (lasts === 'appraisal_period') return draft.subject.appraisalPeriodEnds;
  const first = dateOf(from === 'start' ? draft.startDate : today);
  return Dates.toString(Dates.addDays(Dates.add(first, Durations.fromString(lasts)), -1));
}

function lightFollowUps(
  { everyDays }: Monitoring,
  { today, until }: { today: Day; until: Day },
  rules: Rules,
): ScheduledRequest[] {
  const { pack, calendar } = rules;
  if (everyDays === null || !pack.followUps.types.is.some(({ type }) => type === 'monitoring')) return [];
  const dates = new Set<Day>();
  for (let day = addDays(today, everyDays); day <= until; day = addDays(day, everyDays)) {
    const date = calendar.onOrAfter(day);
    if (date <= until) dates.add(date);
  }
  const tomorrow = calendar.add(today, '+1bd');
  return [...dates].map((date) => followUp({ date, type: 'monitoring' }, tomorrow, rules));
}

/** The watched time is over and it held. */
export const endMonitoring = (): Fact[] => [{ type: 'MonitoringEnded', clean: true }];

/** It did not hold within the time that is watched; what that allows, the pack says. */
export function recordRelapse(
  { date, item, what }: Extract<Command, { type: 'RecordRelapse' }>,
  plan: Plan,
  context: Context,
): Fact[] {
  if (plan.relapse?.date === date && plan.relapse.item === item) return [];
  const rules = pinnedRules(plan, context.library);
  const { pack, calendar } = rules;
  const { monitoring } = plan;
  if (plan.status !== 'monitoring' || !monitoring || monitoring.endsAt <= context.now) {
    refuseIfAny([broken('/date', notWatched(plan), pack.monitoring, pack)]);
  }
  const closedOn = calendar.dayOf(plan.closedAt ?? plan.updatedAt);
  refuseIfAny([
    ...checkDate(date, { after: closedOn, until: calendar.dayOf(context.now) }),
    ...(plan.draft.items.some(({ id }) => id === item)
      ? []
      : [brokenProductRule('/item', 'The plan has no such item: use the id of one of its items.')]),
    ...(isBlank(what) ? [brokenProductRule('/what', 'Say what happened; it stays in the record.')] : []),
    ...textProblems(what, { oneLine: false, longest: LONG_TEXT }).map((problem) =>
      brokenProductRule('/what', problem),
    ),
  ]);
  return [
    { type: 'RelapseRecorded', date, item, what },
    { type: 'MonitoringEnded', clean: false },
  ];
}

function notWatched({ monitoring, relapse, status }: Plan): string {
  if (relapse) return `A relapse on ${relapse.date} is on record already. Add what else happened as a note.`;
  if (monitoring) {
    return `The time in which a relapse counts was over on ${monitoring.until}. Draft a new plan: it gives a new opportunity to improve.`;
  }
  return status === 'closed' || status === 'withdrawn'
    ? 'Nothing is watched after this plan. Draft a new plan: it gives a new opportunity to improve.'
    : 'Nothing is watched before the plan is closed as met. Record it at a check-in, or in the decision.';
}

function checkDate(date: Day, { after, until }: { after: Day; until: Day }): BrokenRule[] {
  if (!isPlanDay(date)) return [brokenProductRule('/date', 'Write a day that exists, as YYYY-MM-DD.')];
  if (date > after && date <= until) return [];
  const message = `The day must lie after the plan was closed on ${after}, and not after today, ${until}.`;
  return [brokenProductRule('/date', message)];
}
