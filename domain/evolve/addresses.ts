import { withAddress } from '../decide/address.ts';
import type { PlanEvent } from '../events.ts';
import type { Instant, LinkId, ParticipantId, Plan, PlanDraft, RequestId, Respondent } from '../plan.ts';
import { mailKey } from '../reached.ts';
import { sameAddress } from '../wrong-person.ts';

type EventOf<T extends PlanEvent['type']> = Extract<PlanEvent, { type: T }>;

/** What was mailed since the address was given went to somebody else. */
export function misdirected(plan: Plan, { participant, at }: EventOf<'WrongPersonReported'>): Plan {
  const given = plan.readdressed.findLast((change) => change.participant === participant);
  const span = { participant, from: given?.at ?? plan.createdAt, reportedAt: at, to: null };
  return { ...plan, misdirected: [...plan.misdirected, span] };
}

export function addressCorrected(plan: Plan, event: EventOf<'AddressCorrected'>): Plan {
  const { participant, email, handed } = event;
  const known = plan.draft.participants.find(({ id }) => id === participant);
  const wasRight = known !== undefined && sameAddress(known.email, email);
  return {
    ...plan,
    draft: withAddress(plan.draft, participant, email),
    ...readdressedBy(event, [participant], plan, wasRight),
    requests: Object.fromEntries(
      Object.entries(plan.requests).map(([id, request]) => [
        id,
        { ...request, respondents: request.respondents.map((person) => relinked(person, id, handed, event)) },
      ]),
    ),
  };
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
  requestId: RequestId,
  handed: { requestId: RequestId; participant: ParticipantId; link: LinkId }[],
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
): Pick<Plan, 'readdressed' | 'misdirected'> {
  return {
    readdressed: [...plan.readdressed, ...people.map((participant) => ({ participant, seq, at }))],
    misdirected: plan.misdirected.map((span) =>
      span.to === null && people.includes(span.participant)
        ? { ...span, from: wasRight ? span.reportedAt : span.from, to: at }
        : span,
    ),
  };
}
