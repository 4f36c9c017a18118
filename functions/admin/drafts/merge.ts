import { IDENTITY } from '../../../domain/diff/pairs.ts';
import { same } from '../../../domain/same.ts';
import { isThing } from './content.ts';

/** One place where two people wrote differently. */
export interface Difference {
  /** JSON pointer; people and items are named by their ids, dated entries by their days: `/items/accuracy/rating`. */
  field: string;
  before: unknown;
  theirs: unknown;
  yours: unknown;
  /** Whose stands when nobody chooses, where only one of the two changed it; `undefined` where both did. */
  only?: Side;
}

export type Side = 'theirs' | 'yours';

export interface Merged {
  /** Every place where theirs and yours differ. */
  differences: Difference[];
  /** With what was chosen, or stands by itself; where neither is so, theirs. */
  content: unknown;
  /** Where both wrote something else and nobody has chosen. */
  open: string[];
}

/**
 * What two people made of the same text, put together. Where only one of them changed something, that stands unless
 * `chosen` says otherwise; where both did, `chosen` decides.
 *
 * @param before the text both began from; with nothing in it, every difference is to be chosen
 */
export function merge(
  before: unknown,
  theirs: unknown,
  yours: unknown,
  chosen: (field: string) => Side | undefined = () => undefined,
): Merged {
  const differences: Difference[] = [];
  const open: string[] = [];
  const content = both({ before, theirs, yours }, '', '', (difference) => {
    differences.push(difference);
    const side = chosen(difference.field) ?? difference.only;
    if (!side) open.push(difference.field);
    return side ?? 'theirs';
  });
  return { differences, content, open };
}

interface Three {
  before: unknown;
  theirs: unknown;
  yours: unknown;
}

type Choose = (difference: Difference) => Side;

function both(three: Three, field: string, name: string, choose: Choose): unknown {
  const { before, theirs, yours } = three;
  if (same(theirs, yours)) return theirs;
  if (isThing(theirs) && isThing(yours)) return things(theirs, yours, before, field, choose);
  if (Array.isArray(theirs) && Array.isArray(yours)) {
    const merged = lists(theirs, yours, before, field, name, choose);
    if (merged) return merged;
  }
  const only = same(before, theirs) ? 'yours' : same(before, yours) ? 'theirs' : undefined;
  return three[choose({ field, ...three, ...(only && { only }) })];
}

function things(
  theirs: Record<string, unknown>,
  yours: Record<string, unknown>,
  before: unknown,
  field: string,
  choose: Choose,
): Record<string, unknown> {
  const was = isThing(before) ? before : {};
  const names = new Set([...Object.keys(theirs), ...Object.keys(yours)]);
  const entries = [...names].map((name) => {
    const three = { before: was[name], theirs: theirs[name], yours: yours[name] };
    return [name, both(three, `${field}/${token(name)}`, name, choose)] as const;
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** `undefined` where entries cannot be told apart by what they say: then the whole list is one thing to choose. */
function lists(
  theirs: unknown[],
  yours: unknown[],
  before: unknown,
  field: string,
  name: string,
  choose: Choose,
): unknown[] | undefined {
  const [was, left, right] = [
    byKey(Array.isArray(before) ? before : [], name),
    byKey(theirs, name),
    byKey(yours, name),
  ];
  if (!was || !left || !right) return undefined;
  // In their order, with what only you have after what it stood behind.
  const keys = [...left.keys()];
  let behind: string | undefined;
  for (const key of right.keys()) {
    if (!left.has(key)) keys.splice(behind === undefined ? 0 : keys.indexOf(behind) + 1, 0, key);
    behind = key;
  }
  return keys.flatMap((key) => {
    const three = { before: was.get(key), theirs: left.get(key), yours: right.get(key) };
    const value = both(three, `${field}/${key}`, name, choose);
    return value === undefined ? [] : [value];
  });
}

function byKey(list: unknown[], name: string): Map<string, unknown> | undefined {
  const identity = Object.hasOwn(IDENTITY, name) ? IDENTITY[name] : undefined;
  if (!identity) return undefined;
  const found = new Map<string, unknown>();
  for (const entry of list) {
    const values = identity.map((each) => (isThing(entry) ? entry[each] : undefined));
    if (values.some((value) => typeof value !== 'string' || value === '')) return undefined;
    found.set(values.map((value) => token(String(value))).join(' '), entry);
  }
  return found.size === list.length ? found : undefined;
}

const token = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');
