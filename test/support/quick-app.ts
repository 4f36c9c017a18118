import { mimeOf } from '../../adapters/mime.ts';
import { adminRoute } from '../../functions/admin/areas.ts';
import { assetRoutes } from '../../functions/admin/assets.ts';
import { respond } from '../../functions/api/respond.ts';
import { api, web } from '../../functions/chains.ts';
import { pages } from '../../functions/pages/routes.ts';
import { site } from '../../functions/site.ts';
import { routes } from '../../infra/routes.ts';
import { moveClock } from '../../sandbox/control/clock-move.ts';
import { eventFor } from '../../sandbox/gateway/event.ts';
import { replyFrom } from '../../sandbox/gateway/reply.ts';
import { matchRoute, type Route } from '../../sandbox/gateway/routes.ts';
import type { Gateway } from '../../sandbox/gateway.ts';
import { createInbox, type Inbox } from '../../sandbox/inbox.ts';
import { createMeter } from '../../sandbox/meter.ts';
import { type Answer, type HttpReply, type HttpRequest, openEndpoint } from '../../sandbox/wire/endpoint.ts';
import { instant } from '../../sandbox/wire/instant.ts';
import { CONTEXT } from '../functions/lambda.ts';
import { type Driven, drivenAt } from '../workflows/driven.ts';

const ROUTES: Route[] = routes.flatMap(({ path, methods, door }) =>
  methods.map((method) => ({
    key: `${method} ${path}`,
    method,
    path,
    functionArn: door,
    isIam: false,
    apiId: 'api',
  })),
);
const TAKES_TOKENS = new Set(
  routes.flatMap(({ path, methods, admits }) =>
    admits === 'token' ? methods.map((method) => `${method} ${path}`) : [],
  ),
);

const json = (body: unknown): Answer => ({
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

/** The claims a test sends as its token, as they are; whoever sends none is HR, as in the sandbox. */
const callerIn = ({ authorization }: Record<string, string>): Record<string, unknown> =>
  authorization
    ? JSON.parse(authorization.replace(/^Bearer /, ''))
    : { sub: 'hr', token_use: 'access', 'cognito:groups': '[hr]' };

/**
 * The whole app in one process, behind the same HTTP routes and the sandbox's clock and mailbox: the real functions,
 * workflow and rules, on rows in memory. Without workers and a database a plan is lived in a fraction of a second; what
 * only the real parts can show (rights, bundles, streams) is for the sandbox.
 */
export interface QuickApp {
  url: string;
  driven: Driven;
  close(): Promise<void>;
}

/** Stands before the app, as the sandbox's console does: answers what is its own, and sees everything else. */
export type Front = (world: { url: string; clock: Driven['clock']; inbox: Inbox; gateway: Gateway }) => {
  isMine(request: HttpRequest): boolean;
  answer(request: HttpRequest): Promise<Answer>;
  gateway: Gateway;
};

export async function quickApp(start: string, front?: Front): Promise<QuickApp> {
  const endpoint = await openEndpoint();
  const driven = drivenAt(start, endpoint.url);
  const { clock, ports } = driven;
  const inbox = createInbox({ clock, meter: createMeter() });
  let calls = 0;
  ports.mailer = {
    send: async (mail) => {
      const from = { name: 'People team', address: 'people@agency.example' };
      const raw = await mimeOf(mail, from, 'hr@agency.example');
      await inbox.accept({ raw, to: [mail.to.address], tags: { plan: mail.planId, outbox: mail.outboxKey } });
      return { outcome: 'sent', messageId: `message-${++calls}` };
    },
  };
  const doors: Record<string, ReturnType<typeof web>> = {
    pages: web(pages, ports),
    api: api(respond, ports),
    admin: site(adminRoute, ports, assetRoutes),
  };

  const control = async (request: HttpRequest): Promise<Answer | undefined> => {
    if (request.path === '/_sandbox/clock') {
      if (request.method === 'GET') return json({ now: instant(clock.now()) });
      return json(await moveClock(clock, JSON.parse(request.body.toString())));
    }
    if (request.path !== '/_sandbox/mail') return undefined;
    const [to, plan] = [request.query.get('to'), request.query.get('plan')];
    return json(inbox.list({ ...(to && { to }), ...(plan && { plan }) }));
  };

  const answer = async (request: HttpRequest): Promise<HttpReply> => {
    const match = matchRoute(ROUTES, request.method, request.path);
    const door = match && doors[match.route.functionArn];
    if (!match || !door) return { status: 404, body: '{"message":"Not Found"}' };
    const event = eventFor(request, match, {
      account: '123456789012',
      now: clock.now(),
      requestId: `request-${++calls}`,
      user: { arn: 'arn:aws:iam::123456789012:role/hr', accessKeyId: 'AIDA' },
    });
    if (TAKES_TOKENS.has(match.route.key)) {
      const claims = callerIn(request.headers);
      Object.assign(event.requestContext, { authorizer: { jwt: { claims, scopes: null } } });
    }
    return replyFrom({ payload: await door(event, CONTEXT) });
  };
  const gateway: Gateway = { match: (method, path) => matchRoute(ROUTES, method, path), answer };
  const before = front?.({ url: endpoint.url, clock, inbox, gateway });
  endpoint.serve(async (request) => {
    if (before?.isMine(request)) return before.answer(request);
    return (await control(request)) ?? (before?.gateway ?? gateway).answer(request);
  });
  return { url: endpoint.url, driven, close: () => endpoint.close() };
}
