import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openLife } from '../sandbox/console-life.ts';
import { sidewaysScroll } from '../support/browser/in-page.ts';
import { AXE, openBrowser, picture } from '../support/browser/open.ts';

process.env.POWERTOOLS_LOG_LEVEL = 'SILENT';

const UI = '/_sandbox/ui';
let browser: Browser;
let life: Awaited<ReturnType<typeof openLife>>;
let plan: string;
beforeAll(async () => {
  browser = await openBrowser();
  life = await openLife('2026-12-28T14:00:00Z');
  plan = (await life.submit(`${UI}/example`, { file: 'dc-answered.json' })).to;
  await life.submit(`${UI}/chaos`, { do: 'surprise', seed: '7' });
});
afterAll(async () => {
  await browser?.close();
  await life?.app.close();
});

const axe = async (page: Page): Promise<string[]> => {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { run } = (globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } })
      .axe;
    return (await run()).violations.map(({ id }) => id);
  });
};

test.each([
  ['light', { viewport: { width: 1280, height: 900 } }],
  ['dark', { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' }],
  ['320', { viewport: { width: 320, height: 800 } }],
] as const)('every page of the console is accessible and fits: %s', async (name, options) => {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const mail = `${UI}/mail/sandbox-000001`;
  const paths = [UI, plan, `${plan}/record`, mail, `${mail}?view=check`, `${mail}?view=headers`];
  const parts = ['people', 'executions', 'table', 'logs', 'meter', 'chaos', 'scenario', 'happened'];
  for (const path of [...paths, ...parts.map((part) => `${UI}/${part}`)]) {
    await page.goto(`${life.app.url}${path}`);
    expect([path, await axe(page), await page.evaluate(sidewaysScroll)]).toEqual([path, [], 0]);
    await picture(page, `console-${path.replace(plan, 'plan').replace(/\W+/g, '-')}-${name}`);
  }
  await context.close();
});

test('the page follows the clock that plays, and stops when somebody is asked', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${life.app.url}${UI}/meter`);
  const before = await page.textContent('.now');
  await page.selectOption('#every', '0.5');
  await page.click('text=Play');
  await page.waitForSelector('.ended');
  expect(await page.textContent('.ended')).toContain('Stopped, because somebody is asked:');
  expect(await page.textContent('.now')).not.toBe(before);
  await context.close();
});
