import { natives } from './jsonata-natives.ts';

/** Thrown for everything the synchronous evaluator leaves to JSONata: mapped arrays, type errors, deep equality. */
export const BAIL = Symbol('bail');

const toBoolean = (value: unknown) => natives.get('boolean')?.implementation(value);
const toText = (value: unknown) => natives.get('string')?.implementation(value);

type Operator = (left: unknown, right: unknown) => unknown;

function arithmetic(compute: (left: number, right: number) => number): Operator {
  return (left, right) => {
    if (!(left === undefined || Number.isFinite(left)) || !(right === undefined || Number.isFinite(right)))
      throw BAIL;
    return left === undefined || right === undefined ? undefined : compute(left as number, right as number);
  };
}

function comparison(compare: (left: string | number, right: string | number) => boolean): Operator {
  return (left, right) => {
    if (typeof left !== typeof right || (typeof left !== 'number' && typeof left !== 'string')) throw BAIL;
    return compare(left, right as string | number);
  };
}

function equality(wanted: boolean): Operator {
  return (left, right) => {
    if (left === undefined || right === undefined) return false;
    if (left === right) return wanted;
    if (typeof left === 'object' && left !== null && typeof right === 'object' && right !== null) throw BAIL;
    return !wanted;
  };
}

export const OPERATORS: Record<string, Operator> = {
  '+': arithmetic((left, right) => left + right),
  '-': arithmetic((left, right) => left - right),
  '*': arithmetic((left, right) => left * right),
  '/': arithmetic((left, right) => left / right),
  '%': arithmetic((left, right) => left % right),
  '=': equality(true),
  '!=': equality(false),
  '<': comparison((left, right) => left < right),
  '<=': comparison((left, right) => left <= right),
  '>': comparison((left, right) => left > right),
  '>=': comparison((left, right) => left >= right),
  '&': (left, right) => text(left) + text(right),
  in: (left, right) => {
    if (left === undefined || right === undefined) return false;
    return (Array.isArray(right) ? right : [right]).some((item) => item === left);
  },
};

/** Unary minus. */
export function negate(value: unknown): number | undefined {
  if (value === undefined) return undefined;
  if (!Number.isFinite(value)) throw BAIL;
  return -(value as number);
}

/** `value[index]`: a value that is no array counts as an array of itself; negative counts from the end. */
export function itemAt(value: unknown, index: number): unknown {
  const items = Array.isArray(value) ? value : [value];
  return items[index < 0 ? items.length + index : index];
}

/** JSONata's effective boolean value; undefined counts as false. */
export function truthy(value: unknown): boolean {
  return value === true || (value !== false && toBoolean(value) === true);
}

function text(value: unknown): string {
  if (typeof value === 'string') return value;
  return value === undefined ? '' : (toText(value) as string);
}
