import { AwsError } from '../types.ts';
import { JSONPATH_ONLY, NOT_RUN } from './validate-fields.ts';

/** The value as an object that is no array; undefined for anything else. */
export function record(value: unknown): Record<string, unknown> | undefined {
  const plain = value !== null && typeof value === 'object' && !Array.isArray(value);
  return plain ? (value as Record<string, unknown>) : undefined;
}

/** Collects what is wrong with a definition, so that its author hears of everything at once. */
export class Problems {
  readonly #found: string[] = [];

  get none(): boolean {
    return this.#found.length === 0;
  }

  add(what: string, path: string) {
    this.#found.push(`SCHEMA_VALIDATION_FAILED: ${what} at ${path}`);
  }

  missing(field: string, target: unknown, path: string) {
    this.#found.push(`MISSING_TRANSITION_TARGET: Missing '${field}' target: ${String(target)} at ${path}`);
  }

  fields(value: Record<string, unknown>, known: readonly string[], path: string) {
    for (const key of Object.keys(value)) {
      if (known.includes(key)) continue;
      this.add(whyNot(key), `${path}/${key}`);
    }
  }

  /** An integer of the range, or (when `expression` says so) a text left to the run. */
  integer(value: unknown, least: number, most: number, path: string) {
    if (!Number.isInteger(value) || Number(value) < least || Number(value) > most) {
      this.add(`must be an integer from ${least} to ${most}`, path);
    }
  }

  throwIfAny() {
    if (this.none) return;
    throw new AwsError('InvalidDefinition', `Invalid State Machine Definition: '${this.#found.join(', ')}'`);
  }
}

function whyNot(key: string): string {
  if (NOT_RUN.has(key)) return `The field '${key}' is not supported by the sandbox`;
  if (JSONPATH_ONLY.has(key)) return `The field '${key}' is not supported when QueryLanguage is JSONata`;
  return `Field '${key}' is not supported`;
}
