import type { Because } from '../../adapters/send-outcome.ts';
import { PROBE_MINUTES } from '../../adapters/sending-pause.ts';
import type { Settlement } from '../../adapters/store.ts';
import { addHours } from '../../domain/days.ts';
import type { Instant } from '../../domain/plan.ts';
import type { MailRow } from './deliver.ts';

/**
 * An hour before a mail that nobody called lost counts as having arrived (domain/reached.ts): what never left must be in
 * the record by then, or somebody's silence would count who was asked nothing. What an operator has to mend is noticed on
 * a working day and mended on the next.
 */
export const GIVEN_UP_AFTER_HOURS = 47;

/** Why a mail waits; `before` is what broke ahead of the call to SES. */
type Why = Exclude<Because, 'message'> | 'before';

export interface Moment {
  now: Instant;
  /** From 0 up to, not including, 1. */
  random: () => number;
}

/** Whether nobody may go on trying to send this. */
export const isTooOld = ({ createdAt }: Pick<MailRow, 'createdAt'>, now: Instant): boolean =>
  now >= addHours(createdAt, GIVEN_UP_AFTER_HOURS);

/** Whether a mail that is held until then is brought back and tried before it is given up: the sweeper has its rounds. */
export const mayBeHeldUntil = (until: Instant, { createdAt }: Pick<MailRow, 'createdAt'>): boolean =>
  until <= addHours(createdAt, GIVEN_UP_AFTER_HOURS - 1);

/**
 * Gives a claimed mail back for a later attempt; once it is 47 hours old it fails instead, however often it was tried, and
 * the record says so. `code` is an error's name.
 *
 * Waits are drawn at random so that what was refused together does not come back together: from none at all up to a limit
 * that doubles with every attempt, a minute at first and an hour at most. A day's quota has room again bit by bit, as what
 * was sent the day before passes out of it: an hour and up to half of another. While sending is paused nothing is tried, and no
 * attempt counted.
 */
export function tryAgain(
  row: Pick<MailRow, 'attempts' | 'createdAt'>,
  { because, code }: { because: Why; code: string },
  { now, random }: Moment,
): Settlement {
  if (isTooOld(row, now)) return { status: 'FAILED', error: code };
  const wanted = secondsAfter(now, waitFor(because, row.attempts, random));
  const end = addHours(row.createdAt, GIVEN_UP_AFTER_HOURS);
  const notBefore = wanted < end ? wanted : end;
  return { status: 'PENDING', error: code, notBefore, ...(because === 'paused' && { untried: true }) };
}

/** In seconds. */
function waitFor(because: Why, attempts: number, random: () => number): number {
  switch (because) {
    case 'paused':
      return PROBE_MINUTES * 60;
    case 'quota':
      return 3600 + Math.floor(random() * 1800);
    case 'rate':
    case 'account':
    case 'before':
      return Math.max(1, Math.ceil(random() * Math.min(3600, 60 * 2 ** (attempts - 1))));
  }
}

const secondsAfter = (now: Instant, seconds: number): Instant =>
  `${new Date(Date.parse(now) + seconds * 1000).toISOString().slice(0, 19)}Z`;
