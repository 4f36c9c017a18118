/** A filter pattern has something the sandbox does not do; the message quotes it. */
export class UnknownPattern extends Error {}

type Test = (value: unknown) => boolean;

const ABSENT = Symbol('absent');

const comparisons: Record<string, (value: number, than: number) => boolean> = {
  '=': (value, than) => value === than,
  '<': (value, than) => value < than,
  '<=': (value, than) => value <= than,
  '>': (value, than) => value > than,
  '>=': (value, than) => value >= than,
};

const numeric = (wanted: unknown): Test => {
  const words = wanted as (string | number)[];
  const tests: Test[] = [];
  for (let at = 0; at < words.length; at += 2) {
    const compare = comparisons[`${words[at]}`];
    if (!compare || typeof words[at + 1] !== 'number')
      throw new UnknownPattern(`numeric ${JSON.stringify(wanted)}`);
    tests.push((value) => typeof value === 'number' && compare(value, words[at + 1] as number));
  }
  return (value) => tests.every((test) => test(value));
};

const text = (check: (value: string, wanted: string) => boolean) => {
  return (wanted: unknown): Test => {
    if (typeof wanted !== 'string') throw new UnknownPattern(JSON.stringify(wanted));
    return (value) => typeof value === 'string' && check(value, wanted);
  };
};

const prefix = text((value, wanted) => value.startsWith(wanted));
const suffix = text((value, wanted) => value.endsWith(wanted));

const anythingBut = (wanted: unknown): Test => {
  const unwanted = [wanted].flat().map((each) => rule(each));
  return (value) => value !== ABSENT && !unwanted.some((test) => test(value));
};

const operators: Record<string, (wanted: unknown) => Test> = {
  prefix,
  suffix,
  'equals-ignore-case': text((value, wanted) => value.toLowerCase() === wanted.toLowerCase()),
  exists: (wanted) => (value) => (value !== ABSENT) === wanted,
  'anything-but': anythingBut,
  numeric,
};

/** One entry of a list of allowed values. */
const rule = (wanted: unknown): Test => {
  if (typeof wanted !== 'object' || wanted === null) return (value) => value === wanted;
  const [[name = '', argument] = [], ...others] = Object.entries(wanted);
  const operator = operators[name];
  if (!operator || others.length > 0) throw new UnknownPattern(JSON.stringify(wanted));
  return operator(argument);
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const compile = (pattern: unknown): Test => {
  if (Array.isArray(pattern)) {
    const rules = pattern.map(rule);
    return (value) => rules.some((test) => [value].flat().some(test));
  }
  if (!isObject(pattern)) throw new UnknownPattern(JSON.stringify(pattern));
  const tests = Object.entries(pattern).map(([name, inner]): Test => {
    if (name === '$or') {
      const choices = (inner as unknown[]).map(compile);
      return (value) => choices.some((test) => test(value));
    }
    const test = compile(inner);
    return (value) => test(isObject(value) && name in value ? value[name] : ABSENT);
  });
  return (value) => tests.every((test) => test(value));
};

/**
 * Whether a record passes the filters of an event source mapping: any one of them, or no filter at all.
 *
 * @param criteria `FilterCriteria` of the mapping; each pattern is JSON in a string.
 * @throws UnknownPattern
 */
export const recordFilter = (criteria: unknown): Test => {
  const { Filters = [] } = (criteria ?? {}) as { Filters?: { Pattern: string }[] };
  const tests = Filters.map(({ Pattern }) => compile(JSON.parse(Pattern)));
  return tests.length === 0 ? () => true : (record) => tests.some((test) => test(record));
};
