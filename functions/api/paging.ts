import * as z from 'zod/mini';
import { BadCursor } from '../../adapters/store-errors.ts';

/** The most entries of one answer, and how many there are when nobody says. */
export const MOST_ENTRIES = 1000;

/** The part of a query that says which page of a list is wanted. */
export const PageShape = {
  limit: z.exactOptional(
    z.string().check(z.regex(/^(1000|[1-9]\d{0,2})$/, `Use a whole number from 1 to ${MOST_ENTRIES}.`)),
  ),
  cursor: z.exactOptional(z.string()),
};

/**
 * One page of a list that only ever grows at its end, so that a place in it stays the same place.
 *
 * @returns `cursor` only when there is more
 * @throws BadCursor
 */
export function pageOf<T>(
  list: readonly T[],
  { limit, cursor }: { limit?: string | undefined; cursor?: string | undefined },
): { entries: readonly T[]; cursor?: string } {
  const from = cursor === undefined ? 0 : placeOf(cursor);
  const to = from + Number(limit ?? MOST_ENTRIES);
  return { entries: list.slice(from, to), ...(to < list.length && { cursor: cursorAt(to) }) };
}

const cursorAt = (place: number): string => Buffer.from(`after ${place}`).toString('base64url');

function placeOf(cursor: string): number {
  const [, place] = /^after ([1-9]\d{0,8})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (!place) throw new BadCursor();
  return Number(place);
}
