import type { ComponentChildren } from 'preact';
import { at } from './address.ts';
import type { News } from './news.ts';
import { type PlayState, SPEEDS } from './play.ts';
import { tally } from './tally.ts';
import { moment, placeOf } from './words.ts';

export interface ClockBarProps {
  /** Epoch milliseconds. */
  now: number;
  live: boolean;
  /** Zones to show the time in besides UTC. */
  zones: string[];
  /** Path of this page, to come back to. */
  here: string;
  play: PlayState;
  /** The last move. */
  news: News | undefined;
}

const Move = ({ here, children }: { here: string; children: ComponentChildren }) => (
  <form method="post" action={at(['clock'])}>
    <input type="hidden" name="back" value={here} />
    {children}
  </form>
);

const Step = ({ here, move, label }: { here: string; move: string; label: string }) => (
  <Move here={here}>
    <button type="submit" name="move" value={move}>
      {label}
    </button>
  </Move>
);

const Play = ({ here, play }: { here: string; play: PlayState }) => (
  <form class="play" method="post" action={at(['play'])}>
    <input type="hidden" name="back" value={here} />
    {play.playing ? (
      <button type="submit" name="do" value="pause">
        Pause
      </button>
    ) : (
      <>
        <button type="submit" name="do" value="play">
          Play
        </button>
        <label for="every" class="unseen">
          Speed
        </label>
        <select id="every" name="every">
          {SPEEDS.map((seconds) => (
            <option key={seconds} value={seconds} selected={seconds === play.every}>
              an event every {seconds} s
            </option>
          ))}
        </select>
        <span class="tick">
          <input type="checkbox" id="stop" name="stop" value="yes" checked={play.stopWhenAsked} />
          <label for="stop">stop when somebody is asked</label>
        </span>
      </>
    )}
  </form>
);

const LastMove = ({ news, play }: { news: News | undefined; play: PlayState }) => {
  const counts = tally(news?.happened ?? []);
  return (
    <p class="strip">
      {play.playing ? <span class="badge playing">playing</span> : null}{' '}
      {!news ? 'Nothing has been moved yet.' : counts.length === 0 ? 'Last: nothing happened.' : 'Last: '}
      {counts.map(({ kind, text }, index) => (
        <span key={kind}>
          {index > 0 ? ', ' : ''}
          <a href={at(['happened'], { kind })}>{text}</a>
        </span>
      ))}
      {counts.length > 0 ? '. ' : ' '}
      {news ? <a href={at(['happened'])}>All that happened</a> : null}
      {play.ended ? <span class="ended"> {play.ended}</span> : null}
    </p>
  );
};

/** The time it is, the ways to move it, and what the last move brought about. */
export const ClockBar = ({ now, live, zones, here, play, news }: ClockBarProps) => (
  <section class="clock" aria-label="Clock" id="clock">
    <div>
      <p class="now">
        <time datetime={new Date(now).toISOString()}>{moment(now)}</time>
      </p>
      <p class="also">
        {zones.map((zone) => `${moment(now, zone)} in ${placeOf(zone)}. `)}
        {live
          ? 'The clock runs by itself.'
          : play.playing
            ? 'The clock goes from event to event.'
            : 'The clock stands still until you move it.'}
      </p>
      <LastMove news={news} play={play} />
    </div>
    <div class="controls">
      <div class="moves">
        <Step here={here} move="next" label="Next event" />
        <Step here={here} move="P1D" label="+1 day" />
        <Step here={here} move="P1W" label="+1 week" />
        <Move here={here}>
          <label for="to" class="unseen">
            To a date and time in UTC
          </label>
          <input
            id="to"
            type="datetime-local"
            name="to"
            required
            value={new Date(now).toISOString().slice(0, 16)}
          />
          <button type="submit" class="plain" name="move" value="to">
            Go to date (UTC)
          </button>
        </Move>
      </div>
      {live ? null : <Play here={here} play={play} />}
    </div>
  </section>
);
