import { Temporal } from 'temporal-polyfill';
import type { HolidayCalendar, HolidayRule, Observed } from './pack.ts';
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
  const falls = [year - 1, year, year + 1].flatMap((nearby) =>
    calendar.holidays.flatMap((holiday) => {
      const day = dayIn(holiday, nearby);
      return day ? [{ holiday, day }] : [];
    }),
  );
  const taken = new Set(falls.map(({ day }) => day.toString()));
  const isFree = (day: Temporal.PlainDate) =>
    !calendar.weekend.includes(day.dayOfWeek) && !taken.has(day.toString());
  for (const { holiday, day } of falls) {
    keep(day, holiday.name);
    const observed = observedDay(day, holiday.observed ?? calendar.observed, isFree);
    if (!observed) continue;
    taken.add(observed.toString());
    keep(observed, `${holiday.name} (observed)`);
  }
  return days;
}

function dayIn(holiday: HolidayRule, year: number): Temporal.PlainDate | undefined {
  if (year < 1 || (holiday.from !== undefined && year < holiday.from)) return undefined;
  if ('every' in holiday && (year < holiday.since || (year - holiday.since) % holiday.every !== 0))
    return undefined;
  const { on } = holiday;
  if ('easter' in on) return easterSunday(year).add({ days: on.easter });
  if ('day' in on) return Temporal.PlainDate.from({ year, month: on.month, day: on.day });
  return nthWeekday(year, on.month, on.weekday, on.nth);
}

function nthWeekday(year: number, month: number, weekday: number, nth: number): Temporal.PlainDate {
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  if (nth > 0) return first.add({ days: ((weekday - first.dayOfWeek + 7) % 7) + (nth - 1) * 7 });
  const last = first.with({ day: first.daysInMonth });
  return last.subtract({ days: (last.dayOfWeek - weekday + 7) % 7 });
}

/** By the Gregorian computus: the Sunday after the first full moon of spring. */
function easterSunday(year: number): Temporal.PlainDate {
  const century = Math.floor(year / 100);
  const moon = year % 19;
  const corrections = century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25);
  const raw = (19 * moon + corrections + 15) % 30;
  const epact = raw - Math.floor(raw / 28) * (1 - Math.floor(29 / (raw + 1)) * Math.floor((21 - moon) / 11));
  const weekday = (year + Math.floor(year / 4) + epact + 2 - century + Math.floor(century / 4)) % 7;
  return Temporal.PlainDate.from({ year, month: 3, day: 28 }).add({ days: epact - weekday });
}

function observedDay(
  day: Temporal.PlainDate,
  rule: Observed,
  isFree: (day: Temporal.PlainDate) => boolean,
): Temporal.PlainDate | undefined {
  const to = day.dayOfWeek === SATURDAY ? rule.saturday : day.dayOfWeek === SUNDAY ? rule.sunday : 'none';
  if (to === 'none') return undefined;
  if (to === 'friday') return day.subtract({ days: 1 });
  let next = day.add({ days: 1 });
  while (to === 'next' && !isFree(next)) next = next.add({ days: 1 });
  return next;
}
