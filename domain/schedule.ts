import { type BusinessCalendar, daysInclusive } from './calendar.ts';
import { addDays } from './days.ts';
import type { RulePack } from './pack.ts';
import type { Day, Instant, PlanDraft, ScheduledRequest } from './plan.ts';

/** The instant the opportunity period is over: the first moment of the day after its last. */
export function endOf(endDate: Day, calendar: BusinessCalendar): Instant {
  return calendar.at(addDays(endDate, 1), '00:00');
}

/**
 * Every question a plan will ask, with every moment of each ladder, computed once from the plan's own days.
 * Durations are never chained, so one late answer moves nothing else.
 */
export function scheduleOf(
  draft: PlanDraft,
  pack: RulePack,
  calendar: BusinessCalendar,
  launchedAt: Instant,
): ScheduledRequest[] {
  const dates = [
    ...new Set(draft.items.flatMap((item) => item.checkIns.map((checkIn) => checkIn.date))),
  ].sort();
  return [
    acknowledgement(pack, calendar, launchedAt),
    ...dates.map((date) => checkIn(date, draft.startDate, pack, calendar)),
    decision('decision', draft.endDate, draft, pack, calendar),
  ];
}

/**
 * What an extension asks: check-ins at the rhythm the plan had, and a decision of its own after the new end.
 * `number` counts the decisions, this one included.
 */
export function extensionSchedule(
  draft: PlanDraft,
  from: Day,
  to: Day,
  number: number,
  pack: RulePack,
  calendar: BusinessCalendar,
): ScheduledRequest[] {
  const rhythm = rhythmOf(draft);
  const dates: Day[] = [];
  for (let day = addDays(from, rhythm); day <= to; day = addDays(day, rhythm)) {
    const date = calendar.onOrAfter(day);
    if (date <= to) dates.push(date);
  }
  if (dates.length === 0) dates.push(onOrBefore(to, calendar));
  return [
    ...dates.map((date) => checkIn(date, from, pack, calendar)),
    decision(`decision-${number}`, to, draft, pack, calendar),
  ];
}

/** Days between the plan's last two check-ins; two weeks when it had only one. */
function rhythmOf(draft: PlanDraft): number {
  const dates = [
    ...new Set(draft.items.flatMap((item) => item.checkIns.map((checkIn) => checkIn.date))),
  ].sort();
  const [before, last] = dates.slice(-2);
  return before && last ? daysInclusive(before, last) - 1 : 14;
}

function acknowledgement(pack: RulePack, calendar: BusinessCalendar, launchedAt: Instant): ScheduledRequest {
  const { opens, closes } = pack.workingHours.is;
  const rules = pack.acknowledgement;
  const day = calendar.dayOf(launchedAt);
  const dueAt = calendar.at(calendar.add(day, rules.due.is), closes);
  return {
    id: 'acknowledgement',
    kind: 'acknowledgement',
    opensAt: launchedAt,
    dueAt,
    reminders: rules.reminders.is.map((offset) => calendar.at(calendar.add(day, offset), opens)),
    missedAt: dueAt,
    escalations: rules.escalateTo.is.map((to) => ({ at: dueAt, to, mayAnswer: false })),
  };
}

function checkIn(date: Day, notBefore: Day, pack: RulePack, calendar: BusinessCalendar): ScheduledRequest {
  const { opens, closes } = pack.workingHours.is;
  const rules = pack.checkIn;
  const opensOn = onOrBefore(calendar.add(date, rules.opens.is), calendar);
  const missedAt = calendar.at(calendar.add(date, rules.missedAfter.is), closes);
  return {
    id: `check-in-${date}`,
    kind: 'check_in',
    date,
    opensAt: calendar.at(opensOn < notBefore ? notBefore : opensOn, opens),
    dueAt: calendar.at(calendar.onOrAfter(date), closes),
    reminders: rules.reminders.is.map((offset) =>
      calendar.at(calendar.onOrAfter(calendar.add(date, offset)), opens),
    ),
    missedAt,
    escalations: rules.escalateTo.is.map((to) => ({ at: missedAt, to, mayAnswer: false })),
  };
}

/** Business days are counted from the day after the end date (D4); the last one lasts until closing time. */
function decision(
  id: string,
  endDate: Day,
  draft: PlanDraft,
  pack: RulePack,
  calendar: BusinessCalendar,
): ScheduledRequest {
  const { opens, closes } = pack.workingHours.is;
  const rules = pack.decision;
  const dueOn = calendar.add(endDate, rules.due.is);
  const dueAt = calendar.at(dueOn, closes);
  const mode = draft.settings?.onDecisionOverdue?.mode ?? rules.onOverdue.is;
  const met = rules.outcomes.is.find((outcome) => outcome.met);
  return {
    id,
    kind: 'decision',
    opensAt: calendar.at(calendar.onOrAfter(addDays(endDate, 1)), opens),
    dueAt,
    reminders: rules.reminders.is.map((offset) => calendar.at(calendar.add(dueOn, offset), opens)),
    missedAt: null,
    escalations: rules.escalations.is
      .filter((rung) => draft.participants.some((person) => person.role === rung.to))
      .map((rung) => ({
        at: isToday(rung.after) ? dueAt : calendar.at(calendar.add(dueOn, rung.after), opens),
        to: rung.to,
        mayAnswer: rung.mayDecide,
      })),
    ...(mode === 'deem_met' && met
      ? { legalDefault: { at: dueAt, outcome: met.code, rule: rules.onOverdue.rule } }
      : {}),
  };
}

const isToday = (offset: string): boolean => /^[+-]?0(b?d)$/.test(offset);

function onOrBefore(day: Day, calendar: BusinessCalendar): Day {
  return calendar.isBusinessDay(day) ? day : onOrBefore(addDays(day, -1), calendar);
}

/**
 * The ladder of a question that opens later than planned, so that an outage costs nobody their days:
 * everything moves by as many business days as the opening is late. A decision's clock is the law's and stays.
 */
export function openedLate(
  planned: ScheduledRequest,
  now: Instant,
  pack: RulePack,
  calendar: BusinessCalendar,
): ScheduledRequest {
  const late = calendar.businessDaysBetween(calendar.dayOf(planned.opensAt), calendar.dayOf(now));
  const { opens, closes } = pack.workingHours.is;
  const move = (at: Instant, time: string): Instant =>
    planned.kind === 'decision' || late <= 0
      ? at
      : calendar.at(calendar.add(calendar.dayOf(at), `+${late}bd`), time);
  return {
    ...planned,
    opensAt: now,
    dueAt: move(planned.dueAt, closes),
    reminders: planned.reminders.map((at) => move(at, opens)).filter((at) => at > now),
    missedAt: planned.missedAt && move(planned.missedAt, closes),
    escalations: planned.escalations.map((rung) => ({ ...rung, at: move(rung.at, closes) })),
  };
}
