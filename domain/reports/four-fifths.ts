/** How many plans of a group have ended, and how many of those were met. */
export interface Rated {
  decided: number;
  met: number;
}

/** Whether the first was met more often than the second; in whole numbers, because 0.1 + 0.2 is not 0.3. */
const isHigher = (a: Rated, b: Rated): boolean => a.met * b.decided > b.met * a.decided;

/** The one with the highest rate; `undefined` when there are no two to compare. */
export const highestOf = <T extends Rated>(groups: readonly T[]): T | undefined =>
  groups.length > 1 ? groups.reduce((best, one) => (isHigher(one, best) ? one : best)) : undefined;

/**
 * Whether the rate is less than four fifths of the other's, which is generally looked into (29 CFR 1607.4(D)). Exactly
 * four fifths is not less.
 */
export const isBelowFourFifths = (one: Rated, best: Rated): boolean =>
  5 * one.met * best.decided < 4 * best.met * one.decided;
