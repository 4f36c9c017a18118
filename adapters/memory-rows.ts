import type { Key } from './keys.ts';
import type { Must, Row, Rows, Selection, When, Write } from './rows.ts';

/** A table in memory, with DynamoDB's all-or-nothing and ordering, for fast tests. `all` is for looking inside. */
export function createMemoryRows(): Rows & {
  all(which?: (row: Readonly<Row>) => boolean): Row[];
  drop(key: Key): void;
} {
  const rows = new Map<string, Row>();
  // Kept beside the row, so that whoever reads gets one of their own without its being written out every time.
  const texts = new WeakMap<Row, string>();
  const at = ({ pk, sk }: Key): string => `${pk}\n${sk}`;
  const holds = (key: Key, when: When): boolean => {
    const row = rows.get(at(key));
    if (when === 'absent') return row === undefined;
    return Object.entries(when).every(([name, must]) => meets(row?.[name], must));
  };
  const keep = (given: Row): void => {
    // Through JSON, so that `undefined` is dropped here just as the table drops it.
    const text = JSON.stringify(given);
    const row: Row = JSON.parse(text);
    texts.set(row, text);
    rows.set(at(row), row);
  };
  const copy = (row: Row): Row => JSON.parse(texts.get(row) as string);

  return {
    get: async (key) => {
      const row = rows.get(at(key));
      return row && copy(row);
    },
    query: async (selection) => select([...rows.values()], selection).map(copy),
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
      return JSON.parse(JSON.stringify(row));
    },
    transact: async (writes) => {
      if (!writes.every((write) => holds(keyOf(write), write.when))) return false;
      for (const write of writes) {
        if ('row' in write) keep(write.row);
        if ('remove' in write) rows.delete(at(write.remove));
      }
      return true;
    },
    all: (which = () => true) => [...rows.values()].filter(which).map(copy),
    drop: (key) => void rows.delete(at(key)),
  };
}

const keyOf = (write: Write): Key =>
  'row' in write ? write.row : 'remove' in write ? write.remove : write.check;

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
