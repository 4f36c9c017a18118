import { compile, type Test } from '../events/pattern.ts';

export { UnknownPattern } from '../events/pattern.ts';

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
