import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSignIn } from '../sandbox/sign-in-world.ts';
import { sidewaysScroll } from '../support/browser/in-page.ts';
import { AXE, openBrowser, picture } from '../support/browser/open.ts';
import { poolOf } from '../support/sign-in.ts';

let browser: Browser;
let world: Awaited<ReturnType<typeof openSignIn>>;
let authorize: string;

beforeAll(async () => {
  browser = await openBrowser();
  world = await openSignIn({
    admin: ({ routeKey, cookies = [] }) => {
      if (routeKey === 'GET /admin/sign-in') return { statusCode: 303, headers: { Location: authorize } };
      const kept = '__Host-session=theirs; Max-Age=3600; Path=/; Secure; HttpOnly; SameSite=Lax';
      return routeKey === 'GET /admin/callback'
        ? { statusCode: 303, headers: { Location: '/admin' }, cookies: [kept] }
        : { statusCode: 200, body: cookies.join(' ') };
    },
  });
  const { clients } = await poolOf(world.url);
  authorize = `${world.issuer}/oauth2/authorize?${new URLSearchParams({
    client_id: clients[0]?.id ?? '',
    response_type: 'code',
    redirect_uri: `${world.url}/admin/callback`,
    scope: 'openid email profile',
    code_challenge: 'x'.repeat(43),
    code_challenge_method: 'S256',
    state: 'kept',
  })}`;
});
afterAll(async () => {
  await browser.close();
  await world.close();
});

const onPage = async (options: BrowserContextOptions) => {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(`${world.url}/admin/sign-in`);
  return { context, page };
};

describe('the page that asks who one would like to be', () => {
  test.each([
    ['wide', { viewport: { width: 1200, height: 800 } }],
    ['dark', { viewport: { width: 1200, height: 800 }, colorScheme: 'dark' as const }],
    ['narrow', { viewport: { width: 320, height: 700 } }],
  ])('is sound for everybody: %s', async (name, options) => {
    const { context, page } = await onPage(options);
    for (const state of ['', '-fault']) {
      if (state) {
        await page.getByLabel('E-mail address').fill('nobody');
        await page.getByRole('button', { name: 'Sign in', exact: true }).click();
        expect(await page.getByLabel('E-mail address').evaluate((field) => field.matches(':focus'))).toBe(
          true,
        );
      }
      const violations = await page.evaluate(
        `${AXE}; axe.run().then(({ violations }) => violations.map(({ id }) => id))`,
      );
      expect([violations, await page.evaluate(sidewaysScroll)]).toEqual([[], 0]);
      await picture(page, `sandbox-sign-in-${name}${state}`);
    }
    await context.close();
  });

  test('leads back to the app, signed in, and leaves no cookies of the way there', async () => {
    const { context, page } = await onPage({});
    await page.getByRole('button', { name: 'Oz Tanaka' }).click();
    await page.waitForURL(`${world.url}/admin`);
    expect(await page.locator('body').textContent()).toBe('__Host-session=theirs');
    const kept = async () => (await context.cookies()).map(({ name }) => name).sort();
    const signedIn = ['__Host-session', 'sandbox_sign_in', 'sandbox_sign_in.sig'];
    expect(await kept()).toEqual(signedIn);
    await page.goto(`${world.url}/_sandbox/act-as/hr`);
    expect([page.url(), await kept()]).toEqual([`${world.url}/admin`, signedIn]);
    await page.goto(`${world.issuer}/logout`);
    expect([await page.getByRole('heading').textContent(), await kept()]).toEqual([
      'You are signed out',
      ['__Host-session'],
    ]);
    await context.close();
  });
});
