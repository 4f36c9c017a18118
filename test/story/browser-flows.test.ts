import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { PlanDraft } from '../../domain/index.ts';
import { visit } from '../../sandbox/story/visit.ts';
import { capturedLogs } from '../functions/logs.ts';
import { openBrowser } from '../support/browser/open.ts';
import { Life } from '../support/life.ts';
import { dcDraft } from '../support/plans.ts';

capturedLogs();

/** What everybody is asked first. */
const ASKED = 'acknowledgement';
const WITHOUT_SCRIPTS = { javaScriptEnabled: false, viewport: { width: 320, height: 640 } };

let browser: Browser;
let life: Life;
let context: BrowserContext;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());
afterEach(async () => {
  await context?.close();
  await life?.close();
});

/** The employee's newest link to a question. */
async function linkTo(request: string): Promise<string> {
  const links = (await life.mails('employee')).flatMap((mail) => mail.links);
  for (const link of links.reverse().filter((each) => /\/l\/[^/]+$/.test(each))) {
    if (new URL((await visit(link)).url).pathname === `/p/${request}`) return link;
  }
  throw new Error(`The employee has no link to ${request}.`);
}

/** A window that belongs to nobody yet, as on another device. */
async function arrive(options: BrowserContextOptions = WITHOUT_SCRIPTS, request = ASKED): Promise<Page> {
  context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(await linkTo(request));
  return page;
}

const heading = (page: Page): Promise<string> => page.locator('h1').innerText();
const press = (page: Page, step: string): Promise<void> => page.locator(`button[value=${step}]`).click();
const answers = () => life.events('RequestAnswered');

describe('the employee signs in a browser without scripts', () => {
  beforeEach(async () => {
    life = await Life.launched(dcDraft());
  });

  test('over a mistake, a look at the answer and the receipt, and comes back to the receipt', async () => {
    const page = await arrive();
    expect(new URL(page.url()).pathname).toBe('/p/acknowledgement');
    await page.locator('[name=choice][value=sign]').check();
    await page.locator('[name=comment]').fill('I see the first point\ndifferently.');
    await press(page, 'check');

    expect(await page.title()).toMatch(/^Error: /);
    await page.locator('.summary a[href="#typedName"]').click();
    expect(await page.evaluate(() => globalThis.document.activeElement?.id)).toBe('typedName');
    expect(await page.locator('[name=choice][value=sign]').isChecked()).toBe(true);
    expect(await page.locator('[name=comment]').inputValue()).toBe('I see the first point\ndifferently.');
    await page.locator('[name=typedName]').fill('Jordan Reyes');
    await press(page, 'check');

    expect(await heading(page)).toBe('Check your answer before you send it');
    expect(await page.locator('main').innerText()).toContain('I see the first point\ndifferently.');
    expect(await answers()).toEqual([]);
    await press(page, 'change');
    expect(await page.locator('[name=typedName]').inputValue()).toBe('Jordan Reyes');
    await press(page, 'check');
    await press(page, 'send');

    const receipt = await heading(page);
    expect(await page.locator('main').innerText()).toContain('I see the first point\ndifferently.');
    const [answered, ...others] = await answers();
    expect(answered).toMatchObject({ requestId: 'acknowledgement', by: 'employee' });
    expect(answered?.answer).toMatchObject({
      choice: 'sign',
      typedName: 'Jordan Reyes',
      comment: 'I see the first point\ndifferently.',
    });
    expect(others).toEqual([]);

    await page.goto(await linkTo(ASKED));
    expect(await heading(page)).toBe(receipt);
    expect(await answers()).toHaveLength(1);
  });

  test('in one of two tabs, and what the other one sends then is not recorded before they know of the first', async () => {
    const first = await arrive();
    const second = await context.newPage();
    await second.goto(await linkTo(ASKED));
    for (const [page, name] of [
      [first, 'Jordan Reyes'],
      [second, 'J. Reyes'],
    ] as const) {
      await page.locator('[name=choice][value=sign]').check();
      await page.locator('[name=typedName]').fill(name);
      await press(page, 'check');
    }
    await press(first, 'send');
    await press(second, 'send');

    const said = (await answers()).map(({ answer }) => ('typedName' in answer ? answer.typedName : ''));
    expect(said).toEqual(['Jordan Reyes']);
    expect(await second.locator('main').innerText()).toContain('You answered this on');
  });

  test('and nothing is recorded twice when the page before is sent once more, as browsers offer after the back button', async () => {
    const page = await arrive();
    const before = await context.newPage();
    await before.goto(await linkTo(ASKED));
    for (const each of [page, before]) {
      await each.locator('[name=choice][value=sign]').check();
      await each.locator('[name=typedName]').fill('Jordan Reyes');
      await press(each, 'check');
    }
    await press(page, 'send');
    await press(before, 'send');
    expect(await heading(before)).toBe(await heading(page));
    expect(await answers()).toHaveLength(1);
  });
});

test('what was saved on one device is gone on with on another, and recorded only when it is sent', async () => {
  life = await Life.launched(dcDraft());
  await life.until('2026-12-18T12:00');
  const page = await arrive(WITHOUT_SCRIPTS, 'check-in-2026-12-18');
  await page.locator('[name=meeting][value=held]').check();
  await page.locator('[name=note-accuracy]').fill('The checklist helps.');
  await press(page, 'save');
  expect(await heading(page)).toBe('Saved. Nothing has been sent yet.');
  const before = await life.events();
  await context.close();

  const elsewhere = await arrive(WITHOUT_SCRIPTS, 'check-in-2026-12-18');
  expect(await elsewhere.locator('[name=note-accuracy]').inputValue()).toBe('The checklist helps.');
  for (const item of ['accuracy', 'timeliness', 'communication']) {
    await elsewhere.locator(`[name=progress-${item}][value=near]`).check();
  }
  await press(elsewhere, 'check');
  await elsewhere.locator('[name=again]').check();
  await press(elsewhere, 'check');
  expect(await heading(elsewhere)).toBe('Check your answer before you send it');
  expect(await life.events()).toEqual(before);
  await press(elsewhere, 'send');
  expect((await answers()).map(({ requestId }) => requestId)).toEqual(['check-in-2026-12-18']);
});

test('without a mouse: Tab, Space, letters and Enter are enough', async () => {
  life = await Life.launched(dcDraft());
  const page = await arrive({ viewport: { width: 320, height: 256 } });
  const isAt = (selector: string): Promise<boolean> =>
    page.evaluate((selector) => globalThis.document.activeElement?.matches(selector) === true, selector);
  const tabTo = async (selector: string): Promise<void> => {
    for (let presses = 0; !(await isAt(selector)); presses++) {
      if (presses > 60) throw new Error(`The Tab key never came to ${selector}.`);
      await page.keyboard.press('Tab');
    }
  };
  await tabTo('.skip');
  await page.keyboard.press('Enter');
  expect(await isAt('#main')).toBe(true);
  await tabTo('[name=choice]');
  await page.keyboard.press('Space');
  await tabTo('[name=typedName]');
  await page.keyboard.type('Jordan Reyes');
  await page.keyboard.press('Enter');
  await page.waitForSelector('button[value=send]');
  await tabTo('button[value=send]');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.done');
  expect((await answers()).map(({ answer }) => answer)).toMatchObject([
    { choice: 'sign', typedName: 'Jordan Reyes' },
  ]);
});

const inSpanish = (): PlanDraft => {
  const draft = dcDraft();
  const participants = draft.participants.map((each) =>
    each.id === 'employee' ? { ...each, language: 'es' as const } : each,
  );
  return { ...draft, participants };
};

test('somebody who reads Spanish meets Spanish from the mail to the receipt', async () => {
  life = await Life.launched(inSpanish());
  const [mail] = await life.mails('employee');
  expect(mail?.html).toContain('lang="es"');
  const page = await arrive();
  const read = async () => [await page.locator('html').getAttribute('lang'), await heading(page)];
  const seen = [await read()];
  await press(page, 'check');
  expect(await page.title()).toMatch(/^Error: /);
  await page.locator('[name=choice][value=sign]').check();
  await page.locator('[name=typedName]').fill('Jordan Reyes');
  await press(page, 'check');
  seen.push(await read());
  await press(page, 'send');
  seen.push(await read());
  expect(seen.map(([lang]) => lang)).toEqual(['es', 'es', 'es']);
  expect(seen.map(([, said]) => said)).not.toContain('Check your answer before you send it');
  const [answered] = await answers();
  expect(answered?.answer).toMatchObject({ choice: 'sign', typedName: 'Jordan Reyes' });
});
