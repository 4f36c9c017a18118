import type { PlanId } from '../../../domain/plan.ts';

/** The other plans that a hold names. */
export const comparatorsIn = ({ type, comparators }: Record<string, unknown>): PlanId[] =>
  type === 'hold' && Array.isArray(comparators) ? comparators.map(String) : [];
