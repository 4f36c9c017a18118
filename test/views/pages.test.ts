import { HtmlValidate } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { en } from '../../views/words/en.ts';
import { frame, PAGES } from './sample.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // What the renderer prints: `<meta ...>` bodies, `checked` without a value, no line breaks.
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'long-title': 'off',
    'no-trailing-whitespace': 'off',
    'no-inline-style': 'error',
    'no-raw-characters': 'off',
    'valid-autocomplete': 'error',
    // Names of fields carry ids of items, e.g. `progress-item_1`.
    'name-pattern': 'off',
  },
});

const faults = (html: string): string[] =>
  validator
    .validateStringSync(html)
    .results.flatMap(({ messages }) =>
      messages.map(({ line, column, message, ruleId }) => `${line}:${column} ${ruleId}: ${message}`),
    );

describe.each(Object.entries(PAGES))('the page %s', (_, render) => {
  const html = render();

  test('is valid HTML', () => expect(faults(html)).toEqual([]));

  test('says in its language who asks, what it is, and where to get help', () => {
    expect(html).toMatch(/^<!DOCTYPE html>\n<html lang="en" dir="ltr">/);
    expect(html).toContain(`– ${frame.organisation}</title>`);
    expect(html).toContain('<a href="mailto:people-team@agency.example">people-team@agency.example</a>');
    expect(html.match(/<h1/g)).toHaveLength(1);
  });

  test('works without scripts, inline styles, or anything from elsewhere', () => {
    expect(html).not.toMatch(/<script|<style|\sstyle=|\son[a-z]+=|https?:\/\//);
  });

  test('does not say in the tab what it is about', () => {
    const title = /<title>(.*)<\/title>/.exec(html)?.[1];
    expect(title).not.toMatch(/\bpip\b|performance|improvement|Jordan|Reyes|Permit/i);
  });
});

test.each(['acknowledgement-errors', 'check-in-errors', 'decision-errors'])(
  'the page %s says first what is wrong, links to each field, and says the same there',
  (name) => {
    const html = PAGES[name]?.() ?? '';
    expect(html).toContain(`<title>${en.common.errorPrefix}`);
    expect(html.indexOf('There is a problem')).toBeLessThan(html.indexOf('<h1'));
    const summary = [...html.matchAll(/<li><a href="#([^"]+)">([^<]+)<\/a><\/li>/g)];
    expect(summary.length).toBeGreaterThan(1);
    for (const [, id, message] of summary) {
      expect(html).toContain(`id="${id}"`);
      if (id !== 'answer') expect(html).toContain(`id="${id}-error"><span>Error:</span> ${message}<`);
    }
  },
);

test('what was typed stays in the form, line breaks and all', () => {
  expect(PAGES['acknowledgement-errors']?.()).toContain('>\nKept words</textarea>');
  const checkIn = PAGES['check-in-errors']?.() ?? '';
  expect(checkIn).toMatch(/name="progress-accuracy" value="near" checked/);
  expect(checkIn).toContain('>\nThe checklist helps.</textarea>');
});

test('the acknowledgement shows the whole plan in the order of the form', () => {
  const html = PAGES['acknowledgement-employee']?.() ?? '';
  const order = [
    'Permit reviews: accuracy and timeliness',
    'Jordan Reyes',
    'Department of Buildings',
    'Program Analyst',
    'Monday, December 7, 2026',
    'Thursday, February 4, 2027',
    'Dana Whitfield (Supervisor)',
    'Reviews were late or returned for errors',
    'Talked through the review checklist',
    '14 of 40 reviews',
    '1. Job Knowledge',
    'Reviews are returned because required sections',
    'Reviews are complete and seldom returned.',
    'Use the review checklist on every case.',
    'Reviews returned for errors: from 35 percent down to 10 percent',
    'Friday, December 18, 2026',
    '30 percent',
    'Training: Code refresher course. Provided by Dana Whitfield by Friday, December 18, 2026.',
    '2. S.M.A.R.T. goal',
    'Complete 90 percent of reviews within 15 business days.',
    'the plan may be extended, or you may be reassigned',
    'I have received and read this plan',
    'It does not say that you agree with it.',
    'I decline to sign',
    'Your full name',
  ];
  let from = html.indexOf('</head>');
  for (const words of order) {
    const at = html.indexOf(words, from);
    expect(at, words).toBeGreaterThan(0);
    from = at;
  }
});

test('a check-in asks about each item with what was expected by its day, and says who reads the answer', () => {
  const html = PAGES['check-in-employee']?.() ?? '';
  expect(html).toContain('<strong>Friday, December 18, 2026 at 5:00 PM Eastern Standard Time</strong>');
  expect([...html.matchAll(/<dd><strong>([^<]+)<\/strong><\/dd>/g)].map(([, said]) => said)).toEqual([
    '30 percent',
    '68 percent',
    '55 percent',
  ]);
  expect(html).toContain(
    'Jordan Reyes, Dana Whitfield, and Priya Raman, and anybody who has to make the decision',
  );
});

test('a late check-in says until when an answer still counts', () => {
  expect(PAGES['check-in-late']?.()).toMatch(
    /This was due by Friday, December 18, 2026 at 5:00 PM Eastern Standard Time\. You can still answer until <strong>[A-Z]/,
  );
});

test('only somebody who decides for another is asked why', () => {
  expect(PAGES['decision-supervisor']?.()).not.toContain('name="absenceReason"');
  expect(PAGES['decision-reviewer']?.()).toContain('Why is Dana Whitfield not deciding?');
});

test('a decision shows who answered what, who stayed silent, and only the days the rules allow', () => {
  const html = PAGES['decision-supervisor']?.() ?? '';
  expect(html).toContain('The checklist helps a lot.');
  expect(html).toContain('Dana Whitfield did not answer.');
  expect(html).toContain('3 check-ins closed without every answer that was asked for.');
  const options = [...html.matchAll(/<option value(?:="([^"]*)")?[^>]*>([^<]+)/g)].map(([, value, said]) => [
    value,
    said,
  ]);
  expect(options).toEqual([
    [undefined, 'No extension'],
    ['2027-03-06', 'Saturday, March 6, 2027'],
  ]);
});

test('a receipt repeats every word that was recorded', () => {
  const html = PAGES['receipt-acknowledgement']?.() ?? '';
  expect(html).toContain('plan-1 / acknowledgement / employee');
  expect(html).toContain('I see the first point differently:\nmost returns came in one week.');
  expect(html).toContain('Tuesday, December 1, 2026 at 10:00 AM Eastern Standard Time');
});
