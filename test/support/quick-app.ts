import { mimeOf } from '../../adapters/mime.ts';
import { respond } from '../../functions/api/respond.ts';
import { api, web } from '../../functions/chains.ts';
import { pages } from '../../functions/pages/routes.ts';
import { routes } from '../../infra/routes.ts';
import { moveClock } from '../../sandbox/control/clock-move.ts';
import { eventFor } from '../../sandbox/gateway/event.ts';
import { replyFrom } from '../../sandbox/gateway/reply.ts';
import { matchRoute, type Route } from '../../sandbox/gateway/routes.ts';
import { createInbox } from '../../sandbox/inbox.ts';
import { createMeter } from '../../sandbox/meter.ts';
import { type Answer, type HttpRequest, openEndpoint } from '../../sandbox/wire/endpoint.ts';
import { instant } from '../../sandbox/wire/instant.ts';
import { CONTEXT } from '../functions/lambda.ts';
import { type Driven, drivenAt } from '../workflows/driven.ts';

const ROUTES: Route[] = routes.flatMap(({ path, methods, door, admits }) =>
  methods.map((method) => ({
    key: `${method} ${path}`,
    method,
    path,
    functionArn: door,
    isIam: admits === 'iam',
    apiId: 'api',
  })),
);

const json = (body: unknown): Answer => ({
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

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

export async function quickApp(start: string): Promise<QuickApp> {
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

  endpoint.serve(async (request) => {
    const answered = await control(request);
    if (answered) return answered;
    const match = matchRoute(ROUTES, request.method, request.path);
    const door = match && doors[match.route.functionArn];
    if (!match || !door) return { status: 404, body: '{"message":"Not Found"}' };
    const event = eventFor(request, match, {
      account: '123456789012',
      now: clock.now(),
      requestId: `request-${++calls}`,
      user: { arn: 'arn:aws:iam::123456789012:role/hr', accessKeyId: 'AIDA' },
    });
    return replyFrom({ payload: await door(event, CONTEXT) });
  });
  return { url: endpoint.url, driven, close: () => endpoint.close() };
}
