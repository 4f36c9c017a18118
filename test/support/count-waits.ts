import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Rows } from '../../adapters/rows.ts';

/**
 * Counts how often somebody has to wait for a table, one wait after another: calls that are made together are one wait,
 * and a call that is made after another came back is the next. Every call takes a turn of the event loop, so that what
 * runs side by side here would run side by side there.
 *
 * @returns a function that says how many waits there were since it was asked last.
 */
export function countWaits(rows: Rows): () => number {
  let done = 0;
  let longest = 0;
  const counted = <Args extends unknown[], Result>(call: (...args: Args) => Promise<Result>) =>
    async function wait(...args: Args): Promise<Result> {
      const place = done + 1;
      longest = Math.max(longest, place);
      await nextTurn();
      const result = await call(...args);
      done = Math.max(done, place);
      return result;
    };
  const { get, getAll, query, look, count, put, update, transact } = rows;
  Object.assign(rows, {
    get: counted(get),
    getAll: counted(getAll),
    query: counted(query),
    look: counted(look),
    count: counted(count),
    put: counted(put),
    update: counted(update),
    transact: counted(transact),
  });
  return () => {
    const waits = longest;
    done = 0;
    longest = 0;
    return waits;
  };
}
