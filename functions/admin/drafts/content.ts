import { inputText } from '../../../views/admin/editor/inputs.tsx';
import type { Group, Leaf, Spec } from '../../../views/admin/editor/spec.ts';
import { cleaned } from '../../pages/form-reader.ts';

/** A half-written plan: JSON in the form of a draft, with holes, and with numbers as they were typed where they are none. */
export type Content = Record<string, unknown>;

const NUMBER = /^[-+]?\d{1,15}(\.\d{1,6})?$/;

/** What a form says, by fields that are named by JSON pointers. Fields that a plan does not have are passed over. */
export function contentIn(form: URLSearchParams, spec: Group): Content {
  return (read(spec, '', form, [...form.keys()]) ?? {}) as Content;
}

function read(spec: Spec, pointer: string, form: URLSearchParams, names: readonly string[]): unknown {
  switch (spec.is) {
    case 'group': {
      const entries = Object.entries(spec.fields).flatMap(([name, field]) => {
        const value = read(field, `${pointer}/${name}`, form, names);
        return value === undefined ? [] : [[name, value] as const];
      });
      return spec.optional && entries.length === 0 ? undefined : Object.fromEntries(entries);
    }
    case 'list': {
      const begin = `${pointer}/`;
      // Only what stands below the list is looked through again for each of its entries.
      const below = names.filter((name) => name.startsWith(begin));
      const places = new Set(below.map((name) => name.slice(begin.length).split('/')[0] ?? ''));
      const rows = [...places]
        .filter((place) => /^\d{1,4}$/.test(place))
        .sort((a, b) => Number(a) - Number(b));
      if (rows.length === 0 && spec.optional) return undefined;
      return rows.map((place) => read(spec.of, `${begin}${place}`, form, below) ?? '');
    }
    default:
      return leafOf(spec, form.get(pointer) ?? '');
  }
}

function leafOf(spec: Leaf, typed: string): unknown {
  const text = cleaned(typed);
  const line = text.trim();
  switch (spec.is) {
    case 'number':
      return line === '' ? undefined : NUMBER.test(line) ? Number(line) : line;
    case 'yes-no':
      return line === 'yes' ? true : line === 'no' ? false : undefined;
    case 'choice':
      return line || undefined;
    case 'words':
      return line === '' ? emptyOf(spec) : text;
    default:
      return line === '' ? emptyOf(spec) : line;
  }
}

/** What must be written is there and empty, so that the rules can say what is missing in their own words. */
const emptyOf = ({ optional, when }: Leaf): '' | undefined => (optional || when ? undefined : '');

/** The fields of a form that say the same as `content`. */
export function fieldsOf(content: unknown, spec: Spec, pointer = ''): [name: string, value: string][] {
  if (spec.is === 'group') {
    const held = isThing(content) ? content : {};
    return Object.entries(spec.fields).flatMap(([name, field]) =>
      fieldsOf(held[name], field, `${pointer}/${name}`),
    );
  }
  if (spec.is === 'list') {
    const entries = Array.isArray(content) ? content : [];
    return entries.flatMap((entry, at) => fieldsOf(entry, spec.of, `${pointer}/${at}`));
  }
  return [[pointer, inputText(content)]];
}

/** Whatever of `value` a plan has a place for; the JSON pointers of the rest are added to `leftOut`. */
export function knownPart(value: unknown, spec: Spec, leftOut: string[], pointer = ''): unknown {
  if (spec.is === 'group') {
    if (!isThing(value)) return leave(value, leftOut, pointer) ?? (spec.optional ? undefined : {});
    const entries = Object.entries(value).flatMap(([name, held]) => {
      const below = `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      const field = Object.hasOwn(spec.fields, name) ? spec.fields[name] : undefined;
      const kept = field ? knownPart(held, field, leftOut, below) : leave(held, leftOut, below);
      return kept === undefined ? [] : [[name, kept] as const];
    });
    return Object.fromEntries(entries);
  }
  if (spec.is === 'list') {
    if (!Array.isArray(value)) return leave(value, leftOut, pointer) ?? (spec.optional ? undefined : []);
    return value.map((entry, at) => knownPart(entry, spec.of, leftOut, `${pointer}/${at}`) ?? '');
  }
  return typeof value === 'object' ? leave(value, leftOut, pointer) : value;
}

function leave(value: unknown, leftOut: string[], pointer: string): undefined {
  if (value !== undefined && value !== null) leftOut.push(pointer || 'the whole file');
  return undefined;
}

export const isThing = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The draft that half-written content stands for: without what belongs to a choice that was not made. */
export function candidateOf(content: unknown, spec: Spec): unknown {
  if (spec.is === 'list') {
    return Array.isArray(content) ? content.map((entry) => candidateOf(entry, spec.of)) : content;
  }
  if (spec.is !== 'group' || !isThing(content)) return content;
  return Object.fromEntries(
    Object.entries(content).flatMap(([name, value]) => {
      const field = spec.fields[name];
      if (!field) return [];
      const { when } = field as Leaf;
      if (when && !when.in.includes(String(content[when.field]))) return [];
      return [[name, candidateOf(value, field)] as const];
    }),
  );
}
