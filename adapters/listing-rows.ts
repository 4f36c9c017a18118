import { changedListings } from '../domain/listing.ts';
import type { Plan } from '../domain/plan.ts';
import { listedKey } from './keys.ts';
import type { Row } from './rows.ts';

/**
 * The rows that are to be written so that a plan is found as it now stands. A place it has left stays as a row without
 * anything in it, outside of every list: whoever changes a plan needs no right to delete anything.
 */
export function listingRows(before: Plan | undefined, after: Plan): Row[] {
  const { written, emptied } = changedListings(before, after);
  return [
    ...written.map(({ facet, list, at, ...rest }) => ({
      ...listedKey(after.id, facet),
      listPk: list,
      listSk: at,
      planId: after.id,
      ...rest,
    })),
    ...emptied.map((facet) => ({ ...listedKey(after.id, facet) })),
  ];
}
