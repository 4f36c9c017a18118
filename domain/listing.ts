import { isLive } from './agenda.ts';
import { isCanary } from './canary.ts';
import { type Card, cardOf } from './listing/card.ts';
import { MORE_LISTINGS } from './listing/more.ts';
import { MOST_WORDS } from './listing/words.ts';
import type { Managed } from './managed.ts';
import type { Instant, Plan } from './plan.ts';
import { same } from './same.ts';
import { mailboxOf } from './wrong-person.ts';

export * from './listing/card.ts';
export * from './listing/filter.ts';
export * from './listing/listed.ts';
export * from './listing/lost-mail.ts';
export * from './listing/words.ts';

/** One place where a plan is found, kept beside its row and changed with it. */
export interface Listing {
  /** Stable within the plan: a listing takes the place of the one before it with the same facet. */
  facet: string;
  /** The list it stands in, e.g. `STATUS#active`. */
  list: string;
  /** Its place in the list. Ends with the plan's id, so that no two plans share one. */
  at: string;
  /** As much as the list is filtered by. */
  card: Partial<Card>;
  /** Of the list of one person: until when they may read the plan as its manager, and since when they are waited for. */
  manages?: Pick<Managed, 'until'>;
  waited?: { since: Instant; dueAt: Instant };
  /** What else is read from the list itself, without the plans in it. */
  report?: object;
}

/** At most this many people of one plan can be listed; stakeholders are asked in surveys alone, and are not. */
export const MOST_PEOPLE = 20;
/** At most this many rows are written for what a plan is found by. */
export const MOST_LISTINGS = MOST_PEOPLE + MOST_WORDS + 4 + MORE_LISTINGS.length;

/** The lists by name. A person's is by address, a word's by its first letters. */
export const LISTS = {
  status: (status: string): string => `STATUS#${status}`,
  waiting: 'WAITING',
  decision: 'DECISION',
  bounced: 'BOUNCED',
  person: (email: string): string => `PERSON#${mailboxOf(email)}`,
  words: (word: string): string => `WORDS#${word.slice(0, 2)}`,
} as const;

/** Everywhere a plan is found, as it stands. A canary is found by whoever looks for its words, and stands nowhere else. */
export function listings(plan: Plan): Listing[] {
  const card = cardOf(plan);
  if (isCanary(plan)) return wordListings(plan, card);
  const newest = `${plan.createdAt}#${plan.id}`;
  const first = card.waiting[0];
  const { decisionDueAt: decision } = card;
  return [
    { facet: 'status', list: LISTS.status(plan.status), at: newest, card },
    ...(first && isLive(plan)
      ? [{ facet: 'waiting', list: LISTS.waiting, at: `${first.dueAt}#${plan.id}`, card }]
      : []),
    ...(decision ? [{ facet: 'decision', list: LISTS.decision, at: `${decision}#${plan.id}`, card }] : []),
    ...(card.bounced ? [{ facet: 'bounced', list: LISTS.bounced, at: newest, card }] : []),
    ...peopleListings(plan, card),
    ...wordListings(plan, card),
    ...MORE_LISTINGS.flatMap((listing) => listing(plan) ?? []),
  ];
}

/** What the longer lists are filtered by: little that changes, so that they are seldom written anew. */
const slow = ({ status, words }: Card): Partial<Card> => ({ status, words });

/** One per address, however many parts its owner has. */
function peopleListings(plan: Plan, card: Card): Listing[] {
  const listed = plan.draft.participants.filter(({ role }) => role !== 'stakeholder');
  const addresses = [...new Set(listed.map(({ email }) => LISTS.person(email)))].slice(0, MOST_PEOPLE);
  return addresses.map((list, index) => {
    const people = listed.filter(({ email }) => LISTS.person(email) === list);
    const waits = card.waiting.filter(({ for: asked }) => people.some(({ id }) => asked.includes(id)));
    const since = waits.map((wait) => wait.since).sort()[0];
    const dueAt = waits[0]?.dueAt;
    const { managed } = card;
    return {
      facet: `person-${index}`,
      list,
      at: `${plan.createdAt}#${plan.id}`,
      card: slow(card),
      ...(managed && people.some(({ id }) => managed.by.includes(id))
        ? { manages: { until: managed.until } }
        : {}),
      ...(since && dueAt ? { waited: { since, dueAt } } : {}),
    };
  });
}

const wordListings = (plan: Plan, card: Card): Listing[] =>
  card.words.map((word, index) => ({
    facet: `word-${index}`,
    list: LISTS.words(word),
    at: `${word}#${plan.id}`,
    card: slow(card),
  }));

/** What is to be written so that a plan is found as it now stands: listings that differ, and facets without one now. */
export function changedListings(
  before: Plan | undefined,
  after: Plan,
): { written: Listing[]; emptied: string[] } {
  const known = before ? listings(before) : [];
  const now = listings(after);
  return {
    written: now.filter((one) => {
      const was = known.find(({ facet }) => facet === one.facet);
      return was === undefined || !same(was, one);
    }),
    emptied: known.map(({ facet }) => facet).filter((facet) => !now.some((one) => one.facet === facet)),
  };
}
