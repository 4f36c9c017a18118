/** A filter pattern has something the sandbox does not do; the message quotes it. */
export class UnknownPattern extends Error {}

export type Test = (value: unknown) => boolean;

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

/**
 * Whether something has the shape and the values that a pattern asks for, as EventBridge and Lambda's filters read patterns.
 *
 * @throws UnknownPattern
 */
export const compile = (pattern: unknown): Test => {
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

/** Why the sandbox cannot tell what a pattern matches; undefined when it can. */
export const patternFault = (pattern: unknown): string | undefined => {
  try {
    compile(pattern);
    return undefined;
  } catch (error) {
    if (!(error instanceof UnknownPattern)) throw error;
    return `EventPattern has ${error.message}, which the sandbox does not match`;
  }
};
