import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { capturedLogs } from '../functions/logs.ts';
import { sidewaysScroll } from '../support/browser/in-page.ts';
import { AXE, openBrowser, picture } from '../support/browser/open.ts';
import { SiteTab } from '../support/browser/site-tab.ts';
import { dcDraft } from '../support/plans.ts';

capturedLogs();

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

async function axe({ page }: SiteTab): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { violations } = await (
      globalThis as unknown as {
        axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      }
    ).axe.run();
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' ')}`,
    );
  });
}

const titleIn = (tab: SiteTab) => async (): Promise<string | undefined> =>
  (await tab.door.world.ports.workspace.list())[0]?.title;

/** Begins a draft from a file, as a person does. */
async function begun(tab: SiteTab, plan: object = dcDraft()): Promise<void> {
  await tab.goto('/admin/drafts');
  await tab.page.getByLabel('Text of a plan file (JSON)').fill(JSON.stringify(plan));
  await tab.page.getByRole('button', { name: 'Read it' }).click();
  await tab.page.getByRole('heading', { level: 1, name: /^Draft: / }).waitFor();
}

/** So many fields take axe its time. */
const PATIENTLY = 180_000;

describe.each([
  ['desk', { viewport: { width: 1280, height: 900 } }],
  ['dark', { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' }],
  ['phone', { viewport: { width: 320, height: 640 } }],
] as const)('the editor on a %s', (name, options) => {
  test(
    'can be read and used by everybody, whatever is wrong with the plan',
    async () => {
      const tab = await SiteTab.in(browser, options);
      await tab.goto('/admin/drafts');
      expect(await axe(tab)).toEqual([]);
      await picture(tab.page, `editor-drafts-${name}`);
      await begun(tab, dcDraft({ title: '', endDate: '2026-12-20' }));
      await tab.page.getByRole('button', { name: 'Add a talk' }).click();
      await tab.page.waitForURL(/#\/reason/);
      await tab.page.getByRole('button', { name: 'Create the plan' }).click();
      await tab.page.waitForURL(/sent=refused/);
      expect(await tab.page.locator('.fault').count()).toBeGreaterThan(3);
      expect(await axe(tab)).toEqual([]);
      expect(await tab.page.evaluate(sidewaysScroll)).toBe(0);
      await picture(tab.page, `editor-refused-${name}`);
      await tab.close();
    },
    PATIENTLY,
  );
});

test('Enter in a field saves; nothing is removed or added by it', async () => {
  const tab = await SiteTab.in(browser);
  await begun(tab);
  const title = tab.page.getByLabel('Title', { exact: true });
  await title.fill('Typed and entered');
  await title.press('Enter');
  await tab.page.getByText('Saved.', { exact: true }).waitFor();
  expect(await title.inputValue()).toBe('Typed and entered');
  await tab.close();
});

test('what is typed is saved by itself, and two people who do so are shown both texts', async () => {
  const tab = await SiteTab.in(browser);
  await begun(tab);
  const other = await SiteTab.in(browser, { door: tab.door });
  await other.goto(new URL(tab.page.url()).pathname);
  await tab.page.getByLabel('Title', { exact: true }).fill('Mine');
  await tab.page.getByText(/^Saved at /).waitFor();
  await tab.page.getByLabel('Title', { exact: true }).fill('Mine again');
  await expect.poll(titleIn(tab), { timeout: 20_000 }).toBe('Mine again');

  await other.page.getByLabel('Title', { exact: true }).fill('Theirs');
  await other.page.getByText(/^Somebody else has changed this meanwhile/).waitFor();
  await other.page.getByRole('button', { name: 'Save', exact: true }).click();
  await other.page.getByRole('heading', { name: 'Put two texts together' }).waitFor();
  expect(await axe(other)).toEqual([]);
  await picture(other.page, 'editor-merge-desk');
  await other.page.getByLabel('Take yours: Title').check();
  await other.page.getByRole('button', { name: 'Save what is chosen' }).click();
  expect(await other.page.getByLabel('Title', { exact: true }).inputValue()).toBe('Theirs');
  await tab.close();
  await other.close();
});
