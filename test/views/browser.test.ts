import { AxeBuilder } from '@axe-core/playwright';
import chromium from '@sparticuz/chromium';
import { type Browser, type Page, chromium as playwright } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PAGE_HEADERS } from '../../functions/headers.ts';
import { style } from '../../views/style.ts';
import { MORE_PAGES } from './more-pages.ts';
import { PAGES as FIRST_PAGES } from './sample.ts';

/** Of the other pages, those that lay something out as none of the first ones does. */
const LAID_OUT = [
  'survey-errors',
  'support',
  'check-in-metrics',
  'receipt-together',
  'acknowledgement-changed',
  'decision-everything',
  'adjustment',
  'with-adjustment-link',
];
const PAGES = {
  ...FIRST_PAGES,
  ...Object.fromEntries(Object.entries(MORE_PAGES).filter(([name]) => LAID_OUT.includes(name))),
};

const ORIGIN = 'https://plans.example';
/** Where to leave pictures of every page, if anywhere. */
const PICTURES = process.env.PAGE_PICTURES;

let browser: Browser;
let page: Page;
let html = '';

beforeAll(async () => {
  // In one process it dies with the first page that is closed.
  const args = chromium.args.filter((arg) => arg !== '--single-process');
  browser = await playwright.launch({ args, executablePath: await chromium.executablePath() });
  const context = await browser.newContext();
  await context.route('**/*', (route) =>
    route.request().url().endsWith('/assets/style.css')
      ? route.fulfill({ contentType: 'text/css', body: style })
      : route.fulfill({ contentType: 'text/html; charset=utf-8', headers: { ...PAGE_HEADERS }, body: html }),
  );
  page = await context.newPage();
}, 120_000);
afterAll(() => browser?.close());

/** Opens a page as it is served: with its stylesheet and its security headers. */
async function open(render: () => string, width: number, colorScheme: 'light' | 'dark'): Promise<void> {
  html = render();
  await page.setViewportSize({ width, height: 800 });
  await page.emulateMedia({ colorScheme });
  await page.goto(`${ORIGIN}/p/page`);
}

async function picture(name: string): Promise<void> {
  if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true });
}

/** Pages that another page in the list differs from in words only; a browser is slow. */
const SAME_BUT_WORDS = [
  'acknowledgement-supervisor',
  'acknowledgement-late',
  'closed-acknowledgement-employee',
  'receipt-other-name',
  'check-in-employee',
  'decision-supervisor',
  'receipt-acknowledgement',
  'receipt-decision',
  'receipt-settled-by-rule',
  'decision-copy-early-extended',
  'decision-copy-by-rule-supervisor',
  'open-again',
  'expired',
  'too-large',
  'not-found',
  'error',
];

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function found(axe: AxeBuilder): Promise<string[]> {
  const { violations } = await axe.setLegacyMode().analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}

describe.each(Object.entries(PAGES).filter(([name]) => !SAME_BUT_WORDS.includes(name)))(
  'the page %s',
  (name, render) => {
    test('has nothing that axe finds', async () => {
      await open(render, 1000, 'light');
      await picture(`${name}-light`);
      expect(await found(new AxeBuilder({ page }).withTags(TAGS))).toEqual([]);
    }, 60_000);

    // The further pages have no colours of their own.
    if (name in FIRST_PAGES) {
      test('has enough contrast in a dark window', async () => {
        await open(render, 1000, 'dark');
        await picture(`${name}-dark`);
        expect(await found(new AxeBuilder({ page }).withRules('color-contrast'))).toEqual([]);
      }, 60_000);
    }

    test('fits a window of 320 pixels without sideways scrolling', async () => {
      await open(render, 320, 'light');
      await picture(`${name}-320`);
      const [content, view] = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = (globalThis as unknown as Window).document.documentElement;
        return [scrollWidth, clientWidth];
      });
      expect(content).toBe(view);
    }, 60_000);
  },
);
