import { type FiredOrFolded, isScheduleRun } from '../control/clock-move.ts';
import type { Happened, News } from './news.ts';
import { counted, moment, placeOf } from './words.ts';

const SHOWN = 15;

const Item = ({ one: { at, text, about, href }, timeZone }: { one: Happened; timeZone: string }) => (
  <li>
    <time datetime={at}>{moment(at, timeZone)}</time>: {href ? <a href={href}>{text}</a> : text}
    {about ? <span class="soft"> ({about})</span> : null}
  </li>
);

/** The runs of each schedule over the whole move, as one line. */
const runsOf = (fired: readonly FiredOrFolded[]): string[] => {
  const runs = new Map<string, number>();
  for (const { what, times = 1 } of fired) runs.set(what, (runs.get(what) ?? 0) + times);
  return [...runs].map(([what, times]) => `${what}, ${counted(times, 'run')}`);
};

const Fired = ({ fired }: { fired: readonly FiredOrFolded[] }) => {
  if (fired.length === 0) return null;
  return (
    <details>
      <summary>What the clock ran for it</summary>
      <ul>
        {fired
          .filter(({ what }) => !isScheduleRun(what))
          .map(({ at, what }, index) => (
            <li key={index}>
              <time datetime={at}>{moment(at)}</time>: {what}
            </li>
          ))}
        {runsOf(fired.filter(({ what }) => isScheduleRun(what))).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
};

/** What came of a move or a form: the first of it, or all. */
export const Happenings = ({
  news: { happened, fired, timeZone },
  all = false,
}: {
  news: News;
  all?: boolean;
}) => {
  const shown = all ? happened : happened.slice(0, SHOWN);
  return (
    <>
      {happened.length === 0 ? (
        <p>Nothing happened to a plan, and no mail was sent.</p>
      ) : (
        <>
          <ul>
            {shown.map((one, index) => (
              <Item key={index} one={one} timeZone={timeZone} />
            ))}
            {happened.length > shown.length ? <li>… and {happened.length - shown.length} more</li> : null}
          </ul>
          <p class="soft small">Times in {placeOf(timeZone)}.</p>
        </>
      )}
      <Fired fired={fired} />
    </>
  );
};

export const titleOf = ({ title, now }: News): string => title ?? `It is now ${moment(now)}`;

/** What a move of the clock did to the plans and which mails it sent; the timers behind it are folded away. */
export const MovedNotice = ({ news }: { news: News }) => (
  <div class="notice" role="status">
    <h2>{titleOf(news)}</h2>
    <Happenings news={news} />
  </div>
);
