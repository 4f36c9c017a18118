import { Temporal } from 'temporal-polyfill';
import type { HolidayCalendar, HolidayRule } from './pack.ts';
import type { Day } from './plan.ts';

const SATURDAY = 6;
const SUNDAY = 7;

/** The days of one year on which a holiday falls or is observed, by name. Days are ISO days, years are calendar years. */
export function holidaysOfYear(calendar: HolidayCalendar, year: number): Map<Day, string> {
  const days = new Map<Day, string>();
  const keep = (day: Temporal.PlainDate, name: string) => {
    if (day.year !== year || day.year < 1) return;
    const known = days.get(day.toString());
    days.set(day.toString(), known === undefined ? name : `${known}; ${name}`);
  };
  // New Year's Day on a Saturday is observed in the year before: look at the neighbours too.
  for (const nearby of [year - 1, year, year + 1]) {
    for (const holiday of calendar.holidays) {
      const day = dayIn(holiday, nearby);
      if (!day) continue;
      keep(day, holiday.name);
      const observed = observedDay(day, holiday.observed ?? calendar.observed);
      if (observed) keep(observed, `${holiday.name} (observed)`);
    }
  }
  return days;
}

function dayIn(holiday: HolidayRule, year: number): Temporal.PlainDate | undefined {
  if (year < 1 || (holiday.from !== undefined && year < holiday.from)) return undefined;
  if ('every' in holiday && (year < holiday.since || (year - holiday.since) % holiday.every !== 0))
    return undefined;
  const { on } = holiday;
  if ('day' in on) return Temporal.PlainDate.from({ year, month: on.month, day: on.day });
  return nthWeekday(year, on.month, on.weekday, on.nth);
}

function nthWeekday(year: number, month: number, weekday: number, nth: number): Temporal.PlainDate {
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  if (nth > 0) return first.add({ days: ((weekday - first.dayOfWeek + 7) % 7) + (nth - 1) * 7 });
  const last = first.with({ day: first.daysInMonth });
  return last.subtract({ days: (last.dayOfWeek - weekday + 7) % 7 });
}

function observedDay(
  day: Temporal.PlainDate,
  rule: { saturday: 'friday' | 'none'; sunday: 'monday' | 'none' },
): Temporal.PlainDate | undefined {
  if (day.dayOfWeek === SATURDAY && rule.saturday === 'friday') return day.subtract({ days: 1 });
  if (day.dayOfWeek === SUNDAY && rule.sunday === 'monday') return day.add({ days: 1 });
  return undefined;
}
