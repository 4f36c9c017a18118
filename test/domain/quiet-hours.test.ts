import { describe, expect, test } from 'vitest';
import { quietUntil } from '../../domain/quiet-hours.ts';

const NIGHT = { from: '20:00', to: '07:00' };
const NEW_YORK = 'America/New_York';

describe('quiet hours over midnight', () => {
  test.each([
    ['a minute before they begin', '2026-12-02T00:59:59Z', undefined],
    ['the moment they begin', '2026-12-02T01:00:00Z', '2026-12-02T12:00:00Z'],
    ['before midnight', '2026-12-02T04:30:00Z', '2026-12-02T12:00:00Z'],
    ['after midnight', '2026-12-02T05:00:00Z', '2026-12-02T12:00:00Z'],
    ['their last second', '2026-12-02T11:59:59Z', '2026-12-02T12:00:00Z'],
    ['the moment they end', '2026-12-02T12:00:00Z', undefined],
    ['by day', '2026-12-02T15:00:00Z', undefined],
  ])('%s', (_, now, until) => {
    expect(quietUntil(now, NEW_YORK, NIGHT)).toBe(until);
  });

  test('are those of the wall clock of the reader', () => {
    const now = '2026-12-02T15:00:00Z';
    expect(quietUntil(now, NEW_YORK, NIGHT)).toBeUndefined();
    expect(quietUntil(now, 'Asia/Tokyo', NIGHT)).toBe('2026-12-02T22:00:00Z');
  });

  test('end an hour earlier by the sun in the night the clocks go forward, and later when they go back', () => {
    expect(quietUntil('2027-03-14T02:00:00Z', NEW_YORK, NIGHT)).toBe('2027-03-14T11:00:00Z');
    expect(quietUntil('2027-11-07T02:00:00Z', NEW_YORK, NIGHT)).toBe('2027-11-07T12:00:00Z');
  });
});

describe('an end the clocks do not show once', () => {
  test('is later by the gap in spring', () => {
    const hours = { from: '22:00', to: '02:30' };
    expect(quietUntil('2027-03-14T04:00:00Z', NEW_YORK, hours)).toBe('2027-03-14T07:30:00Z');
    expect(quietUntil('2027-03-14T07:15:00Z', NEW_YORK, hours)).toBeUndefined();
  });

  test('is the first of the two in autumn, and what the clocks show again after it is not quiet', () => {
    const hours = { from: '22:00', to: '01:30' };
    expect(quietUntil('2027-11-07T03:00:00Z', NEW_YORK, hours)).toBe('2027-11-07T05:30:00Z');
    expect(quietUntil('2027-11-07T05:30:00Z', NEW_YORK, hours)).toBeUndefined();
    expect(quietUntil('2027-11-07T06:15:00Z', NEW_YORK, hours)).toBeUndefined();
  });
});

describe('quiet hours within a day', () => {
  test.each([
    ['before', '2026-12-01T16:59:00Z', undefined],
    ['within', '2026-12-01T17:00:00Z', '2026-12-01T18:00:00Z'],
    ['after', '2026-12-01T18:00:00Z', undefined],
  ])('%s', (_, now, until) => {
    expect(quietUntil(now, NEW_YORK, { from: '12:00', to: '13:00' })).toBe(until);
  });
});
