import type { Key } from './keys.ts';

/** One row of the table, as plain values. */
export type Row = Key & Record<string, unknown>;

/** One of these values; or no value or one that is not above the given text. */
export type Must = unknown[] | { absentOrAtMost: string };

/** What must hold of the row for a write to happen; `{}` is no condition. */
export type When = 'absent' | Record<string, Must>;

/** One part of a transaction: a row is put, a row is removed, or a row is only checked. */
export type Write =
  | { row: Row; when: When }
  | { remove: Key; when: Record<string, Must> }
  | { check: Key; when: When };

export interface Change {
  set?: Record<string, unknown>;
  remove?: string[];
  add?: Record<string, number>;
}

export interface Selection {
  /** Absent: the table itself, read strongly consistent. */
  index?: 'due' | 'plans';
  partition: string;
  prefix?: string;
  /** Only sort keys that are strictly smaller. */
  below?: string;
  /** Only sort keys from one to the other, both included. */
  between?: { from: string; to: string };
  newestFirst?: boolean;
  /** At most this many rows; all of them when absent. */
  limit?: number;
}

/** As far as one look reaches; `isCut` when there may be more behind it. */
export interface Look<T> {
  found: T;
  isCut: boolean;
}

/** The few table operations the store is made of. Implemented by DynamoDB and in memory. */
export interface Rows {
  get(key: Key): Promise<Row | undefined>;
  /** In any order, without those that are not there; at most 100. */
  getAll(keys: Key[]): Promise<Row[]>;
  query(selection: Selection): Promise<Row[]>;
  /** The rows of one look, which reads at most a megabyte. */
  look(selection: Selection): Promise<Look<Row[]>>;
  /** How many rows one look finds. */
  count(selection: Selection): Promise<Look<number>>;
  /** False when the condition does not hold. */
  put(row: Row, when: When): Promise<boolean>;
  /** The row afterwards; `undefined` when the condition does not hold. */
  update(key: Key, change: Change, when: Record<string, Must>): Promise<Row | undefined>;
  /** All writes or none; false when a condition does not hold or another transaction is in the way. */
  transact(writes: Write[]): Promise<boolean>;
}
