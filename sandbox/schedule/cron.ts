import { Temporal } from 'temporal-polyfill';

/** A schedule expression the sandbox cannot read; the message quotes it. */
export class UnknownSchedule extends Error {}

/** The first moment after `after` (both epoch milliseconds) at which a schedule is due; undefined when there is none. */
export type NextTime = (after: number) => number | undefined;

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
/** EventBridge counts days of the week from Sunday = 1. */
const DAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
const UNITS: Record<string, number> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };
const LAST_YEAR = 2199;

/** The values a field of a cron expression allows; undefined for any. */
const field = (written: string, from: number, to: number, names: string[] = []): Set<number> | undefined => {
  if (written === '*' || written === '?') return undefined;
  const number = (word: string): number => {
    const named = names.indexOf(word.toUpperCase());
    const value = named >= 0 ? named + 1 : Number(word);
    if (!Number.isInteger(value) || value < from || value > to) throw new UnknownSchedule(written);
    return value;
  };
  const values = new Set<number>();
  for (const part of written.split(',')) {
    const [range = '', step] = part.split('/');
    const [low, high] = range.split('-');
    const first = range === '*' ? from : number(low ?? '');
    const last = high !== undefined ? number(high) : step !== undefined || range === '*' ? to : first;
    const by = step === undefined ? 1 : Number(step);
    if (!Number.isInteger(by) || by < 1) throw new UnknownSchedule(written);
    for (let value = first; value <= last; value += by) values.add(value);
  }
  return values;
};

const allows = (values: Set<number> | undefined, value: number): boolean => values?.has(value) ?? true;

const rate = (expression: string): NextTime | undefined => {
  const [, value, unit = ''] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression) ?? [];
  if (value === undefined || Number(value) < 1) return undefined;
  return (after) => after + Number(value) * (UNITS[unit] ?? 0);
};

const once = (expression: string, timeZone: string): NextTime | undefined => {
  const [, local] = /^at\((\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)\)$/.exec(expression) ?? [];
  if (local === undefined) return undefined;
  const time = Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone).epochMilliseconds;
  return (after) => (time > after ? time : undefined);
};

const cron = (expression: string, timeZone: string): NextTime | undefined => {
  const [, written] = /^cron\((.+)\)$/.exec(expression) ?? [];
  const fields = written?.trim().split(/\s+/) ?? [];
  if (fields.length !== 6) return undefined;
  const [m = '', h = '', dom = '', mon = '', dow = '', y = ''] = fields;
  if (/[LW#]/.test(dom) || /[L#]/.test(dow.toUpperCase().replace(/[A-Z]{3}/g, '')))
    throw new UnknownSchedule(expression);
  const minutes = field(m, 0, 59);
  const hours = field(h, 0, 23);
  const days = field(dom, 1, 31);
  const months = field(mon, 1, 12, MONTHS);
  const weekdays = field(dow, 1, 7, DAYS);
  const years = field(y, 1970, LAST_YEAR);
  const isDay = (date: Temporal.PlainDate) =>
    allows(years, date.year) &&
    allows(months, date.month) &&
    allows(days, date.day) &&
    allows(weekdays, (date.dayOfWeek % 7) + 1);

  return (after) => {
    const start = Temporal.Instant.fromEpochMilliseconds(after).toZonedDateTimeISO(timeZone);
    for (let date = start.toPlainDate(); date.year <= LAST_YEAR; date = date.add({ days: 1 })) {
      if (!isDay(date)) continue;
      for (let hour = 0; hour < 24; hour++) {
        if (!allows(hours, hour)) continue;
        for (let minute = 0; minute < 60; minute++) {
          if (!allows(minutes, minute)) continue;
          const time = date.toZonedDateTime({ timeZone, plainTime: { hour, minute } }).epochMilliseconds;
          if (time > after) return time;
        }
      }
    }
    return undefined;
  };
};

/**
 * Reads `rate(15 minutes)`, `cron(0 9 ? * MON-FRI *)` or `at(2027-01-05T09:00:00)`.
 *
 * @param timeZone the zone a cron or at expression is meant in.
 * @throws UnknownSchedule
 */
export const nextTime = (expression: string, timeZone = 'UTC'): NextTime => {
  const found = rate(expression) ?? cron(expression, timeZone) ?? once(expression, timeZone);
  if (!found) throw new UnknownSchedule(expression);
  return found;
};
