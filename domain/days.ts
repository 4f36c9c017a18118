import * as Instants from 'temporal-polyfill/fns/Instant';
import * as Dates from 'temporal-polyfill/fns/PlainDate';
import * as Zoned from 'temporal-polyfill/fns/ZonedDateTime';
import { dateOf } from './dates.ts';
import type { Day, Instant } from './plan.ts';

/** The day `days` calendar days later. */
export function addDays(day: Day, days: number): Day {
  return Dates.toString(Dates.addDays(dateOf(day), days));
}

/** The day a calendar on the wall of `zone` shows at that moment. */
export function dayIn(instant: Instant, zone: string): Day {
  return Dates.toString(Zoned.toPlainDate(Instants.toZonedDateTimeISO(Instants.fromString(instant), zone)));
}

/** The moment `hours` hours later. */
export function addHours(instant: Instant, hours: number): Instant {
  return Instants.toString(Instants.addHours(Instants.fromString(instant), hours));
}
