import { addHours } from './days.ts';
import type { Instant, ParticipantId, Plan, SuspendedBecause } from './plan.ts';
import { isMisdirected } from './wrong-person.ts';

/** Why nothing is mailed to this person's address, until HR corrects or confirms it; `undefined` while it is in use. */
export const suspensionOf = (
  participant: ParticipantId,
  { suspended }: Pick<Plan, 'suspended'>,
): SuspendedBecause | undefined =>
  suspended.find((span) => span.participant === participant && span.to === null)?.because;

/** The event by which HR said that this person's address, which was out of use, is right as it is. */
export function confirmedBy(
  participant: ParticipantId,
  { suspended, readdressed }: Pick<Plan, 'suspended' | 'readdressed'>,
): number | undefined {
  const given = readdressed.findLast((change) => change.participant === participant)?.seq;
  return suspended.find((span) => span.participant === participant && span.confirmedBy === given)
    ?.confirmedBy;
}

/** Whether mail is sent to this person at all: not while it goes to somebody else, comes back, or is unwanted there. */
export const isMailable = (participant: ParticipantId, plan: Plan): boolean =>
  !isMisdirected(participant, plan) && suspensionOf(participant, plan) === undefined;

/** A mail owed in the evening, or within the rules' quiet hours, may wait so long for its moment. */
const HELD_FOR_HOURS = 24;

const spansAt = (participant: ParticipantId, at: Instant, { suspended }: Plan): Plan['suspended'] =>
  suspended.filter(
    (span) => span.participant === participant && span.from <= at && (span.to === null || at < span.to),
  );

/** Whether at `at` this person could not be written to, because mail to them came back for good. */
export const isCutOff = (participant: ParticipantId, at: Instant, plan: Plan): boolean =>
  spansAt(participant, at, plan).some(({ because }) => because === 'bounced');

/**
 * Whether a mail owed at `owedAt` was kept back, or may have been, because its reader had called an earlier one unwanted
 * by `at`.
 */
export const mayBeKeptBack = (
  participant: ParticipantId,
  owedAt: Instant,
  at: Instant,
  plan: Plan,
): boolean => spansAt(participant, at, plan).some(({ from }) => from < addHours(owedAt, HELD_FOR_HOURS));
