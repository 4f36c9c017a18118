import { Temporal } from 'temporal-polyfill';
import type { Day, Instant } from './plan.ts';

/** The day `days` calendar days later. */
export function addDays(day: Day, days: number): Day {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** The day a calendar on the wall of `zone` shows at that moment. */
export function dayIn(instant: Instant, zone: string): Day {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** The moment `hours` hours later. */
export function addHours(instant: Instant, hours: number): Instant {
  return Temporal.Instant.from(instant).add({ hours }).toString();
}
