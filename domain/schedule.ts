import { type BusinessCalendar, daysInclusive } from './calendar.ts';
import { addDays } from './days.ts';
import type { RulePack } from './pack.ts';
import { peopleFor } from './people.ts';
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
 * What an extension decided `today` asks: check-ins in the rhythm the plan had, the first a business day away at least,
 * and a decision of its own after the new end. `number` counts the decisions, this one included.
 */
export function extensionSchedule(
  draft: PlanDraft,
  period: { from: Day; to: Day; today: Day },
  number: number,
  pack: RulePack,
  calendar: BusinessCalendar,
): ScheduledRequest[] {
  const { from, to, today } = period;
  const earliest = calendar.add(today, '+1bd');
  const dates = new Set<Day>();
  for (let day = addDays(from, rhythmOf(draft)); day <= to; day = addDays(day, rhythmOf(draft))) {
    const date = calendar.onOrAfter(day);
    if (date >= earliest && date <= to) dates.add(date);
  }
  if (dates.size === 0) dates.add(onOrBefore(to, calendar));
  return [
    ...[...dates].map((date) => checkIn(date, today, pack, calendar)),
    decision(`decision-${number}`, to, draft, pack, calendar),
  ];
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
    // A rung that only the issuer stands on would report their silence to themselves.
    escalations: rules.escalations.is
      .filter((rung) => peopleFor([rung.to], draft).some((id) => id !== draft.issuer.participant))
      .map((rung) => ({
        at: isToday(rung.after) ? dueAt : calendar.at(calendar.add(dueOn, rung.after), opens),
        to: rung.to,
        mayAnswer: rung.mayDecide,
      })),
    ...(mode === 'deem_met' && met
      ? // A rule that counts days lets the last one end.
        {
          legalDefault: {
            at: calendar.at(addDays(dueOn, 1), '00:00'),
            outcome: met.code,
            rule: rules.onOverdue.rule,
          },
        }
      : {}),
  };
}

const isToday = (offset: string): boolean => /^[+-]?0(b?d)$/.test(offset);

function onOrBefore(day: Day, calendar: BusinessCalendar): Day {
  return calendar.isBusinessDay(day) ? day : onOrBefore(addDays(day, -1), calendar);
}

/**
 * The ladder of a question that opens later than planned, so that an outage costs nobody their days: everything moves
 * by as many business days as the opening is late. A decision's clock is the law's and stays, but whoever is asked
 * late still has a business day before their silence is reported.
 */
export function openedLate(
  planned: ScheduledRequest,
  now: Instant,
  pack: RulePack,
  calendar: BusinessCalendar,
): ScheduledRequest {
  const today = calendar.dayOf(now);
  const daysLate = calendar.businessDaysBetween(calendar.dayOf(planned.opensAt), today);
  const late = Math.max(daysLate, now >= planned.dueAt ? 1 : 0);
  const { opens, closes } = pack.workingHours.is;
  const nextClose = calendar.at(calendar.add(today, '+1bd'), closes);
  const move = (at: Instant, time: string): Instant =>
    late <= 0 ? at : calendar.at(calendar.add(calendar.dayOf(at), `+${late}bd`), time);
  if (planned.kind === 'decision') {
    const escalations = planned.escalations.map((rung) =>
      late > 0 && rung.at < nextClose ? { ...rung, at: nextClose } : rung,
    );
    return { ...planned, opensAt: now, reminders: planned.reminders.filter((at) => at > now), escalations };
  }
  return {
    ...planned,
    opensAt: now,
    dueAt: move(planned.dueAt, closes),
    reminders: planned.reminders.map((at) => move(at, opens)).filter((at) => at > now),
    missedAt: planned.missedAt && move(planned.missedAt, closes),
    escalations: planned.escalations.map((rung) => ({ ...rung, at: move(rung.at, closes) })),
  };
}
