import { expect, test } from 'vitest';
import { daysOf, type Entry } from '../../../views/admin/plan/timeline.ts';

const on = (at: string, text: string, kind: Entry['kind'] = 'past'): Entry => ({ at, kind, text });

test('what happened on one day of the plan stands under that day, once, with how often', () => {
  const entries = [
    on('2026-12-18T04:30:00Z', 'Asked.'),
    on('2026-12-18T14:00:00Z', 'Reminded.'),
    on('2026-12-18T15:00:00Z', 'Reminded.'),
  ];
  expect(daysOf(entries, 'America/New_York').lately).toEqual([
    { day: 'Thursday, December 17, 2026', texts: ['Asked.'] },
    { day: 'Friday, December 18, 2026', texts: ['Reminded. (2 times)'] },
  ]);
});

test('eight days on each side of now stand open, the others are folded in, none is lost', () => {
  const day = (at: number) => `2026-12-${String(at).padStart(2, '0')}T12:00:00Z`;
  const past = Array.from({ length: 10 }, (_, at) => on(day(at + 1), 'Done.'));
  const planned = Array.from({ length: 12 }, (_, at) => on(day(at + 12), 'Will be.', 'planned'));
  const { earlier, lately, soon, later } = daysOf([...past, ...planned], 'UTC');
  expect([earlier, lately, soon, later].map(({ length }) => length)).toEqual([2, 8, 8, 4]);
  expect(lately[0]?.day).toBe('Thursday, December 3, 2026');
  expect(soon[0]?.day).toBe('Saturday, December 12, 2026');
});
