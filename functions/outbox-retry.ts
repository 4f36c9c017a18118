import type { OutboxRow, Settlement } from '../adapters/store.ts';
import { addHours } from '../domain/days.ts';
import type { Instant } from '../domain/plan.ts';

/** What an operator has to mend is noticed on a working day and mended on the next. */
const KEEP_TRYING_HOURS = 48;
/** So many at least: after an outage, what is old already is not given up for being throttled once. */
const FEWEST_ATTEMPTS = 10;

/**
 * Gives a claimed effect back for a later attempt, further away each time; in the end it fails. `code` is an error's name.
 * Mails have rules of their own: functions/mailer/try-again.ts.
 */
export function tryLater(
  { attempts, createdAt }: Pick<OutboxRow, 'attempts' | 'createdAt'>,
  code: string,
  now: Instant,
): Settlement {
  const tooOld = now >= addHours(createdAt, KEEP_TRYING_HOURS);
  if (tooOld && attempts >= FEWEST_ATTEMPTS) return { status: 'FAILED', error: code };
  const seconds = Math.min(3600, 60 * 2 ** (attempts - 1));
  return { status: 'PENDING', error: code, notBefore: addSeconds(now, seconds) };
}

const addSeconds = (now: Instant, seconds: number): Instant =>
  `${new Date(Date.parse(now) + seconds * 1000).toISOString().slice(0, 19)}Z`;
