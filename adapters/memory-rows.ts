import type { Key } from './keys.ts';
import type { Look, Must, Row, Rows, Selection, When, Write } from './rows.ts';

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
  const sizeOf = (row: Row): number => Buffer.byteLength(texts.get(row) as string);

  return {
    get: async (key) => {
      const row = rows.get(at(key));
      return row && copy(row);
    },
    getAll: async (keys) => keys.flatMap((key) => rows.get(at(key)) ?? []).map(copy),
    query: async (selection) => select([...rows.values()], selection).map(copy),
    look: async (selection) => {
      const { found, isCut } = oneLook(select([...rows.values()], selection), selection, sizeOf);
      return { found: found.map(copy), isCut };
    },
    count: async (selection) => {
      const { found, isCut } = oneLook(select([...rows.values()], selection), selection, sizeOf);
      return { found: found.length, isCut };
    },
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

const MEGABYTE = 1024 * 1024;

/** A look ends at its limit or with the row that fills the megabyte, and does not know what is behind. */
function oneLook(rows: Row[], { limit }: Selection, sizeOf: (row: Row) => number): Look<Row[]> {
  let bytes = 0;
  const last = rows.findIndex((row) => {
    bytes += sizeOf(row);
    return bytes >= MEGABYTE;
  });
  const found = last < 0 ? rows : rows.slice(0, last + 1);
  return { found, isCut: found.length < rows.length || found.length === limit };
}

const NAMES = { table: ['pk', 'sk'], due: ['duePk', 'dueSk'], plans: ['listPk', 'listSk'] } as const;

function select(rows: Row[], selection: Selection): Row[] {
  const { index, partition, prefix = '', below, between, newestFirst, limit } = selection;
  const [pk, sk] = NAMES[index ?? 'table'];
  const order = newestFirst ? -1 : 1;
  return rows
    .filter((row) => row[pk] === partition && typeof row[sk] === 'string')
    .filter((row) => String(row[sk]).startsWith(prefix) && (below === undefined || String(row[sk]) < below))
    .filter((row) => !between || (String(row[sk]) >= between.from && String(row[sk]) <= between.to))
    .sort((a, b) => (String(a[sk]) < String(b[sk]) ? -order : order))
    .slice(0, limit);
}
