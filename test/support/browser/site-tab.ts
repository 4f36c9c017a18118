import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { Identity } from '../../../functions/access.ts';
import { allAdminRoutes } from '../../../functions/admin/areas.ts';
import { matchRoute, type Route } from '../../../sandbox/gateway/routes.ts';
import { SiteDoor } from '../../functions/site/site-door.ts';
import { PEOPLE } from '../signed-in-as.ts';

const ASSETS = ['GET /admin/assets/admin.css', 'GET /admin/assets/admin.js'];

const ROUTES = [...Object.keys(await allAdminRoutes()), ...ASSETS].map((key): Route => {
  const [method = '', path = ''] = key.split(' ');
  return { key, method, path, functionArn: 'admin', isIam: false, apiId: 'api' };
});

interface Options extends BrowserContextOptions {
  as?: Identity;
  /** The site of another tab, for two people at once. */
  door?: SiteDoor;
}

/** A real browser at the admin site: what it asks for is answered by the site's own code, on rows in memory. */
export class SiteTab {
  private constructor(
    readonly page: Page,
    readonly door: SiteDoor,
    private readonly server: Server,
  ) {}

  static async in(browser: Browser, { as = PEOPLE.hr, door = new SiteDoor(), ...options }: Options = {}) {
    const server = createServer((request, response) => void serve(request, response, door, as));
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const { port } = server.address() as AddressInfo;
    const context = await browser.newContext({ ...options, baseURL: `http://127.0.0.1:${port}` });
    return new SiteTab(await context.newPage(), door, server);
  }

  goto(path: string) {
    return this.page.goto(path);
  }

  async close(): Promise<void> {
    await this.page.context().close();
    this.server.closeAllConnections();
    this.server.close();
  }
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  door: SiteDoor,
  as: Identity,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { pathname, search } = new URL(request.url ?? '/', 'http://site');
  const match = matchRoute(ROUTES, request.method ?? 'GET', pathname);
  if (!match) {
    response.writeHead(404).end();
    return;
  }
  const { status, headers, body } = await door.call(match.route.key, {
    as,
    path: pathname,
    params: match.parameters,
    rawQuery: search.slice(1),
    headers: Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
    ),
    body: Buffer.concat(chunks).toString('utf8'),
  });
  response.writeHead(status, headers as Record<string, string>).end(body);
}
