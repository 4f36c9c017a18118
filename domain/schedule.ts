import { type BusinessCalendar, daysInclusive } from './calendar.ts';
import { addDays } from './days.ts';
import type { Day, FollowUpDate, Instant, PlanDraft, ScheduledRequest } from './plan.ts';
import {
  acknowledgement,
  type Clockwork,
  decision,
  followUp,
  onOrBefore,
  support,
} from './schedule/ladders.ts';

export * from './schedule/ladders.ts';
export { openedLate } from './schedule/opened-late.ts';

/** The instant the opportunity period is over: the first moment of the day after its last. */
export function endOf(endDate: Day, calendar: BusinessCalendar): Instant {
  return calendar.at(addDays(endDate, 1), '00:00');
}

/**
 * Every question a plan will ask, with every moment of each ladder, computed once from the plan's own days.
 * Durations are never chained, so one late answer moves nothing else.
 */
export function scheduleOf(draft: PlanDraft, launchedAt: Instant, clockwork: Clockwork): ScheduledRequest[] {
  return [
    acknowledgement(launchedAt, 1, clockwork),
    ...questionsOf(draft, draft.startDate, clockwork),
    decision('decision', draft, clockwork),
  ];
}

/** The follow-ups and promises a plan's own days ask about, none opened before `notBefore`. */
export function questionsOf(draft: PlanDraft, notBefore: Day, clockwork: Clockwork): ScheduledRequest[] {
  const promised = new Set(draft.items.flatMap((item) => item.support.map(({ due }) => due)));
  return [
    ...followUpsOf(draft).map((planned) => followUp(planned, notBefore, clockwork)),
    ...[...promised].map((date) => support(date, clockwork)),
  ].sort((a, b) => (a.opensAt < b.opensAt ? -1 : a.opensAt > b.opensAt ? 1 : 0));
}

/** Every follow-up with its day: a check-in wherever an item has one, and those of the whole plan. */
export function followUpsOf(draft: PlanDraft): FollowUpDate[] {
  const planned = draft.followUps ?? [];
  const dates = [
    ...new Set(draft.items.flatMap((item) => item.checkIns.map((checkIn) => checkIn.date))),
  ].sort();
  const isPlanned = (date: Day) => planned.some((one) => one.type === 'progress' && one.date === date);
  return [
    ...dates.filter((date) => !isPlanned(date)).map((date) => ({ date, type: 'progress' as const })),
    ...planned,
  ];
}

/**
 * The check-ins that days given on top of a plan ask for, in the rhythm the plan had: the first a business day after
 * `today` at least, and never none.
 */
export function addedCheckIns(
  draft: PlanDraft,
  period: { from: Day; to: Day; today: Day },
  calendar: BusinessCalendar,
): Day[] {
  const { from, to, today } = period;
  const earliest = calendar.add(today, '+1bd');
  const dates = new Set<Day>();
  for (let day = addDays(from, rhythmOf(draft)); day <= to; day = addDays(day, rhythmOf(draft))) {
    const date = calendar.onOrAfter(day);
    if (date >= earliest && date <= to) dates.add(date);
  }
  if (dates.size === 0) dates.add(onOrBefore(to, calendar));
  return [...dates];
}

/** Days from one check-in to the next, as they mostly were within one item; two weeks when each had only one. */
function rhythmOf(draft: PlanDraft): number {
  const gaps = draft.items
    .flatMap(({ checkIns }) =>
      checkIns.slice(1).map(({ date }, at) => daysInclusive(checkIns[at]?.date ?? date, date) - 1),
    )
    .sort((a, b) => a - b);
  return gaps[Math.floor(gaps.length / 2)] ?? 14;
}
