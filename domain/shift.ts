import type { BusinessCalendar } from './calendar.ts';
import { addDays } from './days.ts';
import type { Day, FollowUpType, Instant, PlanDraft } from './plan.ts';
import { followUpsOf, onOrBefore } from './schedule.ts';

/** What a question asked on a day is about. */
export type Topic = FollowUpType | 'support';

/** How far the days of a plan move. */
export interface Shift {
  /** Days before it stay. */
  from: Day;
  /** Calendar days everything else moves by. */
  by: number;
  /** No question is moved to a day before this one. */
  notBefore: Day;
  /** Whether a day's question was asked and is closed: what happened, happened on its day. */
  isOver: (topic: Topic, date: Day) => boolean;
}

/** A draft whose days have moved, and where each day of a question went. */
export interface Shifted {
  draft: PlanDraft;
  dayOf: (topic: Topic, date: Day) => Day;
}

/**
 * The draft with every day from `shift.from` on moved: the period by exactly that many days, questions and promises
 * then on to a business day within it, one after the other as they were.
 */
export function shiftDraft(draft: PlanDraft, shift: Shift, calendar: BusinessCalendar): Shifted {
  if (shift.by === 0) return { draft, dayOf: (_, date) => date };
  const moved = new Map<string, Day>();
  for (const topic of new Set(followUpsOf(draft).map(({ type }) => type))) {
    for (const [date, day] of followUpDays(topic, draft, shift, calendar)) moved.set(`${topic} ${date}`, day);
  }
  const dayOf = (topic: Topic, date: Day): Day =>
    topic === 'support' && date >= shift.from && !shift.isOver(topic, date)
      ? landing(date, draft, shift, calendar)
      : (moved.get(`${topic} ${date}`) ?? date);
  return { draft: withDays(draft, shift, dayOf, calendar), dayOf };
}

/** The business day a moved day comes to: the next one, or the one before where the plan would be over by then. */
function landing(
  date: Day,
  { endDate }: PlanDraft,
  { by, notBefore }: Shift,
  calendar: BusinessCalendar,
): Day {
  const day = addDays(date, by);
  const after = calendar.onOrAfter(day < notBefore ? notBefore : day);
  if (after <= addDays(endDate, by)) return after;
  const before = onOrBefore(day, calendar);
  return before >= notBefore ? before : after;
}

/** Where each follow-up day of one type goes: never two on one day, never one past another. */
function followUpDays(
  topic: FollowUpType,
  draft: PlanDraft,
  shift: Shift,
  calendar: BusinessCalendar,
): Map<Day, Day> {
  const dates = followUpsOf(draft)
    .filter(({ type }) => type === topic)
    .map(({ date }) => date)
    .sort();
  const stay = new Set(dates.filter((date) => date < shift.from || shift.isOver(topic, date)));
  const went = new Map<Day, Day>();
  let last = '';
  for (const date of new Set(dates)) {
    if (stay.has(date)) continue;
    let day = landing(date, draft, shift, calendar);
    while (day <= last || stay.has(day)) day = calendar.add(day, '+1bd');
    went.set(date, day);
    last = day;
  }
  return went;
}

function withDays(
  draft: PlanDraft,
  { from, by }: Shift,
  dayOf: Shifted['dayOf'],
  calendar: BusinessCalendar,
): PlanDraft {
  const exactly = (date: Day): Day => (date < from ? date : addDays(date, by));
  return {
    ...draft,
    startDate: exactly(draft.startDate),
    endDate: exactly(draft.endDate),
    items: draft.items.map((item) => ({
      ...item,
      actions: item.actions.map((action) =>
        action.due && action.due >= from
          ? { ...action, due: calendar.onOrAfter(exactly(action.due)) }
          : action,
      ),
      checkIns: item.checkIns
        .map((checkIn) => ({ ...checkIn, date: dayOf('progress', checkIn.date) }))
        .sort(byDate),
      support: item.support.map((promise) => ({ ...promise, due: dayOf('support', promise.due) })),
    })),
    ...(draft.followUps
      ? {
          followUps: draft.followUps.map((planned) => ({
            ...planned,
            date: dayOf(planned.type, planned.date),
          })),
        }
      : {}),
  };
}

const byDate = (a: { date: Day }, b: { date: Day }): number =>
  a.date < b.date ? -1 : a.date > b.date ? 1 : 0;

/**
 * A moment moved with the days around it, at the same time by the wall clock, on to a business day; moments before
 * `begins` are past and stay.
 */
export function shiftMoment(
  at: Instant,
  { begins, by, times }: { begins: Instant; by: number; times: readonly string[] },
  calendar: BusinessCalendar,
): Instant {
  if (at < begins || by === 0) return at;
  const day = calendar.dayOf(at);
  const time = times.find((known) => calendar.at(day, known) === at) ?? '23:59';
  return calendar.at(calendar.onOrAfter(addDays(day, by)), time);
}
