import type * as z from 'zod/mini';
import type { Context } from '../../../domain/commands.ts';
import type { BrokenRule } from '../../../domain/errors.ts';
import { brokenBy } from '../../api/read-draft.ts';
import { PlanDraftShape } from '../../api/schema.ts';
import { isThing } from './content.ts';

type Issue = z.core.$ZodIssue;

/**
 * What the rules say of a half-filled form beside its holes. What they would say about an entry with a hole in it would
 * be about the hole, so nothing is said of that entry; `[]` where too much is missing to say anything.
 */
export function brokenBeside(candidate: unknown, issues: readonly Issue[], context: Context): BrokenRule[] {
  const filled = structuredClone(candidate);
  for (const issue of issues) fill(filled, issue);
  const parsed = PlanDraftShape.safeParse(filled);
  if (!parsed.success) return [];
  const holes = issues.map(({ path }) => `${entryOf(path)}/`);
  return brokenBy(parsed.data, context).filter(
    ({ field }) => !holes.some((hole) => `${field}/`.startsWith(hole)),
  );
}

/** The member of the plan, or the entry of its list, that a path leads into. */
const entryOf = (path: readonly PropertyKey[]): string => {
  const depth = typeof path[1] === 'number' ? 2 : 1;
  return path
    .slice(0, depth)
    .map((key) => `/${String(key)}`)
    .join('');
};

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
