import type { Key } from './keys.ts';
import type { Must, Row, Rows, Selection, When, Write } from './rows.ts';

/** A table in memory, with DynamoDB's all-or-nothing and ordering, for fast tests. `all` is for looking inside. */
export function createMemoryRows(): Rows & { all(): Row[]; drop(key: Key): void } {
  const rows = new Map<string, Row>();
  const at = ({ pk, sk }: Key): string => `${pk}\n${sk}`;
  const holds = (key: Key, when: When): boolean => {
    const row = rows.get(at(key));
    if (when === 'absent') return row === undefined;
    return Object.entries(when).every(([name, must]) => meets(row?.[name], must));
  };
  const keep = (row: Row): void => void rows.set(at(row), copy(row));

  return {
    get: async (key) => copy(rows.get(at(key))),
    query: async (selection) => copy(select([...rows.values()], selection)),
    put: async (row, when) => {
      if (!holds(row, when)) return false;
      keep(row);
      return true;
    },
    update: async (key, { set = {}, remove = [], add = {} }, when) => {
      if (!holds(key, when)) return undefined;
      const row: Row = { ...key, ...rows.get(at(key)), ...set };
      for (const [name, by] of Object.entries(add)) row[name] = Number(row[name] ?? 0) + by;
      for (const name of remove) delete row[name];
      keep(row);
      return copy(row);
    },
    transact: async (writes) => {
      if (!writes.every((write) => holds(keyOf(write), write.when))) return false;
      for (const write of writes) {
        if ('row' in write) keep(write.row);
        if ('remove' in write) rows.delete(at(write.remove));
      }
      return true;
    },
    all: () => copy([...rows.values()]),
    drop: (key) => void rows.delete(at(key)),
  };
}

const keyOf = (write: Write): Key =>
  'row' in write ? write.row : 'remove' in write ? write.remove : write.check;

// Through JSON, so that `undefined` is dropped here just as the table drops it.
const copy = <T>(value: T): T => (value === undefined ? value : JSON.parse(JSON.stringify(value)));

const meets = (value: unknown, must: Must): boolean =>
  Array.isArray(must) ? must.includes(value) : value === undefined || String(value) <= must.absentOrAtMost;

const NAMES = { table: ['pk', 'sk'], due: ['duePk', 'dueSk'], plans: ['listPk', 'listSk'] } as const;

function select(rows: Row[], { index, partition, prefix = '', below, newestFirst, limit }: Selection): Row[] {
  const [pk, sk] = NAMES[index ?? 'table'];
  const order = newestFirst ? -1 : 1;
  return rows
    .filter((row) => row[pk] === partition && typeof row[sk] === 'string')
    .filter((row) => String(row[sk]).startsWith(prefix) && (below === undefined || String(row[sk]) < below))
    .sort((a, b) => (String(a[sk]) < String(b[sk]) ? -order : order))
    .slice(0, limit);
}
