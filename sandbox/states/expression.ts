import jsonata from 'jsonata';
import { stepFunctionsLibrary } from './functions.ts';
import { compileFast, type Fast, type Node } from './jsonata-fast.ts';
import { StatesError } from './states-error.ts';
import type { Scope, Settled } from './types.ts';

/** Asks the thread to evaluate the expression asynchronously and to run the phase again with the answer in its memo. */
export class Suspend {
  readonly expression: Expression;

  constructor(expression: Expression) {
    this.expression = expression;
  }
}

interface Compiled {
  fast: Fast | undefined;
  evaluate(bindings: Record<string, unknown>): Promise<unknown>;
  /** Why AWS refuses the expression, found in its syntax alone. */
  refusal: string | undefined;
}

const cache = new Map<string, Compiled>();

function compile(source: string): Compiled {
  const known = cache.get(source);
  if (known !== undefined) return known;
  const parsed = jsonata(source);
  const ast = parsed.ast() as unknown as Node;
  const compiled: Compiled = {
    fast: compileFast(ast),
    evaluate: (bindings) => parsed.evaluate(undefined, bindings),
    refusal: refusalOf(ast, true),
  };
  cache.set(source, compiled);
  return compiled;
}

/** Why this text is no expression AWS would take; undefined when it is one. */
export function expressionProblem(source: string): string | undefined {
  try {
    return compile(source).refusal;
  } catch (error) {
    return `not JSONata: ${messageOf(error)}`;
  }
}

/** One `{% %}` text of a definition, at its place: `Output/a/b[0]`, `Choices[1]/Condition`. */
export class Expression {
  readonly #compiled: Compiled;
  readonly #suspend = new Suspend(this);

  readonly source: string;
  readonly location: string;

  constructor(source: string, location: string) {
    this.source = source;
    this.location = location;
    this.#compiled = compile(source);
  }

  /**
   * The value in this scope, or Suspend thrown where it takes JSONata's asynchronous evaluator.
   * @throws StatesError States.QueryEvaluationError
   */
  evaluate(scope: Scope): unknown {
    const settled = scope.memo?.get(this);
    if (settled !== undefined) return this.#answer(settled);
    const { fast } = this.#compiled;
    if (fast === undefined) throw this.#suspend;
    let value: unknown;
    try {
      value = fast(scope);
    } catch {
      // Outside the subset or an error: JSONata itself gives the value or words the error.
      throw this.#suspend;
    }
    return this.#defined(value);
  }

  /** Never rejects. The value is plain JSON: JSONata's own marks on arrays are gone. */
  async settle(scope: Scope, random: () => number): Promise<Settled> {
    const bindings = stepFunctionsLibrary(scope.now, random);
    for (const name in scope.vars) bindings[name] = scope.vars[name];
    bindings.states = scope.states;
    try {
      const value = await this.#compiled.evaluate(bindings);
      if (value === null || typeof value !== 'object' || '_jsonata_function' in value) return { value };
      return { value: JSON.parse(JSON.stringify(value)) };
    } catch (failure) {
      return { failure };
    }
  }

  /** The error AWS raises when a field's expression does not do for the field. */
  failure(what: string): StatesError {
    const cause = `The JSONata expression '${this.source}' specified for the field '${this.location}' ${what}`;
    return new StatesError('States.QueryEvaluationError', cause, { location: this.location });
  }

  #answer(settled: Settled): unknown {
    if ('value' in settled) return this.#defined(settled.value);
    throw this.failure(`threw an error during evaluation: ${messageOf(settled.failure)}`);
  }

  #defined(value: unknown): unknown {
    if (value === undefined) throw this.failure('returned nothing (undefined).');
    const odd = typeof value === 'function' || (typeof value === 'number' && !Number.isFinite(value));
    if (odd || (typeof value === 'object' && value !== null && '_jsonata_function' in value)) {
      throw this.failure('returned an unsupported result type.');
    }
    return value;
  }
}

function messageOf(error: unknown): string {
  return error !== null && typeof error === 'object' && 'message' in error
    ? String(error.message)
    : String(error);
}

// In Step Functions an expression has no context item: only `$states`, variables and functions mean something.
function refusalOf(value: unknown, top: boolean): string | undefined {
  if (Array.isArray(value)) return first(value, (item) => refusalOf(item, top));
  if (value === null || typeof value !== 'object') return undefined;
  const node = value as Node;
  if (node.type === 'variable' && node.value === 'eval') return '$eval is not supported; use $parse';
  if (node.type === 'variable' && node.value === '$') return '$$ is not supported; use $states.input';
  if (top && node.type === 'variable' && node.value === '') return '$ has no meaning here; use $states.input';
  if (top && (node.type === 'name' || node.type === 'wildcard' || node.type === 'descendant')) {
    return `the name ${String(node.value)} has no context here; use $states.input.${String(node.value)}`;
  }
  return first(Object.entries(node), ([key, child]) => {
    if (key === 'steps') return stepsRefusal(child as Node[], top);
    if (key === 'arguments' && node.type === 'lambda') return undefined;
    const inner = key === 'stages' || key === 'predicate' || key === 'group' || key === 'terms';
    return key === 'slot' ? undefined : refusalOf(child, top && !inner && node.type !== 'transform');
  });
}

function stepsRefusal([head, ...rest]: Node[], top: boolean): string | undefined {
  return refusalOf(head, top) ?? refusalOf(rest, false);
}

function first<T>(items: T[], find: (item: T) => string | undefined): string | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
