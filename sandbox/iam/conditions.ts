type Values = string | string[];
export type ConditionBlock = Record<string, Record<string, Values>>;

const list = (value: Values): string[] => (Array.isArray(value) ? value.map(String) : [`${value}`]);

/** Matches an IAM pattern: `*` is any text, `?` any one character. */
export const matches = (pattern: string, value: string): boolean =>
  new RegExp(
    `^${pattern
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replace(/\*/g, '.*')
      .replace(/\?/g, '.')}$`,
    's',
  ).test(value);

const sameIgnoringCase = (wanted: string, value: string) => wanted.toLowerCase() === value.toLowerCase();

const OPERATORS: Record<string, (wanted: string, value: string) => boolean> = {
  StringEquals: (wanted, value) => wanted === value,
  StringEqualsIgnoreCase: sameIgnoringCase,
  StringLike: matches,
  ArnEquals: matches,
  ArnLike: matches,
  Bool: sameIgnoringCase,
  NumericEquals: (wanted, value) => Number(wanted) === Number(value),
};

const NEGATED: Record<string, string> = {
  StringNotEquals: 'StringEquals',
  StringNotEqualsIgnoreCase: 'StringEqualsIgnoreCase',
  StringNotLike: 'StringLike',
  ArnNotEquals: 'ArnEquals',
  ArnNotLike: 'ArnLike',
};

const parse = (written: string) => {
  const [first = '', second] = written.split(':');
  const everyValue = second !== undefined && first === 'ForAllValues';
  const full = second ?? first;
  const optional = full.endsWith('IfExists');
  return { everyValue, optional, operator: optional ? full.slice(0, -'IfExists'.length) : full };
};

/** Operators of a condition that are not known here; a policy that has one cannot be judged. */
export const unknownOperators = (condition: ConditionBlock = {}): string[] =>
  Object.keys(condition).filter((written) => {
    const { operator } = parse(written);
    return operator !== 'Null' && !OPERATORS[operator] && !NEGATED[operator];
  });

/** Whether every line of a condition holds for what is known of the call. Keys are compared without case. */
export const holds = (condition: ConditionBlock, context: Record<string, string>): boolean => {
  const known = new Map(Object.entries(context).map(([key, value]) => [key.toLowerCase(), value]));
  return Object.entries(condition).every(([written, lines]) =>
    Object.entries(lines).every(([key, wanted]) => {
      const { everyValue, optional, operator } = parse(written);
      const value = known.get(key.toLowerCase());
      if (operator === 'Null') return list(wanted).includes(`${value === undefined}`);
      const negated = NEGATED[operator];
      // An absent key satisfies what is asked of all its values, and of none of them.
      if (value === undefined) return everyValue || optional || negated !== undefined;
      const test = OPERATORS[negated ?? operator];
      const found = list(wanted).some((each) => test?.(each, value) ?? false);
      return negated ? !found : found;
    }),
  );
};
