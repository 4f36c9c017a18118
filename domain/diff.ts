import { describe, isThing } from './diff/describe.ts';
import { type Pair, pairsOf } from './diff/pairs.ts';
import { pointerToken } from './diff/pointer.ts';
import type { PlanDraft } from './draft.ts';
import type { Change } from './revision.ts';

/**
 * What reads differently in `after`, one change for each leaf, in the order of `after`; within each part of the plan
 * what is gone comes last. `[]` exactly when both say the same; an absent list is an empty one.
 * A thing that is wholly new or wholly gone (a person, an item, a check-in) is one change that describes it in one
 * line, and things put into another order are one change of their list. People, items, check-ins, follow-ups and dated
 * entries are named by id or date, as in `/items/accuracy/checkIns/2026-12-18/benchmark` and
 * `/followUps/2027-01-15/coaching/agenda`; actions, promises of support and questions by their place.
 */
export function diffDrafts(before: PlanDraft, after: PlanDraft): Change[] {
  // Of whoever left, the name they had.
  const names = new Map([...before.participants, ...after.participants].map(({ id, name }) => [id, name]));
  return changesOf('', '', before, after, (id) => names.get(id) ?? id);
}

type NameOf = (id: string) => string;

/** `name` is the field the value belongs to; of an entry of a list, the list's. */
function changesOf(field: string, name: string, before: unknown, after: unknown, nameOf: NameOf): Change[] {
  if (Array.isArray(before ?? after)) return listChanges(field, name, asList(before), asList(after), nameOf);
  if (isThing(before) && isThing(after)) {
    const keys = new Set([...Object.keys(after), ...Object.keys(before)]);
    return [...keys].flatMap((key) =>
      changesOf(`${field}/${pointerToken(key)}`, key, before[key], after[key], nameOf),
    );
  }
  const [was, is] = [textOf(name, before, nameOf), textOf(name, after, nameOf)];
  return was === is ? [] : [{ field, before: was, after: is }];
}

function listChanges(
  field: string,
  name: string,
  before: unknown[],
  after: unknown[],
  nameOf: NameOf,
): Change[] {
  const pairs = pairsOf(name, before, after);
  return [
    ...newOrder(field, pairs),
    ...pairs.flatMap((pair) =>
      changesOf(
        `${field}/${pair.token}`,
        name,
        pair.before === undefined ? undefined : before[pair.before],
        pair.after === undefined ? undefined : after[pair.after],
        nameOf,
      ),
    ),
  ];
}

/** What stayed but stands in another order is said once, for the whole list. */
function newOrder(field: string, pairs: Pair[]): Change[] {
  const stayed = pairs.filter(
    (pair) => pair.before !== undefined && pair.after !== undefined && !pair.replaces,
  );
  const were = [...stayed].sort((a, b) => (a.before ?? 0) - (b.before ?? 0));
  if (were.every((pair, place) => pair === stayed[place])) return [];
  const inWords = (list: Pair[]) => list.map(({ label }) => label).join(' | ');
  return [{ field, before: inWords(were), after: inWords(stayed) }];
}

const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

function textOf(name: string, value: unknown, nameOf: NameOf): string | null {
  if (value === undefined || value === null) return null;
  // A thing that holds nothing says nothing.
  return isThing(value) ? describe(name, value, nameOf) || null : String(value);
}
