import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { SITE_HEADERS } from '../../functions/headers.ts';
import { routes } from '../../infra/routes.ts';
import { matchRoute } from '../../sandbox/gateway/routes.ts';
import { type Endpoint, openEndpoint } from '../../sandbox/wire/endpoint.ts';
import { SiteDoor } from '../functions/site/site-door.ts';
import { sidewaysScroll } from '../support/browser/in-page.ts';
import { AXE, openBrowser, picture } from '../support/browser/open.ts';
import { planFile } from '../support/plan-file.ts';

const ROUTES = routes
  .filter(({ door }) => door === 'admin')
  .flatMap(({ path, methods }) =>
    methods.map((method) => ({
      key: `${method} ${path}`,
      method,
      path,
      functionArn: 'admin',
      isIam: false,
      apiId: 'api',
    })),
  );

let door: SiteDoor;
let served: Endpoint;
let browser: Browser;
let page: Page;
/** What the browser asked for, in order; `losing` says whether one is lost on its way. */
let asked: string[] = [];
let losing: (request: string) => boolean = () => false;

beforeAll(async () => {
  served = await openEndpoint();
  served.serve(async ({ method, path, query, headers, body }) => {
    const request = `${method} ${path}`;
    asked.push(request);
    if (losing(request)) return { status: 503, headers: {}, body: 'lost' };
    const found = matchRoute(ROUTES, method, path);
    if (!found) return { status: 404, headers: {}, body: '' };
    const answer = await door.call(found.route.key, {
      path,
      params: found.parameters,
      rawQuery: query.toString(),
      headers,
      body: body.toString('base64'),
      base64: true,
    });
    const kept = Object.entries(answer.headers).map(([name, value]) => [name.toLowerCase(), String(value)]);
    return {
      status: answer.status,
      headers: { ...SITE_HEADERS, ...Object.fromEntries(kept) },
      body: answer.body,
    };
  });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await served.close();
});
beforeEach(async () => {
  door = new SiteDoor();
  door.world.ports.settings.baseUrl = served.url;
  asked = [];
  losing = () => false;
  page = await (await browser.newContext()).newPage();
  return () => page.context().close();
});

/** A file of 560 plans whose letters take one, two and three bytes, so that some slice would end inside one. */
const FILE = join(mkdtempSync(join(tmpdir(), 'import-')), 'plans.csv');
writeFileSync(FILE, planFile(560, (row) => row === 100).replaceAll('Dana Whitfield', 'Dána 维特菲尔德'));
const choose = async (): Promise<void> => {
  await page.setInputFiles('#file', FILE);
  await page.click('text=Upload and check');
};
const slicesSent = () => asked.flatMap((request) => /^POST .*\/parts\/(\d+)$/.exec(request)?.[1] ?? []);

test('a large file goes up in slices, is checked, and imported with a click', async () => {
  await page.goto(`${served.url}/admin/import`);
  await choose();
  await page.waitForURL(/\/admin\/jobs\/job/);
  expect(slicesSent().length).toBeGreaterThan(1);
  await page.waitForSelector('text=Good: 559. To be corrected: 1.');
  await page.click('text=Import the 559 good plans');
  await page.waitForSelector('text=All 559 plans are imported.');
  const names = door.world.rows.all(({ sk }) => sk.startsWith('EVENT#')).map((row) => JSON.stringify(row));
  expect(names).toHaveLength(559);
  expect(names.every((text) => text.includes('Dána 维特菲尔德'))).toBe(true);
});

test('a connection that is lost in the middle costs one slice: the same file goes on where it stopped', async () => {
  await page.goto(`${served.url}/admin/import`);
  losing = (request) => request.endsWith('/parts/1');
  await choose();
  await page.waitForSelector('text=The connection was lost.');
  expect(slicesSent()).toEqual(['0', '1']);
  losing = () => false;
  asked = [];
  await page.goto(`${served.url}/admin/import`);
  await choose();
  await page.waitForURL(/\/admin\/jobs\/job/);
  expect(slicesSent()).not.toContain('0');
  expect(slicesSent()).toContain('1');
  await page.waitForSelector('text=Good: 559. To be corrected: 1.');
});

test('without scripts the whole file is sent at once', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  page = await context.newPage();
  await page.goto(`${served.url}/admin/import`);
  await choose();
  await page.waitForURL(/\/admin\/jobs\/job/);
  expect(asked).toContain('POST /admin/import');
  expect(await page.textContent('main')).toContain('Good: 559. To be corrected: 1.');
  await context.close();
});

describe.each([
  ['on a desk', { viewport: { width: 1280, height: 800 }, colorScheme: 'light' }],
  ['on a small phone in the dark', { viewport: { width: 320, height: 640 }, colorScheme: 'dark' }],
] as const)('%s', (where, options) => {
  test('the pages are sound and nothing is cut off', async () => {
    const context = await browser.newContext(options);
    page = await context.newPage();
    await page.goto(`${served.url}/admin/import`);
    await look(`import ${where}`);
    await choose();
    await page.waitForURL(/\/admin\/jobs\/job/);
    await look(`import checked ${where}`);
    await page.goto(`${served.url}/admin/jobs`);
    await look(`bulk work ${where}`);
    await context.close();
  });
});

async function look(name: string): Promise<void> {
  await picture(page, name.replaceAll(' ', '-'));
  await page.evaluate(AXE);
  const { violations } = (await page.evaluate('axe.run()')) as { violations: { id: string }[] };
  expect([name, violations.map(({ id }) => id), await page.evaluate(sidewaysScroll)]).toEqual([name, [], 0]);
}
