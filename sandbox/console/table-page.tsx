import { at } from './address.ts';
import type { Desk } from './desk.ts';
import type { Shown } from './shown.ts';
import { type Change, type Row, rowsOf, tablesOf } from './table-watch.ts';
import { counted } from './words.ts';

/** More partitions than these are looked for by their name. */
const SHOWN = 200;

const Search = ({ q, partition }: { q: string; partition?: string }) => (
  <form class="search" method="get" action={at(partition ? ['table', partition] : ['table'])}>
    <label for="q">
      {partition ? 'Rows with this in key or JSON' : 'Partitions with this in key or JSON'}
    </label>
    <input id="q" type="search" name="q" value={q} />
    <button type="submit" class="plain">
      Filter
    </button>
  </form>
);

const matches = ({ partition, sort, json }: Row, q: string): boolean =>
  `${partition} ${sort} ${json}`.toLowerCase().includes(q.toLowerCase());

const Mark = ({ change }: { change: Change | undefined }) =>
  change ? <span class={change === 'removed' ? 'badge bad' : 'badge warn'}>{change}</span> : null;

const RowItem = ({ row, change, withKey }: { row: Row; change: Change | undefined; withKey: boolean }) => (
  <li>
    <details>
      <summary>
        <code>{withKey ? `${row.partition} · ${row.sort}` : row.sort || row.partition}</code>{' '}
        <Mark change={change} />
      </summary>
      <pre>{row.json}</pre>
    </details>
  </li>
);

const Rows = ({
  rows,
  withKey = false,
}: {
  rows: readonly { row: Row; change: Change | undefined }[];
  withKey?: boolean;
}) => (
  <ul class="rows">
    {rows.map(({ row, change }) => (
      <RowItem key={`${row.partition} ${row.sort} ${change}`} row={row} change={change} withKey={withKey} />
    ))}
  </ul>
);

const Changes = ({ desk, rows }: { desk: Desk; rows: readonly Row[] }) => {
  const changes = desk.table.changes(rows);
  return (
    <section class="card" aria-labelledby="changes">
      <h2 id="changes">Since the last move</h2>
      {changes === undefined ? (
        <p class="soft">Nothing was moved from these pages yet; then what is written shows here.</p>
      ) : changes.length === 0 ? (
        <p class="soft">Nothing was written.</p>
      ) : (
        <details open={changes.length <= 20}>
          <summary>{counted(changes.length, 'row')} added, changed or removed</summary>
          <Rows rows={changes} withKey />
        </details>
      )}
    </section>
  );
};

const Partitions = ({ rows, q }: { rows: readonly Row[]; q: string }) => {
  const counts = new Map<string, number>();
  for (const row of rows.filter((each) => q === '' || matches(each, q)))
    counts.set(row.partition, (counts.get(row.partition) ?? 0) + 1);
  if (counts.size === 0)
    return (
      <p class="card">
        {q ? 'No partition has that. Try fewer letters.' : 'The table is empty. Start a plan.'}
      </p>
    );
  return (
    <div class="wide">
      <table class="narrow">
        <caption>
          {counted(counts.size, 'partition')}
          {counts.size > SHOWN ? `, the first ${SHOWN} of them: filter for the others` : ''}
        </caption>
        <thead>
          <tr>
            <th scope="col">Partition</th>
            <th scope="col">Rows</th>
          </tr>
        </thead>
        <tbody>
          {[...counts].slice(0, SHOWN).map(([partition, count]) => (
            <tr key={partition}>
              <td>
                <a href={at(['table', partition], { q })}>{partition}</a>
              </td>
              <td>{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

/** The table: its partitions, or the rows of one, each as DynamoDB keeps it. */
export const tablePage = async (desk: Desk, partition: string, query: URLSearchParams): Promise<Shown> => {
  const q = query.get('q') ?? '';
  const [table] = tablesOf(desk.options.resources);
  const rows = await desk.meter.unmetered(() => rowsOf(desk.options));
  if (!partition)
    return {
      title: 'Table',
      children: (
        <>
          <h1>Table</h1>
          <p class="soft">
            {table ? table.arn.slice(table.arn.lastIndexOf('/') + 1) : 'The templates have no table.'}
          </p>
          <Changes desk={desk} rows={rows} />
          <Search q={q} />
          <Partitions rows={rows} q={q} />
        </>
      ),
    };
  const mine = rows.filter((row) => row.partition === partition && (q === '' || matches(row, q)));
  const changes = new Map((desk.table.changes(rows) ?? []).map(({ row, change }) => [row, change]));
  return {
    title: partition,
    status: mine.length === 0 && !q ? 404 : 200,
    children: (
      <>
        <p class="back">
          <a href={at(['table'])}>All partitions</a>
        </p>
        <h1>{partition}</h1>
        <Search q={q} partition={partition} />
        <p class="soft">{counted(mine.length, 'row')}</p>
        <Rows rows={mine.map((row) => ({ row, change: changes.get(row) }))} />
      </>
    ),
  };
};
