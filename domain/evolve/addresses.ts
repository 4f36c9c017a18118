import type { PlanEvent } from '../events.ts';
import type { Instant, ParticipantId, Plan, PlanDraft, Request, Respondent, Revision } from '../plan.ts';
import { withAddress } from '../plan-text.ts';
import { mailKey } from '../reached.ts';
import { sameAddress } from '../wrong-person.ts';
import { laterClose } from './requests.ts';

type EventOf<T extends PlanEvent['type']> = Extract<PlanEvent, { type: T }>;

/** What was mailed since the address was given went to somebody else. */
export function misdirected(plan: Plan, { participant, at }: EventOf<'WrongPersonReported'>): Plan {
  const given = plan.readdressed.findLast((change) => change.participant === participant);
  const span = { participant, from: given?.at ?? plan.createdAt, reportedAt: at, to: null };
  return { ...plan, misdirected: [...plan.misdirected, span] };
}

/** Nothing is mailed there from now on; what was mailed before may still come back by itself. */
export function suspended(plan: Plan, { participant, because, at }: EventOf<'AddressSuspended'>): Plan {
  return { ...plan, suspended: [...plan.suspended, { participant, because, from: at, to: null }] };
}

export function addressCorrected(plan: Plan, event: EventOf<'AddressCorrected'>): Plan {
  const { participant, email, handed, seq, at } = event;
  const known = plan.draft.participants.find(({ id }) => id === participant);
  const wasRight = known !== undefined && sameAddress(known.email, email);
  const renewed = handed.flatMap(({ link, generation }) =>
    generation ? [{ link, participant, generation, seq, at, asked: false }] : [],
  );
  return {
    ...plan,
    draft: withAddress(plan.draft, participant, email),
    ...readdressedBy(event, [participant], plan, wasRight),
    renewals: [...plan.renewals, ...renewed],
    requests: Object.fromEntries(
      Object.entries(plan.requests).map(([id, request]) => [id, askedAgain(request, event)]),
    ),
  };
}

function askedAgain(request: Request, event: EventOf<'AddressCorrected'>): Request {
  const { handed, uninvited } = event;
  const later = uninvited?.find(({ requestId }) => requestId === request.id)?.participants ?? [];
  return {
    ...request,
    ...closesLater(request, event),
    uninvited: [...request.uninvited, ...later],
    respondents: request.respondents
      .filter(({ participant }) => !later.includes(participant))
      .map((person) => relinked(person, request.id, handed, event)),
  };
}

/** The question as it closes for whoever is asked again at another address. */
export function closesLater(
  request: Request,
  { handed, uninvited = [] }: Pick<Revision, 'handed' | 'uninvited'>,
): Partial<Request> {
  const latest = [...handed, ...uninvited]
    .filter(({ requestId }) => requestId === request.id)
    .flatMap(({ missedAt }) => missedAt ?? [])
    .sort()
    .at(-1);
  return laterClose(request, latest);
}

/** Whoever is written to elsewhere in the new text is so from this event on. */
export function readdressedIn(draft: PlanDraft, event: PlanEvent, plan: Plan): Partial<Plan> {
  const changed = plan.draft.participants.filter((before) => {
    const after = draft.participants.find(({ id }) => id === before.id);
    return after !== undefined && !sameAddress(before.email, after.email);
  });
  return changed.length > 0
    ? readdressedBy(
        event,
        changed.map(({ id }) => id),
        plan,
      )
    : {};
}

/** Who is asked as before, but by a link of their own that no older address has seen. */
export function relinked(
  person: Respondent,
  requestId: string,
  handed: Pick<Revision['handed'][number], 'requestId' | 'participant' | 'link'>[],
  { seq, at }: { seq: number; at: Instant },
): Respondent {
  const again = handed.find((to) => to.requestId === requestId && to.participant === person.participant);
  if (!again || person.answer) return person;
  const mail = { key: mailKey(seq, person.participant, requestId), at };
  return { ...person, link: again.link, mailed: [...person.mailed, mail] };
}

/** An address that was right all along only got nothing since somebody reported it. */
function readdressedBy(
  { seq, at }: PlanEvent,
  people: ParticipantId[],
  plan: Plan,
  wasRight = false,
): Pick<Plan, 'readdressed' | 'misdirected' | 'suspended'> {
  return {
    readdressed: [...plan.readdressed, ...people.map((participant) => ({ participant, seq, at }))],
    misdirected: plan.misdirected.map((span) =>
      span.to === null && people.includes(span.participant)
        ? { ...span, from: wasRight ? span.reportedAt : span.from, to: at }
        : span,
    ),
    suspended: plan.suspended.map((span) =>
      span.to === null && people.includes(span.participant)
        ? { ...span, to: at, ...(wasRight && { confirmedBy: seq }) }
        : span,
    ),
  };
}
