import { natives } from './jsonata-natives.ts';
import { BAIL, itemAt, negate, OPERATORS, truthy } from './jsonata-operators.ts';
import type { Scope } from './types.ts';

/** A node of JSONata's own syntax tree (`jsonata(source).ast()`); only what is read here. */
export interface Node {
  type: string;
  value?: unknown;
  steps?: Node[];
  stages?: Stage[];
  predicate?: Stage[];
  lhs?: unknown;
  rhs?: Node;
  expression?: Node;
  expressions?: Node[];
  condition?: Node;
  then?: Node;
  else?: Node;
  arguments?: Node[];
  procedure?: Node;
  [flag: string]: unknown;
}
interface Stage {
  type: string;
  expr: Node;
}

/** Evaluates at once; throws BAIL when only JSONata itself can tell the answer (or the error). */
export type Fast = (scope: Scope) => unknown;

const FLAGS = [
  ...['keepArray', 'keepSingletonArray', 'group', 'tuple', 'focus', 'index', 'ancestor', 'consarray'],
  ...['seekingParent', 'nextFunction', 'thunk'],
];

/** JSONata's marks for grouping, ancestry and kept arrays, all of which change what a node answers. */
function flagged(node: Node): boolean {
  return FLAGS.some((flag) => node[flag] !== undefined && node[flag] !== false);
}

/**
 * Compiles the common part of JSONata (paths, literals, operators, constructors, library calls) to closures that run
 * without promises. Answers undefined for any construct outside it. Never guesses: what it returns, JSONata returns.
 */
export function compileFast(node: Node): Fast | undefined {
  if (flagged(node) || node.stages !== undefined) return undefined;
  const bare = compileBare(node);
  if (bare === undefined || node.predicate === undefined) return bare;
  const indexes = literalIndexes(node.predicate);
  if (indexes === undefined) return undefined;
  return (scope) => indexes.reduce<unknown>(itemAt, bare(scope));
}

function compileBare(node: Node): Fast | undefined {
  switch (node.type) {
    case 'string':
    case 'number':
    case 'value': {
      const value = node.value;
      return () => value;
    }
    case 'variable':
      return compileVariable(String(node.value));
    case 'path':
      return compilePath(node.steps ?? []);
    case 'binary':
      return compileBinary(String(node.value), node.lhs as Node, node.rhs as Node);
    case 'unary':
      return compileUnary(node);
    case 'condition':
      return compileCondition(node);
    case 'block':
      return compileBlock(node.expressions ?? []);
    case 'function':
      return compileCall(node);
    default:
      return undefined;
  }
}

function compileAll(nodes: Node[]): Fast[] | undefined {
  const compiled: Fast[] = [];
  for (const node of nodes) {
    const fast = compileFast(node);
    if (fast === undefined) return undefined;
    compiled.push(fast);
  }
  return compiled;
}

function compileVariable(name: string): Fast | undefined {
  if (name === '' || name === '$') return undefined;
  if (name === 'states') return (scope) => scope.states;
  return (scope) => {
    if (!(name in scope.vars)) throw BAIL;
    return scope.vars[name];
  };
}

function literalIndexes(stages: Stage[]): number[] | undefined {
  const plain = stages.every(
    ({ type, expr }) => type === 'filter' && expr.type === 'number' && !expr.predicate,
  );
  return plain ? stages.map(({ expr }) => Math.floor(Number(expr.value))) : undefined;
}

const STATES_FIELDS: Record<string, Fast> = {
  input: (scope) => scope.input,
  result: (scope) => scope.result,
  errorOutput: (scope) => scope.errorOutput,
  context: (scope) => scope.context,
};

function compilePath(steps: Node[]): Fast | undefined {
  const [first, ...rest] = steps;
  if (first === undefined || first.type === 'unary') return undefined;
  const names: { name: string; indexes: number[] }[] = [];
  for (const step of rest) {
    const { stages } = step;
    if (step.type !== 'name' || step.predicate || flagged(step)) return undefined;
    const indexes = stages === undefined ? [] : literalIndexes(stages);
    if (indexes === undefined) return undefined;
    names.push({ name: String(step.value), indexes });
  }
  let base = compileFast(first);
  const field = names[0];
  if (
    first.type === 'variable' &&
    first.value === 'states' &&
    !first.predicate &&
    field?.indexes.length === 0
  ) {
    const direct = Object.hasOwn(STATES_FIELDS, field.name) ? STATES_FIELDS[field.name] : undefined;
    if (direct !== undefined) {
      base = direct;
      names.shift();
    }
  }
  if (base === undefined) return undefined;
  const start = base;
  return (scope) => {
    let value = start(scope);
    for (const { name, indexes } of names) {
      if (value === null || typeof value !== 'object') return undefined;
      if (Array.isArray(value)) throw BAIL;
      value = (value as Record<string, unknown>)[name];
      if (typeof value === 'function') throw BAIL;
      for (const index of indexes) value = itemAt(value, index);
    }
    return value;
  };
}

function compileBinary(operator: string, lhs: Node, rhs: Node): Fast | undefined {
  const left = compileFast(lhs);
  const right = compileFast(rhs);
  if (left === undefined || right === undefined) return undefined;
  if (operator === 'and') return (scope) => truthy(left(scope)) && truthy(right(scope));
  if (operator === 'or') return (scope) => truthy(left(scope)) || truthy(right(scope));
  const apply = Object.hasOwn(OPERATORS, operator) ? OPERATORS[operator] : undefined;
  return apply && ((scope) => apply(left(scope), right(scope)));
}

function compileUnary(node: Node): Fast | undefined {
  if (node.value === '[') return compileArray(node.expressions ?? []);
  if (node.value === '{') return compileObject(node.lhs as [Node, Node][]);
  const operand = compileFast(node.expression as Node);
  return operand && ((scope) => negate(operand(scope)));
}

function compileArray(items: Node[]): Fast | undefined {
  const compiled = compileAll(items);
  if (compiled === undefined) return undefined;
  const parts = compiled.map((fast, position) => ({ fast, nested: items[position]?.value === '[' }));
  return (scope) => {
    const result: unknown[] = [];
    for (const { fast, nested } of parts) {
      const value = fast(scope);
      if (Array.isArray(value) && !nested) for (const item of value) result.push(item);
      else if (value !== undefined) result.push(value);
    }
    return result;
  };
}

function compileObject(pairs: [Node, Node][]): Fast | undefined {
  const keys = pairs.map(([key]) =>
    key.type === 'string' && !key.predicate ? String(key.value) : '__proto__',
  );
  const values = compileAll(pairs.map(([, value]) => value));
  if (values === undefined || keys.includes('__proto__') || new Set(keys).size < keys.length)
    return undefined;
  return (scope) => {
    const result: Record<string, unknown> = {};
    for (let at = 0; at < keys.length; at++) {
      const value = (values[at] as Fast)(scope);
      if (value !== undefined) result[keys[at] as string] = value;
    }
    return result;
  };
}

function compileCondition(node: Node): Fast | undefined {
  const condition = compileFast(node.condition as Node);
  const yes = compileFast(node.then as Node);
  const no = node.else === undefined ? () => undefined : compileFast(node.else);
  if (condition === undefined || yes === undefined || no === undefined) return undefined;
  return (scope) => (truthy(condition(scope)) ? yes(scope) : no(scope));
}

function compileBlock(expressions: Node[]): Fast | undefined {
  const compiled = compileAll(expressions);
  if (compiled === undefined) return undefined;
  if (compiled.length === 1) return compiled[0];
  return (scope) => {
    let result: unknown;
    for (const fast of compiled) result = fast(scope);
    return result;
  };
}

function compileCall(node: Node): Fast | undefined {
  const { procedure } = node;
  const args = compileAll(node.arguments ?? []);
  if (procedure?.type !== 'variable' || procedure.predicate || args === undefined) return undefined;
  const name = String(procedure.value);
  const call = libraryCall(name, args);
  return (
    call &&
    ((scope) => {
      // An assigned variable hides the library's function of that name.
      if (name in scope.vars) throw BAIL;
      return call(scope);
    })
  );
}

function libraryCall(name: string, args: Fast[]): Fast | undefined {
  if (name === 'millis' && args.length === 0) return (scope) => scope.now;
  if (name === 'now' && args.length === 0) return (scope) => new Date(scope.now).toISOString();
  const found = natives.get(name);
  // With no argument these work on the context item, and with a picture on the time of the evaluation.
  if (found === undefined || args.length === 0) return undefined;
  if (name.endsWith('Millis') && args.length > 1) return undefined;
  if (name === 'exists' && args.length === 1) return (scope) => (args[0] as Fast)(scope) !== undefined;
  return (scope) => {
    const given = args.map((fast) => fast(scope));
    const result = found.implementation(...found.signature.validate(given, undefined));
    if (typeof result === 'function' || (Array.isArray(result) && 'sequence' in result)) throw BAIL;
    return result;
  };
}
