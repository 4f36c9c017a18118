import { PlanNotFound } from '../../domain/errors.ts';
import type { PlanId } from '../../domain/plan.ts';
import type { ApiRequest } from '../http.ts';

/** The plan a path names. What cannot be an id is simply not found, before it gets near the table. @throws PlanNotFound */
export function planIdOf({ params: { planId = '' } }: Pick<ApiRequest, 'params'>): PlanId {
  if (!isPlanId(planId)) throw new PlanNotFound();
  return planId;
}

export const isPlanId = (id: string): boolean => /^pln[a-z2-7]{20}$/.test(id);
