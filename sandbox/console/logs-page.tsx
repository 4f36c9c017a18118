import { at } from './address.ts';
import type { Desk } from './desk.ts';
import { LEVELS, type LogQuery, linesFor, type ReadLine } from './log-lines.ts';
import type { Shown } from './shown.ts';
import { counted, second } from './words.ts';

const SHOWN = 300;

/** Without the hash that CDK ends every logical id with. */
const shortName = (logicalId: string): string => logicalId.replace(/(Function)?[0-9A-F]{8}$/, '');

const Filter = ({
  functions,
  query,
  follow,
}: {
  functions: readonly string[];
  query: LogQuery;
  follow: boolean;
}) => (
  <form class="search" method="get" action={at(['logs'])}>
    <div>
      <label for="function">Function</label>
      <select id="function" name="function">
        <option value="">all</option>
        {functions.map((name) => (
          <option key={name} value={name} selected={name === query.function}>
            {shortName(name)}
          </option>
        ))}
      </select>
    </div>
    <div>
      <label for="level">Level</label>
      <select id="level" name="level">
        <option value="">all</option>
        {LEVELS.map((level) => (
          <option key={level} value={level} selected={level === query.level}>
            {level.toLowerCase()} and above
          </option>
        ))}
      </select>
    </div>
    <div>
      <label for="q">Words in it</label>
      <input id="q" type="search" name="q" value={query.q} />
    </div>
    <span class="tick">
      <input id="follow" type="checkbox" name="follow" value="yes" checked={follow} />
      <label for="follow">follow</label>
    </span>
    <button type="submit" class="plain">
      Show
    </button>
  </form>
);

const Lines = ({ lines }: { lines: readonly ReadLine[] }) => (
  <div class="wide">
    <table class="narrow">
      <caption>
        {counted(lines.length, 'line')}, newest first
        {lines.length > SHOWN ? `; the newest ${SHOWN} are shown` : ''}. Times in UTC.
      </caption>
      <thead>
        <tr>
          <th scope="col">When</th>
          <th scope="col">Function</th>
          <th scope="col">Level</th>
          <th scope="col">Line</th>
        </tr>
      </thead>
      <tbody>
        {lines.slice(0, SHOWN).map(({ at, function: name, level, message, more, line }, index) => (
          <tr key={index}>
            <td>{second(at)}</td>
            <td>{shortName(name)}</td>
            <td>
              {level ? (
                <span class={level === 'ERROR' ? 'badge bad' : level === 'WARN' ? 'badge warn' : 'badge'}>
                  {level.toLowerCase()}
                </span>
              ) : null}
            </td>
            <td>
              {more ? (
                <details>
                  <summary>{message || line}</summary>
                  <pre>{more}</pre>
                </details>
              ) : (
                message || line
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

/** What the functions wrote to their logs. */
export const logsPage = (desk: Desk, query: URLSearchParams): Shown => {
  const wanted: LogQuery = {
    function: query.get('function') ?? '',
    level: query.get('level') ?? '',
    q: query.get('q') ?? '',
  };
  const logs = desk.options.functions.logs().filter((_, place) => !desk.ownLines.has(place));
  const functions = [...new Set(logs.map((log) => log.function))].sort();
  const lines = linesFor(logs, wanted);
  const follow = query.get('follow') === 'yes';
  return {
    title: 'Logs',
    ...(follow ? { follow: 2 } : {}),
    children: (
      <>
        <h1>Logs</h1>
        <p class="soft">What the functions wrote; not what they wrote because these pages looked.</p>
        <Filter functions={functions} query={wanted} follow={follow} />
        {lines.length === 0 ? (
          <p class="card">
            {logs.length === 0
              ? 'No function has written anything yet.'
              : 'No line matches. Take all functions and levels, or fewer words.'}
          </p>
        ) : (
          <Lines lines={lines} />
        )}
      </>
    ),
  };
};
