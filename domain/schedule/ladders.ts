import { type BusinessCalendar, parseOffset } from '../calendar.ts';
import { addDays } from '../days.ts';
import type { FollowUpKind, RulePack } from '../pack.ts';
import { peopleFor } from '../people.ts';
import type { Day, FollowUpDate, Instant, PlanDraft, RequestId, ScheduledRequest } from '../plan.ts';

/** The rules a schedule is computed with. */
export interface Clockwork {
  pack: RulePack;
  calendar: BusinessCalendar;
}

/** Signing for receipt: of the plan, or of version `version` of it. Asked as soon as `from`. */
export function acknowledgement(
  from: Instant,
  version: number,
  { pack, calendar }: Clockwork,
): ScheduledRequest {
  const { opens, closes } = pack.workingHours.is;
  const rules = pack.acknowledgement;
  const dueAt = calendar.after(from, rules.due.is, closes);
  return {
    id: version === 1 ? 'acknowledgement' : `acknowledgement-${version}`,
    kind: 'acknowledgement',
    ...(version === 1 ? {} : { version }),
    opensAt: from,
    dueAt,
    reminders: rules.reminders.is.map((offset) => calendar.after(from, offset, opens)),
    missedAt: dueAt,
    escalations: rules.escalateTo.is.map((to) => ({ at: dueAt, to, mayAnswer: false })),
  };
}

/** A follow-up of any type: asked ahead of its day, but not before `notBefore`. */
export function followUp(
  { date, type, agenda, questions }: FollowUpDate,
  notBefore: Day,
  { pack, calendar }: Clockwork,
): ScheduledRequest {
  const { opens, closes } = pack.workingHours.is;
  const rules = pack.checkIn;
  const opensOn = onOrBefore(calendar.add(date, rules.opens.is), calendar);
  const missedAt = calendar.at(calendar.add(date, rules.missedAfter.is), closes);
  const { asks } = kindOf(type, pack);
  return {
    id: followUpId(type, date),
    kind: asks === 'questions' ? 'survey' : 'check_in',
    date,
    followUp: { type, asks, ...(agenda ? { agenda } : {}), ...(questions ? { questions } : {}) },
    opensAt: calendar.at(opensOn < notBefore ? calendar.onOrAfter(notBefore) : opensOn, opens),
    dueAt: calendar.at(calendar.onOrAfter(date), closes),
    reminders: rules.reminders.is.map((offset) =>
      calendar.at(calendar.onOrAfter(calendar.add(date, offset)), opens),
    ),
    missedAt,
    escalations:
      asks === 'questions' ? [] : rules.escalateTo.is.map((to) => ({ at: missedAt, to, mayAnswer: false })),
  };
}

const followUpId = (type: FollowUpDate['type'], date: Day): RequestId =>
  `${type === 'progress' ? 'check-in' : type.replaceAll('_', '-')}-${date}`;

/** Who a type of follow-up is put to and what it asks; a type the pack does not know asks what a check-in does. */
export function kindOf(type: FollowUpDate['type'], pack: RulePack): FollowUpKind {
  const kind = pack.followUps.types.is.find((known) => known.type === type);
  if (!kind) throw new RangeError(`Rule pack ${pack.id} knows no follow-up of type ${type}.`);
  return kind;
}

/** Was delivered what was promised for that day? Asked on the day of whoever gets it and whoever promised it. */
export function support(date: Day, { pack, calendar }: Clockwork): ScheduledRequest {
  const { opens, closes } = pack.workingHours.is;
  const asked = calendar.onOrAfter(date);
  const closesAt = calendar.at(calendar.add(asked, pack.support.due.is), closes);
  return {
    id: `support-${date}`,
    kind: 'support',
    date,
    opensAt: calendar.at(asked, opens),
    dueAt: closesAt,
    reminders: pack.support.reminders.is.map((offset) => calendar.at(calendar.add(asked, offset), opens)),
    missedAt: closesAt,
    escalations: [],
  };
}

/**
 * Business days are counted from the day after the end date (D4); the last one lasts until closing time. Calendar days
 * that end on a day off end for people on the business day before, never later than the rule says (U3).
 */
export function decision(id: RequestId, draft: PlanDraft, { pack, calendar }: Clockwork): ScheduledRequest {
  const { opens, closes } = pack.workingHours.is;
  const rules = pack.decision;
  const opensOn = calendar.onOrAfter(addDays(draft.endDate, 1));
  const lastDay = calendar.add(draft.endDate, rules.due.is);
  const isCalendarDays = parseOffset(rules.due.is).unit === 'd';
  const dueOn = latest(opensOn, isCalendarDays ? onOrBefore(lastDay, calendar) : lastDay);
  const dueAt = calendar.at(dueOn, closes);
  const mode = draft.settings?.onDecisionOverdue?.mode ?? rules.onOverdue.is;
  const met = rules.outcomes.is.find((outcome) => outcome.met);
  return {
    id,
    kind: 'decision',
    opensAt: calendar.at(opensOn, opens),
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
            at: calendar.at(addDays(latest(dueOn, lastDay), 1), '00:00'),
            outcome: met.code,
            rule: rules.onOverdue.rule,
          },
        }
      : {}),
  };
}

/** Something that waits for HR: asked now, and not given up before somebody answers. */
export function hrTask(
  request: Pick<ScheduledRequest, 'id' | 'kind' | 'regarding' | 'approval'>,
  now: Instant,
  draft: PlanDraft,
  { pack, calendar }: Clockwork,
): ScheduledRequest {
  const { opens, closes } = pack.workingHours.is;
  const { due, reminders, escalations } = pack.hrTask;
  // That somebody asked for an adjustment is nobody's business but HR's (L4).
  const isPrivate = request.kind === 'accommodation';
  const rungs = escalations.is.filter(({ to }) => !isPrivate && peopleFor([to], draft).length > 0);
  const day = calendar.dayOf(now);
  return {
    ...request,
    opensAt: now,
    dueAt: calendar.at(calendar.add(day, due.is), closes),
    reminders: reminders.is.map((offset) => calendar.at(calendar.add(day, offset), opens)),
    missedAt: null,
    // With nobody above HR the question comes back to HR itself, in the rhythm decisions do.
    escalations: (rungs.length > 0
      ? rungs
      : escalations.is.map(({ after }) => ({ after, to: 'hr' as const }))
    ).map(({ after, to }) => ({ at: calendar.at(calendar.add(day, after), opens), to, mayAnswer: false })),
  };
}

/** The time somebody has to respond; it is over when it is over, and nobody is marked for not using it. */
export function responseWindow(
  request: Pick<ScheduledRequest, 'id' | 'regarding' | 'responseTo'>,
  window: string,
  now: Instant,
  { pack, calendar }: Clockwork,
): ScheduledRequest {
  const closesAt = calendar.at(
    calendar.onOrAfter(calendar.add(calendar.dayOf(now), window)),
    pack.workingHours.is.closes,
  );
  return {
    ...request,
    kind: 'response',
    opensAt: now,
    dueAt: closesAt,
    reminders: [],
    missedAt: closesAt,
    escalations: [],
  };
}

const latest = (a: Day, b: Day): Day => (a > b ? a : b);

const isToday = (offset: string): boolean => /^[+-]?0(b?d)$/.test(offset);

export function onOrBefore(day: Day, calendar: BusinessCalendar): Day {
  return calendar.isBusinessDay(day) ? day : onOrBefore(addDays(day, -1), calendar);
}
