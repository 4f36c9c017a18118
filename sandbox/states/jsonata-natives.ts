import jsonata from 'jsonata';

/** A function of JSONata's own library: its code and its argument check. */
export interface Native {
  implementation: (...args: unknown[]) => unknown;
  signature: { validate(args: unknown[], context: unknown): unknown[] };
}

// Only functions that answer synchronously, take no function argument and do not depend on the evaluation's own clock.
const NAMES = [
  ...['abs', 'append', 'average', 'base64decode', 'base64encode', 'boolean', 'ceil', 'count', 'exists'],
  ...['floor', 'formatBase', 'formatInteger', 'formatNumber', 'fromMillis', 'join', 'length', 'lookup'],
  ...['lowercase', 'max', 'merge', 'min', 'not', 'number', 'pad', 'power', 'reverse', 'round', 'sqrt'],
  ...[
    'string',
    'substring',
    'substringAfter',
    'substringBefore',
    'sum',
    'toMillis',
    'trim',
    'type',
    'uppercase',
  ],
];

async function native(name: string): Promise<[string, Native]> {
  return [name, (await jsonata(`$${name}`).evaluate(undefined)) as Native];
}

/** JSONata's library, taken out of JSONata itself so that the synchronous evaluator cannot differ from it. */
export const natives: ReadonlyMap<string, Native> = new Map(await Promise.all(NAMES.map(native)));
