import { expect, test } from 'vitest';
import { ruleLibrary } from '../../adapters/packs.ts';
import { holidaysOfYear } from '../../domain/holidays.ts';

const england = ruleLibrary().calendar('uk-england');
if (!england) throw new Error('There is no calendar uk-england.');
const working = (year: number) =>
  [...holidaysOfYear(england, year).keys()]
    .filter((day) => ![0, 6].includes(new Date(day).getUTCDay()))
    .sort();

test.each([
  [
    'Boxing Day on a Saturday is made up for on Monday',
    2026,
    ['01-01', '04-03', '04-06', '05-04', '05-25', '08-31', '12-25', '12-28'],
  ],
  [
    'Christmas on a Saturday pushes Boxing Day’s day to Tuesday',
    2027,
    ['01-01', '03-26', '03-29', '05-03', '05-31', '08-30', '12-27', '12-28'],
  ],
  [
    'New Year’s Day on a Saturday is made up for on Monday',
    2028,
    ['01-03', '04-14', '04-17', '05-01', '05-29', '08-28', '12-25', '12-26'],
  ],
  [
    'Christmas on a Sunday goes past Boxing Day',
    2033,
    ['01-03', '04-15', '04-18', '05-02', '05-30', '08-29', '12-26', '12-27'],
  ],
])('%s', (_, year, days) => {
  expect(working(year)).toEqual(days.map((day) => `${year}-${day}`));
});

/** Easter Sundays as almanacs have them, the earliest and the latest possible among them. */
test.each(['1818-03-22', '1943-04-25', '1954-04-18', '1981-04-19', '2000-04-23', '2049-04-18', '2076-04-19'])(
  'Good Friday is two days before Easter Sunday %s, and Easter Monday the day after',
  (sunday) => {
    const away = (days: number) =>
      new Date(Date.parse(sunday) + days * 86_400_000).toISOString().slice(0, 10);
    const holidays = holidaysOfYear(england, Number(sunday.slice(0, 4)));
    expect(holidays.get(away(-2))).toBe('Good Friday');
    expect(holidays.get(away(1))).toBe('Easter Monday');
  },
);
