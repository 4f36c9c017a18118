import { type Moved, moveClock } from '../control/clock-move.ts';
import type { Clock } from '../types.ts';
import { type Desk, remember } from './desk.ts';
import { type News, startWatch } from './news.ts';

/** Moves the clock as a form of the console asks: `next`, an ISO 8601 duration, or `to` with a UTC date and time. */
export const moveByForm = (clock: Clock, form: URLSearchParams): Promise<Moved> => {
  const move = form.get('move');
  if (move === 'next') return moveClock(clock, { toNext: true });
  return moveClock(clock, move === 'to' ? { to: `${form.get('to')}Z` } : { advance: move ?? '' });
};

/**
 * Does something that moves the clock, or changes the world at this moment, and tells what came of it when everything
 * has settled. Meter and table count from here.
 */
export const told = async (desk: Desk, move: () => Promise<Moved>, title?: string): Promise<News> => {
  const tell = await startWatch(desk);
  // A world whose table cannot be read goes on all the same.
  await desk.meter.unmetered(() => desk.table.mark().catch(() => desk.table.clear()));
  desk.meter.mark();
  const news = { ...(await tell(await move())), ...(title ? { title } : {}) };
  remember(desk, news);
  return news;
};

/** The same for what leaves the clock where it is. */
export const toldNow = (desk: Desk, title: string, work: () => Promise<unknown>): Promise<News> =>
  told(
    desk,
    async () => {
      await work();
      return moveClock(desk.options.clock, { advance: 'PT0S' });
    },
    title,
  );
