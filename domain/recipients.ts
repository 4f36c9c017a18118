import type { PlanEvent } from './events.ts';
import { isPutRight } from './listing/lost-mail.ts';
import { isMailable, suspensionOf } from './mailable.ts';
import { peopleFor } from './people.ts';
import type { LinkId, ParticipantId, Plan, RequestId } from './plan.ts';

/** Whom a mail goes to, and by which link it lets them in. */
export interface Recipient {
  participant: ParticipantId;
  link?: LinkId;
}

/** How many times the same question goes up again before the person it is about is written to once more. */
const REPEATS_PER_LETTER = 4;

/** Whoever waits for a decision hears once that it is late, and then about once a month, not with every repeat. */
export function isNewsToSubject(
  { requestId, step, to }: Extract<PlanEvent, { type: 'Escalated' }>,
  { requests }: Plan,
): boolean {
  const { escalations = [], escalatedTo = [] } = requests[requestId] ?? {};
  const repeats = step - escalations.length;
  if (repeats > 0) return repeats % REPEATS_PER_LETTER === 0;
  // Rungs that were late go up in one: the first time, nobody else has been told before.
  return escalatedTo.every((told) => to.some(({ participant }) => participant === told));
}

/** The people a plan is lived by: whom it is about, who supervises, HR, and whoever stands by the employee. */
export function concerned(plan: Plan): Recipient[] {
  const { subject } = plan.draft;
  const others = peopleFor(['supervisor', 'hr', 'representative'], plan.draft);
  return [...new Set([subject.participant, ...others])].map((participant) => ({ participant }));
}

/** Somebody who was asked, with their own link to the question. */
export function withLink(plan: Plan, requestId: RequestId, participant: ParticipantId): Recipient {
  const link = plan.requests[requestId]?.respondents.find(
    (person) => person.participant === participant,
  )?.link;
  return { participant, ...(link ? { link } : {}) };
}

/** Whoever was asked to see to a decision, without being owed a copy, learns that it is made. */
export function chasedOnly(plan: Plan, requestId: RequestId, copies: Recipient[]): Recipient[] {
  const chased = plan.requests[requestId]?.escalatedTo ?? [];
  return chased
    .filter((participant) => !copies.some((copy) => copy.participant === participant))
    .map((participant) => ({ participant }));
}

/** Everybody who lives the plan: those who were asked, and those it was escalated to. Whoever only took part in a survey is not told. */
export function everyoneAsked(plan: Plan): ParticipantId[] {
  const asked = Object.values(plan.requests)
    .filter(({ kind }) => kind !== 'survey')
    .flatMap((request) => [
      ...request.respondents.map((person) => person.participant),
      ...request.escalatedTo,
    ]);
  return [...new Set(asked)];
}

/**
 * Who is asked to reach somebody another way: HR, and nobody else learns what was lost; nobody, when it was HR's own
 * mail, or itself about a mail that got lost. Nor is anybody asked when the person was reached meanwhile, or when HR was
 * told already that nothing reaches them by mail.
 */
export function toldOfLost(
  lost: Extract<PlanEvent, { type: 'MailUndelivered' }>,
  plan: Plan,
): ParticipantId[] {
  const hr = peopleFor(['hr'], plan.draft);
  if (hr.includes(lost.to) || lost.template === 'mail-undelivered') return [];
  if (suspensionOf(lost.to, plan)) return [];
  // Of what was put on record as handed over they hear by that mail alone.
  if (lost.template !== 'served-on-paper' && isPutRight(lost, plan)) return [];
  return hr.filter((id) => isMailable(id, plan));
}

/**
 * Who sees to it that somebody is reached: HR; where nobody else of HR can be written to, the next who can. Who only takes
 * part in surveys is for HR alone to know.
 */
export function correctorsOf(participant: ParticipantId, plan: Plan): ParticipantId[] {
  const isSurveyed = peopleFor(['stakeholder'], plan.draft).includes(participant);
  const roles = isSurveyed ? (['hr'] as const) : (['hr', 'agency_head', 'reviewer', 'supervisor'] as const);
  for (const role of roles) {
    const people = peopleFor([role], plan.draft).filter((id) => id !== participant && isMailable(id, plan));
    if (people.length > 0) return people;
  }
  return [];
}
