import type { Group, Spec } from '../../../views/admin/editor/spec.ts';
import { specAt } from '../../../views/admin/editor/spec.ts';
import { type Content, isThing } from './content.ts';
import { type KnownIds, NO_IDS } from './known-ids.ts';

/** With one more entry at the end of the list at `pointer`, and where it stands; as it was when there is no such list. */
export function withRow(
  content: Content,
  spec: Group,
  pointer: string,
  known: KnownIds = NO_IDS,
): { content: Content; at?: string } {
  const list = specAt(spec, pointer);
  if (list?.is !== 'list') return { content };
  const copy = structuredClone(content);
  const entries = listAt(copy, pointer, true);
  if (!entries) return { content };
  entries.push(blankOf(list.of));
  return { content: tidied(copy, known), at: `${pointer}/${entries.length - 1}` };
}

/** Without the entry at `pointer`; the list it was in, to go back to. */
export function withoutRow(content: Content, pointer: string): { content: Content; at?: string } {
  const split = pointer.lastIndexOf('/');
  const [list, place] = [pointer.slice(0, split), Number(pointer.slice(split + 1))];
  const copy = structuredClone(content);
  const entries = listAt(copy, list, false);
  if (!entries || !Number.isInteger(place) || place < 0 || place >= entries.length) return { content };
  entries.splice(place, 1);
  return { content: copy, at: list };
}

/** What has no value of its own before somebody chooses one. */
const OPEN: readonly Spec['is'][] = ['number', 'choice', 'yes-no'];

/** An entry that nobody has written in yet. */
function blankOf(spec: Spec): unknown {
  if (spec.is === 'list') return [];
  if (spec.is !== 'group') return '';
  return Object.fromEntries(
    Object.entries(spec.fields)
      .filter(([, field]) => !field.optional && !OPEN.includes(field.is) && !('when' in field))
      .map(([name, field]) => [name, blankOf(field)]),
  );
}

/** The list at a pointer; with `make`, made when it is not there yet. */
function listAt(content: Content, pointer: string, make: boolean): unknown[] | undefined {
  const tokens = pointer.split('/').slice(1);
  const last = tokens.pop();
  let at: unknown = content;
  for (const token of tokens)
    at = Array.isArray(at) ? at[Number(token)] : isThing(at) ? at[token] : undefined;
  if (!isThing(at) || last === undefined) return undefined;
  if (make && at[last] === undefined) at[last] = [];
  const found = at[last];
  return Array.isArray(found) ? found : undefined;
}

/**
 * Items, and people whose part is known, get an id where they have none, so that others can be told of them. It is none
 * that the plan knows already: what was said and signed under it is somebody else's.
 */
export function tidied(content: Content, known: KnownIds = NO_IDS): Content {
  const { participants, items } = content;
  return {
    ...content,
    ...(Array.isArray(participants) && {
      participants: withIds(participants, known.person, ({ role }) =>
        typeof role === 'string' && role !== '' ? numbered(role) : undefined,
      ),
    }),
    ...(Array.isArray(items) && {
      items: withIds(items, known.item, (_, at) => (more) => `item-${at + more}`),
    }),
  };
}

/** The first, second, … name that could be given. */
type Names = (more: number) => string;

const numbered =
  (name: string): Names =>
  (more) =>
    more === 1 ? name : `${name}-${more}`;

function withIds(
  entries: unknown[],
  isKnown: (id: string) => boolean,
  namesOf: (entry: Content, at: number) => Names | undefined,
): unknown[] {
  const taken = new Set(entries.map((entry) => (isThing(entry) ? entry.id : undefined)));
  return entries.map((entry, at) => {
    if (!isThing(entry) || (entry.id !== undefined && entry.id !== '')) return entry;
    const names = namesOf(entry, at);
    if (!names) return entry;
    let more = 1;
    while (taken.has(names(more)) || isKnown(names(more))) more++;
    const id = names(more);
    taken.add(id);
    return { ...entry, id };
  });
}
