import { Temporal } from 'temporal-polyfill';
import type { Day, Instant } from './plan.ts';

/** The day `days` calendar days later. */
export function addDays(day: Day, days: number): Day {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** The moment `hours` hours later. */
export function addHours(instant: Instant, hours: number): Instant {
  return Temporal.Instant.from(instant).add({ hours }).toString();
}
