import type { OutboxRow, Settlement } from '../adapters/store.ts';
import type { Instant } from '../domain/plan.ts';

/** After this many attempts somebody has to look at it. */
const MOST_ATTEMPTS = 10;

/** Gives a claimed row back for a later attempt, further away each time; in the end it fails. `code` is an error's name. */
export function tryLater({ attempts }: Pick<OutboxRow, 'attempts'>, code: string, now: Instant): Settlement {
  if (attempts >= MOST_ATTEMPTS) return { status: 'FAILED', error: code };
  const seconds = Math.min(3600, 60 * 2 ** (attempts - 1));
  return { status: 'PENDING', error: code, notBefore: addSeconds(now, seconds) };
}

const addSeconds = (now: Instant, seconds: number): Instant =>
  `${new Date(Date.parse(now) + seconds * 1000).toISOString().slice(0, 19)}Z`;
