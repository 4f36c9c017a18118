import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { findings, follow, press, read, Site } from '../support/browser/site.ts';
import { dcDraft } from '../support/plans.ts';

/*
 * The sandbox as somebody meets it who has never seen the app: nothing but its own pages.
 */

// Every page is looked at wide and narrow, by day and by night.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

let site: Site;

beforeAll(async () => {
  site = await Site.open('2026-12-01T14:00:00Z', { examples: 'examples' });
});
afterEach(() => site.leave());
afterAll(() => site?.close());

test('a newcomer is led from nothing to the end of a first plan', async () => {
  const page = await site.window();
  await page.goto('/');
  expect(await findings(page, 'console-empty')).toEqual([]);
  const guide = page.locator('.guide');
  const step = () => guide.locator('[aria-current=step] strong').innerText();
  const home = () => page.goto('/');
  expect(await step()).toBe('Start an example');
  await press(page, /^Start “/, guide);
  expect(await findings(page, 'console-plan')).toEqual([]);
  await home();
  expect(await step()).toBe('Read the mail to Dana Whitfield');
  await follow(page, 'Open it', guide);
  expect(await findings(page, 'console-mail')).toEqual([]);
  await home();
  await press(page, 'Answer as Dana Whitfield', guide);
  expect(await step()).toBe('Let a reminder happen');
  await press(page, 'On to the next reminder', guide);
  expect(await step()).toBe('Answer a check-in, as both sides');
  await press(page, 'Hold the check-in, and answer as both', guide);
  expect(await step()).toBe('Watch the decision');
  await press(page, 'On to the decision', guide);
  await press(page, /^Decide as /, guide);
  expect(await step()).toBe('Read the record');
  await follow(page, 'Open it', guide);
  expect(await findings(page, 'console-record')).toEqual([]);
  await home();
  expect(await guide.innerText()).toContain('All done. That was a whole plan’s life');
  expect(await findings(page, 'console-home')).toEqual([]);
});

test('the clock is played to the end, and passes over nobody who could still answer', async () => {
  await site.post('/_sandbox/reset', {});
  const planId = await site.plan(dcDraft(), 'approve', 'launch');
  const page = await site.window();
  await page.goto(`/_sandbox/ui/plans/${planId}`);
  await page.getByLabel('stop when somebody is asked').uncheck();
  await page.getByLabel('Speed').selectOption({ label: 'an event every 0.5 s' });
  await press(page, 'Play');
  await page.getByRole('button', { name: 'Pause' }).waitFor();
  const now = () => page.locator('.clock .now time').getAttribute('datetime');
  await expect.poll(now, { timeout: 30_000 }).not.toBe('2026-12-01T14:00:00.000Z');
  await press(page, 'Pause');

  // However far it was played: past the day on which the plan begins.
  await site.move({ advance: 'P8D' });
  await page.reload();
  await press(page, 'On to the decision');
  await page
    .getByText(/^decision/)
    .first()
    .waitFor();
  await press(page, /^it goes well, as .*: decision$/);
  await page
    .getByText(/^Answered decision for /)
    .first()
    .waitFor();
  const { status, outcome } = await site.get<{ status: string; outcome: string }>(`/api/plans/${planId}`);
  expect([status, outcome]).toEqual(['closed', 'met']);
});

test('whoever takes part answers from their mail, on the page their link leads to', async () => {
  await site.post('/_sandbox/reset', {});
  const planId = await site.plan(dcDraft(), 'approve', 'launch');
  const page = await site.window();
  await page.goto('/');
  await follow(page, /^Jordan Reyes/, page.locator('#rail'));
  await follow(page, /./, page.locator('.mails'));
  const mail = page.frameLocator('iframe[title="The mail as HTML"]');
  expect(await mail.locator('body').innerText()).not.toBe('');
  for (const view of ['Text', 'Source', 'Headers', 'Accessibility']) {
    await follow(page, view, page.getByRole('navigation', { name: 'Views of this mail' }));
    expect(await findings(page, `console-mail-${view.toLowerCase()}`)).toEqual([]);
  }
  const opened = page.context().waitForEvent('page');
  await page
    .getByRole('link', { name: /^Open what they see/ })
    .first()
    .click();
  const form = await opened;
  await form.locator('[name=choice][value=sign]').check();
  await form.locator('[name=typedName]').fill('Jordan Reyes');
  await form.locator('button[value=check]').click();
  await form.locator('button[value=send]').click();
  await expect
    .poll(
      async () =>
        (await site.get<{ openRequests: { waitingFor: string[] }[] }>(`/api/plans/${planId}`)).openRequests,
    )
    .toEqual([expect.objectContaining({ waitingFor: ['supervisor'] })]);
  await page.goto(`/_sandbox/ui/plans/${planId}`);
  expect(await read(page)).toContain('Answer as Dana Whitfield');
  expect(await read(page)).not.toContain('Answer as Jordan Reyes');
});

test('every part of the console is sound', async () => {
  const page = await site.window();
  await page.goto('/');
  for (const part of ['Executions', 'Table', 'Logs', 'Meter', 'Chaos', 'Scenario', 'Mail']) {
    await follow(page, part, page.getByRole('navigation', { name: 'Parts of the sandbox' }));
    expect(await findings(page, `console-${part.toLowerCase()}`)).toEqual([]);
  }
  await follow(page, 'PIP Follow-Up sandbox');
});
