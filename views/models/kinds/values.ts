import type { FieldValues } from '../fields.ts';

/** The text of a field, or nothing. */
export function textOf(values: FieldValues, name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' && value ? value : undefined;
}

/** Which of `options` was chosen. The form was checked before, so anything else is a mistake of ours. */
export function choiceOf<T extends string>(values: FieldValues, name: string, options: readonly T[]): T {
  const chosen = options.find((option) => option === values[name]);
  if (chosen === undefined) throw new RangeError(`The form has no valid ${name}.`);
  return chosen;
}

/** Leaves out what is empty, so that an answer holds nothing but what was said. */
export const given = <K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } =>
  (value === undefined ? {} : { [key]: value }) as { [P in K]?: V };
