import { createHash } from 'node:crypto';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Instant } from '../domain/index.ts';
import { createDynamoRows } from './dynamo-rows.ts';
import type { Row, Rows } from './rows.ts';

/** A filter of the list of plans that somebody gave a name, for everybody in the organisation. */
export interface SavedView {
  id: string;
  name: string;
  /** As in the address of the list, e.g. `overdue=true&waitingOn=supervisor`; never `q`, nor `waitingOn` an address. */
  query: string;
  /** Who saved it, as the record names them. */
  by: string;
  at: Instant;
}

export interface SavedViews {
  /** By name. */
  list(): Promise<SavedView[]>;
  /** In place of one of the same name. Answers false, keeping nothing, when there are as many as there may be. */
  save(view: Omit<SavedView, 'id'>): Promise<boolean>;
  drop(id: string, now: Instant): Promise<void>;
}

/** More than these are no help any more. */
export const MOST_VIEWS = 50;

const VIEWS = 'VIEWS';
const keyOf = (id: string) => ({ pk: VIEWS, sk: `VIEW#${id}` });
const isThere = (row: Row): boolean => typeof row.name === 'string';

export const createDynamoViews = (options: { client: DynamoDBClient; tableName: string }): SavedViews =>
  createSavedViews(createDynamoRows(options));

/**
 * Kept until somebody removes them, beyond the deletion of any record. So whoever saves one must leave out words and
 * addresses that are looked for: they name people. What stays is the view's own name and who saved it.
 */
export function createSavedViews(rows: Rows): SavedViews {
  const all = async (): Promise<SavedView[]> => {
    const found = await rows.query({ partition: VIEWS, prefix: 'VIEW#' });
    return found
      .filter(isThere)
      .map(({ pk, sk, ...view }) => view as unknown as SavedView)
      .sort((a, b) => a.name.localeCompare(b.name, 'en'));
  };
  return {
    list: all,
    async save(view) {
      const id = idOf(view.name);
      const known = await all();
      if (known.length >= MOST_VIEWS && !known.some((one) => one.id === id)) return false;
      return rows.put({ ...keyOf(id), id, ...view }, {});
    },
    // Emptied, for the table to remove: nobody needs the right to delete rows for it.
    async drop(id, now) {
      await rows.put({ ...keyOf(id), ttl: Math.floor(Date.parse(now) / 1000) }, {});
    },
  };
}

/** The same name is the same view, whatever its case. */
const idOf = (name: string): string =>
  createHash('sha256').update(name.trim().toLowerCase()).digest('hex').slice(0, 16);
