import * as Dates from 'temporal-polyfill/fns/PlainDate';
import { type CalendarDate, dateOf, momentOf } from './dates.ts';
import { addDays, dayIn } from './days.ts';
import { Refusal } from './errors.ts';
import { holidaysOfYear } from './holidays.ts';
import type { HolidayCalendar, Offset } from './pack.ts';
import type { Day, Instant } from './plan.ts';

/** The zone is not in the IANA time zone database. */
export class UnknownTimeZone extends Refusal {
  readonly code = 'unknown_time_zone';
  readonly wayOut = 'Use a name from the IANA time zone database, such as America/New_York.';
  constructor() {
    super('There is no time zone with this name.');
  }
}

/** A distance in days that is not written as `+5bd`, `-3d` or `0d`. */
export class BadOffset extends Refusal {
  readonly code = 'bad_offset';
  readonly wayOut = 'Write a distance as +5bd (business days), -3d (calendar days) or 0d.';
  constructor(readonly offset: string) {
    super(`"${offset}" is not a distance in days.`);
  }
}

/** The days and hours of one organisation: its weekends and holidays, read in one time zone. */
export interface BusinessCalendar {
  readonly timeZone: string;
  isBusinessDay(day: Day): boolean;
  /**
   * The day at a distance. `+5bd` is the fifth business day after `day` (`day` itself never counts), `-2bd` the
   * second before, `0bd` the day itself or the first business day after it; `+3d` and `-3d` count every day.
   * @throws BadOffset
   */
  add(day: Day, offset: Offset): Day;
  /** `day` itself when it is a business day, otherwise the first one after it. */
  onOrAfter(day: Day): Day;
  /**
   * The moment a wall clock in the zone shows `HH:MM` on that day. A time the clocks skip in spring is moved later
   * by the length of the gap; a time they show twice in autumn is the first of the two.
   */
  at(day: Day, time: string): Instant;
  /**
   * The moment at a distance from another: minutes are counted, and of days that far away it is `HH:MM`.
   * @throws BadOffset
   */
  after(from: Instant, offset: Offset, time: string): Instant;
  /** The day a calendar on the wall shows at that moment. */
  dayOf(instant: Instant): Day;
  /** Business days after `from`, up to and including `to`; negative when `to` is earlier. */
  businessDaysBetween(from: Day, to: Day): number;
  /** The holiday kept on that day, or `undefined`. */
  holidayOn(day: Day): string | undefined;
}

const OFFSET = /^(?<distance>0|[+-]\d{1,4})(?<unit>bd|d)$/;
const MINUTES = /^\+(\d{1,4})min$/;
const ZONE_NAME = /^(UTC|[A-Za-z][A-Za-z_]+(\/[A-Za-z][A-Za-z0-9_+-]*)+)$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Whether the text is a day that exists, written `YYYY-MM-DD`: `2026-02-30` is not. */
export function isDay(text: string): boolean {
  if (!DAY.test(text)) return false;
  try {
    dateOf(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * Whether the name is a zone of the IANA database: `UTC`, or a region and a place. Offsets and abbreviations are not:
 * `EST` knows no summer time, so deadlines read in it would be an hour off.
 */
export function isTimeZone(name: string): boolean {
  if (!ZONE_NAME.test(name)) return false;
  try {
    Dates.toZonedDateTime(dateOf('2026-01-01'), name);
    return true;
  } catch {
    return false;
  }
}

/** Calendar days from the first to the last day, both counted: a plan from 1 December to 29 January lasts 60. */
export function daysInclusive(first: Day, last: Day): number {
  return Dates.diffDays(dateOf(first), dateOf(last)) + 1;
}

/**
 * Reads `+5bd` as `{ distance: 5, unit: 'bd' }`.
 * @throws BadOffset
 */
export function parseOffset(offset: Offset): { distance: number; unit: 'bd' | 'd' } {
  const match = OFFSET.exec(offset);
  if (!match?.groups) throw new BadOffset(offset);
  return { distance: Number(match.groups.distance), unit: match.groups.unit === 'bd' ? 'bd' : 'd' };
}

/** A little more than a year of days, for every distance and hour a pack asks for. */
const MOST_REMEMBERED = 5_000;

/** Works out each answer once: the same few days are asked for at every step of every plan. */
function remembered(answer: (day: string, by: string) => string): (day: string, by?: string) => string {
  const known = new Map<string, string>();
  return (day, by = '') => {
    const key = `${day} ${by}`;
    const found = known.get(key) ?? answer(day, by);
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(key, found);
    return found;
  };
}

/**
 * Days and hours on one calendar in one zone. Pure: it never asks what time it is.
 * @throws UnknownTimeZone
 */
export function businessCalendar(holidays: HolidayCalendar, timeZone: string): BusinessCalendar {
  if (!isTimeZone(timeZone)) throw new UnknownTimeZone();

  const years = new Map<number, Map<Day, string>>();
  const holidayOn = (day: CalendarDate) => {
    const year = years.get(day.year) ?? holidaysOfYear(holidays, day.year);
    years.set(day.year, year);
    return year.get(Dates.toString(day));
  };
  const isBusinessDay = (day: CalendarDate) =>
    !holidays.weekend.includes(Dates.dayOfWeek(day)) && holidayOn(day) === undefined;

  const step = (from: CalendarDate, businessDays: number) => {
    const days = Math.sign(businessDays);
    let day = from;
    for (let left = Math.abs(businessDays); left > 0; ) {
      day = Dates.addDays(day, days);
      if (isBusinessDay(day)) left -= 1;
    }
    return day;
  };
  const onOrAfter = (day: CalendarDate) => (isBusinessDay(day) ? day : step(day, 1));

  const between = (from: CalendarDate, to: CalendarDate): number => {
    if (Dates.compare(from, to) > 0) return -between(to, from);
    let count = 0;
    for (let day = from; Dates.compare(day, to) < 0; ) {
      day = Dates.addDays(day, 1);
      if (isBusinessDay(day)) count += 1;
    }
    return count;
  };

  const calendar: BusinessCalendar = {
    timeZone,
    isBusinessDay: (day) => isBusinessDay(dateOf(day)),
    add: remembered((day, offset) => {
      const { distance, unit } = parseOffset(offset);
      if (unit === 'd') return addDays(day, distance);
      return Dates.toString(distance === 0 ? onOrAfter(dateOf(day)) : step(dateOf(day), distance));
    }),
    onOrAfter: (day) => Dates.toString(onOrAfter(dateOf(day))),
    at: remembered((day, time) => momentOf(dateOf(day), time, timeZone)),
    dayOf: remembered((instant) => dayIn(instant, timeZone)),
    businessDaysBetween: (from, to) => between(dateOf(from), dateOf(to)),
    holidayOn: (day) => holidayOn(dateOf(day)),
    after: (from, offset, time) => {
      const minutes = MINUTES.exec(offset)?.[1];
      return minutes === undefined
        ? calendar.at(calendar.add(calendar.dayOf(from), offset), time)
        : momentLater(from, Number(minutes));
    },
  };
  return calendar;
}

const momentLater = (from: Instant, minutes: number): Instant =>
  `${new Date(Date.parse(from) + minutes * 60_000).toISOString().slice(0, 19)}Z`;
