import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createClock, NOTHING_DONE, StillInFlight } from '../../sandbox/clock.ts';

const at = (iso: string) => Date.parse(iso);
const START = at('2027-01-05T14:00:00.000Z');
const MINUTE = 60_000;

test('timers run in order of time, and in order of setting when they share a moment', async () => {
  const clock = createClock(START);
  const ran: string[] = [];
  for (const [minutes, name] of [
    [3, 'last'],
    [1, 'first'],
    [2, 'second'],
    [2, 'third'],
    [2, 'fourth'],
  ] as const)
    clock.at(
      START + minutes * MINUTE,
      name,
      () => void ran.push(`${name} ${new Date(clock.now()).toISOString()}`),
    );

  expect(await clock.advanceTo(START + 2 * MINUTE)).toEqual([
    { at: '2027-01-05T14:01:00.000Z', what: 'first' },
    { at: '2027-01-05T14:02:00.000Z', what: 'second' },
    { at: '2027-01-05T14:02:00.000Z', what: 'third' },
    { at: '2027-01-05T14:02:00.000Z', what: 'fourth' },
  ]);
  expect(ran.at(-1)).toBe('fourth 2027-01-05T14:02:00.000Z');
  expect(clock.pending()).toEqual([{ at: START + 3 * MINUTE, what: 'last' }]);
  expect(await clock.advanceTo(START + 10 * MINUTE)).toEqual([
    { at: '2027-01-05T14:03:00.000Z', what: 'last' },
  ]);
  expect(clock.now()).toBe(START + 10 * MINUTE);
});

test('a thousand timers set in any order run in order', async () => {
  const clock = createClock(0);
  const ran: number[] = [];
  for (let n = 0; n < 1000; n++) clock.at((n * 7919) % 1000, `${n}`, () => void ran.push(clock.now()));
  await clock.advanceTo(1000);
  expect(ran).toEqual(Array.from({ length: 1000 }, (_, n) => n));
});

test('a cancelled timer never runs', async () => {
  const clock = createClock(START);
  const ran: string[] = [];
  clock.at(START + 1, 'kept', () => void ran.push('kept'));
  clock.at(START + 1, 'dropped', () => void ran.push('dropped')).cancel();
  await clock.advanceTo(START + MINUTE);
  expect(ran).toEqual(['kept']);
});

test('a timer for a moment that is past runs on the next settle', async () => {
  const clock = createClock(START);
  const ran: number[] = [];
  clock.at(START - MINUTE, 'late', () => void ran.push(clock.now()));
  await clock.settle();
  expect(ran).toEqual([START]);
});

test('time stands still while anything is in flight, and for what follows from its answer', async () => {
  const clock = createClock(START);
  const seen: string[] = [];
  clock.at(START + MINUTE, 'call', () => {
    const done = clock.busy('a call');
    void pause(20).then(() => {
      seen.push(`answer at +${clock.now() - START}`);
      done();
      queueMicrotask(() => {
        const followUp = clock.busy('a follow-up');
        void pause(5).then(() => {
          seen.push(`follow-up at +${clock.now() - START}`);
          clock.at(clock.now() + 1, 'retry', () => void seen.push(`retry at +${clock.now() - START}`));
          followUp();
        });
      });
    });
  });
  clock.at(START + 2 * MINUTE, 'later', () => void seen.push(`later at +${clock.now() - START}`));
  await clock.advanceTo(START + 3 * MINUTE);
  expect(seen).toEqual(['answer at +60000', 'follow-up at +60000', 'retry at +60001', 'later at +120000']);
});

test.each([1, 2])(
  'what follows from an answer after %i turns of the event loop is still waited for',
  async (turns) => {
    const clock = createClock(START);
    const seen: number[] = [];
    const after = (left: number, run: () => void): void =>
      void (left === 0 ? run() : setImmediate(() => after(left - 1, run)));
    clock.at(START + 1, 'call', () => {
      const done = clock.busy('a call');
      setImmediate(() => {
        done();
        after(turns, () => {
          const followUp = clock.busy('a follow-up');
          seen.push(clock.now() - START);
          setTimeout(followUp, 5);
        });
      });
    });
    clock.at(START + 2, 'later', () => undefined);
    await clock.advanceTo(START + 3);
    expect(seen).toEqual([1]);
  },
);

test('hooks are asked until none of them found work, before time moves on', async () => {
  const clock = createClock(START);
  const seen: string[] = [];
  let waiting = 0;
  clock.beforeIdle(async () => {
    if (waiting === 0) return false;
    waiting--;
    seen.push(`drained at +${clock.now() - START}`);
    return true;
  });
  clock.at(START + 1, 'write', () => {
    waiting = 2;
  });
  clock.at(START + 2, 'next', () => void seen.push('next'));
  await clock.advanceTo(START + 5);
  expect(seen).toEqual(['drained at +1', 'drained at +1', 'next']);
});

test('toNext stops at the next timer, and answers nothing when there is none', async () => {
  const clock = createClock(START);
  clock.at(START + MINUTE, 'one', () => undefined);
  clock.at(START + 2 * MINUTE, 'two', () => undefined);
  expect(await clock.toNext()).toEqual([{ at: '2027-01-05T14:01:00.000Z', what: 'one' }]);
  expect(clock.now()).toBe(START + MINUTE);
  await clock.toNext();
  expect(await clock.toNext()).toEqual([]);
  expect(clock.now()).toBe(START + 2 * MINUTE);
});

test('two callers that move the clock at once take turns', async () => {
  const clock = createClock(START);
  const ran: string[] = [];
  for (const n of [1, 2, 3, 4])
    clock.at(START + n, `${n}`, async () => {
      await pause(2);
      ran.push(`${n} at +${clock.now() - START}`);
    });
  const both = await Promise.all([clock.advanceTo(START + 2), clock.advanceTo(START + 4)]);
  expect(ran).toEqual(['1 at +1', '2 at +2', '3 at +3', '4 at +4']);
  expect(both.map((fired) => fired.map(({ what }) => what))).toEqual([
    ['1', '2'],
    ['3', '4'],
  ]);
});

test('what hangs is named', async () => {
  const clock = createClock(START, { stuckAfterMs: 30 });
  clock.busy('PutItem of mailer');
  clock.at(START + 1, 'next', () => undefined);
  await expect(clock.advanceTo(START + 2)).rejects.toThrow(StillInFlight);
  await expect(clock.advanceTo(START + 2)).rejects.toMatchObject({ what: ['PutItem of mailer'] });
  expect(clock.now()).toBe(START);
});

test('a timer that hangs is named too, and one that fails makes the advance fail', async () => {
  const clock = createClock(START, { stuckAfterMs: 30 });
  clock.at(START + 1, 'a hanging timer', () => new Promise<void>(() => undefined));
  await expect(clock.advanceTo(START + 2)).rejects.toMatchObject({ what: ['a hanging timer'] });
  const failing = createClock(START);
  failing.at(START + 1, 'broken', () => {
    throw new RangeError('no such state');
  });
  await expect(failing.advanceTo(START + 2)).rejects.toThrow(new RangeError('no such state'));
});

test('an eager clock settles by itself once nothing is in flight', async () => {
  const clock = createClock(START, { eager: true });
  const drained = new Promise<number>((resolve) => {
    clock.beforeIdle(async () => {
      resolve(clock.now());
      return false;
    });
  });
  clock.busy('a request')();
  expect(await drained).toBe(START);
});

test('reset forgets every timer and stops an advance that is under way', async () => {
  const clock = createClock(START);
  const ran: string[] = [];
  clock.at(START + 1, 'reset', () => clock.reset(START));
  clock.at(START + 2, 'never', () => void ran.push('never'));
  await clock.advanceTo(START + MINUTE);
  expect({ ran, now: clock.now(), pending: clock.pending() }).toEqual({ ran: [], now: START, pending: [] });
});

test('a live clock follows real time and still jumps when asked', async () => {
  const clock = createClock(START);
  const ran = new Promise<void>((resolve) => void clock.at(START + MINUTE, 'a minute on', resolve));
  clock.startLive(1000);
  await ran;
  const now = clock.now();
  await clock.advanceTo(now + 60 * MINUTE);
  clock.stopLive();
  expect(clock.now()).toBeGreaterThanOrEqual(now + 60 * MINUTE);
  expect(clock.isLive()).toBe(false);
});

test('toNext goes past background timers, which still run, and is told only of what was done', async () => {
  const clock = createClock(START);
  const ran: string[] = [];
  for (const minutes of [1, 2, 3])
    clock.at(
      START + minutes * MINUTE,
      `background ${minutes}`,
      () => {
        ran.push(`${minutes}`);
        return minutes === 1 ? NOTHING_DONE : undefined;
      },
      { background: true },
    );
  clock.at(START + 2 * MINUTE + 1, 'awaited', () => void ran.push('awaited'));
  expect(await clock.toNext()).toEqual([
    { at: '2027-01-05T14:02:00.000Z', what: 'background 2' },
    { at: '2027-01-05T14:02:00.001Z', what: 'awaited' },
  ]);
  expect(await clock.toNext()).toEqual([{ at: '2027-01-05T14:03:00.000Z', what: 'background 3' }]);
  expect(ran).toEqual(['1', '2', 'awaited', '3']);
});
