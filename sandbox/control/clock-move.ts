import { Temporal } from 'temporal-polyfill';
import type { Clock, Fired } from '../types.ts';
import { instant } from '../wire/instant.ts';
import { ControlProblem } from './problem.ts';

/** A schedule may fire every minute: further than this is a slip of the finger more often than a wish. */
const FURTHEST = 'P3Y';

const badMove = (detail: string): ControlProblem => new ControlProblem('bad_clock_move', detail);

const HOW = 'Send one of {"advance":"P1D"}, {"to":"2027-01-05T14:00:00Z"} or {"toNext":true}.';

const after = (now: number, duration: string): number => {
  let length: Temporal.Duration;
  try {
    length = Temporal.Duration.from(duration);
  } catch {
    throw badMove(`"${duration}" is not an ISO 8601 duration such as P1D or PT6H.`);
  }
  try {
    return Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO('UTC').add(length)
      .epochMilliseconds;
  } catch {
    throw badMove(`"${duration}" goes beyond what a date can say.`);
  }
};

const atInstant = (text: string): number => {
  try {
    return Temporal.Instant.from(text).epochMilliseconds;
  } catch {
    throw badMove(`"${text}" is not a moment in ISO 8601 with its offset, such as 2027-01-05T14:00:00Z.`);
  }
};

const target = (now: number, move: Record<string, unknown>): number | 'next' => {
  const names = Object.keys(move);
  if (names.length !== 1) throw badMove(HOW);
  if (move.toNext === true) return 'next';
  const time =
    typeof move.advance === 'string'
      ? after(now, move.advance)
      : typeof move.to === 'string'
        ? atInstant(move.to)
        : undefined;
  if (time === undefined) throw badMove(HOW);
  if (time < now) {
    throw badMove(`The clock never goes back: it is ${instant(now)}, and ${instant(time)} is before that.`);
  }
  if (time > after(now, FURTHEST)) throw badMove(`One move goes ${FURTHEST} at most; make several.`);
  return time;
};

/** Something the clock set off; of a schedule `times` runs, the last of them `at`. */
export interface FiredOrFolded extends Fired {
  times?: number;
}

export interface Moved {
  now: string;
  fired: FiredOrFolded[];
}

export const isScheduleRun = (what: string): boolean => what.startsWith('schedule ');

/** Schedules run every few minutes: runs with nothing but runs between them are told as one for each schedule. */
const foldSchedules = (fired: readonly Fired[]): FiredOrFolded[] => {
  const told: FiredOrFolded[] = [];
  let row: FiredOrFolded[] = [];
  for (const { at, what } of fired) {
    if (!isScheduleRun(what)) {
      told.push(...row, { at, what });
      row = [];
      continue;
    }
    const before = row.find((run) => run.what === what);
    row = [...row.filter((run) => run !== before), { at, what, times: (before?.times ?? 0) + 1 }];
  }
  return [...told, ...row];
};

/** Moves the clock as a control call asks, and answers when everything has settled. @throws ControlProblem */
export const moveClock = async (clock: Clock, move: unknown): Promise<Moved> => {
  if (typeof move !== 'object' || move === null || Array.isArray(move)) throw badMove(HOW);
  const to = target(clock.now(), { ...move });
  const fired = to === 'next' ? await clock.toNext() : await clock.advanceTo(to);
  await clock.settle();
  return {
    now: instant(clock.now()),
    fired: foldSchedules(fired.map(({ at, what }) => ({ at: instant(Date.parse(at)), what }))),
  };
};
