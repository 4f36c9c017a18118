import { openRequests } from '../../agenda.ts';
import type { Context } from '../../commands.ts';
import type { Instant, ParticipantId, Plan, PlanDraft, Request, RequestId, Revision } from '../../plan.ts';
import type { Rules } from '../../rules.ts';
import { sameAddress } from '../../wrong-person.ts';
import { laterClose } from '../later-close.ts';

/** Who is written to at another address from now on. */
export const readdressed = (before: PlanDraft, after: PlanDraft): ParticipantId[] =>
  after.participants
    .filter(({ id, email }) => {
      const known = before.participants.find((person) => person.id === id);
      return known !== undefined && !sameAddress(known.email, email);
    })
    .map(({ id }) => id);

/** One open question that is asked of somebody again, and when it closes if that is later. */
export interface Reissued {
  requestId: RequestId;
  participant: ParticipantId;
  required: boolean;
  missedAt?: Instant;
}

/**
 * The open questions these people have not answered: each needs a link that only their new address has seen. Surveys are
 * left out, or whoever reads this would know who has answered: their link opens again once a new one is asked for.
 */
export function stillAskedOf(
  people: readonly ParticipantId[],
  plan: Plan,
  rules: Rules,
  { now }: Pick<Context, 'now'>,
  open: Request[] = openRequests(plan),
): Reissued[] {
  const on = rules.calendar.dayOf(now);
  return open
    .filter(({ kind }) => kind !== 'survey')
    .flatMap((request) =>
      request.respondents
        .filter(({ participant, answer }) => !answer && people.includes(participant))
        .map(({ participant, required, served }) => {
          // What was mailed before may have reached nobody; paper before a witness did.
          const missedAt = served ? undefined : laterClose(participant, request, plan, { on, now }, rules);
          return { requestId: request.id, participant, required, ...(missedAt ? { missedAt } : {}) };
        }),
    );
}

/**
 * Everybody's mail and link, and the fact, fit into one transaction; so does what a new text may bring with it: a mail to
 * everybody else, and the rows of everywhere it is found.
 */
export const HANDED_AT_ONCE = 16;

/** Of more questions than one transaction holds: whom the next facts invite, and when each closes if that is later. */
export function invitedLater(asked: Omit<Reissued, 'required'>[]): NonNullable<Revision['uninvited']> {
  const later = asked.slice(HANDED_AT_ONCE);
  return [...new Set(later.map(({ requestId }) => requestId))].map((requestId) => {
    const people = later.filter((one) => one.requestId === requestId);
    const missedAt = people
      .flatMap((one) => one.missedAt ?? [])
      .sort()
      .at(-1);
    const participants = people.map(({ participant }) => participant);
    return { requestId, participants, ...(missedAt ? { missedAt } : {}) };
  });
}
