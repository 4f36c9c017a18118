import { readTable } from '../control/table.ts';
import type { ControlOptions } from '../control.ts';
import type { Resource } from '../types.ts';

/** An item as DynamoDB keeps it: a typed value for every attribute. */
export type Item = Record<string, Record<string, unknown>>;

export interface Row {
  partition: string;
  /** Empty in a table without a sort key. */
  sort: string;
  item: Item;
  json: string;
}

export type Change = 'added' | 'changed' | 'removed';

/** More rows than these are not compared: it would make every move of the clock slow. */
const MOST_COMPARED = 5000;

const TYPES = ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'];

export const tablesOf = (resources: readonly Resource[]): Resource[] =>
  resources.filter(({ type }) => TYPES.includes(type));

const textOf = (value: Record<string, unknown> | undefined): string =>
  String(Object.values(value ?? {})[0] ?? '');

/** The same value with the fields of every object in one order: the engine gives them in any. */
const inOrder = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(fields.map(([name, each]) => [name, inOrder(each)]));
};

const jsonOf = (item: Item): string => JSON.stringify(inOrder(item), null, 2);

/** Every row of the first table (or of one partition), in the engine's order; none when there is no table. */
export const rowsOf = async (
  options: Pick<ControlOptions, 'dynamodb' | 'resources'>,
  partition?: string,
): Promise<Row[]> => {
  const [table] = tablesOf(options.resources);
  if (!table) return [];
  const keys = table.properties.KeySchema as { AttributeName: string; KeyType: string }[];
  const nameOf = (type: string) => keys.find(({ KeyType }) => KeyType === type)?.AttributeName ?? '';
  const [hash, range] = [nameOf('HASH'), nameOf('RANGE')];
  const { items } = await readTable(options, new URLSearchParams(partition ? { pk: partition } : {}));
  return (items as Item[]).map((item) => ({
    partition: textOf(item[hash]),
    sort: textOf(item[range]),
    item,
    json: jsonOf(item),
  }));
};

const keyOf = ({ partition, sort }: Row): string => JSON.stringify([partition, sort]);

export interface TableWatch {
  /** Remembers every row as it is now, unless there are too many. */
  mark(): Promise<void>;
  /** What differs from the mark, by row; undefined when nothing was remembered. */
  changes(rows: readonly Row[]): { row: Row; change: Change }[] | undefined;
  clear(): void;
}

/** Compares the table with how it was before the clock last moved. */
export const createTableWatch = (options: Pick<ControlOptions, 'dynamodb' | 'resources'>): TableWatch => {
  let known: Map<string, Row> | undefined;
  let isTooLarge = false;
  return {
    mark: async () => {
      if (isTooLarge) return;
      const rows = await rowsOf(options);
      isTooLarge = rows.length > MOST_COMPARED;
      known = isTooLarge ? undefined : new Map(rows.map((row) => [keyOf(row), row]));
    },
    changes: (rows) => {
      if (!known) return undefined;
      const before = known;
      const now = new Set(rows.map(keyOf));
      const written = rows.flatMap((row): { row: Row; change: Change }[] => {
        const was = before.get(keyOf(row));
        if (!was) return [{ row, change: 'added' }];
        return was.json === row.json ? [] : [{ row, change: 'changed' }];
      });
      const gone = [...before].filter(([key]) => !now.has(key));
      return [...written, ...gone.map(([, row]) => ({ row, change: 'removed' as const }))];
    },
    clear: () => {
      known = undefined;
      isTooLarge = false;
    },
  };
};
