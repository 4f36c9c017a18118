import type { Instant } from '../domain/ids.ts';
import type { Card } from '../domain/listing/card.ts';
import { isAddress, mayMatch, type PlanFilter, shownToManager } from '../domain/listing/filter.ts';
import { LISTS } from '../domain/listing.ts';
import { idsAt, isManagedAt, type Managed } from '../domain/managed.ts';
import { CANARIES, LIVE_PLANS, PLANS } from './keys.ts';
import type { Row } from './rows.ts';

/** A plan's own row. */
export type PlanRow = Row & { card: Card; participants: { id: string; role: string; email: string }[] };

/** The one list that is looked through for a filter. */
export interface Way {
  index: 'plans' | 'due';
  list: string;
  newestFirst: boolean;
  /** Which part of it, by the places in it. */
  between?: { from: string; to: string };
  /** Whether everything in that part is looked for. */
  isExact: boolean;
  /** Whether its cards tell all that the filter asks. */
  tellsAll: boolean;
  /** Whether its rows are the plans' own. */
  isOfPlans: boolean;
  /** What the list itself asks of a listing, beside the filter. */
  accepts(row: Row): boolean;
}

/** The shortest list that holds everything looked for. */
export function wayTo(filter: PlanFilter, now: Instant): Way {
  const asked = Object.values(filter).filter((value) => value !== undefined && value !== false).length;
  const { own, waitingOn, bounced, decisionWithin, overdue, words, status, live, canaries } = filter;
  const way = (list: string, more: Partial<Way> = {}): Way => ({
    index: 'plans',
    list,
    newestFirst: true,
    isExact: asked === 1,
    tellsAll: true,
    isOfPlans: false,
    accepts: () => true,
    ...more,
  });
  const soonest = { newestFirst: false };
  const ofPerson = {
    isExact: false,
    tellsAll: !overdue && !bounced && !decisionWithin && (own === undefined || waitingOn === undefined),
  };

  if (canaries) return way(CANARIES, { isOfPlans: true });
  if (own !== undefined)
    return way(LISTS.person(own), {
      ...ofPerson,
      accepts: ({ manages }) => isManagedAt(manages as Managed, now),
    });
  if (waitingOn !== undefined && isAddress(waitingOn)) {
    return way(LISTS.person(waitingOn), { ...ofPerson, accepts: ({ waited }) => waited !== undefined });
  }
  if (bounced) return way(LISTS.bounced);
  if (decisionWithin) return way(LISTS.decision, { ...soonest, between: decisionWithin });
  if (overdue) return way(LISTS.waiting, { ...soonest, between: { from: ' ', to: now } });
  if (waitingOn !== undefined) return way(LISTS.waiting, { ...soonest, isExact: false });
  const word = [...(words ?? [])].sort((a, b) => b.length - a.length)[0];
  if (word !== undefined) {
    const between = { from: word, to: `${word}\uffff` };
    return way(LISTS.words(word), {
      ...soonest,
      isExact: false,
      between,
      accepts: (row) => isFirstWord(row, word),
    });
  }
  if (status !== undefined) return way(LISTS.status(status));
  if (live) {
    // The sweeper looks after canaries too, so they are in this index.
    const accepts = ({ listPk }: Row) => listPk !== CANARIES;
    return way(LIVE_PLANS, { ...soonest, index: 'due', isOfPlans: true, accepts });
  }
  return way(PLANS, { isExact: true, isOfPlans: true });
}

/** A plan with several words that begin alike is found by the first of them, so that it is found once. */
function isFirstWord(row: Row, start: string): boolean {
  const alike = cardIn(row).words?.filter((word) => word.startsWith(start)) ?? [];
  return String(row.listSk).startsWith(`${alike.sort()[0]}#`);
}

/** Where in its list a row stands. */
export const placeOf = (row: Row, { index }: Way): string => String(index === 'due' ? row.dueSk : row.listSk);

export const cardIn = (row: Row): Partial<Card> => (row.card ?? {}) as Partial<Card>;

/** Whether a plan, as it stands, is one of those looked for. */
export function isOneOf({ card, participants }: PlanRow, filter: PlanFilter, now: Instant): boolean {
  const { own, waitingOn, overdue } = filter;
  if (!mayMatch(card, filter, now)) return false;
  if (own !== undefined && !isManagedBy(own, { card, participants }, now)) return false;
  if (waitingOn === undefined || !isAddress(waitingOn)) return true;
  const people = idsAt(participants, waitingOn);
  const waiting = own === undefined ? card.waiting : shownToManager(card.waiting);
  return waiting.some(
    (request) => request.for.some((id) => people.includes(id)) && (!overdue || request.dueAt < now),
  );
}

const isManagedBy = (
  address: string,
  { card: { managed }, participants }: Pick<PlanRow, 'card' | 'participants'>,
  now: Instant,
): boolean => isManagedAt(managed, now) && idsAt(participants, address).some((id) => managed.by.includes(id));
