import { summarise } from '../../domain/summarise.ts';
import type { ApiRequest, ApiResponse } from '../http.ts';
import type { ApiPorts } from '../ports.ts';
import { planIdOf } from './plan-id.ts';

/** GET /api/plans/{planId} */
export async function getPlan(request: ApiRequest, { store }: Pick<ApiPorts, 'store'>): Promise<ApiResponse> {
  return { status: 200, json: summarise(await store.load(planIdOf(request))) };
}
