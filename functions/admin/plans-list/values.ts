import { PLAN_QUERY } from '../../plan-query.ts';

/**
 * The filters in an address, without those that a form sent empty and without what is no filter at all: an address that
 * somebody shared still opens when a mail program has added to it.
 */
export const valuesIn = (query: URLSearchParams): Record<string, string> =>
  // In one order, so that the same filter always has the same address.
  Object.fromEntries(
    Object.keys(PLAN_QUERY)
      .map((name) => [name, (query.get(name) ?? '').trim()] as const)
      .filter(([, value]) => value !== ''),
  );
