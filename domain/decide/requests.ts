import type { Context } from '../commands.ts';
import type { Fact } from '../events.ts';
import { peopleFor } from '../people.ts';
import type { Instant, ParticipantId, Plan, Request, RequestId, RequestKind, Role } from '../plan.ts';
import { isReached } from '../reached.ts';
import type { Rules } from '../rules.ts';
import { openedLate } from '../schedule.ts';
import { copies } from './outcome.ts';

export function requestOf(plan: Plan, id: RequestId): Request {
  const request = plan.requests[id];
  if (!request) throw new RangeError(`Request ${id} was never opened.`);
  return request;
}

/** Puts a question to its people, each with a link of their own. */
export function open(id: RequestId, plan: Plan, context: Context, { pack, calendar }: Rules): Fact[] {
  const planned = plan.scheduled.find((request) => request.id === id);
  if (!planned) throw new RangeError(`Nothing is scheduled as ${id}.`);
  const respondents: Record<RequestKind, Role[]> = {
    acknowledgement: pack.acknowledgement.respondents.is,
    check_in: pack.checkIn.respondents.is,
    decision: pack.decision.respondents.is,
  };
  return [
    {
      type: 'RequestOpened',
      request: openedLate(planned, context.now, pack, calendar),
      respondents: peopleFor(respondents[planned.kind], plan.draft).map((participant) => ({
        participant,
        required: true,
        link: context.newLinkId(),
      })),
    },
  ];
}

const unanswered = (request: Request): ParticipantId[] =>
  request.respondents.filter((person) => !person.answer).map((person) => person.participant);

/** One mail for every reminder that is due, however many were late; and time to act on it before anything is missed. */
export function remind(id: RequestId, plan: Plan, context: Context, { pack, calendar }: Rules): Fact[] {
  const request = requestOf(plan, id);
  const due = request.reminders.filter((at) => at <= context.now);
  const today = calendar.dayOf(context.now);
  const last = due[due.length - 1];
  const isLate = last !== undefined && calendar.dayOf(last) < today;
  const nextClose = calendar.at(calendar.add(today, '+1bd'), pack.workingHours.is.closes);
  const movesClosing = isLate && request.missedAt !== null && request.missedAt < nextClose;
  return [
    {
      type: 'Reminded',
      requestId: id,
      step: due.length,
      to: unanswered(request),
      ...(movesClosing ? { missedAt: nextClose } : {}),
    },
  ];
}

/**
 * The question closes. Who did not answer is said, not judged, and never of somebody whom no mail reached;
 * both sides and those above them learn it.
 */
export function miss(id: RequestId, plan: Plan, now: Instant): Fact[] {
  const request = requestOf(plan, id);
  const silent = request.respondents.filter((person) => !person.answer);
  const above = peopleFor(
    request.escalations.map((rung) => rung.to),
    plan.draft,
  ).filter((id) => !request.respondents.some((person) => person.participant === id));
  return [
    {
      type: 'RequestMissed',
      requestId: id,
      by: silent
        .filter((person) => isReached(person, request, plan, now))
        .map((person) => person.participant),
      notReached: silent
        .filter((person) => !isReached(person, request, plan, now))
        .map((person) => person.participant),
      tell: request.respondents.map((person) => person.participant),
    },
    ...(above.length > 0
      ? [
          {
            type: 'Escalated' as const,
            requestId: id,
            step: request.escalations.length,
            to: above.map((participant) => ({ participant })),
            nextAt: null,
          },
        ]
      : []),
  ];
}

/** Up the ladder, and past its end again and again until somebody decides (INV-14). */
export function escalate(id: RequestId, plan: Plan, context: Context, { pack, calendar }: Rules): Fact[] {
  const request = requestOf(plan, id);
  const { repeat } = pack.decision;
  const rungs = request.escalations.slice(request.escalationsSent).filter((rung) => rung.at <= context.now);
  const roles = rungs.length > 0 ? rungs.map((rung) => rung.to) : repeat.is.to;
  const mayAnswer = (participant: ParticipantId): boolean =>
    rungs.some((rung) => rung.mayAnswer && peopleFor([rung.to], plan.draft).includes(participant)) &&
    !request.respondents.some((person) => person.participant === participant);
  const step = request.escalationsSent + Math.max(rungs.length, 1);
  const again = (from: Instant): Instant =>
    calendar.at(calendar.add(calendar.dayOf(from), repeat.is.every), pack.workingHours.is.opens);
  return [
    {
      type: 'Escalated',
      requestId: id,
      step,
      to: peopleFor(roles, plan.draft).map((participant) => ({
        participant,
        ...(mayAnswer(participant) ? { link: context.newLinkId() } : {}),
      })),
      nextAt: request.escalations[step]?.at ?? again(context.now),
    },
  ];
}

/** What a rule says silence means: recorded as that rule, never as anybody's judgement. */
export function applyLegalDefault(id: RequestId, plan: Plan, context: Context, { pack }: Rules): Fact[] {
  const { legalDefault } = requestOf(plan, id);
  if (!legalDefault) throw new RangeError(`No rule gives request ${id} a default.`);
  const decision = { outcome: legalDefault.outcome, rule: legalDefault.rule, reasons: [], at: context.now };
  return [
    {
      type: 'DecisionRecorded',
      requestId: id,
      decision: { ...decision, copies: copies(plan, id, pack, context) },
    },
    { type: 'PlanClosed', outcome: legalDefault.outcome },
  ];
}
