import type * as z from 'zod/mini';

/** A copy of `value` without the fields the shape does not know. */
export function withoutUnknownFields(value: unknown, issues: readonly z.core.$ZodIssue[]): unknown {
  const copy = structuredClone(value);
  for (const issue of issues) {
    if (issue.code !== 'unrecognized_keys') continue;
    const holder = issue.path.reduce<unknown>((inner, key) => Reflect.get(inner as object, key), copy);
    for (const key of issue.keys) Reflect.deleteProperty(holder as object, key);
  }
  return copy;
}
