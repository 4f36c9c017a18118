import { type Moved, moveClock } from '../control/clock-move.ts';
import type { Clock } from '../types.ts';

/** Moves the clock as a form of the home page asks: `next`, an ISO 8601 duration, or `to` with a UTC date and time. */
export const moveByForm = (clock: Clock, form: URLSearchParams): Promise<Moved> => {
  const move = form.get('move');
  if (move === 'next') return moveClock(clock, { toNext: true });
  return moveClock(clock, move === 'to' ? { to: `${form.get('to')}Z` } : { advance: move ?? '' });
};
