import { pinnedRules } from '../../domain/rules.ts';
import type { ApiRequest, ApiResponse } from '../http.ts';
import type { ApiPorts } from '../ports.ts';
import { planDetails } from './plan-details.ts';
import { planForManager } from './plan-for-manager.ts';
import { planIdOf } from './plan-id.ts';
import { etag, etagOf } from './sending.ts';

/**
 * GET /api/plans/{planId}. A manager gets as much of it as a supervisor or reviewer may know; its version would tell
 * them that something happened which they are not told of, so theirs is marked by what they read.
 */
export async function getPlan(
  request: ApiRequest,
  { store, library, now }: Pick<ApiPorts, 'store' | 'library' | 'now'>,
): Promise<ApiResponse> {
  const plan = await store.load(planIdOf(request));
  const { pack } = pinnedRules(plan, library);
  const { reach, identity } = request;
  if (reach === 'all') return { status: 200, headers: etag(plan.version), json: planDetails(plan, pack) };
  const json = planForManager(plan, pack, identity.email ?? '', now());
  return { status: 200, headers: etagOf(json), json };
}
