import { waitsForHr } from '../agenda.ts';
import type { Context } from '../commands.ts';
import type { Fact } from '../events.ts';
import { isMailable } from '../mailable.ts';
import { peopleFor } from '../people.ts';
import type { ParticipantId, Plan, Request, RequestId, Role, ScheduledRequest } from '../plan.ts';
import { isReached } from '../reached.ts';
import { respondentsOf } from '../respondents.ts';
import type { Rules } from '../rules.ts';
import { openedLate } from '../schedule.ts';
import { afterFacts } from './after-facts.ts';
import { askWhoMissed } from './attribution.ts';
import { broughtAlong } from './brought-along.ts';
import { closedAsMet, copies } from './outcome.ts';
import { afterLapse, askAgain } from './response.ts';

/** How many people one fact invites: everybody's mail and link, and the fact, fit into one transaction. */
const INVITED_AT_ONCE = 40;

export function requestOf(plan: Plan, id: RequestId): Request {
  const request = plan.requests[id];
  if (!request) throw new RangeError(`Request ${id} was never opened.`);
  return request;
}

/** A question put to its people now, each with a link of their own. */
export function ask(request: ScheduledRequest, plan: Plan, context: Context, { pack }: Rules): Fact {
  const people = respondentsOf(request, plan, pack);
  const later = people.slice(INVITED_AT_ONCE).map(({ participant }) => participant);
  return {
    type: 'RequestOpened',
    request,
    respondents: people.slice(0, INVITED_AT_ONCE).map((person) => ({ ...person, link: context.newLinkId() })),
    ...(later.length > 0 ? { uninvited: later } : {}),
  };
}

/** Puts a planned question to its people. */
export function open(id: RequestId, plan: Plan, context: Context, rules: Rules): Fact[] {
  const planned = plan.scheduled.find((request) => request.id === id);
  if (!planned) throw new RangeError(`Nothing is scheduled as ${id}.`);
  return [ask(openedLate(planned, context.now, rules.pack, rules.calendar), plan, context, rules)];
}

/** The next of those a question to many still has to be sent to. */
export function invite(id: RequestId, plan: Plan, context: Context): Fact[] {
  const respondents = requestOf(plan, id)
    .uninvited.slice(0, INVITED_AT_ONCE)
    .map((participant) => ({ participant, required: true, link: context.newLinkId() }));
  return [{ type: 'RespondentsInvited', requestId: id, respondents }];
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
      // The record names nobody as reminded whom nothing is mailed to.
      to: unanswered(request).filter((participant) => isMailable(participant, plan)),
      ...(movesClosing ? { missedAt: nextClose } : {}),
    },
  ];
}

/** The question closes: a duty is missed, a right or a kindness only lapses. */
export function close(id: RequestId, plan: Plan, context: Context, rules: Rules): Fact[] {
  const request = requestOf(plan, id);
  if (request.kind === 'acknowledgement' || request.kind === 'check_in') {
    return miss(request, plan, context, rules);
  }
  const again = askAgain(request, plan, context, rules);
  if (again) return [again];
  const lapsed: Fact = { type: 'RequestLapsed', requestId: id };
  return [lapsed, ...afterLapse(request, afterFacts([lapsed], plan, context))];
}

/**
 * Who did not answer is said, not judged, and never of somebody whom no mail reached; both sides and those above them
 * learn it. Whose doing a missed check-in was is for HR to say.
 */
function miss(request: Request, plan: Plan, context: Context, rules: Rules): Fact[] {
  const { now } = context;
  const silent = request.respondents.filter((person) => !person.answer);
  const above = peopleFor(
    request.escalations.map((rung) => rung.to),
    plan.draft,
  ).filter((id) => !request.respondents.some((person) => person.participant === id));
  return [
    {
      type: 'RequestMissed',
      requestId: request.id,
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
            requestId: request.id,
            step: request.escalations.length,
            to: above.map((participant) => ({ participant })),
            nextAt: null,
          },
        ]
      : []),
    ...(request.kind === 'check_in' ? broughtAlong(request, plan, context, rules) : []),
    ...askWhoMissed(request, plan, context, rules),
  ];
}

/** Up the ladder, and past its end again and again until somebody answers (INV-14). */
export function escalate(id: RequestId, plan: Plan, context: Context, { pack, calendar }: Rules): Fact[] {
  const request = requestOf(plan, id);
  const { repeat } = pack.decision;
  const rungs = request.escalations.slice(request.escalationsSent).filter((rung) => rung.at <= context.now);
  const again: Role[] = waitsForHr(request) ? ['hr'] : repeat.is.to;
  const roles = rungs.length > 0 ? rungs.map((rung) => rung.to) : again;
  const mayAnswer = (participant: ParticipantId): boolean =>
    rungs.some((rung) => rung.mayAnswer && peopleFor([rung.to], plan.draft).includes(participant)) &&
    !request.respondents.some((person) => person.participant === participant);
  const step = request.escalationsSent + Math.max(rungs.length, 1);
  const later = calendar.add(calendar.dayOf(context.now), repeat.is.every);
  return [
    {
      type: 'Escalated',
      requestId: id,
      step,
      to: peopleFor(roles, plan.draft).map((participant) => ({
        participant,
        ...(mayAnswer(participant) ? { link: context.newLinkId() } : {}),
      })),
      nextAt: request.escalations[step]?.at ?? calendar.at(later, pack.workingHours.is.opens),
    },
  ];
}

/** What a rule says silence means: recorded as that rule, never as anybody's judgement. */
export function applyLegalDefault(id: RequestId, plan: Plan, context: Context, rules: Rules): Fact[] {
  const { legalDefault } = requestOf(plan, id);
  if (!legalDefault) throw new RangeError(`No rule gives request ${id} a default.`);
  const decision = { outcome: legalDefault.outcome, rule: legalDefault.rule, reasons: [], at: context.now };
  return [
    {
      type: 'DecisionRecorded',
      requestId: id,
      decision: { ...decision, copies: copies(plan, id, rules.pack, context) },
    },
    ...closedAsMet(legalDefault.outcome, plan, context, rules),
  ];
}
