import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { findings, follow, heading, notice, press, read, Site } from '../support/browser/site.ts';
import { dcDraft } from '../support/plans.ts';

/*
 * What operators see and do, and what becomes of plans while the sandbox fails on purpose.
 */

// Every page is looked at wide and narrow, by day and by night.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

let site: Site;

beforeAll(async () => {
  site = await Site.open();
});
beforeEach(() => site.post('/_sandbox/reset', {}));
afterEach(() => site.leave());
afterAll(() => site?.close());

/** The state that is filled in the drawing. */
const here = (page: Page) => page.locator('.state-here .state-name').textContent();

describe('an execution', () => {
  test('is followed while the clock moves in another tab, is stopped, and starts anew from the record', async () => {
    const planId = await site.plan(dcDraft(), 'approve', 'launch');
    const page = await site.visitor('operator', `/admin/executions/${planId}-r1`);
    expect(await here(page)).toBe('Await acknowledgements');
    expect(await findings(page, 'execution')).toEqual([]);

    const clock = await site.window();
    await clock.goto('/_sandbox/ui');
    await press(clock, '+1 week');
    await press(clock, '+1 day');
    await expect.poll(() => here(page), { timeout: 20_000 }).toBe('Wait for the next check-in');

    await follow(page, /^Decide what is next/);
    await page.getByRole('heading', { name: 'Decide what is next', level: 2 }).waitFor();
    const raw = (name: string) => page.locator('#state details.raw', { hasText: name }).last();
    for (const name of ['Input', 'Output', 'Variables it set']) await raw(name).locator('summary').click();
    expect(JSON.parse(await raw('Input').locator('pre').innerText())).toMatchObject({ planId });
    expect(JSON.parse(await raw('Variables it set').locator('pre').innerText())).toMatchObject({
      planId,
    });
    expect(await findings(page, 'execution-state')).toEqual([]);

    await follow(page, 'Stop …');
    expect(await read(page)).toContain('Links and forms work, and answers are recorded');
    expect(await findings(page, 'execution-stop')).toEqual([]);
    await page.getByLabel('Why?').fill('Tried what happens.');
    await press(page, 'Stop it');
    expect(await notice(page)).toBe('The execution is stopped.');

    await follow(page, 'Restart from the record …');
    expect(await read(page)).toContain('Nobody is asked again and nothing is sent twice');
    expect(await findings(page, 'execution-restart')).toEqual([]);
    await page.getByLabel('Why?').fill('And back again.');
    await press(page, 'Restart it');
    expect(await notice(page)).toBe('The plan has a new run, and this one is stopped.');
    await site.move({ advance: 'PT0S' });
    await page.goto(`/admin/executions/${planId}-r2`);
    expect(await here(page)).toBe('Wait for the next check-in');

    await site.move({ to: '2026-12-16T15:00:00Z' });
    await expect.poll(() => here(page), { timeout: 20_000 }).toBe('Await check-in answers');
    const asked = await site.get<{ to: string[]; subject: string }[]>(
      `/_sandbox/mail?plan=${planId}&since=2026-12-15T00:00:00Z`,
    );
    expect(asked.map(({ to }) => to.join()).sort()).toEqual([
      'dana.whitfield@agency.example',
      'jordan.reyes@agency.example',
    ]);
    await page.goto('/admin/executions');
    expect(await heading(page)).toBe('Executions');
    expect(await findings(page, 'executions-list')).toEqual([]);
  });
});

interface Chaos {
  title: string;
  /** What it is narrowed down to. */
  service?: string;
  of?: string;
  times?: number;
}

const LAUNCHES: Chaos[] = [
  { title: 'Throttle', service: 'SES', times: 2 },
  { title: 'Fail', service: 'Step Functions', times: 2 },
  { title: 'Lose the response', service: 'Step Functions', times: 1 },
  { title: 'Deliver twice', of: 'Effects', times: 2 },
  { title: 'Kill the worker', of: 'Mailer', times: 1 },
];

/** Switches one on, as the page of switches offers it. */
async function switchOn(page: Page, { title, service, of, times = 1 }: Chaos): Promise<void> {
  await page.goto('/_sandbox/ui/chaos');
  const form = page.getByRole('form', { name: title, exact: true });
  if (service) await form.getByLabel('Service').selectOption({ label: service });
  if (of) await form.getByLabel('Function').selectOption({ label: of });
  await form.getByLabel('Times').fill(String(times));
  await press(page, /^Switch on: /, form);
  expect(await page.locator('tr', { hasText: title }).locator('td').nth(1).innerText()).toBe('0 times');
}

/** How often it struck by now; switches it off. */
async function switchOff(page: Page, title: string): Promise<number> {
  await page.goto('/_sandbox/ui/chaos');
  const struck = await page.locator('tr', { hasText: title }).locator('td').nth(1).innerText();
  await press(page, new RegExp(`^Off ?: ${title}$`));
  expect(await read(page)).toContain('Nothing is switched on.');
  return Number.parseInt(struck, 10);
}

/** Whom the plan has written to, one entry for each mail that arrived. */
const written = async (planId: string): Promise<string[]> =>
  (await site.get<{ to: string[] }[]>(`/_sandbox/mail?plan=${planId}`)).map(({ to }) => to.join()).sort();

const BOTH = ['dana.whitfield@agency.example', 'jordan.reyes@agency.example'];

/** What is to be put right by hand, as HR reads it. */
async function repair(): Promise<string> {
  const page = await site.visitor('hr', '/admin/repair');
  return read(page);
}

describe('each chaos switch strikes, and loses nothing', () => {
  test.each(LAUNCHES)('$title, at a launch', async (chaos) => {
    const page = await site.window();
    await switchOn(page, chaos);
    if (chaos.title === 'Throttle') expect(await findings(page, 'chaos')).toEqual([]);
    const planId = await site.plan(dcDraft({ title: chaos.title }), 'approve', 'launch');
    expect(await switchOff(page, chaos.title)).toBe(chaos.times);
    await site.move({ advance: 'PT1H' });

    expect(await written(planId)).toEqual(BOTH);
    const { status, openRequests } = await site.get<{ status: string; openRequests: unknown[] }>(
      `/api/plans/${planId}`,
    );
    expect([status, openRequests.length]).toEqual(['acknowledging', 1]);
    await page.goto(`/_sandbox/ui/mail?plan=${planId}`);
    expect(await page.locator('.mails .badge').allInnerTexts()).toEqual([]);
    expect(await repair()).toContain('Nothing is late or stuck');
  });

  test('Fail, at a mail: nobody is written to twice, and who may have got none stands under Repair', async () => {
    const page = await site.window();
    await switchOn(page, { title: 'Fail', service: 'SES', times: 6 });
    const planId = await site.plan(dcDraft({ title: 'Fail' }), 'approve', 'launch');
    expect(await switchOff(page, 'Fail')).toBeGreaterThan(0);
    await site.move({ advance: 'PT1H' });
    const reached = await written(planId);
    expect(new Set(reached).size).toBe(reached.length);
    expect(await repair()).toContain('Nobody knows whether a mail to Jordan Reyes left');
    expect(await findings(await site.visitor('hr', '/admin/repair'), 'repair')).toEqual([]);
  });

  test('Drop the callback, at an answer', async () => {
    const page = await site.window();
    const planId = await site.plan(dcDraft({ title: 'Drop' }), 'approve', 'launch');
    await switchOn(page, { title: 'Drop the callback' });
    await page.goto(`/_sandbox/ui/plans/${planId}`);
    for (const who of ['Jordan Reyes', 'Dana Whitfield']) {
      await press(page, new RegExp(`^(signs|confirms), as ${who}`));
      await page.getByText(`Answered acknowledgement for ${who}`).waitFor();
    }
    expect(await switchOff(page, 'Drop the callback')).toBe(1);
    const operator = await site.visitor('operator', `/admin/executions/${planId}-r1`);
    expect(await here(operator)).toBe('Await acknowledgements');

    // Nothing is due before the plan begins, and so nothing is late.
    await site.move({ to: '2026-12-07T12:00:00Z' });
    const runs = await site.get<{ name: string; status: string; state: string }[]>('/_sandbox/executions');
    const running = runs.filter(({ name, status }) => name.startsWith(planId) && status === 'RUNNING');
    expect(running.map(({ state }) => state)).toEqual(['Wait for the next check-in']);
    expect(await repair()).toContain('Nothing is late or stuck');
  });
});

// Last, because SES keeps whoever it could not reach on a list, for every plan.
describe('mail that is not wanted, or comes back, becomes a task of HR', () => {
  test.each([
    { title: 'Complaint', marks: 'called spam' },
    { title: 'Bounce', marks: 'bounced' },
  ])('$title, at a launch', async ({ title, marks }) => {
    const page = await site.window();
    await switchOn(page, { title, times: 2 });
    const planId = await site.plan(dcDraft({ title }), 'approve', 'launch');
    expect(await switchOff(page, title)).toBe(2);
    await site.move({ advance: 'PT1H' });

    const others = (await written(planId)).filter((address) => !BOTH.includes(address));
    expect(new Set(others)).toEqual(new Set(['priya.raman@agency.example']));
    await page.goto(`/_sandbox/ui/mail?plan=${planId}`);
    expect(await page.locator('.mails .badge').allInnerTexts()).toEqual([marks, marks]);
    const tasks = await repair();
    for (const name of ['Dana Whitfield', 'Jordan Reyes']) expect(tasks).toContain(name);
    expect(await findings(await site.visitor('hr', '/admin/repair'), 'repair-unreached')).toEqual([]);
  });
});
