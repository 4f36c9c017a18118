import type { Meter } from '../types.ts';

type Counts = Record<string, number>;

/** What of `counts` is not in `taken`. */
const without = (counts: Counts, taken: Counts): Counts =>
  Object.fromEntries(
    Object.entries(counts)
      .map(([name, count]): [string, number] => [name, count - (taken[name] ?? 0)])
      .filter(([, count]) => count !== 0),
  );

const plus = (one: Counts, other: Counts): Counts => {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return Object.fromEntries([...names].map((name) => [name, (one[name] ?? 0) + (other[name] ?? 0)]));
};

export interface MeterBook {
  /** Does what the console needs to show itself; what it costs is nobody's bill. */
  unmetered<T>(work: () => Promise<T>): Promise<T>;
  /** From here on counts are told as those since the last move. */
  mark(): void;
  /** Counts since the start, and those since the mark. */
  read(): { total: Counts; since: Counts };
  clear(): void;
}

/** Reads the meter without what the console itself caused by looking. */
export const createMeterBook = (
  meter: Meter,
  /** Called before and after such work, in pairs. */
  around: { before(): void; after(): void } = { before: () => {}, after: () => {} },
): MeterBook => {
  let own: Counts = {};
  let marked: Counts = {};
  let depth = 0;
  let before: Counts = {};
  const total = (): Counts => without(meter.read(), own);
  return {
    unmetered: async (work) => {
      if (depth === 0) {
        before = meter.read();
        around.before();
      }
      depth += 1;
      try {
        return await work();
      } finally {
        depth -= 1;
        if (depth === 0) {
          own = plus(own, without(meter.read(), before));
          around.after();
        }
      }
    },
    mark: () => {
      marked = total();
    },
    read: () => ({ total: total(), since: without(total(), marked) }),
    clear: () => {
      own = {};
      marked = {};
    },
  };
};
