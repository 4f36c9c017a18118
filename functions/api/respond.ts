import type { ApiRequest, ApiResponse } from '../http.ts';
import { logger } from '../logging.ts';
import type { ApiPorts } from '../ports.ts';
import { Problem } from '../problems.ts';
import { ROUTES } from './routes.ts';

/** The answer of whatever serves the route. @throws Problem 404 */
export async function respond(request: ApiRequest, ports: ApiPorts): Promise<ApiResponse> {
  const route = ROUTES[request.route];
  if (!route) {
    const known = Object.keys(ROUTES).join('; ');
    throw new Problem(404, 'no_such_route', 'Nothing is served under this address.', `Use one of: ${known}.`);
  }
  const answer = await route(request, ports);
  audit(request);
  return answer;
}

/** Who read which plan (SEC-18): the id it is called by, and the AWS identity that asked. */
function audit({ method, actor, params: { planId } }: ApiRequest): void {
  if (method === 'GET' && planId !== undefined) logger().info('plan_read', { planId, principal: actor.id });
}
