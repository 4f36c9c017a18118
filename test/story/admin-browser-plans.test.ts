import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import {
  beside,
  field,
  group,
  saidOf,
  save,
  writeItem,
  writePeople,
  writeReason,
} from '../support/browser/plan-editor.ts';
import { findings, follow, heading, notice, press, read, Site } from '../support/browser/site.ts';
import { dcDraft } from '../support/plans.ts';

/*
 * What HR does on the admin site, from the first word of a plan to many plans at once.
 */

const WITHOUT_SCRIPTS = { javaScriptEnabled: false };

// Every page is looked at wide and narrow, by day and by night.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

let site: Site;

beforeAll(async () => {
  site = await Site.open();
});
afterEach(() => site.leave());
afterAll(() => site?.close());

/** A window of HR in which a draft of the whole plan has just been begun. */
async function drafting(title: string) {
  const page = await site.visitor('hr', '/admin/drafts');
  await page.getByLabel('Text of a plan file (JSON)').fill(JSON.stringify(dcDraft({ title })));
  await press(page, 'Read it');
  return page;
}

describe('a plan is written', () => {
  test('from nothing, approved with a comment, launched after a look, and stands in the list', async () => {
    const page = await site.visitor('hr', '/admin/drafts');
    expect(await findings(page, 'drafts')).toEqual([]);
    await press(page, 'Begin a blank plan');
    await field(page, 'Title').fill('Jordan is lazy');
    await writePeople(page);
    await press(page, 'Create the plan');
    expect(await notice(page)).toMatch(/^Not yet: \d+ things are still to do\.$/);
    const target = field(group(page, 'How it is measured'), 'Target');
    expect(await saidOf(target, 'fault')).toBe('Write a number.');

    await writeItem(page);
    await page.getByLabel('One check-in every').selectOption({ label: 'two weeks' });
    await press(page, /^Fill in the days/);
    const shown = await page.locator('[name^="/items/0/checkIns/"]').all();
    expect(await Promise.all(shown.map((each) => each.inputValue()))).toEqual([
      ...['2026-12-22', '69', '2027-01-05', '76', '2027-01-19', '83', '2027-02-02', '90'],
    ]);
    expect(await saidOf(field(page, 'Title'), 'advice')).toContain('Could be better: “lazy”.');
    expect(await beside(page)).toContain('Is a plan the right thing?: Answer each of these questions.');
    expect(await findings(page, 'editor-faults')).toEqual([]);

    await writeReason(page);
    await field(page, 'Title').fill('Reviews done in time');
    await page.getByText(/^Saved at /).waitFor();
    await page.reload();
    expect(await field(page, 'Title').inputValue()).toBe('Reviews done in time');
    expect(await beside(page)).toContain('Nothing stands in its way');
    await page.getByText(/^If nobody answers/).click();
    expect(await beside(page)).toContain('Mail to Jordan Reyes');
    expect(await findings(page, 'editor')).toEqual([]);

    await press(page, 'Create the plan');
    expect(await notice(page)).toBe('The plan is created, as a draft. Approve it when it is right.');
    await follow(page, 'Approve the draft');
    await page.getByLabel('Comment').fill('Looked at the goals, twice.');
    await press(page, 'Show what it would do');
    expect(await findings(page, 'approve-preview')).toEqual([]);
    await press(page, 'Approve the draft now');
    expect(await notice(page)).toBe('The draft is approved.');
    expect(await read(page)).toContain('Looked at the goals, twice.');
    await follow(page, 'Launch the plan');
    await press(page, 'Show what it would do');
    expect(await read(page)).toContain('Jordan Reyes, Dana Whitfield: a question, with a link to answer it');
    expect(await findings(page, 'launch-preview')).toEqual([]);
    await press(page, 'Launch the plan now');
    expect(await notice(page)).toBe('The plan is launched.');

    await site.move({ advance: 'PT0S' });
    await page.goto('/admin/plans');
    const row = page.locator('table.plans tbody tr', { hasText: 'Reviews done in time' });
    expect(await row.getByRole('cell').nth(1).innerText()).toBe('Launched, not started');
    expect(await row.getByRole('cell').nth(2).innerText()).toContain('Jordan Reyes and Dana Whitfield');
  });

  test('without scripts as well: a row more, a row less, and a text that is saved by its button', async () => {
    const page = await site.visitor('hr', '/admin/drafts', WITHOUT_SCRIPTS);
    await press(page, 'Begin a blank plan');
    await field(page, 'Title').fill('Written without scripts');
    await press(page, /^Add a person/);
    expect(await page.getByRole('group', { name: /^Person \d$/ }).count()).toBe(5);
    await press(page, 'Remove Person 5');
    expect(await page.getByRole('group', { name: /^Person \d$/ }).count()).toBe(4);
    await save(page);
    expect([await notice(page), await heading(page)]).toEqual(['Saved.', 'Draft: Written without scripts']);
    await page.goto('/admin/plans');
    await field(page, 'Words').fill('nobody of that name');
    await press(page, 'Find');
    expect(await heading(page)).toBe('Plans');
    expect(await read(page)).toContain('No plan is like that');
    await follow(page, 'Show all plans', page.locator('.empty'));
    expect(new URL(page.url()).search).toBe('');
  });

  test('by two at once, who choose what stands, and nothing is lost', async () => {
    const page = await drafting('As it was');
    const { pathname } = new URL(page.url());
    const other = await site.visitor('hr', pathname);
    await field(other, 'Title').fill('As the other wrote it');
    await field(other, 'What is wanted').first().fill('What only the other wrote.');
    await save(other);
    expect(await notice(other)).toBe('Saved.');
    await field(page, 'Title').fill('As I wrote it');
    await field(page, 'Reason in a few sentences').fill('What only I wrote.');
    await save(page);
    expect(await heading(page)).toBe('Put two texts together');
    expect(await findings(page, 'merge')).toEqual([]);

    await press(page, 'Save what is chosen');
    expect(await read(page)).toContain('One choice is still to make');
    await page.getByRole('radio', { name: /^Take yours: Title/ }).check();
    await press(page, 'Save what is chosen');
    expect(await notice(page)).toContain('Both texts were put together and saved.');
    expect([
      await field(page, 'Title').inputValue(),
      await field(page, 'What is wanted').first().inputValue(),
      await field(page, 'Reason in a few sentences').inputValue(),
    ]).toEqual(['As I wrote it', 'What only the other wrote.', 'What only I wrote.']);
  });
});

test('a running plan is amended: the difference and what follows from it stand beside the form', async () => {
  const planId = await site.plan(dcDraft({ title: 'To be amended' }), 'approve', 'launch');
  const page = await site.visitor('hr', `/admin/plans/${planId}`);
  await follow(page, 'Amend the plan');
  expect(await findings(page, 'amend-start')).toEqual([]);
  await press(page, 'Begin an amendment');
  await field(group(page, 'Check-in 4').first(), 'Should be reached').fill('12');
  await field(page, 'Why the plan is amended').fill('The course began late.');
  await save(page);
  const seen = await beside(page);
  expect(seen).toMatch(/Should be reached\s+Before:\s+10\s+Now:\s+12/);
  expect(seen).toContain('The plan will be amended.');
  expect(seen).toContain('Jordan Reyes, Dana Whitfield: a question, with a link to answer it');
  expect(await findings(page, 'amend')).toEqual([]);
  await press(page, 'Record the new version');
  expect(new URL(page.url()).pathname).toBe(`/admin/plans/${planId}`);
  expect(await page.getByRole('heading', { name: /Version 2/ }).count()).toBe(1);
  expect(await read(page)).toContain('The course began late.');
});

describe('many plans at once', () => {
  test('three plans are given more time: a preview for each, progress, and a file with the result', async () => {
    const titles = ['Bulk one', 'Bulk two', 'Bulk three'];
    for (const title of titles) await site.plan(dcDraft({ title }), 'approve', 'launch');
    await site.move({ to: '2026-12-10T15:00:00Z' });
    const page = await site.visitor('hr', '/admin/plans?q=bulk');
    for (const title of titles) await page.getByRole('checkbox', { name: new RegExp(`${title}$`) }).check();
    await press(page, 'Do the same with the chosen plans');
    expect(await findings(page, 'bulk')).toEqual([]);
    await press(page, 'Give more time');
    await page.getByLabel('New last day').fill('2027-12-31');
    await page.getByLabel('Reason').fill('The office was closed.');
    expect(await findings(page, 'bulk-values')).toEqual([]);
    await press(page, 'Show what it would do');
    expect(await read(page)).toContain('last 90 days at most, so until 2027-03-06');
    await page.getByLabel('New last day').fill('2027-03-06');
    await press(page, 'Show what it would do');
    expect(await page.locator('.table tbody .pill').allInnerTexts()).toEqual([
      'would be done',
      'would be done',
      'would be done',
    ]);
    expect(await findings(page, 'bulk-preview')).toEqual([]);
    await press(page, 'Give more time now, for 3 plans');
    await site.move({ advance: 'PT1M' });
    await page.getByText('All 3 plans are through.').waitFor();
    expect(await findings(page, 'bulk-done')).toEqual([]);
    const saved = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download the result as CSV' }).click();
    const lines = (await readFile(await (await saved).path(), 'utf8')).trim().split(/\r?\n/);
    expect(lines).toHaveLength(4);
    const { plans } = await site.get<{ plans: { title: string; endDate: string }[] }>('/api/plans?q=bulk');
    expect(plans.map(({ endDate }) => endDate)).toEqual(['2027-03-06', '2027-03-06', '2027-03-06']);
  });

  test('a file is checked row by row, and only its good plans become drafts', async () => {
    const page = await site.visitor('hr', '/admin/import');
    expect(await findings(page, 'import')).toEqual([]);
    const template = await page.request.get('/admin/import/template.csv');
    const bad = (await template.text())
      .split('\r\n')
      .map((line) => (line.startsWith('calls') ? line.replace('2027-03-12', '2027-02-30') : line))
      .join('\r\n');
    await field(page, 'The file').setInputFiles({
      name: 'plans.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(bad),
    });
    await press(page, 'Upload and check');
    await page.waitForURL(/\/admin\/jobs\//);
    await site.move({ advance: 'PT1M' });
    await page.getByRole('heading', { name: 'What has to be corrected' }).waitFor();
    expect(await read(page)).toContain('2 plans checked, nothing imported yet. Good: 1. To be corrected: 1.');
    expect(await page.locator('.table tbody tr').first().locator('td, th').allInnerTexts()).toEqual([
      '4',
      'Calls returned the same day',
      'endDate: There is no such day: write one that exists, as YYYY-MM-DD.\nWhat every plan needs',
    ]);
    expect(await findings(page, 'import-checked')).toEqual([]);
    await press(page, 'Import the 1 good plan');
    await site.move({ advance: 'PT1M' });
    await page.getByRole('link', { name: 'Look at the drafts' }).waitFor();
    expect(await findings(page, 'import-done')).toEqual([]);
    await follow(page, 'Look at the drafts');
    expect(await read(page)).toContain('Case notes written in time');
    expect(await read(page)).not.toContain('Calls returned');
    await page.goto('/admin/jobs');
    expect(await findings(page, 'jobs')).toEqual([]);
  });
});
