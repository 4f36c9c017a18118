import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ruleLibrary } from '../../adapters/packs.ts';
import { en } from '../../views/words/en.ts';
import { pseudoWords } from '../support/pseudo-words.ts';
import { outsideBrackets, textsOn } from '../support/read-page.ts';
import * as lived from './lived.ts';
import { afterSuccess, LINK, livesMailed } from './mailed.ts';
import { answeredSurvey, MORE_PAGES, responded } from './more-pages.ts';
import { PLAN_PAGES } from './plan-pages.ts';
import { closed, deciding, frame, PAGES, signedAs } from './sample.ts';
import { SAVING_PAGES } from './saving-pages.ts';

// Days are Greek, so that every Latin letter outside the brackets was either handed in by somebody or is written into a page.
const pseudo = { ...pseudoWords(en), locale: 'el-GR' };
beforeAll(() => {
  frame.words = pseudo;
});
afterAll(() => {
  frame.words = en;
});

/** Every text of a value, each line by itself. */
const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return value.split('\n');
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

/** What the tests themselves hand in where words of ours would stand. */
const HANDED_IN = [
  ...['Choose an answer', 'Shorten this', 'Choose who missed the check-in', 'Say what you based this on'],
  ...['Write your response, or leave this page as it is', 'This form was open for more than a day.'],
  ...['Comment', 'Name typed', 'I was away last week.', 'Here is what I wanted to say.'],
  ...[
    'Kept words',
    'So far so good.',
    'The checklist helps.',
    'Faster now.',
    `${LINK}/in/wrong-person`,
    LINK,
  ],
];

const plans = () => [
  ...[lived.notMet(), lived.sentBack(), lived.shared(), lived.amended(), lived.asked(), lived.handedOver()],
  ...[lived.calledOff(), lived.paused(), lived.everything(), lived.proposed(), responded(), answeredSurvey()],
];

const isNoCode = (text: string): boolean => !/^[a-z_]+$/.test(text);

/** Every text of the plans and their rules, and of the configuration; the longest first, so that none hides in another. */
const handedIn = [
  ...new Set([
    // A bare code is no word to show anybody.
    ...textsIn(plans().map((scenario) => scenario.require())).filter(isNoCode),
    ...textsIn([closed(), deciding().require(), signedAs('Somebody Else')]).filter(isNoCode),
    ...textsIn(ruleLibrary().list()).filter(isNoCode),
    ...closed().draft.items.map(({ measure }) => measure.unit),
    ...textsIn([frame.organisation, frame.contactEmail, HANDED_IN]),
  ]),
]
  .filter((text) => /[A-Za-z]{2}/.test(text))
  .sort((a, b) => b.length - a.length);

/** How an answer is called in the record. */
const REFERENCE = /^[0-9A-Z]{4}-[0-9A-Z]{4}$/;

/** Words of a text that no language file holds and nobody handed in. */
const strange = (text: string): string[] => {
  let rest = outsideBrackets(text).trim().replace(REFERENCE, '');
  if (!/[A-Za-z]{2,}/.test(rest)) return [];
  for (const known of handedIn) rest = rest.replaceAll(known, ' ');
  return /[A-Za-z]{2,}/.test(rest) ? [rest.trim()] : [];
};

describe('nothing people read is written into', () => {
  test.each(Object.entries({ ...PAGES, ...MORE_PAGES, ...PLAN_PAGES, ...SAVING_PAGES }))(
    'the page %s',
    (_, page) => {
      const texts = textsOn(page());
      expect(texts.some((text) => text.includes('⟦'))).toBe(true);
      expect(texts.flatMap(strange)).toEqual([]);
    },
  );

  test('any mail: its subject, its text, its page', () => {
    const mails = [...livesMailed(), ...afterSuccess()];
    expect(mails.length).toBeGreaterThan(50);
    const found = mails.flatMap(({ item, mail }) =>
      [mail.subject, ...mail.text.split('\n'), ...textsOn(mail.html)]
        .flatMap(strange)
        .map((rest) => `${item.template}: ${rest}`),
    );
    expect([...new Set(found)]).toEqual([]);
  });
});

test('a word written into a page is found, and one that was handed in is not', () => {
  expect(strange('⟦Šéñð ɱý áñšŵéŕ⟧')).toEqual([]);
  expect(strange(`⟦Ŵŕíţé ţó⟧ ${frame.contactEmail}`)).toEqual([]);
  expect(strange('⟦Šéñð⟧ my answer')).toEqual(['my answer']);
  expect(textsOn('<p title="Said">Here &amp; there</p><input type="submit" value="Send">')).toEqual([
    'Here & there',
    'Said',
    'Send',
  ]);
});

test('what is handed to a sentence comes out as it went in, and the sentence is longer', () => {
  expect(pseudo.common.chars('4,000')).toMatch(/^⟦Úþ ţó 4,000 çĥáŕáçţéŕš\.~+⟧$/);
  expect(pseudoWords(en, 'rtl').dir).toBe('rtl');
});
