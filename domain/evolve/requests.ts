import type { PlanEvent } from '../events.ts';
import { calledOffFor } from '../meetings.ts';
import { isAnsweredOnPaper } from '../on-paper.ts';
import type { Instant, ParticipantId, Plan, Request, RequestId, Respondent } from '../plan.ts';
import { mailKey } from '../reached.ts';

type EventOf<T extends PlanEvent['type']> = Extract<PlanEvent, { type: T }>;

const mailOf = ({ seq, at }: PlanEvent, participant: ParticipantId) => ({
  key: mailKey(seq, participant),
  at,
});

export function withRequest(plan: Plan, id: RequestId, change: (request: Request) => Request): Plan {
  const request = plan.requests[id];
  if (!request) throw new RangeError(`Request ${id} was never opened.`);
  return { ...plan, requests: { ...plan.requests, [id]: change(request) } };
}

export function opened(plan: Plan, event: EventOf<'RequestOpened'>): Plan {
  const request: Request = {
    ...event.request,
    status: 'open',
    openedAt: event.at,
    respondents: event.respondents.map((person) => ({
      ...person,
      mailed: [mailOf(event, person.participant)],
    })),
    uninvited: event.uninvited ?? [],
    remindersSent: 0,
    escalationsSent: 0,
    escalatedTo: [],
    moves: [],
    callOffs: [],
    nextEscalationAt: event.request.missedAt ? null : (event.request.escalations[0]?.at ?? null),
  };
  return {
    ...plan,
    scheduled: plan.scheduled.filter((planned) => planned.id !== request.id),
    requests: { ...plan.requests, [request.id]: request },
  };
}

export const invited = (plan: Plan, event: EventOf<'RespondentsInvited'>): Plan =>
  withRequest(plan, event.requestId, (request) => {
    const now = event.respondents.map(({ participant }) => participant);
    return {
      ...request,
      respondents: [
        ...request.respondents,
        ...event.respondents.map((person) => ({ ...person, mailed: [mailOf(event, person.participant)] })),
      ],
      uninvited: request.uninvited.filter((participant) => !now.includes(participant)),
    };
  });

export const answered = (plan: Plan, event: EventOf<'RequestAnswered'>): Plan =>
  withRequest(plan, event.requestId, (request) => ({
    ...request,
    ...(event.complete ? { status: 'answered' as const, closedAt: event.at } : {}),
    respondents: request.respondents.map((person) =>
      person.participant === event.by ? withAnswer(person, event) : person,
    ),
  }));

/** Evidence is of one answer: it goes with it when another takes its place. */
function withAnswer(person: Respondent, { answer, at, evidence }: EventOf<'RequestAnswered'>): Respondent {
  const { evidence: _, ...asked } = person;
  const first = person.firstAnsweredAt ?? person.answeredAt;
  return {
    ...asked,
    answer,
    answeredAt: at,
    ...(first ? { firstAnsweredAt: first } : {}),
    ...(evidence ? { evidence } : {}),
  };
}

/** What was handed over on paper has reached the person. */
export const served = (plan: Plan, event: EventOf<'ServedOnPaper'>): Plan =>
  withRequest(plan, event.requestId, (request) => {
    const { on, witness, signed, seq } = event;
    const service = { on, witness, ...(signed === undefined ? {} : { signed }), seq };
    const person = request.respondents.find(({ participant }) => participant === event.to);
    // Of what they answered on paper it is said now that they only received it.
    const isTakenBack = signed === undefined && isAnsweredOnPaper(person?.answer);
    return {
      ...request,
      ...laterClose(request, event.missedAt),
      respondents: request.respondents.map((each) =>
        each === person ? { ...(isTakenBack ? unanswered(each) : each), served: service } : each,
      ),
    };
  });

function unanswered(respondent: Respondent): Respondent {
  const { answer: _, answeredAt: __, firstAnsweredAt: ___, evidence: ____, ...person } = respondent;
  return person;
}

/** The time to respond is all there is: it closes when it is due. */
export const laterClose = ({ kind }: Request, missedAt: Instant | undefined): Partial<Request> =>
  missedAt ? { missedAt, ...(kind === 'response' ? { dueAt: missedAt } : {}) } : {};

/** The answer does not stand any more, so the person is one of those who are still asked. */
export const returned = (plan: Plan, event: EventOf<'AnswerReturned'>): Plan =>
  withRequest(plan, event.requestId, (request) => ({
    ...request,
    // Reminders that fell due meanwhile are not made up for: the mail that says why it was sent back is one.
    remindersSent: Math.max(request.remindersSent, request.reminders.filter((at) => at <= event.at).length),
    respondents: request.respondents.map((person) =>
      person.participant === event.to
        ? { ...unanswered(person), mailed: [...person.mailed, mailOf(event, person.participant)] }
        : person,
    ),
  }));

export const reminded = (plan: Plan, event: EventOf<'Reminded'>): Plan =>
  withRequest(plan, event.requestId, (request) => ({
    ...request,
    remindersSent: event.step,
    respondents: request.respondents.map((person) =>
      event.to.includes(person.participant)
        ? { ...person, mailed: [...person.mailed, mailOf(event, person.participant)] }
        : person,
    ),
    ...laterClose(request, event.missedAt),
  }));

/** Words of the employee that came another way show that what they respond to has reached them. */
export function heard(plan: Plan, event: EventOf<'NoteAdded'>): Plan {
  const { requestId = '', from, at } = event;
  const isResponse = plan.requests[requestId]?.kind === 'response';
  return isResponse && from === plan.draft.subject.participant
    ? withRequest(plan, requestId, (request) => ({ ...request, heardAt: at }))
    : plan;
}

export const closedAs = (plan: Plan, id: RequestId, status: Request['status'], at: Instant): Plan =>
  withRequest(plan, id, (request) => ({ ...request, status, closedAt: at }));

/** Nobody is left to answer it. */
export const lapsed = (plan: Plan, { requestId, seq, at }: EventOf<'RequestLapsed'>): Plan =>
  withRequest(closedAs(plan, requestId, 'lapsed', at), requestId, (request) => ({
    ...request,
    callOffs: calledOffFor(request, seq),
  }));

export const escalated = (plan: Plan, event: EventOf<'Escalated'>): Plan =>
  withRequest(plan, event.requestId, (request) => ({
    ...request,
    escalationsSent: event.step,
    escalatedTo: [...new Set([...request.escalatedTo, ...event.to.map((to) => to.participant)])],
    nextEscalationAt: event.nextAt,
    respondents: [...request.respondents, ...handedTo(event, request.respondents)],
  }));

/** Whoever an escalation hands the question to becomes one of those who may answer it. */
function handedTo(event: EventOf<'Escalated'>, already: Respondent[]): Respondent[] {
  return event.to.flatMap(({ participant, link }) =>
    link && !already.some((person) => person.participant === participant)
      ? [{ participant, link, required: false, mailed: [mailOf(event, participant)] }]
      : [],
  );
}

/** Nothing more is asked once a plan is over: open questions are superseded, planned ones dropped. */
export function over(plan: Plan, { at, seq }: Pick<PlanEvent, 'at' | 'seq'>): Plan {
  const requests = Object.fromEntries(
    Object.entries(plan.requests).map(([id, request]) => [
      id,
      request.status === 'open'
        ? { ...request, status: 'superseded' as const, closedAt: at, callOffs: calledOffFor(request, seq) }
        : request,
    ]),
  );
  return { ...plan, scheduled: [], requests, proposal: null };
}
