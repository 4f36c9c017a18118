import type { Day, Plan } from '../../../domain/plan.ts';
import type { Field } from '../../../views/admin/plan/field.ts';
import { cleaned } from '../../pages/form-reader.ts';
import type { ActionType } from './action.ts';
import { idFor } from './actions/people.ts';
import { ACTIONS } from './actions.ts';

/** What a form of an action says: as the API would be sent it, and which field of the form a fault in it is about. */
export interface Filled {
  json: Record<string, unknown>;
  fieldOf(pointer: string): string;
}

/** The values that were typed, by the names of the action's fields; boxes that were ticked are joined by spaces. */
export function typedIn(form: URLSearchParams, fields: readonly Field[]): Map<string, string> {
  return new Map(
    fields.flatMap(({ name }) => {
      const values = form.getAll(name).map((value) => cleaned(value).trim());
      return form.has(name) ? [[name, values.filter(Boolean).join(' ')]] : [];
    }),
  );
}

/** The command a form gives, not yet looked at by any rule. `plan` is absent where it is for several plans. */
export function commandIn(
  type: ActionType,
  typed: ReadonlyMap<string, string>,
  plan: Plan | undefined,
  today: Day,
): Filled {
  const fields = ACTIONS[type].fields(plan, today);
  const json: Record<string, unknown> = { type };
  for (const field of fields) {
    const text = typed.get(field.name) ?? '';
    const value = asJson(field, text);
    if (value !== undefined) put(json, field.name, value);
  }
  const names = fields.map(({ name }) => name);
  const rename = FINISH[type]?.(json, plan) ?? ((pointer: string) => pointer);
  return { json, fieldOf: (pointer) => nearest(rename(pointer), names) };
}

/** What stands in for a value that is not what it should be is left to the shape of the command to refuse. */
function asJson({ input, as, optional }: Field, text: string): unknown {
  if (input === 'choices' || input === 'lines') {
    const list = text.split(/[\s,;]+/).filter(Boolean);
    return list.length > 0 || !optional ? list : undefined;
  }
  if (text === '' && (optional || as)) return undefined;
  if (as === 'boolean') return text === 'true' ? true : text === 'false' ? false : text;
  return as === 'number' && text !== '' && Number.isFinite(Number(text)) ? Number(text) : text;
}

/** Sets what a JSON pointer names, making lists and objects on the way. */
function put(json: Record<string, unknown>, pointer: string, value: unknown): void {
  const path = pointer.slice(1).split('/');
  let holder: Record<string, unknown> = json;
  path.forEach((key, at) => {
    if (at === path.length - 1) {
      holder[key] = value;
      return;
    }
    holder[key] ??= /^\d+$/.test(path[at + 1] ?? '') ? [] : {};
    holder = holder[key] as Record<string, unknown>;
  });
}

/** The field of the form that a fault is nearest to; empty when it is about none of them. */
function nearest(pointer: string, names: readonly string[]): string {
  const [top = ''] = pointer.split('/').slice(1);
  return (
    names.find((name) => name === pointer) ??
    names.find((name) => pointer.startsWith(`${name}/`)) ??
    names.find((name) => pointer !== '' && name.startsWith(`${pointer}/`)) ??
    names.find((name) => top !== '' && name.split('/')[1] === top) ??
    ''
  );
}

/** What a form does not ask, because it follows from the rest. Answers where a fault's place is found in the form. */
const FINISH: Partial<
  Record<ActionType, (json: Record<string, unknown>, plan: Plan | undefined) => (pointer: string) => string>
> = {
  change_manager: (json, plan) => {
    const person = (json.supervisor ?? {}) as { name?: string; email?: string };
    const { name = '', email = '' } = person;
    json.supervisor = { id: idFor(name, email, plan), role: 'supervisor', ...person };
    return (pointer) => pointer.replace(/^\/supervisor(\/(id|role))?$/, '/supervisor/name');
  },
  training_completed: (json) => {
    const [item = '', number, due] = String(json.promise).split('/');
    Object.assign(json, { item, promise: Number(number ?? 0), ...(due && { due }) });
    return (pointer) => pointer.replace(/^\/(item|what|due)$/, '/promise');
  },
  readings: (json, plan) => {
    const rows = (json.readings ?? []) as { value?: unknown; date?: unknown; source?: unknown }[];
    const places = rows.flatMap((row, at) => (row.value === undefined ? [] : [at]));
    json.readings = places.map((at) => ({ item: plan?.draft.items[at]?.id ?? '', date: '', ...rows[at] }));
    if (places.length === 0) delete json.readings;
    return (pointer) =>
      pointer.replace(/^\/readings\/(\d+)/, (_, at) => `/readings/${places[Number(at)] ?? at}`);
  },
};
