import { isThing } from './describe.ts';
import { pointerToken } from './pointer.ts';

/** The same thing in two versions of a list, by its place in each; only in one of them when it is new or gone. */
export interface Pair {
  before?: number;
  after?: number;
  /** How the thing is named in a JSON pointer. */
  token: string;
  /** How a reader tells it from the others. */
  label: string;
  /** Whether it reads anew in the place of another, so that nothing can be said about its order. */
  replaces?: boolean;
}

/** What makes an entry of a list the same as before, where something does. */
export const IDENTITY: Readonly<Record<string, readonly string[]>> = {
  participants: ['id'],
  items: ['id'],
  checkIns: ['date'],
  followUps: ['date', 'type'],
  priorCoaching: ['date'],
  evidence: ['date'],
};

/** The entries of both lists, paired: those of `after` in their order, then those that are gone. */
export function pairsOf(name: string, before: unknown[], after: unknown[]): Pair[] {
  const identity = IDENTITY[name];
  const [were, are] = [keysOf(before, identity), keysOf(after, identity)];
  const places = new Map(were.map((key, place) => [key, place]));
  const pairs = are.map((key, place): Pair => {
    const from = places.get(key);
    places.delete(key);
    const named = identity ? key : String(place);
    return { ...(from === undefined ? {} : { before: from }), after: place, token: named, label: key };
  });
  const left = [...places.values()].sort((a, b) => a - b);
  // An action or a promise has no id: one that reads anew stands for the first that is not found any more.
  for (const pair of identity ? [] : pairs.filter((each) => each.before === undefined)) {
    const from = left.shift();
    if (from !== undefined) Object.assign(pair, { before: from, replaces: true });
  }
  return [
    ...pairs,
    ...left.map((place) => {
      const key = were[place] ?? '';
      return { before: place, token: identity ? key : String(place), label: key };
    }),
  ];
}

/** One key for each entry; the second of two that are alike gets a number, so that each is its own. */
function keysOf(list: unknown[], identity: readonly string[] = ['what']): string[] {
  const seen = new Map<string, number>();
  return list.map((entry) => {
    const values = isThing(entry) ? identity.map((key) => pointerToken(String(entry[key] ?? ''))) : [entry];
    const key = values.join('/');
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    return times === 1 ? key : `${key}-${times}`;
  });
}
