import type { Group, Spec } from '../../../views/admin/editor/spec.ts';
import { specAt } from '../../../views/admin/editor/spec.ts';
import { type Content, isThing } from './content.ts';

/** With one more entry at the end of the list at `pointer`, and where it stands; as it was when there is no such list. */
export function withRow(content: Content, spec: Group, pointer: string): { content: Content; at?: string } {
  const list = specAt(spec, pointer);
  if (list?.is !== 'list') return { content };
  const copy = structuredClone(content);
  const entries = listAt(copy, pointer, true);
  if (!entries) return { content };
  entries.push(blankOf(list.of));
  return { content: tidied(copy), at: `${pointer}/${entries.length - 1}` };
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

/** Items, and people whose part is known, get an id where they have none, so that others can be told of them. */
export function tidied(content: Content): Content {
  return {
    ...content,
    ...(Array.isArray(content.participants) && {
      participants: withIds(content.participants, ({ role }) =>
        typeof role === 'string' && role !== '' ? role : undefined,
      ),
    }),
    ...(Array.isArray(content.items) && { items: withIds(content.items, (_, at) => `item-${at + 1}`) }),
  };
}

function withIds(entries: unknown[], nameOf: (entry: Content, at: number) => string | undefined): unknown[] {
  const taken = new Set(entries.map((entry) => (isThing(entry) ? entry.id : undefined)));
  return entries.map((entry, at) => {
    if (!isThing(entry) || (entry.id !== undefined && entry.id !== '')) return entry;
    const name = nameOf(entry, at);
    if (name === undefined) return entry;
    let id = name;
    for (let more = 2; taken.has(id); more++) id = `${name}-${more}`;
    taken.add(id);
    return { ...entry, id };
  });
}
