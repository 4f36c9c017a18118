import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import chromium from '@sparticuz/chromium';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
  chromium as playwright,
} from 'playwright-core';
import { PAGE_HEADERS } from '../../../functions/headers.ts';
import { style } from '../../../views/style.ts';

/** The browser that npm brings. */
export async function openBrowser(): Promise<Browser> {
  // In one process it dies with the first page that is closed.
  const args = chromium.args.filter((arg) => arg !== '--single-process');
  return playwright.launch({ args, executablePath: await chromium.executablePath() });
}

const ORIGIN = 'https://plans.example';

/** One tab that is shown pages as they would be served: with their stylesheet and their security headers. */
export class Shown {
  private html = '';

  private constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
  ) {}

  static async in(browser: Browser, options: BrowserContextOptions = {}): Promise<Shown> {
    const context = await browser.newContext(options);
    const shown = new Shown(await context.newPage(), context);
    await context.route('**/*', (route) =>
      route.request().url().endsWith('/assets/style.css')
        ? route.fulfill({ contentType: 'text/css', body: style })
        : route.fulfill({
            contentType: 'text/html; charset=utf-8',
            headers: { ...PAGE_HEADERS },
            body: shown.html,
          }),
    );
    return shown;
  }

  async show(html: string): Promise<void> {
    this.html = html;
    await this.page.goto(`${ORIGIN}/p/page`);
  }

  close(): Promise<void> {
    return this.context.close();
  }
}

/** The source of axe: run in the page by the debugger, which the page's policy does not forbid. */
export const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const PICTURES = process.env.PAGE_PICTURES ?? 'test-results/pages';

/** Longer ones come out of a browser without a graphics card with parts that repeat. */
const LONGEST = 4000;

/** Leaves a picture of the page for people to look at. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  const { width, height } = (await page.locator('html').boundingBox()) ?? { width: 320, height: 640 };
  const clip = { x: 0, y: 0, width, height: Math.min(height, LONGEST) };
  await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true, clip });
}
