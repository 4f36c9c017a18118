import type { QueryValues } from './model.ts';

/** The address of the list with these filters; what is empty is left out, so that it is short enough to share. */
export function listAddress(values: QueryValues, path = '/admin/plans'): string {
  const query = new URLSearchParams(Object.entries(values).filter(([, value]) => value !== ''));
  return query.size > 0 ? `${path}?${query}` : path;
}

/** The same filters but one. */
export const without = (values: QueryValues, field: string): QueryValues =>
  Object.fromEntries(Object.entries(values).filter(([name]) => name !== field && name !== 'cursor'));
