import type { Clock, Resource } from '../types.ts';

export interface ThinningOptions {
  clock: Pick<Clock, 'now'>;
  /** Milliseconds of virtual time after which a run is made in any case; 0 makes them all. */
  every: number;
}

/**
 * Says which runs of a schedule may be left out when the clock jumps over months, because nothing happened that they
 * could find: a run every quarter of an hour would take most of the time a story takes.
 */
export interface Thinning {
  /** The world changed: after a while the next run looks at it. */
  changed(): void;
  /** Something is kept for that moment (epoch milliseconds), and a run after it has to bring it back. */
  keptFor(moment: number): void;
  /** Something went wrong: every run is made until one of them changes the world, which is then the repair. */
  trouble(): void;
  /** Whether the run due now may be left out. */
  skip(schedule: Resource): boolean;
  /** The run that was not left out is over. */
  ran(schedule: Resource): void;
  reset(): void;
}

/** What is left undone is not late at once; a run sooner than this would not find it. */
const LATE_AFTER_MS = 15 * 60_000;

export const createThinning = ({ clock, every }: ThinningOptions): Thinning => {
  const runs = new Map<string, { at: number; changes: number }>();
  const kept = new Set<number>();
  let changes = 0;
  let changedAt = 0;
  let isTroubled = false;

  const isNeeded = (last: { at: number; changes: number } | undefined): boolean => {
    const now = clock.now();
    if (!last || isTroubled || now - last.at >= every) return true;
    const since = last.at - LATE_AFTER_MS;
    if ([...kept].some((moment) => moment > since && moment <= now - LATE_AFTER_MS)) return true;
    return changes > last.changes && now - changedAt >= LATE_AFTER_MS;
  };

  return {
    changed: () => {
      changes++;
      changedAt = clock.now();
    },
    keptFor: (moment) => {
      kept.add(moment);
    },
    trouble: () => {
      isTroubled = true;
    },
    skip: ({ arn }) => {
      if (!isNeeded(runs.get(arn))) return true;
      runs.set(arn, { at: clock.now(), changes });
      return false;
    },
    ran: ({ arn }) => {
      if (changes > (runs.get(arn)?.changes ?? 0)) isTroubled = false;
    },
    reset: () => {
      runs.clear();
      kept.clear();
      changes = 0;
      changedAt = 0;
      isTroubled = false;
    },
  };
};
