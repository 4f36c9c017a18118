import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ruleLibrary } from '../../adapters/packs.ts';
import { type BusinessCalendar, businessCalendar } from '../../domain/calendar.ts';
import type { HolidayCalendar } from '../../domain/pack.ts';

const ZONES = [
  'America/New_York',
  'Europe/Berlin',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'America/St_Johns',
  'UTC',
];
const calendars: BusinessCalendar[] = ['none', 'us-dc', 'us-federal'].flatMap((id) =>
  ZONES.map((zone) => businessCalendar(ruleLibrary().calendar(id) as HolidayCalendar, zone)),
);

const anyCalendar = fc.constantFrom(...calendars);
const anyDay = fc
  .date({ min: new Date('2024-01-01'), max: new Date('2036-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const someDays = fc.integer({ min: 1, max: 60 });
const anyTime = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));

const holds = <T>(property: fc.IProperty<T>) => fc.assert(property, { numRuns: 300 });

describe('for any day, distance and zone', () => {
  test('going forth and back by business days returns to the same working day', () => {
    holds(
      fc.property(anyCalendar, anyDay, someDays, (calendar, day, distance) => {
        const start = calendar.onOrAfter(day);
        expect(calendar.add(calendar.add(start, `+${distance}bd`), `-${distance}bd`)).toBe(start);
        expect(calendar.add(calendar.add(start, `-${distance}bd`), `+${distance}bd`)).toBe(start);
      }),
    );
  });

  test('a distance in business days lands on a working day, never on a weekend or holiday', () => {
    holds(
      fc.property(anyCalendar, anyDay, fc.integer({ min: -60, max: 60 }), (calendar, day, distance) => {
        const there = calendar.add(day, distance === 0 ? '0bd' : `${distance < 0 ? '' : '+'}${distance}bd`);
        expect(calendar.isBusinessDay(there)).toBe(true);
        expect(calendar.holidayOn(there)).toBeUndefined();
        expect([0, 6]).not.toContain(new Date(there).getUTCDay());
      }),
    );
  });

  test('the count between two days is the distance from one to the other', () => {
    holds(
      fc.property(anyCalendar, anyDay, someDays, (calendar, day, distance) => {
        expect(calendar.businessDaysBetween(day, calendar.add(day, `+${distance}bd`))).toBe(distance);
      }),
    );
  });

  test('a later day, or a longer way, never arrives earlier', () => {
    holds(
      fc.property(anyCalendar, anyDay, anyDay, someDays, (calendar, a, b, distance) => {
        const [earlier, later] = a < b ? [a, b] : [b, a];
        const offset = `+${distance}bd`;
        expect(calendar.add(earlier, offset) <= calendar.add(later, offset)).toBe(true);
        expect(calendar.add(a, offset) < calendar.add(a, `+${distance + 1}bd`)).toBe(true);
      }),
    );
  });

  test('a moment named by day and time falls on that day, in whole seconds of UTC', () => {
    holds(
      fc.property(anyCalendar, anyDay, anyTime, (calendar, day, time) => {
        const instant = calendar.at(day, time);
        expect(instant).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
        expect(calendar.dayOf(instant)).toBe(day);
      }),
    );
  });

  test('a later time of the same day is never an earlier moment, even when the clocks change', () => {
    const changes = fc.constantFrom(
      '2027-03-14',
      '2027-11-07',
      '2027-03-28',
      '2027-10-31',
      '2027-04-04',
      '2027-10-03',
    );
    holds(
      fc.property(anyCalendar, changes, (calendar, day) => {
        // Midnight, morning and evening are the times a plan uses; a repeated hour maps to its first pass.
        const moments = ['00:00', '09:00', '17:00'].map((time) => calendar.at(day, time));
        expect(moments).toEqual([...moments].sort());
        expect(new Set(moments).size).toBe(3);
      }),
    );
  });
});
