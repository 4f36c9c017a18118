import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { newLinkId } from '../../adapters/ids.ts';
import { createLinks } from '../../adapters/links.ts';
import { createMemoryRows } from '../../adapters/memory-rows.ts';
import { createMemoryStore } from '../../adapters/memory-store.ts';
import { ruleLibrary } from '../../adapters/packs.ts';
import type { Row } from '../../adapters/rows.ts';
import type { Command, Instant, Plan, PlanDraft } from '../../domain/index.ts';
import { web } from '../../functions/chains.ts';
import { pages } from '../../functions/pages/routes.ts';
import type { WebPorts } from '../../functions/ports.ts';
import { dcDraft } from '../support/plans.ts';

export const BASE_URL = 'https://plans.example';

/** What came back, with the parts a browser would act on. */
export interface Reply {
  status: number;
  headers: Record<string, string>;
  body: string;
  location: string | undefined;
  setCookie: string | undefined;
}

interface Sent {
  headers?: Record<string, string>;
  cookie?: string | undefined;
  body?: string;
}

/** The door of the pages with the real store, on rows in memory, and real links; time stands where the test puts it. */
export class PagesDoor {
  readonly rows = withoutCounters(createMemoryRows());
  readonly store = createMemoryStore(this.rows);
  readonly links = createLinks({
    secret: async () => ({ current: 'k1', keys: { k1: 'k'.repeat(40) } }),
    baseUrl: BASE_URL,
  });
  now: Instant = '2026-12-01T15:00:00Z';
  private readonly ports: WebPorts = {
    store: this.store,
    links: this.links,
    library: ruleLibrary(),
    now: () => this.now,
    ids: { plan: () => 'unused', link: newLinkId },
    settings: {
      organisation: 'Department of Buildings',
      contactEmail: 'people-team@agency.example',
      baseUrl: BASE_URL,
      language: 'en',
      defaults: { pack: 'us-dc-6b1410', timeZone: 'America/New_York' },
    },
  };
  private readonly handler = web(pages, this.ports);

  /** A launched plan whose acknowledgement is open. */
  async launched(planId: string, draft: PlanDraft = dcDraft()): Promise<Plan> {
    await this.commit(planId, { type: 'DraftPlan', planId, draft });
    await this.commit(planId, { type: 'ApprovePlan' });
    await this.commit(planId, { type: 'LaunchPlan' });
    return this.advance(planId, this.now);
  }

  async commit(planId: string, command: Command): Promise<Plan> {
    const { plan } = await this.store.commit(planId, command, {
      now: this.now,
      actor: { kind: 'system', id: 'lifecycle' },
      newLinkId: () => newLinkId(planId),
      library: this.ports.library,
      defaults: this.ports.settings.defaults,
    });
    return plan;
  }

  async advance(planId: string, to: Instant): Promise<Plan> {
    this.now = to;
    const { run } = await this.store.load(planId);
    return this.commit(planId, { type: 'Advance', run });
  }

  /** The address in the mail that asked `who`. */
  async linkOf(planId: string, requestId: string, who: string): Promise<string> {
    const plan = await this.store.load(planId);
    const person = plan.requests[requestId]?.respondents.find(({ participant }) => participant === who);
    if (!person) throw new Error(`${who} was not asked.`);
    return new URL(await this.links.url(person.link, 1)).pathname;
  }

  /** Follows a link as a browser does: the cookie, then the page. */
  async open(planId: string, requestId: string, who: string): Promise<{ cookie: string; page: Reply }> {
    return this.visit(await this.linkOf(planId, requestId, who));
  }

  /** The page that an address leads to, and the cookie handed over on the way. */
  async visit(path: string): Promise<{ cookie: string; page: Reply }> {
    let page = await this.send('GET', path);
    const cookie = page.setCookie?.split(';')[0] ?? '';
    while (page.location !== undefined) page = await this.send('GET', page.location, { cookie });
    return { cookie, page };
  }

  /** Posts a form as a browser does from our own page; with the button that sends it, unless `fields` name another. */
  post(
    path: string,
    fields: Record<string, string> | [string, string][],
    sent: Omit<Sent, 'body'> = {},
  ): Promise<Reply> {
    return this.send('POST', path, {
      ...sent,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'same-origin',
        origin: BASE_URL,
        ...sent.headers,
      },
      body: pressed(new URLSearchParams(fields)).toString(),
    });
  }

  async send(method: string, path: string, { headers = {}, cookie, body }: Sent = {}): Promise<Reply> {
    const result = await this.handler(eventOf(method, path, headers, cookie, body), {
      awsRequestId: 'request',
      functionName: 'pages',
    } as Context);
    return replyOf(result);
  }
}

function pressed(form: URLSearchParams): URLSearchParams {
  if (!form.has('do')) form.append('do', 'send');
  return form;
}

/** The table with what is on record in it: how often forms were sent through a link is not. */
function withoutCounters(rows: ReturnType<typeof createMemoryRows>): typeof rows {
  const isRecord = ([name]: [string, unknown]): boolean => !name.startsWith('posts');
  const all = () => rows.all().map((row) => Object.fromEntries(Object.entries(row).filter(isRecord)) as Row);
  return { ...rows, all };
}

export const ticketOf = ({ body }: Reply): string => /name="ticket" value="([^"]+)"/.exec(body)?.[1] ?? '';

function replyOf({ statusCode, headers, cookies, body }: APIGatewayProxyStructuredResultV2): Reply {
  const plain = Object.fromEntries(
    Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]),
  );
  return {
    status: statusCode ?? 0,
    headers: plain,
    body: body ?? '',
    location: plain.location,
    setCookie: cookies?.[0],
  };
}

/** What API Gateway sends for payload format 2.0. */
function eventOf(
  method: string,
  path: string,
  headers: Record<string, string>,
  cookie: string | undefined,
  body: string | undefined,
): APIGatewayProxyEventV2 {
  const [, room = '', last = '', ...below] = path.split('/');
  const name = { l: 'token', p: 'requestId' }[room];
  const route = [`/${room}/{${name}}`, ...below].join('/');
  return {
    version: '2.0',
    routeKey: name ? `${method} ${route}` : `${method} ${path}`,
    rawPath: path,
    rawQueryString: '',
    headers,
    ...(cookie && { cookies: [cookie] }),
    ...(name && { pathParameters: { [name]: decodeURIComponent(last) } }),
    requestContext: {
      accountId: '000000000000',
      apiId: 'api',
      domainName: 'plans.example',
      domainPrefix: 'plans',
      http: { method, path, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'test' },
      requestId: 'request',
      routeKey: '$default',
      stage: '$default',
      time: '01/Dec/2026:15:00:00 +0000',
      timeEpoch: 1796137200000,
    },
    isBase64Encoded: body !== undefined,
    ...(body !== undefined && { body: Buffer.from(body).toString('base64') }),
  };
}
