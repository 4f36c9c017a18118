import { PlanNotFound } from '../../domain/errors.ts';
import { reachOf } from '../access.ts';
import type { ApiRequest, ApiResponse } from '../http.ts';
import { logger } from '../logging.ts';
import type { ApiPorts } from '../ports.ts';
import { Problem } from '../problems.ts';
import { isGone, portsFor } from '../readers-store.ts';
import { type ApiRoute, ROUTES } from './routes.ts';

/** The answer of whatever serves the route, to whoever may have it. @throws Problem 403 or 404, PlanNotFound, AboutYou */
export async function respond(request: ApiRequest, ports: ApiPorts): Promise<ApiResponse> {
  const route = Object.hasOwn(ROUTES, request.route) ? ROUTES[request.route] : undefined;
  if (!route) {
    const known = Object.keys(ROUTES).join('; ');
    throw new Problem(404, 'no_such_route', 'Nothing is served under this address.', `Use one of: ${known}.`);
  }
  const reach = reachFor(route, request);
  const theirs = await portsFor(request, { ...request, reach }, ports);
  const answer = await route.serve({ ...request, reach }, theirs).catch((error: unknown) => {
    // It was deleted just now: for a manager that is no other answer.
    throw reach === 'own' && isGone(error) ? new PlanNotFound() : error;
  });
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
function audit({ method, identity, params: { planId } }: ApiRequest): void {
  if (method === 'GET' && planId !== undefined)
    logger().info('plan_read', { planId, principal: identity.id });
}
