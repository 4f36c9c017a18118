import { forManager } from '../../domain/listing.ts';
import type { ApiRequest, ApiResponse } from '../http.ts';
import { filterOf, readPlanQuery } from '../plan-query.ts';
import type { ApiPorts } from '../ports.ts';

/**
 * GET /api/plans?status=&overdue=true&waitingOn=&bounced=true&decisionWithinDays=&q=&limit=&cursor=
 *
 * A manager gets their own plans, and of those what a supervisor or reviewer may know.
 */
export async function listPlans(
  request: ApiRequest,
  ports: Pick<ApiPorts, 'store' | 'library' | 'now' | 'settings'>,
): Promise<ApiResponse> {
  const query = readPlanQuery(request.query, request);
  const { limit, cursor } = query;
  const options = { ...(limit && { limit: Number(limit) }), ...(cursor !== undefined && { cursor }) };
  const page = await ports.store.list({ ...filterOf(query, request, ports), ...options }, ports.now());
  if (request.reach === 'all') return { status: 200, json: page };
  const address = request.identity.email ?? '';
  return { status: 200, json: { ...page, plans: page.plans.map((plan) => forManager(plan, address)) } };
}
