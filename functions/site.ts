import middy from '@middy/core';
import httpHeaderNormalizer from '@middy/http-header-normalizer';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import type { Sessions } from '../adapters/sessions.ts';
import type { Actor } from '../domain/events.ts';
import type { AdminFrame } from '../views/admin/layout.tsx';
import type { NotKept, Trouble } from '../views/admin/messages.tsx';
import { actorOf, type Identity, type Reach, type Rule, reachOf } from './access.ts';
import { SITE_HEADERS } from './headers.ts';
import { MAX_SITE_FORM_BYTES, type WebRequest, type WebResponse, webRequest } from './http.ts';
import { logger } from './logging.ts';
import { headersOn, logged, onFailure } from './middlewares.ts';
import { isFromOurPages } from './pages/same-origin.ts';
import type { TaskPorts } from './ports.ts';
import { problemOf } from './problems.ts';
import { isGone, portsFor } from './readers-store.ts';
import { renewable, sessionIn } from './site-session.ts';
import { type EdgePorts, throughTheEdge } from './through-edge.ts';

/** A request of somebody who is signed in and may use the route. */
export interface SiteRequest extends WebRequest {
  identity: Identity;
  /** Over which plans; with `own`, a plan named in the address has been found to be theirs. */
  reach: Reach;
  actor: Actor;
  frame: AdminFrame;
}

/** One address of the site: who may use it, and what it answers. */
export interface SiteRoute<P> {
  who: Rule;
  serve(request: SiteRequest, ports: P): Promise<WebResponse>;
}

/** By route key, as API Gateway matches them: `GET /admin/plans`. */
export type SiteRoutes<P> = Readonly<Record<string, SiteRoute<P>>>;

/** Finds a route by its key, for a site that reads its parts when they are first needed. */
export type FindRoute<P> = (key: string) => Promise<SiteRoute<P> | undefined>;

/** Addresses for people who are not signed in: how to, and what pages look like. */
export type OpenRoutes<P> = Readonly<Record<string, (request: WebRequest, ports: P) => Promise<WebResponse>>>;

export type SitePorts = Pick<TaskPorts, 'store' | 'now' | 'settings'> & EdgePorts & { sessions: Sessions };

type HttpDoor = (
  event: APIGatewayProxyEventV2,
  context: Context,
) => Promise<APIGatewayProxyStructuredResultV2>;

/**
 * A part of the site over HTTP API. What is asked for is served to whoever is signed in and may use it; everybody else is
 * sent to sign in, or told who may. Nothing that somebody sent in a form is lost by that.
 */
export function site<P extends SitePorts>(
  routes: SiteRoutes<P> | FindRoute<P>,
  ports: P,
  open: OpenRoutes<P> = {},
): HttpDoor {
  return middy(async (event: APIGatewayProxyEventV2) => {
    const request = webRequest(event, MAX_SITE_FORM_BYTES);
    const { status, headers, cookies, body } = await answer(request, { routes, open, ports });
    const type = body !== undefined && { 'Content-Type': 'text/html; charset=utf-8' };
    return {
      statusCode: status,
      headers: { ...type, ...headers },
      ...(cookies && { cookies }),
      body: request.method === 'HEAD' ? '' : (body ?? ''),
    };
  })
    .use(headersOn(SITE_HEADERS))
    .use(logged())
    .use(
      onFailure(async (error) => {
        const { document } = problemOf(error);
        return {
          statusCode: document.status,
          headers: { 'Content-Type': 'text/html; charset=utf-8' },
          body: (await messages()).troublePage(document),
        };
      }),
    )
    .use(httpHeaderNormalizer())
    .use(throughTheEdge(ports)) as HttpDoor;
}

interface Site<P> {
  routes: SiteRoutes<P> | FindRoute<P>;
  open: OpenRoutes<P>;
  ports: P;
}

async function answer<P extends SitePorts>(
  request: WebRequest,
  { routes, open, ports }: Site<P>,
): Promise<WebResponse> {
  const isSent = request.method === 'POST';
  if (isSent && !isFromOurPages(request, ports.settings.baseUrl)) return page(403, CROSS_SITE);
  const key = request.route.replace(/^HEAD /, 'GET ');
  const free = Object.hasOwn(open, key) ? open[key] : undefined;
  if (free) return free(request, ports);
  const route = await routeOf(key, routes);
  if (!route) return page(404, NO_SUCH_PAGE);

  const session = await sessionIn(request, ports);
  if (!session || (!isSent && renewable(session, request, ports.now()))) {
    if (!isSent) return toSignIn(request);
    if (request.headers['x-autosave']) return { status: 401, body: '' };
    return {
      status: 401,
      headers: { 'Content-Type': 'text/html; charset=utf-8' },
      body: (await messages()).sessionOverPage(request.path, sentIn(request)),
    };
  }
  // What was done is said only to whoever was led here by doing it, never by an address that somebody sent them.
  if ((request.headers['sec-fetch-site'] ?? 'same-origin') !== 'same-origin') request.query.delete('done');
  const { identity } = session;
  const reach = reachOf(route.who, identity);
  if (!reach) {
    logger().warn('role_refused', { route: key, principal: identity.id });
    return page(403, notForYou(route.who, identity));
  }
  const signedIn = { identity, reach, actor: actorOf(identity), frame: frameOf(request, identity, ports) };
  const asked = async (): Promise<WebResponse> => {
    const theirs = await portsFor(request, signedIn, ports);
    return route.serve({ ...request, ...signedIn }, theirs);
  };
  try {
    const answered = await asked();
    audit(request, identity);
    return answered;
  } catch (error) {
    // To a manager a plan that is somebody else's looks the same as one that is not there any more.
    if (reach === 'own' && isGone(error)) return page(404, NO_SUCH_PLAN);
    throw error;
  }
}

/** What was sent, or why it cannot be sent again from another page. */
function sentIn({ form, headers, bodyBytes }: WebRequest): [string, string][] | NotKept {
  if (form || bodyBytes === 0) return [...(form ?? [])];
  return /^multipart\//i.test(headers['content-type'] ?? '') ? 'file' : 'too long';
}

const routeOf = async <P>(key: string, routes: Site<P>['routes']): Promise<SiteRoute<P> | undefined> => {
  if (typeof routes === 'function') return routes(key);
  return Object.hasOwn(routes, key) ? routes[key] : undefined;
};

/** Who read which plan (SEC-18): the id it is called by, and who asked. */
function audit({ method, params: { planId } }: WebRequest, identity: Identity): void {
  if (method === 'GET' && planId !== undefined)
    logger().info('plan_read', { planId, principal: identity.id });
}

const frameOf = (request: WebRequest, identity: Identity, { settings, now }: SitePorts): AdminFrame => ({
  organisation: settings.organisation,
  reader: { name: identity.name, roles: identity.roles },
  here: request.path,
  now: now(),
  timeZone: settings.defaults.timeZone,
});

/** They come back to where they were going. */
function toSignIn({ path, query }: WebRequest): WebResponse {
  const to = query.size > 0 ? `${path}?${query}` : path;
  return { status: 303, headers: { Location: `/admin/sign-in?to=${encodeURIComponent(to)}` } };
}

/** What says that something went wrong is read when something does. */
const messages = () => import('../views/admin/messages.tsx');

const page = async (status: number, problem: Trouble): Promise<WebResponse> => ({
  status,
  body: (await messages()).troublePage(problem),
});

const CROSS_SITE = {
  title: 'This form came from another site',
  detail: 'Nothing was done.',
  wayOut: 'Open the page on this site and send the form from there.',
};

const NO_SUCH_PAGE = {
  title: 'There is no such page',
  detail: 'Nothing is kept under this address.',
  wayOut: 'Check the address, or begin at the first page.',
};

const NO_SUCH_PLAN = {
  title: 'There is no such plan',
  detail: 'No plan of this id is there for you to read.',
  wayOut: 'Check the address. Managers see the plans that they supervise or review.',
};

const ROLE_NAMES = {
  hr: 'HR',
  manager: 'managers',
  auditor: 'auditors',
  operator: 'operators',
  recorder: 'programs that bring in numbers',
} as const;

function notForYou(who: Rule, { name, roles }: Identity) {
  const may = Object.keys(who).map((role) => ROLE_NAMES[role as keyof typeof ROLE_NAMES]);
  const mine = roles.map((role) => ROLE_NAMES[role]);
  const signedIn = mine.length > 0 ? `, as one of ${mine.join(' and ')}` : ', in no group of this system';
  return {
    title: 'This page is not for your role',
    detail: `It is for ${may.join(' and ')}. You are signed in as ${name}${signedIn}.`,
    wayOut: 'If you need it, ask whoever manages your accounts to put you in that group, then sign in again.',
  };
}
