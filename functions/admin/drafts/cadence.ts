import type { BusinessCalendar } from '../../../domain/calendar.ts';
import { addDays } from '../../../domain/days.ts';
import type { CheckInDate, Day } from '../../../domain/plan.ts';

/** How often, in weeks. */
export const CADENCES = [1, 2, 3, 4] as const;

/**
 * Working days every so many weeks after the first day, up to the last. A day that nobody works moves to the next one
 * that they do; what would fall behind the end is left out.
 */
export function checkInDays(first: Day, last: Day, everyWeeks: number, calendar: BusinessCalendar): Day[] {
  const days: Day[] = [];
  for (let day = addDays(first, everyWeeks * 7); day <= last; day = addDays(day, everyWeeks * 7)) {
    const working = calendar.onOrAfter(day);
    if (working <= last && working !== days.at(-1)) days.push(working);
  }
  return days;
}

/**
 * Each day with what should be reached by then: in even steps from where the measure stands to the target, which is
 * reached on the last. Without both numbers a benchmark is left open.
 */
export function withBenchmarks(
  days: readonly Day[],
  baseline: unknown,
  target: unknown,
): (Pick<CheckInDate, 'date'> & Partial<CheckInDate>)[] {
  if (typeof baseline !== 'number' || typeof target !== 'number') return days.map((date) => ({ date }));
  const step = (target - baseline) / Math.max(1, days.length);
  const isWhole = Number.isInteger(baseline) && Number.isInteger(target) && Math.abs(step) >= 1;
  const round = (value: number): number => (isWhole ? Math.round(value) : Math.round(value * 100) / 100);
  return days.map((date, at) => ({
    date,
    benchmark: at === days.length - 1 ? target : round(baseline + step * (at + 1)),
  }));
}
