import { expect, test } from 'vitest';
import { createClock } from '../../sandbox/clock.ts';
import { createThinning } from '../../sandbox/schedule/thinning.ts';
import type { Resource } from '../../sandbox/types.ts';

const START = Date.parse('2027-01-05T14:00:00.000Z');
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const schedule = { arn: 'rule' } as Resource;

/** A schedule of every 15 minutes; `runs` holds the minutes at which it was not left out. */
const quarterHourly = (every = DAY) => {
  const clock = createClock(START);
  const thinning = createThinning({ clock, every });
  const runs: number[] = [];
  const arm = () =>
    clock.at(clock.now() + 15 * MINUTE, 'run', () => {
      if (!thinning.skip(schedule)) {
        runs.push((clock.now() - START) / MINUTE);
        thinning.ran(schedule);
      }
      arm();
    });
  arm();
  const at = (minutes: number, run: () => void) => void clock.at(START + minutes * MINUTE, 'event', run);
  return { clock, thinning, runs, at, until: (minutes: number) => clock.advanceTo(START + minutes * MINUTE) };
};

test('when nothing happens one run a day is left', async () => {
  const { runs, until } = quarterHourly();
  await until(2 * 24 * 60 + 15);
  expect(runs).toEqual([15, 15 + 1440, 15 + 2880]);
});

test('after a change one run looks, once what was left undone would be late', async () => {
  const { runs, at, thinning, until } = quarterHourly();
  at(100, thinning.changed);
  at(101, thinning.changed);
  await until(600);
  expect(runs).toEqual([15, 120]);
});

test('what is kept for a moment is looked for once it would be late', async () => {
  const { runs, thinning, at, until } = quarterHourly();
  at(20, () => thinning.keptFor(START + 600 * MINUTE));
  await until(900);
  expect(runs).toEqual([15, 615]);
});

test('in trouble every run is made, until one of them changes the world', async () => {
  const { runs, at, thinning, until, clock } = quarterHourly();
  at(20, thinning.trouble);
  const ran = thinning.ran;
  thinning.ran = (one) => {
    if (clock.now() === START + 75 * MINUTE) thinning.changed();
    ran(one);
  };
  await until(300);
  expect(runs).toEqual([15, 30, 45, 60, 75, 90]);
});

test('with no time set all runs are made', async () => {
  const { runs, until } = quarterHourly(0);
  await until(90);
  expect(runs).toEqual([15, 30, 45, 60, 75, 90]);
});

test('reset starts anew', async () => {
  const { runs, thinning, until } = quarterHourly();
  await until(30);
  thinning.trouble();
  thinning.reset();
  await until(75);
  expect(runs).toEqual([15, 45]);
});
