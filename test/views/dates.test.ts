import { expect, test } from 'vitest';
import { dayIn, dayInWords, momentInWords, shortDay } from '../../views/dates.ts';

test('a moment is said in the zone of the plan, summer and winter', () => {
  const say = (at: string, zone: string) => momentInWords(at, zone, 'en-US');
  expect(say('2027-01-08T22:00:00Z', 'America/New_York')).toBe(
    'Friday, January 8, 2027 at 5:00 PM Eastern Standard Time',
  );
  expect(say('2027-07-01T21:00:00Z', 'America/New_York')).toBe(
    'Thursday, July 1, 2027 at 5:00 PM Eastern Daylight Time',
  );
  expect(say('2027-01-08T22:00:00Z', 'Europe/London')).toBe(
    'Friday, January 8, 2027 at 10:00 PM Greenwich Mean Time',
  );
});

test('a day is said as it is written, in whatever zone the machine stands', () => {
  expect(dayInWords('2027-01-01', 'en-US')).toBe('Friday, January 1, 2027');
  expect(shortDay('2027-01-01', 'en-US')).toBe('January 1');
});

test('the day of a moment is that of the zone', () => {
  expect(dayIn('2027-01-01T04:59:59Z', 'America/New_York')).toBe('2026-12-31');
  expect(dayIn('2027-01-01T05:00:00Z', 'America/New_York')).toBe('2027-01-01');
});

test('Spanish days and moments read within a sentence', () => {
  expect(dayInWords('2027-03-05', 'es-US')).toBe('viernes 5 de marzo de 2027');
  const say = (at: string) => momentInWords(at, 'America/New_York', 'es-US');
  expect(say('2027-03-05T22:00:00Z')).toBe(
    'viernes 5 de marzo de 2027, a las 5:00 p.m. (hora estándar oriental)',
  );
  expect(say('2027-07-01T17:00:00Z')).toBe(
    'jueves 1 de julio de 2027, a la 1:00 p.m. (hora de verano oriental)',
  );
});
