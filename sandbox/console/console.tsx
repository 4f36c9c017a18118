import { moveClock } from '../control/clock-move.ts';
import type { Gateway } from '../gateway.ts';
import type { HttpReply, HttpRequest } from '../wire/endpoint.ts';
import { createActions } from './actions.ts';
import { at, HOME, partsOf } from './address.ts';
import { createDesk } from './desk.ts';
import { guideLine } from './guide.tsx';
import { htmlReply, TroubleNotice } from './layout.tsx';
import { MovedNotice } from './moved-notice.tsx';
import { told } from './moves.ts';
import { NOTHING_HERE, pageFor } from './pages.tsx';
import { peopleOf } from './people.ts';
import { createPlayer } from './play.ts';
import { script } from './script.ts';
import type { Shown } from './shown.ts';
import { style } from './style.ts';
import { troubleOf } from './trouble.ts';
import { type ConsoleOptions, NotDone, type PlanRow } from './world.ts';

export interface Console {
  isMine(request: HttpRequest): boolean;
  answer(request: HttpRequest): Promise<HttpReply>;
  /** The app's gateway, whose requests the console writes down for its scenario files. */
  gateway: Gateway;
  /** Forgets everything, as the world it looks at is empty again. */
  clear(): void;
}

export type { ConsoleOptions } from './world.ts';

const seeOther = (location: string): HttpReply => ({
  status: 303,
  headers: { location, 'cache-control': 'no-store' },
});

const asset = (contentType: string, body: string): HttpReply => ({
  status: 200,
  headers: { 'content-type': `${contentType}; charset=utf-8`, 'cache-control': 'no-cache' },
  body,
});

/** The pages under `/` and `/_sandbox/ui`, made on this side and working without scripts. */
export const createConsole = (given: ConsoleOptions): Console => {
  const desk = createDesk(given);
  const { clock, gateway, inbox, faults } = desk.options;
  const hasAdmin = gateway.match('GET', '/admin/plans') !== undefined;
  const player = createPlayer({
    step: () => told(desk, () => moveClock(clock, { toNext: true })),
    hasNext: () => clock.pending().some(({ what }) => !what.startsWith('schedule ')),
  });
  const act = createActions(desk, player);

  const show = async (request: HttpRequest, shown: Shown): Promise<HttpReply> => {
    // A page that looks again by itself must not use up what is said once.
    const isRefresh = request.headers['x-refresh'] !== undefined;
    const { news, trouble } = isRefresh ? {} : desk.flash;
    if (!isRefresh) desk.flash = {};
    const all = await desk.plans().catch((): PlanRow[] => []);
    const zones = [...new Set((shown.plans ?? all).map(({ timeZone }) => timeZone))].slice(0, 3);
    const [section = ''] = partsOf(request.path);
    const play = player.state();
    const here = request.path + (request.query.size > 0 ? `?${request.query}` : '');
    // The first page has the guide in full; it stands at three addresses.
    const isHome = section === '' || (section === 'plans' && partsOf(request.path).length === 1);
    const guide = isHome ? null : await guideLine(desk, all, here).catch(() => null);
    const frame = {
      title: shown.title,
      section,
      now: clock.now(),
      live: desk.options.isLive(),
      zones,
      here,
      play,
      news: desk.moves[0],
      people: peopleOf(all, inbox.list(), desk.opened),
      hasAdmin,
      reading: (request.query.get('to') ?? '').toLowerCase(),
      faults: faults.active(),
      follow: shown.follow ?? (play.playing ? play.every : undefined),
    };
    return htmlReply(
      frame,
      <>
        {trouble ? <TroubleNotice trouble={trouble} /> : null}
        {news ? <MovedNotice news={news} /> : null}
        {guide}
        {shown.children}
      </>,
      shown.status,
    );
  };

  const answer = async (request: HttpRequest): Promise<HttpReply> => {
    const parts = partsOf(request.path);
    if (parts[0] === 'style.css') return asset('text/css', style);
    if (parts[0] === 'script.js') return asset('text/javascript', script);
    if (request.method === 'POST') {
      const { back, ...flash } = await act(parts, new URLSearchParams(request.body.toString('utf8')));
      desk.flash = flash;
      return seeOther(back);
    }
    await clock.settle();
    const answered = await pageFor(desk, parts, request.query, hasAdmin);
    if (answered && 'reply' in answered) return answered.reply;
    return show(request, answered ?? NOTHING_HERE);
  };

  return {
    isMine: ({ path, method }) =>
      path === HOME ||
      path.startsWith(`${HOME}/`) ||
      (path === '/' && (method === 'GET' || method === 'HEAD')),
    answer: (request) =>
      answer(request).catch((error: unknown) =>
        show(request, {
          title: 'It did not work',
          children: (
            <>
              <h1 class="unseen">It did not work</h1>
              <TroubleNotice trouble={troubleOf(error)} />
              <p>
                <a href={at([])}>Back to the plans</a>
              </p>
            </>
          ),
          status: error instanceof NotDone ? error.status : 500,
        }),
      ),
    gateway,
    clear: () => {
      player.pause();
      desk.clear();
    },
  };
};
