import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sidewaysScroll } from '../support/browser/in-page.ts';
import { AXE, openBrowser, picture } from '../support/browser/open.ts';
import { SiteTab } from '../support/browser/site-tab.ts';
import { keepCards } from '../support/kept-cards.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const PAGES = [
  ['reports', '/admin/reports?from=2027-Q1&to=2027-Q4'],
  ['reports-empty', '/admin/reports?from=2025-Q1&to=2025-Q1'],
  ['api-docs', '/api/docs'],
] as const;

describe.each(PAGES)('the page %s', (name, path) => {
  test.each([
    ['wide', 1280, 'light'],
    ['narrow', 320, 'dark'],
  ] as const)('is accessible and fits, %s', async (size, width, colorScheme) => {
    const tab = await SiteTab.in(browser, { viewport: { width, height: 900 }, colorScheme });
    try {
      tab.door.world.now = '2028-03-10T15:00:00Z';
      await keepCards(tab.door.world.rows);
      await tab.goto(path);
      expect(await tab.page.evaluate(sidewaysScroll)).toBe(0);
      // Words of a table are broken only where somebody typed them without a space.
      expect(
        await tab.page
          .locator('main td')
          .evaluateAll((cells) => [...new Set(cells.map((cell) => getComputedStyle(cell).overflowWrap))]),
      ).not.toContain('anywhere');
      // All of them would be half a megabyte of the same kind of text.
      for (const details of (await tab.page.locator('details').all()).slice(0, 4)) {
        await details.evaluate((element) => element.setAttribute('open', ''));
      }
      await tab.page.evaluate(AXE);
      const found = (await tab.page.evaluate('axe.run()')) as { violations: { id: string }[] };
      expect(found.violations.map(({ id }) => id)).toEqual([]);
      await picture(tab.page, `${name}-${size}`);
    } finally {
      await tab.close();
    }
  });
});
