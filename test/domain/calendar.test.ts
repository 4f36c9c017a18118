import { describe, expect, test } from 'vitest';
import { ruleLibrary } from '../../adapters/packs.ts';
import {
  BadOffset,
  businessCalendar,
  daysInclusive,
  isDay,
  isTimeZone,
  UnknownTimeZone,
} from '../../domain/calendar.ts';
import type { HolidayCalendar } from '../../domain/pack.ts';

const holidays = (id: string): HolidayCalendar => {
  const calendar = ruleLibrary().calendar(id);
  if (!calendar) throw new Error(`no calendar ${id}`);
  return calendar;
};
const dc = businessCalendar(holidays('us-dc'), 'America/New_York');
const federal = businessCalendar(holidays('us-federal'), 'America/New_York');
const weekendsOnly = businessCalendar(holidays('none'), 'America/New_York');

describe('a distance in days', () => {
  test.each([
    ['2026-12-01', '+5bd', '2026-12-08'],
    ['2026-12-04', '+1bd', '2026-12-07'],
    ['2026-12-05', '+1bd', '2026-12-07'],
    ['2026-12-07', '-1bd', '2026-12-04'],
    ['2026-12-06', '-1bd', '2026-12-04'],
    ['2026-12-07', '-2bd', '2026-12-03'],
    ['2026-12-05', '0bd', '2026-12-07'],
    ['2026-12-07', '0bd', '2026-12-07'],
    ['2026-12-05', '0d', '2026-12-05'],
    ['2026-12-04', '+3d', '2026-12-07'],
    ['2026-12-01', '-3d', '2026-11-28'],
    ['2026-12-24', '+1bd', '2026-12-28'],
    ['2026-12-31', '+1bd', '2027-01-04'],
    // Ten business days over Presidents' Day: the due day of a plan that ends on Friday 5 February 2027.
    ['2027-02-05', '+10bd', '2027-02-22'],
  ])('from %s, %s is %s', (day, offset, expected) => {
    expect(dc.add(day, offset)).toBe(expected);
  });

  test.each(['5bd', '+bd', '+5', '+5 bd', '++5bd', '5', '', '+5BD', '+99999bd', '1d'])(
    '"%s" is refused by name',
    (offset) => {
      const add = () => dc.add('2026-12-01', offset);
      expect(add).toThrow(BadOffset);
      expect(add).toThrow(expect.objectContaining({ code: 'bad_offset', offset }));
    },
  );

  test('business days are counted after the first day and up to the last', () => {
    expect(dc.businessDaysBetween('2026-12-01', '2026-12-08')).toBe(5);
    expect(dc.businessDaysBetween('2026-12-08', '2026-12-01')).toBe(-5);
    expect(dc.businessDaysBetween('2026-12-04', '2026-12-06')).toBe(0);
    expect(dc.businessDaysBetween('2026-12-23', '2026-12-28')).toBe(2);
  });

  test('both ends of a period are counted in its length', () => {
    expect(daysInclusive('2026-12-01', '2027-01-29')).toBe(60);
    expect(daysInclusive('2026-12-01', '2026-12-01')).toBe(1);
  });
});

describe('holidays', () => {
  test('the District keeps these days in 2026', () => {
    expect(daysOff(dc, 2026)).toEqual([
      ['2026-01-01', "New Year's Day"],
      ['2026-01-19', "Dr. Martin Luther King, Jr.'s Birthday"],
      ['2026-02-16', "Washington's Birthday"],
      ['2026-04-16', 'District of Columbia Emancipation Day'],
      ['2026-05-25', 'Memorial Day'],
      ['2026-06-19', 'Juneteenth National Independence Day'],
      ['2026-07-03', 'Independence Day (observed)'],
      ['2026-09-07', 'Labor Day'],
      ['2026-10-12', "Indigenous Peoples' Day"],
      ['2026-11-11', 'Veterans Day'],
      ['2026-11-26', 'Thanksgiving Day'],
      ['2026-12-25', 'Christmas Day'],
    ]);
  });

  test('federal days are those the personnel office published for 2023', () => {
    expect(daysOff(federal, 2023).map(([day]) => day)).toEqual([
      '2023-01-02',
      '2023-01-16',
      '2023-02-20',
      '2023-05-29',
      '2023-06-19',
      '2023-07-04',
      '2023-09-04',
      '2023-10-09',
      '2023-11-10',
      '2023-11-23',
      '2023-12-25',
    ]);
  });

  test("a New Year's Day on a Saturday is observed in the old year", () => {
    expect(dc.holidayOn('2027-12-31')).toBe("New Year's Day (observed)");
    expect(dc.isBusinessDay('2027-12-31')).toBe(false);
    expect(dc.isBusinessDay('2028-01-03')).toBe(true);
  });

  test('Emancipation Day moves off a weekend and was not kept before 2007', () => {
    expect(dc.holidayOn('2028-04-17')).toBe('District of Columbia Emancipation Day (observed)');
    expect(dc.holidayOn('2022-04-15')).toBe('District of Columbia Emancipation Day (observed)');
    expect(dc.holidayOn('2004-04-16')).toBeUndefined();
    expect(federal.holidayOn('2026-04-16')).toBeUndefined();
  });

  test('Inauguration Day comes every fourth year, moves from a Sunday, and does not move from a Saturday', () => {
    expect(dc.holidayOn('2021-01-20')).toBe('Inauguration Day');
    expect(dc.holidayOn('2026-01-20')).toBeUndefined();
    expect(dc.holidayOn('2013-01-21')).toContain('Inauguration Day (observed)');
    expect(dc.holidayOn('2013-01-21')).toContain("Dr. Martin Luther King, Jr.'s Birthday");
    expect(dc.holidayOn('2029-01-20')).toBe('Inauguration Day');
    expect(dc.isBusinessDay('2029-01-19')).toBe(true);
    expect(dc.isBusinessDay('2029-01-22')).toBe(true);
    expect(dc.holidayOn('1977-01-20')).toBeUndefined();
  });

  test('a calendar without holidays knows weekends only', () => {
    expect(weekendsOnly.isBusinessDay('2026-12-25')).toBe(true);
    expect(weekendsOnly.isBusinessDay('2026-12-26')).toBe(false);
  });
});

describe('wall clocks', () => {
  test.each([
    ['2026-12-01', '09:00', '2026-12-01T14:00:00Z'],
    ['2026-07-01', '17:00', '2026-07-01T21:00:00Z'],
    // Clocks skip 02:00–03:00 on 14 March 2027 and repeat 01:00–02:00 on 7 November 2027.
    ['2027-03-14', '00:00', '2027-03-14T05:00:00Z'],
    ['2027-03-14', '02:30', '2027-03-14T07:30:00Z'],
    ['2027-03-14', '09:00', '2027-03-14T13:00:00Z'],
    ['2027-11-07', '01:30', '2027-11-07T05:30:00Z'],
    ['2027-11-07', '09:00', '2027-11-07T14:00:00Z'],
  ])('in Washington, %s at %s is %s', (day, time, instant) => {
    expect(dc.at(day, time)).toBe(instant);
  });

  test('a midnight that does not exist is the first moment that does', () => {
    const beirut = businessCalendar(holidays('none'), 'Asia/Beirut');
    const midnight = beirut.at('2026-03-29', '00:00');
    expect(midnight).toBe('2026-03-28T22:00:00Z');
    expect(beirut.dayOf(midnight)).toBe('2026-03-29');
  });

  test('a moment belongs to the day on the wall, not to the day in UTC', () => {
    expect(dc.dayOf('2026-12-02T04:59:59Z')).toBe('2026-12-01');
    expect(dc.dayOf('2026-12-02T05:00:00Z')).toBe('2026-12-02');
  });

  test.each(['Mars/Olympus', '', '+05:00', 'America/New York', '2026-01-01T00:00Z[America/New_York]'])(
    'there is no zone "%s"',
    (zone) => {
      expect(isTimeZone(zone)).toBe(false);
      expect(() => businessCalendar(holidays('none'), zone)).toThrow(UnknownTimeZone);
    },
  );
});

test.each([
  ['2026-02-28', true],
  ['2028-02-29', true],
  ['2026-02-29', false],
  ['2026-02-30', false],
  ['2026-13-01', false],
  ['2026-2-3', false],
  ['+002026-02-03', false],
  ['2026-02-03T00:00', false],
  ['20260203', false],
  ['', false],
])('whether "%s" is a day that exists: %s', (text, exists) => {
  expect(isDay(text)).toBe(exists);
});

/** The days of a year that would be working days but for a holiday. */
function daysOff(calendar: typeof dc, year: number): [string, string][] {
  const days: [string, string][] = [];
  for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = calendar.add(day, '+1d')) {
    const holiday = calendar.holidayOn(day);
    if (holiday && weekendsOnly.isBusinessDay(day)) days.push([day, holiday]);
  }
  return days;
}
