import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SITE_HEADERS } from '../../functions/headers.ts';
import { type Endpoint, openEndpoint } from '../../sandbox/wire/endpoint.ts';
import { executionsStyle } from '../../views/admin/executions/style.ts';
import { adminScript } from '../../views/admin/script.ts';
import { adminStyle } from '../../views/admin/style.ts';
import { ExecutionsDoor } from '../functions/executions/executions-door.ts';
import { sidewaysScroll } from '../support/browser/in-page.ts';
import { AXE, openBrowser, picture } from '../support/browser/open.ts';
import { dcDraft } from '../support/plans.ts';

const file = (type: string, body: string) => ({ status: 200, headers: { 'content-type': type }, body });

let door: ExecutionsDoor;
let served: Endpoint;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let planId: string;
const pages: Record<string, string> = {};

beforeAll(async () => {
  door = await ExecutionsDoor.open();
  const other = await door.launch(dcDraft({ title: 'Another plan' }));
  await door.driven.command(other, { type: 'withdraw', reason: 'They left.' });
  door.driven.failures.push(...Array.from({ length: 9 }, () => new Error('Broken')));
  await door.launch(dcDraft());
  await door.driven.clock.advanceTo(Date.parse('2026-12-01T15:00:00Z'));
  planId = await door.launch(dcDraft());
  await door.driven.clock.advanceTo(Date.parse('2026-12-18T16:00:00Z'));
  const failed = (await door.ports.executions.list({ machine: 'plan-lifecycle', status: 'FAILED', limit: 1 }))
    .executions[0]?.name;
  Object.assign(pages, {
    list: '/admin/executions',
    nothing: '/admin/executions?machine=bulk-work&status=FAILED',
    execution: `/admin/executions/${planId}-r1`,
    state: `/admin/executions/${planId}-r1?state=Await+check-in+answers&zone=utc`,
    failed: `/admin/executions/${failed}?state=Record+the+failure`,
    stop: `/admin/executions/${planId}-r1/stop`,
    restart: `/admin/executions/${planId}-r1/restart`,
    migrate: '/admin/executions/migrate',
    gone: '/admin/executions/plnaaaaaaaaaaaaaaaaaaaa-r1',
  });
  served = await openEndpoint();
  browser = await openBrowser();
  context = await browser.newContext();
  page = await context.newPage();
  served.serve(async ({ method, path, query, body }) => {
    if (path.endsWith('.css')) return file('text/css', adminStyle + executionsStyle);
    if (path.endsWith('.js')) return file('text/javascript', adminScript);
    const answer =
      method === 'POST'
        ? await door.post(path, [...new URLSearchParams(body.toString())])
        : await door.get(path, Object.fromEntries(query));
    const to = answer.headers.Location;
    const headers = { ...SITE_HEADERS, 'content-type': 'text/html; charset=utf-8' };
    return {
      status: answer.status,
      headers: to ? { ...headers, location: String(to) } : headers,
      body: answer.body,
    };
  });
});
afterAll(async () => {
  await context.close();
  await browser.close();
  await served.close();
  await door.close();
});

/** What axe finds, as `rule: where`. */
const findings = (): Promise<string[]> =>
  page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  });

const NAMES = ['list', 'nothing', 'execution', 'state', 'failed', 'stop', 'restart', 'migrate', 'gone'];

describe.each(NAMES)('the page %s', (name) => {
  test('has nothing that axe finds, by day and by night', async () => {
    await page.setViewportSize({ width: 1280, height: 900 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.goto(served.url + pages[name]);
      await page.evaluate(AXE);
      expect(await findings()).toEqual([]);
      await picture(page, `executions-${name}-${colorScheme}`);
    }
  });

  test.each([375, 320])('has nothing beside the window at %i pixels', async (width) => {
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize({ width, height: 800 });
    await page.goto(served.url + pages[name]);
    expect(await page.evaluate(sidewaysScroll)).toBe(0);
    if (width === 375) await picture(page, `executions-${name}-narrow`);
  });
});

test('on a narrow window the drawing begins at the state it is in, and is no taller than the window', async () => {
  await page.setViewportSize({ width: 320, height: 800 });
  await page.goto(served.url + pages.execution);
  const box = await page.locator('.drawing').boundingBox();
  const state = await page.locator('.state-here rect').boundingBox();
  if (!box || !state) throw new Error('There is no drawing.');
  expect(box.height).toBeLessThanOrEqual(610);
  const fromMiddle = (at: number, size: number, start: number, length: number) =>
    Math.abs(at + size / 2 - (start + length / 2));
  expect(fromMiddle(state.x, state.width, box.x, box.width)).toBeLessThan(30);
  expect(fromMiddle(state.y, state.height, box.y, box.height)).toBeLessThan(30);
});

test('an execution is followed while the clock moves, its drawing is clicked, and it is started anew', async () => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(served.url + pages.execution);
  const here = () => page.locator('.state-here .state-name').textContent();
  expect(await here()).toBe('Await check-in answers');
  await door.driven.clock.advanceTo(Date.parse('2026-12-29T16:00:00Z'));
  await expect.poll(here, { timeout: 10_000 }).toBe('Await HR');

  await page.locator('.graph a[href*="Decide"]').click();
  expect(await page.locator('#state h2').textContent()).toBe('Decide what is next');

  await page.getByRole('link', { name: 'Restart from the record' }).click();
  await page.getByLabel('Why?').fill('It is to be tried.');
  await page.getByRole('button', { name: 'Restart it' }).click();
  expect(await page.locator('.notice-title').textContent()).toBe(
    'The plan has a new run, and this one is stopped.',
  );
  await page.getByRole('link', { name: `${planId}-r2` }).click();
  await expect.poll(here, { timeout: 10_000 }).toBe('Await HR');
});
