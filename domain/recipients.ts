import type { PlanEvent } from './events.ts';
import { peopleFor } from './people.ts';
import type { LinkId, ParticipantId, Plan, RequestId } from './plan.ts';
import { isMisdirected } from './wrong-person.ts';

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
 * mail, or itself about a mail that got lost.
 */
export function toldOfLost(
  { to, template }: Extract<PlanEvent, { type: 'MailUndelivered' }>,
  plan: Plan,
): ParticipantId[] {
  const hr = peopleFor(['hr'], plan.draft);
  if (hr.includes(to) || template === 'mail-undelivered') return [];
  return hr.filter((id) => !isMisdirected(id, plan));
}
