import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';
import type { Sandbox } from '../../../sandbox/sandbox.ts';
import type { SandboxOptions } from '../../../sandbox/sandbox-types.ts';
import { get, post } from '../../../sandbox/story/http.ts';
import { boot } from '../sandbox.ts';
import { sidewaysScroll } from './in-page.ts';
import { AXE, openBrowser, picture } from './open.ts';

const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 320, height: 800 };

/** A sandbox, and a browser in which people of it sit: each `visitor` has a window of their own. */
export class Site {
  private readonly windows: BrowserContext[] = [];

  private constructor(
    readonly sandbox: Sandbox,
    private readonly browser: Browser,
  ) {}

  /** @param start where the clock stands first */
  static async open(start = '2026-12-01T14:00:00Z', options: Partial<SandboxOptions> = {}): Promise<Site> {
    const [sandbox, browser] = await Promise.all([
      boot(start, { scheduleEvery: 'P1D', ...options }),
      openBrowser(),
    ]);
    return new Site(sandbox, browser);
  }

  get url(): string {
    return this.sandbox.url;
  }

  /** A window of somebody who is not signed in. */
  async window(options: BrowserContextOptions = {}): Promise<Page> {
    const context = await this.browser.newContext({ viewport: WIDE, baseURL: this.url, ...options });
    context.setDefaultTimeout(40_000);
    this.windows.push(context);
    return context.newPage();
  }

  /**
   * A window of somebody who signs in on the way to a page.
   *
   * @param who `hr`, `auditor`, `operator`, or an e-mail address, whose owner is a manager
   */
  async visitor(who: string, to: string, options: BrowserContextOptions = {}): Promise<Page> {
    const page = await this.window(options);
    await this.signIn(page, who, to);
    return page;
  }

  async signIn(page: Page, who: string, to: string): Promise<void> {
    await page.goto(`/_sandbox/act-as/${encodeURIComponent(who)}?to=${encodeURIComponent(to)}`);
  }

  /** Closes the windows of a story that is over. */
  async leave(): Promise<void> {
    await Promise.all(this.windows.splice(0).map((context) => context.close()));
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.sandbox.close();
  }

  get<T>(path: string): Promise<T> {
    return get<T>(this.url, path);
  }

  post<T>(path: string, body: object): Promise<T> {
    return post<T>(this.url, path, body);
  }

  /** Moves the clock by a duration, or to a moment, and lets everything settle. */
  move(by: { advance: string } | { to: string }): Promise<unknown> {
    return this.post('/_sandbox/clock', by);
  }

  /** Drafts a plan through the API, and goes on with it up to the last of these commands. */
  async plan(draft: object, ...commands: ('approve' | 'launch')[]): Promise<string> {
    const { planId } = await this.post<{ planId: string }>('/api/plans', draft);
    for (const type of commands) await this.post(`/api/plans/${planId}/commands`, { type });
    await this.move({ advance: 'PT0S' });
    return planId;
  }
}

const LOOKS = [
  { name: 'wide', viewport: WIDE, colorScheme: 'light', rules: undefined },
  // In another light nothing but colours is other.
  { name: 'dark', viewport: WIDE, colorScheme: 'dark', rules: ['color-contrast'] },
  { name: 'narrow', viewport: NARROW, colorScheme: 'dark', rules: undefined },
] as const;

interface Violation {
  id: string;
  nodes: { html: string }[];
}

/**
 * What is wrong with the page as it stands, wide and narrow, by day and by night: what axe finds, and how far it reaches
 * past the window sideways. Empty when it is sound. Leaves pictures of it under the name.
 */
export async function findings(page: Page, name: string): Promise<string[]> {
  const found: string[] = [];
  await page.evaluate(AXE);
  for (const look of LOOKS) {
    await page.setViewportSize(look.viewport);
    await page.emulateMedia({ colorScheme: look.colorScheme });
    const options = JSON.stringify(look.rules ? { runOnly: look.rules } : {});
    const violations = await page.evaluate<Violation[]>(
      `axe.run(document, ${options}).then(({ violations }) => violations)`,
    );
    found.push(
      ...violations.map(
        ({ id, nodes }) => `${look.name}: ${id}: ${nodes.map(({ html }) => html).join(' | ')}`,
      ),
    );
    if (look.rules) continue;
    const beside = await page.evaluate(sidewaysScroll);
    if (beside > 0) found.push(`${look.name}: ${beside} pixels beside the window`);
    await picture(page, `${name}-${look.name}`);
  }
  await page.setViewportSize(WIDE);
  await page.emulateMedia({ colorScheme: 'light' });
  return found;
}

export const heading = (page: Page): Promise<string> => page.locator('h1').innerText();

/** All a person reads on the page, without the navigation above it. */
export const read = (page: Page): Promise<string> => page.locator('main').innerText();

/** Presses a button by what it says; answers when the next page is there. */
export const press = (page: Page, name: string | RegExp, within: Page | Locator = page): Promise<void> =>
  leaving(page, within.getByRole('button', exactly(name)));

/** Follows a link of this window by what it says; answers when the next page is there. */
export const follow = (page: Page, name: string | RegExp, within: Page | Locator = page): Promise<void> =>
  leaving(page, within.getByRole('link', exactly(name)));

const exactly = (name: string | RegExp) => ({ name, ...(typeof name === 'string' && { exact: true }) });

async function leaving(page: Page, way: Locator): Promise<void> {
  await Promise.all([page.waitForEvent('load', { timeout: 120_000 }), way.first().click()]);
}

/** What was just done, as the page says on top. */
export const notice = (page: Page): Promise<string> => page.locator('.notice-title').first().innerText();
