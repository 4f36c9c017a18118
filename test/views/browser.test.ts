import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Words } from '../../views/words/en.ts';
import { en } from '../../views/words/en.ts';
import { wordsIn } from '../../views/words.ts';
import {
  brokenTexts,
  controlsOnPaper,
  sidewaysScroll,
  startWalking,
  TEXT_SPACING,
} from '../support/browser/in-page.ts';
import { AXE, openBrowser, picture, Shown } from '../support/browser/open.ts';
import { pseudoWords } from '../support/pseudo-words.ts';
import { MORE_PAGES } from './more-pages.ts';
import { PLAN_PAGES } from './plan-pages.ts';
import { PAGES as FIRST_PAGES, frame } from './sample.ts';
import { SAVING_PAGES } from './saving-pages.ts';

const PAGES: Record<string, () => string> = {
  ...FIRST_PAGES,
  ...MORE_PAGES,
  ...PLAN_PAGES,
  ...SAVING_PAGES,
};
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** 1280 by 1024 at 400 %. */
const MAGNIFIED = { width: 320, height: 256 };
const PHONE = { width: 320, height: 640 };
const DESK = { width: 1000, height: 800 };
/** Of these a picture is left for people to look at; of all, where `PAGE_PICTURES` names a folder for them. */
const SEEN =
  /^(acknowledgement-employee|check-in-errors|decision-reviewer|receipt-together|plan-employee-everything)$/;

/** Every sort of element with every class, as a page has them. */
const sortsOf = (html: string): string[] =>
  [...html.matchAll(/<(\w+)(?:[^>]*?\sclass="([^"]*)")?/g)].map(([, tag, names]) => `${tag}.${names ?? ''}`);

/** The first pages that show each of them: what a page looks like belongs to the sorts of its elements. */
function pagesOfEverySort(): Set<string> {
  const known = new Set<string>();
  const isNew = (html: string): boolean => {
    const before = known.size;
    for (const sort of sortsOf(html)) known.add(sort);
    return known.size > before;
  };
  return new Set(Object.keys(PAGES).filter((name) => isNew(PAGES[name]?.() ?? '')));
}
const EVERY_SORT = pagesOfEverySort();

const ALL_PICTURES = process.env.PAGE_PICTURES !== undefined;

let browser: Browser;
let shown: Shown;
let still: Shown;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  shown = await Shown.in(browser, { viewport: DESK, reducedMotion: 'reduce' });
  page = shown.page;
  still = await Shown.in(browser, { viewport: PHONE, javaScriptEnabled: false });
});
afterAll(() => browser?.close());

/** A page as somebody reads it in these words. */
function saidIn(words: Words, render: () => string): string {
  const { words: usual } = frame;
  frame.words = words;
  try {
    return render();
  } finally {
    frame.words = usual;
  }
}

interface Finding {
  id: string;
  nodes: { html: string }[];
}

/** What axe finds of these rules; colours are compared where there are new ones. */
async function found(only: { tags: string[] } | { rule: string }): Promise<string[]> {
  const violations = await page.evaluate(
    async ([only, contrast]) => {
      const { axe } = globalThis as unknown as {
        axe: { run(what: object): Promise<{ violations: Finding[] }> };
      };
      const runOnly =
        'tags' in only ? { type: 'tag', values: only.tags } : { type: 'rule', values: [only.rule] };
      const rules = { 'color-contrast': { enabled: contrast } };
      const { violations } = await axe.run({ runOnly, rules, resultTypes: ['violations'] });
      return violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html) }));
    },
    [only, !('tags' in only)] as const,
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.join(' | ')}`);
}

const CONTRAST = { rule: 'color-contrast' };

describe.each(Object.entries(PAGES))('the page %s', (name, render) => {
  const leavePicture = async (of: Page, state: string): Promise<void> => {
    if (ALL_PICTURES || (SEEN.test(name) && state !== 'dark')) await picture(of, `${name}-${state}`);
  };

  test('has nothing that axe finds, by day or by night, and its controls stay off paper', async () => {
    await page.setViewportSize(DESK);
    await page.emulateMedia({ colorScheme: 'light', media: 'screen' });
    await shown.show(render());
    await page.evaluate(AXE);
    expect(await found({ tags: TAGS })).toEqual([]);
    // Colours belong to sorts of elements, too, and to compare them takes long.
    if (EVERY_SORT.has(name)) {
      expect(await found(CONTRAST)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await found(CONTRAST)).toEqual([]);
      await leavePicture(page, 'dark');
    }
    await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
    expect(await page.evaluate(controlsOnPaper)).toEqual([]);
    await leavePicture(page, 'print');
    await page.emulateMedia({ media: 'screen', colorScheme: 'light' });
  });

  test('is walked through with the Tab key in its own order, and shows where one is', async () => {
    await page.setViewportSize(MAGNIFIED);
    await shown.show(render());
    if (name.endsWith('-errors')) await page.locator('.summary:focus').waitFor();
    const presses = await page.evaluate(startWalking);
    for (let press = 0; press < presses; press++) await page.keyboard.press('Tab');
    const { begins, expected, reached, unseen } = await page.evaluate(() => window.walked);
    expect(begins).toBe(name.endsWith('-errors') ? 'summary' : '');
    expect(reached).toEqual(expected);
    expect(unseen).toEqual([]);
  });

  test('fits 320 pixels in Spanish without scripts', async () => {
    await still.show(saidIn(wordsIn('es'), render));
    expect(await still.page.evaluate(sidewaysScroll)).toBe(0);
    expect(await still.page.evaluate(brokenTexts)).toEqual([]);
    await leavePicture(still.page, 'es-320');
  });

  test('fits at 400 % with more room between letters, lines and words, however long the words, from either side', async () => {
    await page.setViewportSize(MAGNIFIED);
    await shown.show(saidIn(pseudoWords(en), render));
    await page.addStyleTag({ content: TEXT_SPACING }).catch(() => undefined);
    expect(await page.evaluate(sidewaysScroll)).toBe(0);
    expect(await page.evaluate(brokenTexts)).toEqual([]);
    await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
    expect(await page.evaluate(sidewaysScroll)).toBe(0);
    expect(await page.evaluate(brokenTexts)).toEqual([]);
    await leavePicture(page, 'rtl-320');
  });
});
