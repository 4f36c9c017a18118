import { pinnedRules } from '../../domain/rules.ts';
import type { ApiRequest, ApiResponse } from '../http.ts';
import type { ApiPorts } from '../ports.ts';
import { planDetails } from './plan-details.ts';
import { planIdOf } from './plan-id.ts';

/** GET /api/plans/{planId} */
export async function getPlan(
  request: ApiRequest,
  { store, library }: Pick<ApiPorts, 'store' | 'library'>,
): Promise<ApiResponse> {
  const plan = await store.load(planIdOf(request));
  return { status: 200, json: planDetails(plan, pinnedRules(plan, library).pack) };
}
