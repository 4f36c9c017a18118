import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openRequests, type Plan } from '../../domain/index.ts';
import { visit } from '../../sandbox/story/visit.ts';
import { capturedLogs } from '../functions/logs.ts';
import { openBrowser } from '../support/browser/open.ts';
import { scanWithBrowser } from '../support/browser/scanner.ts';
import { notMetForm, rateForm, signForm } from '../support/forms.ts';
import { Life } from '../support/life.ts';
import { CHECK_IN, fullDraft } from '../views/lived.ts';

capturedLogs();

let browser: Browser;
let page: Page;
let life: Life;

beforeAll(async () => {
  browser = await openBrowser();
  page = await browser.newPage();
  // What a page looks like is nothing to a scanner.
  await page.route('**/*.css', (route) => route.abort());
});
afterAll(async () => {
  await life?.close();
  await browser?.close();
});

/** Every row, without the counts of how often something was posted by a link (SEC-11), which say nothing of a plan. */
const rows = () =>
  life.app.driven.world.rows
    .all()
    .map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => !/^posts\d{10}$/.test(name))));

const planNow = (): Promise<Plan> => life.app.driven.ports.store.load(life.planId);

/** Which page each link that was fetched leads to. */
const fetched = new Map<string, string>();

/** Fetches every link that is new, again and again. */
async function fetchNewLinks(): Promise<void> {
  const mailed = (await life.mails()).flatMap((mail) => mail.links);
  for (const link of mailed.filter((each) => each.startsWith(life.app.url) && !fetched.has(each))) {
    await visit(link, 'HEAD');
    for (let time = 0; time < 3; time++) fetched.set(link, new URL((await visit(link)).url).pathname);
  }
}

/** The newest link of somebody to a question, as last fetched. */
async function linkOf(participant: string, request: string): Promise<string> {
  const links = (await life.mails(participant)).flatMap((mail) => mail.links);
  return links.findLast((link) => fetched.get(link) === `/p/${request}`) ?? '';
}

/** Sorts of questions, and parts in a plan, whose pages were scanned. */
const scanned = new Set<string>();

/** A link for each sort of question that is open and each part in the plan that was not scanned before. */
async function linksToScan(): Promise<string[]> {
  const links = [];
  for (const { id, kind, respondents } of openRequests(await planNow())) {
    for (const { participant, answeredAt } of respondents) {
      const role = life.draft.participants.find((each) => each.id === participant)?.role;
      const sort = `${answeredAt ? 'receipt' : kind} ${role}`;
      const link = await linkOf(participant, id);
      if (link === '' || scanned.has(sort)) continue;
      // Also where a new link is asked for.
      if (scanned.size === 0) links.push(`${link}/new`);
      scanned.add(sort);
      links.push(link);
    }
  }
  return links;
}

/** Every link that is new is fetched, and those to new sorts of pages opened in a browser; adds what was pressed. */
async function scan(pressed: Set<string>): Promise<void> {
  const before = rows();
  await fetchNewLinks();
  for (const link of await linksToScan()) {
    // What every question offers is the same behind every link.
    const again = [...pressed].filter((button) => !button.startsWith('answer'));
    for (const button of await scanWithBrowser(page, link, new Set(again))) pressed.add(button);
  }
  expect(rows()).toEqual(before);
}

/** Everything HR is asked before the plan can be decided. */
async function answerHumanResources(): Promise<void> {
  for (const { id, kind } of openRequests(await planNow())) {
    if (kind === 'attribution') await life.answer('hr', id, { to: 'excused', reason: 'Nobody was well.' });
    if (kind === 'accommodation') await life.answer('hr', id, { choice: 'nothing_needed' });
  }
}

/** Begins the check-in's answer and keeps it for later, as a person in a browser. */
async function saveUnfinished(): Promise<void> {
  await page.goto(await linkOf('employee', CHECK_IN));
  await page.locator('[name=note-accuracy]').fill('The checklist helps.');
  await page.locator('button[value=save]').click();
  expect(rows().filter((row) => JSON.stringify(row).includes('The checklist helps.'))).toHaveLength(1);
}

test('scanners that fetch, follow and press everything leave the record as it was (SEC-1), whatever is asked', async () => {
  life = await Life.launched(fullDraft());
  await life.person('employee').askForAdjustment();
  const pressed = new Set<string>();
  const look = () => scan(pressed);
  await look();
  await life.answer('employee', 'acknowledgement', signForm('Jordan Reyes'));
  await life.answer('supervisor', 'acknowledgement', signForm('Dana Whitfield'));

  await life.until('2026-12-22T12:00');
  await fetchNewLinks();
  await saveUnfinished();
  await look();
  await life.answer('supervisor', CHECK_IN, rateForm('below'));

  await life.until('2027-02-08T12:00');
  await look();
  await answerHumanResources();
  await life.answer('supervisor', 'decision', notMetForm('remove', 'Dana Whitfield'));
  await look();
  const approval = openRequests(await planNow()).find(({ kind }) => kind === 'approval');
  await life.answer('reviewer', approval?.id ?? '', { choice: 'confirm', typedName: 'Morgan Ellis' });
  await look();

  expect([...scanned].sort()).toEqual([
    'accommodation hr',
    'acknowledgement employee',
    'acknowledgement supervisor',
    'approval reviewer',
    'attribution hr',
    'check_in employee',
    'check_in mentor',
    'check_in supervisor',
    'decision supervisor',
    'receipt supervisor',
    'response employee',
    'response representative',
    'support employee',
    'support supervisor',
    'survey stakeholder',
  ]);
  expect([...pressed].sort()).toEqual([
    'adjustment',
    'answer do=check',
    'answer do=discard',
    'answer do=save',
    'new',
    'wrong-person',
  ]);
}, 120_000);
