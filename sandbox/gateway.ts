import { eventFor } from './gateway/event.ts';
import { createJwtGuard, type JwtContext, type JwtOptions } from './gateway/jwt.ts';
import { originHeaders } from './gateway/origin-headers.ts';
import { gatewayMessage, replyFrom } from './gateway/reply.ts';
import { matchRoute, type RouteMatch, routesOf } from './gateway/routes.ts';
import type { Caller, Clock, Functions, Resource } from './types.ts';
import type { HttpReply, HttpRequest } from './wire/endpoint.ts';
import { isLoopbackHost } from './wire/hosts.ts';
import { SANDBOX_USER } from './wire/router.ts';
import { signatureOf } from './wire/signature.ts';

export { UnsupportedRoute } from './gateway/routes.ts';

/** API Gateway's own limit on a body. */
const LARGEST_BODY = 10 * 1024 * 1024;
/** Lambda's limit on the event it is invoked with. */
const LARGEST_EVENT = 6 * 1024 * 1024;

export interface GatewayOptions {
  clock: Pick<Clock, 'now'>;
  functions: Pick<Functions, 'invoke'>;
  resources: readonly Resource[];
  account: string;
  callerOf(accessKeyId: string): Caller | undefined;
  /** By whose keys tokens are checked; without it none is good. */
  keysOf?: JwtOptions['keysOf'];
}

export interface Gateway {
  match(method: string, path: string): RouteMatch | undefined;
  answer(request: HttpRequest): Promise<HttpReply>;
}

/** A gateway whose routes may be deployed anew. */
export interface DeployedGateway extends Gateway {
  /** @returns what puts the routes of other templates in place. @throws UnsupportedRoute */
  prepare(resources: readonly Resource[]): () => void;
}

/** The template's HTTP APIs, answering on the sandbox's own address. @throws UnsupportedRoute */
export const createGateway = (options: GatewayOptions): DeployedGateway => {
  const { clock, functions, account, callerOf } = options;
  let routes = routesOf(options.resources);
  let added = originHeaders(options.resources);
  const guard = createJwtGuard({ now: clock.now, keysOf: options.keysOf ?? (async () => undefined) });
  let requests = 0;

  const userOf = (request: HttpRequest) => {
    const accessKeyId = signatureOf(request.headers)?.accessKeyId ?? 'SANDBOXUSER';
    const { name, roleArn } = callerOf(accessKeyId) ?? SANDBOX_USER;
    return { accessKeyId, arn: roleArn ?? `arn:aws:iam::${account}:user/${name}` };
  };

  return {
    prepare: (resources) => {
      const next = routesOf(resources);
      return () => {
        routes = next;
        added = originHeaders(resources);
      };
    },
    match: (method, path) => matchRoute(routes, method, path),
    answer: async (request) => {
      if (request.tooLarge || request.body.length > LARGEST_BODY) {
        return gatewayMessage(413, 'Request Entity Too Large');
      }
      const match = matchRoute(routes, request.method, request.path);
      if (!match) return gatewayMessage(404, 'Not Found');
      // A public route takes any name, as a domain of one's own may stand before it; the others are open to this machine only.
      if (match.route.isIam && !isLoopbackHost(request.headers.host)) return gatewayMessage(403, 'Forbidden');
      let jwt: JwtContext | undefined;
      if (match.route.jwt) {
        const verdict = await guard(match.route.jwt, request);
        if ('refused' in verdict) return verdict.refused;
        jwt = verdict.admitted;
      }
      requests += 1;
      const event = eventFor({ ...request, headers: { ...request.headers, ...added } }, match, {
        account,
        now: clock.now(),
        requestId: `sandbox-http-${requests}`,
        user: userOf(request),
        ...(jwt ? { jwt } : {}),
      });
      if (Buffer.byteLength(JSON.stringify(event)) > LARGEST_EVENT) {
        return gatewayMessage(413, 'Request Entity Too Large');
      }
      return replyFrom(await functions.invoke(match.route.functionArn, event));
    },
  };
};
