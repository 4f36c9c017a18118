import type { Instant, ParticipantId, Plan } from './plan.ts';

/** Whether somebody else says that they get this person's mail, and the address was not corrected yet. */
export const isMisdirected = (participant: ParticipantId, { misdirected }: Plan): boolean =>
  misdirected.some((span) => span.participant === participant && span.to === null);

/** Whether what was mailed to this person at `at` went to somebody else. */
export const wentToSomebodyElse = (participant: ParticipantId, at: Instant, { misdirected }: Plan): boolean =>
  misdirected.some(
    (span) => span.participant === participant && span.from <= at && (span.to === null || at < span.to),
  );

/** An e-mail address as it is compared, however people write it. */
export const mailboxOf = (address: string): string => address.trim().toLowerCase();

/** Whether two e-mail addresses name the same mailbox, as people write them. */
export const sameAddress = (a: string, b: string): boolean => mailboxOf(a) === mailboxOf(b);
