import { UnknownEvent } from './errors.ts';
import { type Actor, currentVersion, type Fact, type PlanEvent, UPCASTS } from './events.ts';
import type { Instant, ParticipantId, Plan, Request, RequestId, Respondent } from './plan.ts';
import { mailKey } from './reached.ts';

/**
 * The plan after one more event, in whatever version it was recorded.
 *
 * @throws UnknownEvent for types and versions this code was never taught, so that nothing is skipped.
 */
export function evolve(plan: Plan | undefined, recorded: PlanEvent): Plan {
  const event = upToDate(recorded);
  const next = event.type === 'PlanDrafted' ? drafted(event) : apply(existing(plan, event), event);
  return { ...next, version: event.seq, updatedAt: event.at };
}

function upToDate(event: PlanEvent): PlanEvent {
  const upcasts = UPCASTS[event.type];
  if (!upcasts || !Number.isInteger(event.v) || event.v < 1 || event.v > upcasts.length + 1) {
    throw new UnknownEvent(event.type, event.v);
  }
  return upcasts.slice(event.v - 1).reduce((older, upcast) => upcast(older), event);
}

/** The plan that a whole list of events tells. */
export function fold(events: readonly PlanEvent[]): Plan {
  const plan = events.reduce<Plan | undefined>(evolve, undefined);
  if (!plan) throw new RangeError('A plan has at least one event.');
  return plan;
}

/** A fact in its place after `plan`'s last event. */
export function stamp(fact: Fact, plan: Plan | undefined, at: Instant, actor: Actor): PlanEvent {
  return { ...fact, v: currentVersion(fact.type), seq: (plan?.version ?? 0) + 1, at, actor };
}

function existing(plan: Plan | undefined, event: PlanEvent): Plan {
  if (!plan) throw new RangeError(`${event.type} cannot be the first event of a plan.`);
  return plan;
}

function drafted(event: Extract<PlanEvent, { type: 'PlanDrafted' }>): Plan {
  return {
    id: event.planId,
    version: 0,
    status: 'draft',
    run: 0,
    pack: event.pack,
    timeZone: event.timeZone,
    draft: event.draft,
    createdAt: event.at,
    updatedAt: event.at,
    startsAt: null,
    endsAt: null,
    endDate: event.draft.endDate,
    scheduled: [],
    requests: {},
    decisions: [],
    undelivered: [],
    outcome: null,
  };
}

function apply(plan: Plan, event: Exclude<PlanEvent, { type: 'PlanDrafted' }>): Plan {
  switch (event.type) {
    case 'PlanApproved':
      return { ...plan, status: 'approved' };
    case 'PlanLaunched':
      return {
        ...plan,
        status: 'acknowledging',
        run: event.run,
        startsAt: event.startsAt,
        endsAt: event.endsAt,
        scheduled: event.schedule,
      };
    case 'PlanStarted':
      return { ...plan, status: 'active' };
    case 'RequestOpened':
      return opened(plan, event);
    case 'RequestAnswered':
      return withRequest(plan, event.requestId, (request) => ({
        ...request,
        ...(event.complete ? { status: 'answered' as const, closedAt: event.at } : {}),
        respondents: request.respondents.map((person) =>
          person.participant === event.by
            ? { ...person, answer: event.answer, answeredAt: event.at }
            : person,
        ),
      }));
    case 'Reminded':
      return withRequest(plan, event.requestId, (request) => ({
        ...request,
        remindersSent: event.step,
        respondents: request.respondents.map((person) =>
          event.to.includes(person.participant)
            ? { ...person, mailed: [...person.mailed, mailOf(event, person.participant)] }
            : person,
        ),
        ...(event.missedAt ? { missedAt: event.missedAt } : {}),
      }));
    case 'RequestMissed':
      return withRequest(plan, event.requestId, (request) => ({
        ...request,
        status: 'missed',
        closedAt: event.at,
      }));
    case 'Escalated':
      return withRequest(plan, event.requestId, (request) => ({
        ...request,
        escalationsSent: event.step,
        escalatedTo: [...new Set([...request.escalatedTo, ...event.to.map((to) => to.participant)])],
        nextEscalationAt: event.nextAt,
        respondents: [...request.respondents, ...handedTo(event, request.respondents)],
      }));
    case 'OpportunityPeriodEnded':
      return { ...plan, status: 'deciding' };
    case 'DecisionRecorded':
      return { ...plan, decisions: [...plan.decisions, event.decision] };
    case 'PlanExtended':
      return {
        ...plan,
        status: 'active',
        endDate: event.endDate,
        endsAt: event.endsAt,
        scheduled: [...plan.scheduled, ...event.schedule],
      };
    case 'PlanClosed':
      return over({ ...plan, status: 'closed', outcome: event.outcome }, event.at);
    case 'PlanWithdrawn':
      return over({ ...plan, status: 'withdrawn' }, event.at);
    case 'RunRestarted':
      return { ...plan, run: event.run };
    case 'MailUndelivered': {
      const { key, template, to, requestId, outcome } = event;
      const mail = { key, template, to, outcome, ...(requestId ? { requestId } : {}) };
      return { ...plan, undelivered: [...plan.undelivered, mail] };
    }
    case 'NoteAdded':
    case 'RunFailed':
      return plan;
  }
}

function opened(plan: Plan, event: Extract<PlanEvent, { type: 'RequestOpened' }>): Plan {
  const request: Request = {
    ...event.request,
    status: 'open',
    openedAt: event.at,
    respondents: event.respondents.map((person) => ({
      ...person,
      mailed: [mailOf(event, person.participant)],
    })),
    remindersSent: 0,
    escalationsSent: 0,
    escalatedTo: [],
    nextEscalationAt: event.request.missedAt ? null : (event.request.escalations[0]?.at ?? null),
  };
  return {
    ...plan,
    scheduled: plan.scheduled.filter((planned) => planned.id !== request.id),
    requests: { ...plan.requests, [request.id]: request },
  };
}

function withRequest(plan: Plan, id: RequestId, change: (request: Request) => Request): Plan {
  const request = plan.requests[id];
  if (!request) throw new RangeError(`Request ${id} was never opened.`);
  return { ...plan, requests: { ...plan.requests, [id]: change(request) } };
}

const mailOf = ({ seq, at }: PlanEvent, participant: ParticipantId) => ({
  key: mailKey(seq, participant),
  at,
});

/** Whoever an escalation hands the question to becomes one of those who may answer it. */
function handedTo(event: Extract<PlanEvent, { type: 'Escalated' }>, already: Respondent[]): Respondent[] {
  return event.to.flatMap(({ participant, link }) =>
    link && !already.some((person) => person.participant === participant)
      ? [{ participant, link, required: false, mailed: [mailOf(event, participant)] }]
      : [],
  );
}

/** Nothing more is asked once a plan is over: open questions are superseded, planned ones dropped. */
function over(plan: Plan, at: Instant): Plan {
  const requests = Object.fromEntries(
    Object.entries(plan.requests).map(([id, request]) => [
      id,
      request.status === 'open' ? { ...request, status: 'superseded' as const, closedAt: at } : request,
    ]),
  );
  return { ...plan, scheduled: [], requests };
}
