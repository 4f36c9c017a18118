import { inputText } from './inputs.tsx';
import { type Spec, specAt } from './spec.ts';

/** What stands at a place, readable without the form: one line per part; `undefined` where nothing does. */
export function valueInWords(value: unknown, spec: Spec, field: string): readonly string[] | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  return linesOf(value, specOf(spec, field));
}

/** Entries are named by their ids in a difference, so any of them stands for all. */
const specOf = (spec: Spec, field: string): Spec | undefined => {
  let at: Spec | undefined = spec;
  for (const token of field.split('/').slice(1)) {
    at = at?.is === 'list' ? at.of : at && specAt(at, `/${token}`);
  }
  return at;
};

function linesOf(value: unknown, spec: Spec | undefined): string[] {
  if (Array.isArray(value)) {
    const of = spec?.is === 'list' ? spec.of : undefined;
    return value.map((entry) => linesOf(entry, of).join('; '));
  }
  if (typeof value === 'object' && value !== null) {
    const fields = spec?.is === 'group' ? spec.fields : {};
    return Object.entries(value).flatMap(([name, held]) => {
      const said = linesOf(held, Object.hasOwn(fields, name) ? fields[name] : undefined).filter(Boolean);
      return said.length === 0 ? [] : [`${fields[name]?.label ?? name}: ${said.join(' | ')}`];
    });
  }
  if (spec?.is === 'choice') {
    return [spec.options?.find(([option]) => option === value)?.[1] ?? inputText(value)];
  }
  if (spec?.is === 'yes-no') return [value === true ? 'Yes' : value === false ? 'No' : inputText(value)];
  return [inputText(value)];
}
