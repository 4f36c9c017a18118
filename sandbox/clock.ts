import { setImmediate as nextTurn } from 'node:timers/promises';
import { InFlight } from './in-flight.ts';
import { TimerQueue } from './timer-queue.ts';
import type { Clock, Fired } from './types.ts';

export { StillInFlight } from './in-flight.ts';

export interface ClockOptions {
  /** Settle by itself, in the background, as soon as nothing is in flight any more (default: only when asked). */
  eager?: boolean;
  /** Told of an error in a background settle. */
  onError?: (error: unknown) => void;
  /** Real milliseconds after which something in flight counts as stuck (default 60 s). */
  stuckAfterMs?: number;
}

/** What a timer answers when it found that there was nothing to do: it is not told as something that happened. */
export const NOTHING_DONE = Symbol('nothing done');

export interface LiveClock extends Clock {
  /** A background timer runs when its time comes, but is nothing one would wait for: `toNext` goes past it. */
  at(
    time: number,
    what: string,
    run: () => unknown,
    options?: { background?: boolean },
  ): ReturnType<Clock['at']>;
  /** The virtual clock follows real time from here on, `speed` times as fast; jumps stay possible. */
  startLive(speed?: number): void;
  stopLive(): void;
  isLive(): boolean;
}

const LIVE_TICK_MS = 250;

/**
 * A clock that moves only when told to, and never while something is in flight.
 *
 * @param start epoch milliseconds.
 */
export const createClock = (start: number, options: ClockOptions = {}): LiveClock => {
  let now = start;
  const timers = new TimerQueue();
  const flights = new InFlight(options.stuckAfterMs ?? 60_000);
  const hooks: (() => Promise<boolean>)[] = [];
  let turn: Promise<unknown> = Promise.resolve();
  let epoch = 0;
  let settleScheduled = false;
  let live: NodeJS.Timeout | undefined;

  /** One at a time: two callers that move the clock at once would run each other's timers. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work);
    turn = mine.catch(() => undefined);
    return mine;
  };

  const scheduleSettle = () => {
    if (!options.eager || settleScheduled) return;
    settleScheduled = true;
    setImmediate(() => {
      settleScheduled = false;
      inTurn(() => settle([])).catch((error: unknown) => options.onError?.(error));
    });
  };

  const busy = (what: string): (() => void) => {
    const land = flights.start(what);
    return () => {
      if (land() && flights.count === 0) scheduleSettle();
    };
  };

  const runTimer = async (fired: Fired[]): Promise<boolean> => {
    const next = timers.peek();
    if (!next || next.time > now) return false;
    timers.take();
    const land = flights.start(next.what);
    const place = fired.push({ at: new Date(now).toISOString(), what: next.what }) - 1;
    let failure: { error: unknown } | undefined;
    // Not awaited here: a timer that hangs is something in flight, and is named as such.
    Promise.resolve()
      .then(next.run)
      .then((outcome) => {
        if (outcome === NOTHING_DONE) fired.splice(place, 1);
      })
      .catch((error: unknown) => {
        failure = { error };
      })
      .finally(land);
    await flights.landed();
    if (failure) throw failure.error;
    return true;
  };

  const settle = async (fired: Fired[]): Promise<void> => {
    for (;;) {
      await flights.landed();
      // Two turns of the event loop let an answer that has just arrived start what follows from it.
      await nextTurn();
      await nextTurn();
      if (flights.count > 0 || (await runTimer(fired))) continue;
      let worked = false;
      for (const hook of hooks) worked = (await hook()) || worked;
      if (!worked && flights.count === 0 && (timers.peek()?.time ?? Number.POSITIVE_INFINITY) > now) return;
    }
  };

  const advance = async (to: number): Promise<Fired[]> => {
    const fired: Fired[] = [];
    const began = epoch;
    await settle(fired);
    while (epoch === began) {
      const next = timers.peek();
      if (!next || next.time > to) break;
      now = Math.max(now, next.time);
      await settle(fired);
    }
    if (epoch === began && to > now) now = to;
    return fired;
  };

  const follow = (speed: number) => {
    let last = performance.now();
    const tick = async () => {
      const elapsed = performance.now() - last;
      last += elapsed;
      await inTurn(() => advance(Math.floor(now + elapsed * speed))).catch((error: unknown) =>
        options.onError?.(error),
      );
      if (live) live = setTimeout(tick, LIVE_TICK_MS);
    };
    live = setTimeout(tick, LIVE_TICK_MS);
  };

  const stopLive = () => {
    clearTimeout(live);
    live = undefined;
  };

  return {
    now: () => now,
    at(time, what, run, { background = false } = {}) {
      const timer = timers.add(time, what, run, background);
      if (time <= now) scheduleSettle();
      return {
        cancel: () => {
          timer.cancelled = true;
        },
      };
    },
    busy,
    settle: () => inTurn(() => settle([])),
    beforeIdle: (hook) => void hooks.push(hook),
    advanceTo: (time) => inTurn(() => advance(time)),
    toNext: () =>
      inTurn(async () => {
        const fired: Fired[] = [];
        await settle(fired);
        const next = timers.nextAwaited() ?? timers.peek();
        return next ? [...fired, ...(await advance(next.time))] : fired;
      }),
    pending: () => timers.list().map(({ time, what }) => ({ at: time, what })),
    reset(time) {
      epoch++;
      timers.clear();
      now = time;
    },
    startLive(speed = 1) {
      stopLive();
      follow(speed);
    },
    stopLive,
    isLive: () => live !== undefined,
  };
};
