import type { Instant, LinkId } from '../domain/index.ts';
import { savedKey } from './keys.ts';
import type { Row, Rows } from './rows.ts';
import type { PlanStore, SavedAnswer } from './store.ts';

/** The part of the store that keeps what people typed and have not sent. */
export const savedAnswersOf = (rows: Rows): Pick<PlanStore, 'saveAnswer' | 'dropAnswer'> => ({
  async saveAnswer(linkId, { values, at, planVersion, until }) {
    const words = JSON.stringify(values);
    await rows.put({ ...keyOf(linkId), words, at, planVersion, until, ttl: secondsOf(until) }, {});
  },

  async dropAnswer(linkId, now) {
    await rows.put(forgotten(linkId, now), {});
  },
});

/** `undefined` when nothing is saved, or no more. */
export function savedAnswer(row: Row | undefined): SavedAnswer | undefined {
  if (typeof row?.words !== 'string') return undefined;
  const { words, at, planVersion, until } = row as Row & Omit<SavedAnswer, 'values'> & { words: string };
  return { values: JSON.parse(words), at, planVersion, until };
}

/**
 * The row without anything in it, which the table then removes: whoever answers needs no right to delete anything, so
 * that no page can take a part of a record away.
 */
export const forgotten = (linkId: LinkId, now: Instant): Row => ({ ...keyOf(linkId), ttl: secondsOf(now) });

function keyOf(linkId: LinkId) {
  const key = savedKey(linkId);
  if (!key) throw new RangeError('A link id is <planId>.<16 letters or digits>.');
  return key;
}

/** As the table counts the time of rows that it removes. */
const secondsOf = (at: Instant): number => Math.floor(Date.parse(at) / 1000);
