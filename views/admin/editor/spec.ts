/** What kind of input one part of a plan is written in. The same table draws the form and reads it. */
export type Spec = Leaf | Group | List;

interface Common {
  label: string;
  hint?: string;
  /** Left out of the plan when nothing is written. */
  optional?: true;
}

export interface Leaf extends Common {
  is:
    | 'line'
    | 'words'
    | 'day'
    | 'number'
    | 'yes-no'
    /** One of the participants, by id. */
    | 'person'
    | 'choice'
    | 'pack'
    | 'zone'
    | 'competency';
  /** Of a choice: value and text. */
  options?: readonly (readonly [value: string, text: string])[];
  /** Only where another field beside it holds one of these values. */
  when?: { field: string; in: readonly string[] };
  /** Rows of a box for words. */
  rows?: number;
}

export interface Group extends Common {
  is: 'group';
  fields: Readonly<Record<string, Spec>>;
}

export interface List extends Common {
  is: 'list';
  /** What one entry is called, as in “Add a check-in”. */
  one: string;
  of: Leaf | Group;
  /** Entries stand in one line each. */
  inRows?: true;
}

/** The spec at a JSON pointer; `undefined` where a plan has no such place. */
export function specAt(spec: Spec, pointer: string): Spec | undefined {
  let at: Spec | undefined = spec;
  for (const token of pointer.split('/').slice(1)) {
    if (at?.is === 'group') at = Object.hasOwn(at.fields, token) ? at.fields[token] : undefined;
    else if (at?.is === 'list') at = /^\d+$/.test(token) ? at.of : undefined;
    else return undefined;
  }
  return at;
}

/** How a place is called, from the outside in: `Item 2 › Measure › Target`. */
export function placeInWords(spec: Spec, pointer: string): string {
  const words: string[] = [];
  let at: Spec | undefined = spec;
  for (const token of pointer.split('/').slice(1)) {
    if (at?.is === 'group') {
      at = Object.hasOwn(at.fields, token) ? at.fields[token] : undefined;
      if (at && at.is !== 'list') words.push(at.label);
    } else if (at?.is === 'list') {
      const name = capital(at.one.replace(/^an? /, ''));
      words.push(/^\d+$/.test(token) ? `${name} ${Number(token) + 1}` : `${name} “${token}”`);
      at = at.of;
    } else return pointer;
  }
  if (at?.is === 'list') words.push(at.label);
  return words.join(' › ') || 'The whole plan';
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
