import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { findings, follow, heading, press, read, Site } from '../support/browser/site.ts';
import { dcDraft } from '../support/plans.ts';

/*
 * Who may come in, and what becomes of a page whose reader was signed in for too long.
 */

const SUPERVISOR = 'dana.whitfield@agency.example';
const NAMES = /Jordan|Reyes|Dana|Whitfield|Sam Okafor/;

// Every page is looked at wide and narrow, by day and by night.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

let site: Site;
let mine: string;
let other: string;

beforeAll(async () => {
  site = await Site.open();
  mine = await site.plan(dcDraft(), 'approve', 'launch');
  const { participants } = dcDraft();
  other = await site.plan(
    dcDraft({
      title: 'Calls returned the same day',
      participants: participants.map((person) => ({
        ...person,
        name: person.role === 'employee' ? 'Sam Okafor' : person.name,
        email: `other-${person.email}`,
      })),
    }),
    'approve',
    'launch',
  );
});
afterEach(() => site.leave());
afterAll(() => site?.close());

describe('somebody who is not signed in', () => {
  test('chooses who to be, and comes to the page they asked for', async () => {
    const page = await site.window();
    await page.goto(`/admin/plans/${mine}`);
    await press(page, /Harper Ellis/);
    expect([new URL(page.url()).pathname, await heading(page)]).toEqual([
      `/admin/plans/${mine}`,
      'Permit reviews: accuracy and timeliness',
    ]);
    expect(await page.locator('.signed-in span').innerText()).toBe('Harper Ellis, HR');
  });

  test('is nobody again after signing out', async () => {
    const page = await site.visitor('hr', '/admin/plans');
    await press(page, 'Sign out');
    await page.waitForURL(({ pathname, search }) => pathname === '/admin/signed-out' && search === '');
    expect(await heading(page)).toBe('You are signed out');
    await page.goto('/admin/plans');
    expect(new URL(page.url()).pathname).toMatch(/^\/_sandbox\/oidc\//);
    await page.getByRole('button', { name: 'Oz Tanaka' }).waitFor();
  });
});

describe('each role', () => {
  test('HR finds every plan, and all there is to do with it', async () => {
    const page = await site.visitor('hr', '/admin/plans');
    expect((await page.locator('table.plans tbody .plan-title').allInnerTexts()).sort()).toEqual([
      'Calls returned the same day',
      'Permit reviews: accuracy and timeliness',
    ]);
    expect(await findings(page, 'plans')).toEqual([]);
    await follow(page, 'Jordan Reyes');
    await page.getByRole('heading', { name: 'Actions' }).waitFor();
    expect(await findings(page, 'plan-hr')).toEqual([]);
  });

  test('a manager sees the plan they supervise, and does not see that there is another', async () => {
    const page = await site.visitor(SUPERVISOR, '/admin');
    expect(await heading(page)).toBe('Your plans');
    expect(await page.locator('table.plans tbody .plan-title').allInnerTexts()).toEqual([
      'Permit reviews: accuracy and timeliness',
    ]);
    expect(await page.locator('main form[method=post]').count()).toBe(0);
    expect(await findings(page, 'plans-manager')).toEqual([]);
    await follow(page, 'Jordan Reyes');
    expect(await page.locator('main form').count()).toBe(0);
    expect(await findings(page, 'plan-manager')).toEqual([]);
    const answer = await page.goto(`/admin/plans/${other}`);
    expect([answer?.status(), await heading(page)]).toEqual([404, 'There is no such plan']);
    expect(await read(page)).not.toContain('Sam Okafor');
  });

  test('an auditor reads all of it and is offered nothing to change', async () => {
    const page = await site.visitor('auditor', `/admin/plans/${mine}`);
    expect(await heading(page)).toBe('Permit reviews: accuracy and timeliness');
    expect(await page.locator('main form').count()).toBe(0);
    expect(await page.getByRole('heading', { name: 'Actions' }).count()).toBe(0);
    expect(await findings(page, 'plan-auditor')).toEqual([]);
    await follow(page, 'Technical events');
    expect(await findings(page, 'plan-events')).toEqual([]);
    await page.goto(`/admin/plans/${mine}/do/withdraw`);
    expect(await heading(page)).toBe('This page is not for your role');
    expect(await read(page)).toContain(
      'It is for HR. You are signed in as Avery Lindqvist, as one of auditors.',
    );
  });

  test('an operator watches executions, reads no name, and is refused plans', async () => {
    const page = await site.visitor('operator', '/admin');
    expect([new URL(page.url()).pathname, await heading(page)]).toEqual(['/admin/executions', 'Executions']);
    expect(await read(page)).not.toMatch(NAMES);
    expect(await findings(page, 'executions')).toEqual([]);
    await page.goto(`/admin/executions/${mine}-r1`);
    expect(await read(page)).not.toMatch(NAMES);
    const answer = await page.goto(`/admin/plans/${mine}`);
    expect([answer?.status(), await heading(page)]).toEqual([403, 'This page is not for your role']);
    expect(await findings(page, 'refused')).toEqual([]);
  });
});

test('somebody in no group is told who may come in, and as whom they are signed in', async () => {
  const page = await site.visitor('no-group', '/admin/plans');
  expect(await heading(page)).toBe('This page is not for your role');
  expect(await read(page)).toContain('You are signed in as Noor Haddad, in no group of this system.');
  expect(await findings(page, 'refused-no-group')).toEqual([]);
});

describe('when the hour of a session is over', () => {
  test('a page that is opened signs in again unseen', async () => {
    const page = await site.visitor('hr', '/admin/plans');
    await site.move({ advance: 'PT61M' });
    await follow(page, 'Writing');
    expect([new URL(page.url()).pathname, await heading(page)]).toEqual(['/admin/drafts', 'Being written']);
  });

  test('a form that is sent keeps what was typed, and is sent again from there', async () => {
    const page = await site.visitor('hr', `/admin/plans/${mine}/do/note`);
    const typed = 'Talked with both sides.\n“Calm & open”, they said.';
    await page.getByLabel('Note').fill(typed);
    await site.move({ advance: 'PT61M' });
    await press(page, 'Show what it would do');
    expect(await heading(page)).toBe('Please sign in again');
    expect(await findings(page, 'session-over')).toEqual([]);

    const opened = page.context().waitForEvent('page');
    await page.getByRole('link', { name: 'Sign in in a new tab' }).click();
    const tab = await opened;
    await tab.getByRole('heading', { name: 'You are signed in again' }).waitFor();
    await tab.close();
    await press(page, 'Send again');
    expect(await heading(page)).toBe('Add a note: what it would do');
    await press(page, 'Add a note now');
    expect(await page.locator('.remark blockquote').allInnerTexts()).toEqual([typed]);
  });
});
