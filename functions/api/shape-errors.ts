import type * as z from 'zod/mini';
import type { BrokenRule } from '../../domain/errors.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** What is wrong with the shape of `value`, in the same form as broken rules: one entry per field. */
export const shapeErrors = (issues: readonly Issue[], value: unknown): BrokenRule[] =>
  issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => broken([...issue.path, key], 'This field is not known: leave it out.'))
      : [broken(issue.path, says(issue, at(value, issue.path)))],
  );

const broken = (path: Path, message: string): BrokenRule => ({
  field: pointer(path),
  message,
  rule: 'shape',
  citation: '',
});

function says(issue: Issue, value: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      return value === undefined
        ? `This is missing: give ${A[issue.expected] ?? issue.expected}.`
        : `Give ${A[issue.expected] ?? issue.expected} here, not ${kindOf(value)}.`;
    case 'invalid_value':
      return `Use one of: ${issue.values.map(String).join(', ')}.`;
    case 'invalid_union':
      return 'options' in issue && Array.isArray(issue.options)
        ? `Use one of: ${issue.options.map(String).join(', ')}.`
        : 'This has none of the forms it may have.';
    case 'too_big':
      return `Keep it to ${issue.maximum} ${issue.origin === 'array' ? 'entries' : 'characters'}.`;
    case 'invalid_format':
      // The shape's own words: what a pattern asks for is known only where it is written.
      return issue.message;
    default:
      return 'This does not have the right form.';
  }
}

const A: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'number' && !Number.isFinite(value)) return 'one that is too large';
  return A[typeof value] ?? typeof value;
}

/** What is at a path; `undefined` where the path ends early. */
function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, key) => (inner !== null && typeof inner === 'object' ? Reflect.get(inner, key) : undefined),
    value,
  );
}

/** RFC 6901 */
const pointer = (path: Path): string =>
  path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
