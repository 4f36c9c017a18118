import type { ApiRequest, ApiResponse } from '../http.ts';
import type { ApiPorts } from '../ports.ts';
import { planIdOf } from './plan-id.ts';

/** GET /api/plans/{planId}/events: the whole record, each event with its hash and the one before it. */
export async function listEvents(
  request: ApiRequest,
  { store }: Pick<ApiPorts, 'store'>,
): Promise<ApiResponse> {
  const planId = planIdOf(request);
  return { status: 200, json: { planId, events: await store.events(planId) } };
}
