import { at } from './address.ts';
import type { Desk } from './desk.ts';
import { Happenings, titleOf } from './moved-notice.tsx';
import type { Shown } from './shown.ts';
import { kindOf, tally } from './tally.ts';
import { moment } from './words.ts';

/** What each of the last moves brought about, newest first; of one kind only when `kind` is asked for. */
export const happenedPage = (desk: Desk, query: URLSearchParams): Shown => {
  const kind = query.get('kind');
  const moves = desk.moves
    .map((news) => ({ ...news, happened: news.happened.filter((one) => !kind || kindOf(one) === kind) }))
    .filter(({ happened }) => !kind || happened.length > 0);
  const kinds = tally(desk.moves.flatMap(({ happened }) => happened));
  return {
    title: 'What happened',
    children: (
      <>
        <h1>What happened</h1>
        <p class="soft">The last moves of the clock and forms of these pages, newest first.</p>
        {kinds.length > 0 ? (
          <p class="chips">
            <a href={at(['happened'])} aria-current={kind ? undefined : 'page'}>
              everything
            </a>
            {kinds.map((one) => (
              <a
                key={one.kind}
                href={at(['happened'], { kind: one.kind })}
                aria-current={one.kind === kind ? 'page' : undefined}
              >
                {one.text}
              </a>
            ))}
          </p>
        ) : null}
        {moves.length === 0 ? (
          <p class="card">Nothing yet. Move the clock, or start a plan.</p>
        ) : (
          moves.map((news, index) => (
            <section class="card" key={index} aria-labelledby={`move-${index}`}>
              <h2 id={`move-${index}`}>{titleOf(news)}</h2>
              {news.title ? <p class="soft small">{moment(news.now)}</p> : null}
              <Happenings news={news} all />
            </section>
          ))
        )}
      </>
    ),
  };
};
