import { Expression } from './expression.ts';
import type { Scope } from './types.ts';

/** A field's value as a function of what its expressions see. Constant parts are shared, never copied. */
export type Template = (scope: Scope) => unknown;

/** The JSONata between `{%` and `%}`; undefined for any other text, which stands for itself. */
export function expressionIn(value: unknown): string | undefined {
  if (typeof value !== 'string' || !value.startsWith('{%') || !value.endsWith('%}') || value.length < 4) {
    return undefined;
  }
  return value.slice(2, -2).trim();
}

/** Compiles a JSON value with `{% %}` texts at any depth. `location` is the field's place in its state. */
export function compileTemplate(value: unknown, location: string): Template {
  return compilePart(value, location) ?? (() => value);
}

function compilePart(value: unknown, location: string): Template | undefined {
  const source = expressionIn(value);
  if (source !== undefined) {
    const expression = new Expression(source, location);
    return (scope) => expression.evaluate(scope);
  }
  if (Array.isArray(value)) return compileItems(value, location);
  if (value !== null && typeof value === 'object') return compileMembers(value, location);
  return undefined;
}

function compileItems(items: unknown[], location: string): Template | undefined {
  const parts = items.map((item, index) => compilePart(item, `${location}[${index}]`));
  if (parts.every((part) => part === undefined)) return undefined;
  return (scope) => parts.map((part, index) => (part === undefined ? items[index] : part(scope)));
}

function compileMembers(members: object, location: string): Template | undefined {
  const entries = Object.entries(members);
  const parts = entries.map(([key, member]) => compilePart(member, `${location}/${key}`));
  if (parts.every((part) => part === undefined)) return undefined;
  return (scope) => {
    const result: Record<string, unknown> = {};
    for (let at = 0; at < entries.length; at++) {
      const [key, constant] = entries[at] as [string, unknown];
      const part = parts[at];
      result[key] = part === undefined ? constant : part(scope);
    }
    return result;
  };
}

/** A number field that may be an expression. @throws StatesError when the value is no integer from `least` to `most`. */
export function compileInteger(
  value: unknown,
  location: string,
  least: number,
  most: number,
): (scope: Scope) => number {
  const source = expressionIn(value);
  if (source === undefined) return () => Number(value);
  const expression = new Expression(source, location);
  return (scope) => {
    const number = expression.evaluate(scope);
    if (Number.isInteger(number) && Number(number) >= least && Number(number) <= most) return Number(number);
    throw expression.failure(
      `must return an integer from ${least} to ${most}, but returned ${JSON.stringify(number)}.`,
    );
  };
}

/** Calls `visit` for every expression text in a value, with its place. */
export function visitExpressions(
  value: unknown,
  location: string,
  visit: (source: string, location: string) => void,
) {
  const source = expressionIn(value);
  if (source !== undefined) return visit(source, location);
  if (value === null || typeof value !== 'object') return;
  const inner = (key: string) => (Array.isArray(value) ? `${location}[${key}]` : `${location}/${key}`);
  for (const [key, member] of Object.entries(value)) visitExpressions(member, inner(key), visit);
}
