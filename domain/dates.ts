import * as Calendars from 'temporal-polyfill/fns/Calendar';
import * as Instants from 'temporal-polyfill/fns/Instant';
import * as Dates from 'temporal-polyfill/fns/PlainDate';
import * as Times from 'temporal-polyfill/fns/PlainTime';
import * as Zoned from 'temporal-polyfill/fns/ZonedDateTime';
import type { Day, Instant } from './plan.ts';

// Of Temporal its functions, not its classes: a bundler takes along those that are called, a third of the whole.

/** A day as one can reckon with it. */
export type CalendarDate = Dates.Record;

/** Reads `YYYY-MM-DD`. @throws RangeError when there is no such day */
export const dateOf = (day: Day): CalendarDate => Dates.fromString(day, Calendars.getISO);

/**
 * The moment a wall clock in the zone shows `HH:MM` on that day, to the second. A time the clocks skip in spring is moved
 * later by the length of the gap; a time they show twice in autumn is the first of the two.
 */
export function momentOf(date: CalendarDate, time: string, timeZone: string): Instant {
  const shown = Dates.toZonedDateTime(date, { timeZone, plainTime: Times.fromString(time) });
  return Instants.toString(Zoned.toInstant(shown), { smallestUnit: 'second' });
}
