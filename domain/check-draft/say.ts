import { isDay } from '../calendar.ts';
import type { BrokenRule } from '../errors.ts';
import { brokenProductRule } from '../rules.ts';

const FIRST_YEAR = '2000-01-01';
const LAST_YEAR = '2199-12-31';

/** `1 day`, `3 days`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** A day that exists in the years a plan can be about. */
export function isPlanDay(text: string): boolean {
  return isDay(text) && text >= FIRST_YEAR && text <= LAST_YEAR;
}

/** What is wrong with a day, as a list of nothing or one. */
export function checkDay(field: string, text: string): BrokenRule[] {
  if (isPlanDay(text)) return [];
  if (isDay(text)) {
    return [
      brokenProductRule(field, `The day is not between ${FIRST_YEAR} and ${LAST_YEAR}: check the year.`),
    ];
  }
  return [brokenProductRule(field, 'There is no such day: write one that exists, as YYYY-MM-DD.')];
}

/** A number that every part of the record keeps exactly: at most 12 digits before the point and 6 after. */
export function isPlainNumber(number: number): boolean {
  return Math.abs(number) < 1e12 && Number(number.toFixed(6)) === number;
}
