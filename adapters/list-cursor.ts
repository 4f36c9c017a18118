import { createHash } from 'node:crypto';
import { placeOf, type Way } from './list-ways.ts';
import type { Row } from './rows.ts';
import { BadCursor } from './store-errors.ts';

/** Where a page ended. It names the list by a short hash: a person's list is called by their address. */
export const cursorAt = (row: Row, way: Way): string =>
  Buffer.from(`${nameOf(way)}#${placeOf(row, way)}`).toString('base64url');

const LONGEST = 400;

/** @throws BadCursor, also for one that another filter gave out */
export function positionOf(cursor: string, way: Way): string {
  const text = cursor.length > LONGEST ? '' : Buffer.from(cursor, 'base64url').toString();
  const [name, position] = [text.slice(0, 8), text.slice(9)];
  const [from, to] = [way.between?.from ?? ' ', way.between?.to ?? '\uffff'];
  // Outside of its range the table would refuse it in words of its own.
  if (name !== nameOf(way) || !POSITION.test(position) || position < from || position > to) {
    throw new BadCursor();
  }
  return position;
}

const POSITION = /^[^\p{Cc}\ufffd]{1,80}#pln[a-z2-7]{20}$/u;

const nameOf = ({ list }: Way): string => createHash('sha256').update(list).digest('hex').slice(0, 8);
