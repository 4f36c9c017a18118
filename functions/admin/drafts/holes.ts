import type * as z from 'zod/mini';
import type { BrokenRule } from '../../../domain/errors.ts';
import { isThing } from './content.ts';

type Issue = z.core.$ZodIssue;

/** A half-filled form as if its holes held something, so that the rules can look at all the rest. */
export function filledUp(candidate: unknown, issues: readonly Issue[]): unknown {
  const filled = structuredClone(candidate);
  for (const issue of issues) fill(filled, issue);
  return filled;
}

/**
 * What the rules say of a form beside its holes. What they say about an entry with a hole in it may be about the hole, so
 * of such an entry only what is missing is said.
 *
 * @param broken what they said of the form with its holes filled up, by places in `candidate`
 */
export function besideHoles(
  broken: readonly BrokenRule[],
  candidate: unknown,
  issues: readonly Issue[],
): BrokenRule[] {
  const holes = issues.map(({ path }) => pointer(path));
  const entries = issues.map(({ path }) => pointer(path.slice(0, typeof path[1] === 'number' ? 2 : 1)));
  return broken.filter(
    ({ field }) =>
      !holes.some((hole) => isWithin(field, hole)) &&
      (isMissing(valueAt(candidate, field)) || !entries.some((entry) => isWithin(field, entry))),
  );
}

const pointer = (path: readonly PropertyKey[]): string => path.map((key) => `/${String(key)}`).join('');

const isWithin = (field: string, place: string): boolean => `${field}/`.startsWith(`${place}/`);

const isMissing = (value: unknown): boolean =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** What stands at a JSON pointer; `undefined` where it ends early. */
export const valueAt = (value: unknown, field: string): unknown =>
  field
    .split('/')
    .slice(1)
    .reduce<unknown>(
      (at, key) => (isThing(at) || Array.isArray(at) ? Reflect.get(at, key) : undefined),
      value,
    );

const FILL: Record<string, unknown> = { string: '', number: 0, boolean: false };

function fill(value: unknown, issue: Issue): void {
  const path = [...issue.path];
  const last = path.pop();
  const holder = path.reduce<unknown>(
    (at, key) => (at !== null && typeof at === 'object' ? Reflect.get(at, key) : undefined),
    value,
  );
  const to =
    issue.code === 'invalid_type'
      ? FILL[issue.expected]
      : issue.code === 'invalid_value'
        ? issue.values[0]
        : undefined;
  if (last !== undefined && to !== undefined && (isThing(holder) || Array.isArray(holder)))
    Reflect.set(holder, last, to);
}
