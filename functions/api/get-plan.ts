import { pinnedRules } from '../../domain/rules.ts';
import type { ApiRequest, ApiResponse } from '../http.ts';
import type { ApiPorts } from '../ports.ts';
import { planDetails } from './plan-details.ts';
import { planForManager } from './plan-for-manager.ts';
import { planIdOf } from './plan-id.ts';
import { etag } from './sending.ts';

/** GET /api/plans/{planId}. A manager gets as much of it as a supervisor or reviewer may know. */
export async function getPlan(
  request: ApiRequest,
  { store, library }: Pick<ApiPorts, 'store' | 'library'>,
): Promise<ApiResponse> {
  const plan = await store.load(planIdOf(request));
  const { pack } = pinnedRules(plan, library);
  const { reach, identity } = request;
  const json = reach === 'all' ? planDetails(plan, pack) : planForManager(plan, pack, identity.email ?? '');
  return { status: 200, headers: etag(plan.version), json };
}
