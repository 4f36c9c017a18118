import { PlanNotFound } from '../../domain/errors.ts';
import { isOwn, reachOf } from '../access.ts';
import type { ApiRequest, ApiResponse } from '../http.ts';
import { logger } from '../logging.ts';
import type { ApiPorts } from '../ports.ts';
import { Problem } from '../problems.ts';
import { planIdOf } from './plan-id.ts';
import { type ApiRoute, ROUTES } from './routes.ts';

/** The answer of whatever serves the route, to whoever may have it. @throws Problem 403 or 404, PlanNotFound */
export async function respond(request: ApiRequest, ports: ApiPorts): Promise<ApiResponse> {
  const route = Object.hasOwn(ROUTES, request.route) ? ROUTES[request.route] : undefined;
  if (!route) {
    const known = Object.keys(ROUTES).join('; ');
    throw new Problem(404, 'no_such_route', 'Nothing is served under this address.', `Use one of: ${known}.`);
  }
  const reach = reachFor(route, request);
  // A plan that is somebody else's looks the same as one that is not there.
  if (reach === 'own' && request.params.planId !== undefined) {
    const { draft } = await ports.store.load(planIdOf(request));
    if (!isOwn(draft.participants, request.identity)) throw new PlanNotFound();
  }
  const answer = await route.serve({ ...request, reach }, ports);
  audit(request);
  return answer;
}

function reachFor({ who }: ApiRoute, { identity, route }: ApiRequest) {
  const reach = reachOf(who, identity);
  if (!reach) {
    logger().warn('role_refused', { route, principal: identity.id });
    const mine = identity.roles.join(', ') || 'none';
    throw new Problem(
      403,
      'role_refused',
      `This is for: ${Object.keys(who).join(', ')}. Your roles: ${mine}.`,
      'Ask whoever manages your accounts for that role, or use a token that has it.',
    );
  }
  // Whose plans a manager's are is known by their address alone.
  if (reach === 'own' && !identity.email) {
    throw new Problem(
      403,
      'no_email',
      'The token does not say the e-mail address of its holder.',
      'Let your issuer put the claim email into access tokens, or read the plans on the admin site.',
    );
  }
  return reach;
}

/** Who read which plan (SEC-18): the id it is called by, and who asked. */
function audit({ method, actor, params: { planId } }: ApiRequest): void {
  if (method === 'GET' && planId !== undefined) logger().info('plan_read', { planId, principal: actor.id });
}
