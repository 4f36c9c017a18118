import type { Command, Context } from '../commands.ts';
import { addHours } from '../days.ts';
import { NotAsked } from '../errors.ts';
import type { Fact } from '../events.ts';
import { generationOf, opensOnceRenewed } from '../links.ts';
import { suspensionOf } from '../mailable.ts';
import type { Instant, ParticipantId, Plan, RequestId } from '../plan.ts';
import { isMisdirected } from '../wrong-person.ts';

/** So many new links go to one person within a day, and one link is renewed so often in all (SEC-11). */
export const RENEWALS_A_DAY = 3;
export const MOST_GENERATIONS = 50;

/** How many new links may still be sent to somebody now. */
export const renewalsLeft = (participant: ParticipantId, { renewals }: Plan, now: Instant): number =>
  RENEWALS_A_DAY -
  renewals.filter((made) => made.asked && made.participant === participant && addHours(made.at, 24) > now)
    .length;

/**
 * A new address for a link, mailed to the address on record; the old ones open nothing any more. Once too many were sent
 * it stays quiet, so that nobody's mailbox can be filled.
 *
 * @throws NotAsked when the link would open nothing: its holder has left, or has no part any more in what it opened
 */
export function renewLink(
  { link, participant, requestId, purpose }: Extract<Command, { type: 'RenewLink' }>,
  plan: Plan,
  { now }: Context,
): Fact[] {
  refuseIfLeft(participant, requestId, plan);
  const generation = generationOf(link, plan) + 1;
  // The link they have would open nothing any more, and the new one would not get there.
  if (suspensionOf(participant, plan)) return [];
  if (renewalsLeft(participant, plan, now) <= 0 || generation > MOST_GENERATIONS) return [];
  const scope = { link, planId: plan.id, participant, requestId, purpose, seq: plan.version };
  if (!opensOnceRenewed(scope, plan, now)) throw new NotAsked(requestId);
  return [{ type: 'LinkRenewed', link, participant, requestId, purpose, generation }];
}

/** Somebody else opened this person's mail: from now on nothing goes to that address, and its links open nothing. */
export function reportWrongPerson(
  { participant, requestId }: Extract<Command, { type: 'ReportWrongPerson' }>,
  plan: Plan,
): Fact[] {
  refuseIfLeft(participant, requestId, plan);
  if (isMisdirected(participant, plan)) return [];
  return [{ type: 'WrongPersonReported', participant, requestId }];
}

function refuseIfLeft(participant: ParticipantId, requestId: RequestId, { draft }: Plan): void {
  if (!draft.participants.some(({ id }) => id === participant)) throw new NotAsked(requestId);
}
