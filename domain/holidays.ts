import * as Dates from 'temporal-polyfill/fns/PlainDate';
import type { CalendarDate } from './dates.ts';
import type { HolidayCalendar, HolidayRule, Observed } from './pack.ts';
import type { Day } from './plan.ts';

const SATURDAY = 6;
const SUNDAY = 7;

/** The days of one year on which a holiday falls or is observed, by name. Days are ISO days, years are calendar years. */
export function holidaysOfYear(calendar: HolidayCalendar, year: number): Map<Day, string> {
  const days = new Map<Day, string>();
  const keep = (day: CalendarDate, name: string) => {
    if (day.year !== year || day.year < 1) return;
    const known = days.get(Dates.toString(day));
    days.set(Dates.toString(day), known === undefined ? name : `${known}; ${name}`);
  };
  // New Year's Day on a Saturday is observed in the year before: look at the neighbours too.
  const falls = [year - 1, year, year + 1].flatMap((nearby) =>
    calendar.holidays.flatMap((holiday) => {
      const day = dayIn(holiday, nearby);
      return day ? [{ holiday, day }] : [];
    }),
  );
  const taken = new Set(falls.map(({ day }) => Dates.toString(day)));
  const isFree = (day: CalendarDate) =>
    !calendar.weekend.includes(Dates.dayOfWeek(day)) && !taken.has(Dates.toString(day));
  for (const { holiday, day } of falls) {
    keep(day, holiday.name);
    const observed = observedDay(day, holiday.observed ?? calendar.observed, isFree);
    if (!observed) continue;
    taken.add(Dates.toString(observed));
    keep(observed, `${holiday.name} (observed)`);
  }
  return days;
}

function dayIn(holiday: HolidayRule, year: number): CalendarDate | undefined {
  if (year < 1 || (holiday.from !== undefined && year < holiday.from)) return undefined;
  if ('every' in holiday && (year < holiday.since || (year - holiday.since) % holiday.every !== 0))
    return undefined;
  const { on } = holiday;
  if ('easter' in on) return Dates.addDays(easterSunday(year), on.easter);
  if ('day' in on) return Dates.fromFields({ year, month: on.month, day: on.day });
  return nthWeekday(year, on.month, on.weekday, on.nth);
}

function nthWeekday(year: number, month: number, weekday: number, nth: number): CalendarDate {
  const first = Dates.create(year, month, 1);
  if (nth > 0) return Dates.addDays(first, ((weekday - Dates.dayOfWeek(first) + 7) % 7) + (nth - 1) * 7);
  const last = Dates.create(year, month, Dates.daysInMonth(first));
  return Dates.addDays(last, -((Dates.dayOfWeek(last) - weekday + 7) % 7));
}

/** By the Gregorian computus: the Sunday after the first full moon of spring. */
function easterSunday(year: number): CalendarDate {
  const century = Math.floor(year / 100);
  const moon = year % 19;
  const corrections = century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25);
  const raw = (19 * moon + corrections + 15) % 30;
  const epact = raw - Math.floor(raw / 28) * (1 - Math.floor(29 / (raw + 1)) * Math.floor((21 - moon) / 11));
  const weekday = (year + Math.floor(year / 4) + epact + 2 - century + Math.floor(century / 4)) % 7;
  return Dates.addDays(Dates.create(year, 3, 28), epact - weekday);
}

function observedDay(
  day: CalendarDate,
  rule: Observed,
  isFree: (day: CalendarDate) => boolean,
): CalendarDate | undefined {
  const weekday = Dates.dayOfWeek(day);
  const to = weekday === SATURDAY ? rule.saturday : weekday === SUNDAY ? rule.sunday : 'none';
  if (to === 'none') return undefined;
  if (to === 'friday') return Dates.addDays(day, -1);
  let next = Dates.addDays(day, 1);
  while (to === 'next' && !isFree(next)) next = Dates.addDays(next, 1);
  return next;
}
