import { HtmlValidate } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { openRequests, type Plan } from '../../domain/index.ts';
import { decisionCopyModel, decisionModel, recordView } from '../../views/models.ts';
import { referenceOf } from '../../views/reference.ts';
import { en } from '../../views/words/en.ts';
import { decided, REASONS, rated } from '../support/answers.ts';
import { dcDraft } from '../support/plans.ts';
import { Scenario } from '../support/scenario.ts';
import { MORE_PAGES } from './more-pages.ts';
import {
  closed,
  contextOf,
  deciding,
  decidingEarly,
  PAGES as FIRST_PAGES,
  frame,
  losing,
  requestOf,
} from './sample.ts';
import { SAVING_PAGES } from './saving-pages.ts';

const PAGES: Record<string, () => string> = { ...FIRST_PAGES, ...MORE_PAGES, ...SAVING_PAGES };

const extended = decided('extend', { extendTo: '2027-03-06', reasons: REASONS });

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

test.each([
  'acknowledgement-errors',
  'check-in-errors',
  'decision-errors',
  'survey-errors',
  'attribution-errors',
  'receipt-together-errors',
  'back-to-saved-errors',
])('the page %s says first what is wrong, links to each field, and says the same there', (name) => {
  const html = PAGES[name]?.() ?? '';
  expect(html).toContain(`<title>${en.common.errorPrefix}`);
  expect(html.indexOf('There is a problem')).toBeLessThan(html.indexOf('<h1'));
  const summary = [...html.matchAll(/<li><a href="#([^"]+)">([^<]+)<\/a><\/li>/g)];
  expect(summary.length).toBeGreaterThan(1);
  for (const [, id, message] of summary) {
    expect(html).toContain(`id="${id}"`);
    if (id !== 'answer') expect(html).toContain(`id="${id}-error"><span>Error:</span> ${message}<`);
  }
});

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
    'You, Dana Whitfield, and Priya Raman; and whoever decides if Dana Whitfield does not.',
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

/** What a page says, tags aside, block by block. */
const blocks = (html: string): string[] =>
  html
    .replace(/^[\s\S]*<main[^>]*>/, '')
    .replace(/<\/main>[\s\S]*$/, '')
    .split(/<\/?(?:p|h[1-4]|li|ul|dt|dd|dl|div|section|form)\b[^>]*>/)
    .map((block) => block.replaceAll(/<[^>]+>/g, '').trim())
    .filter(Boolean);

const textOf = (name: string): string[] => blocks(PAGES[name]?.() ?? '');

/** The plan itself, from the heading above it to its last sentence. */
const WHOLE_PLAN = (() => {
  const said = textOf('acknowledgement-employee');
  return said.slice(said.indexOf('About this plan'), said.indexOf('Your answer'));
})();

describe('the plan can be read again', () => {
  const below = (name: string, heading: string): string[] => {
    const said = textOf(name);
    return said.slice(said.lastIndexOf(heading));
  };
  const TITLE = 'Permit reviews: accuracy and timeliness';

  test('as a whole: there is something to compare', () => {
    expect(WHOLE_PLAN.length).toBeGreaterThan(70);
    expect(WHOLE_PLAN).toContain('What can follow if the plan is not met');
  });

  test.each(['receipt-acknowledgement', 'closed-acknowledgement-employee', 'decision-copy-early'])(
    'below the page %s, without a form',
    (name) => {
      expect(below(name, 'Your plan')).toEqual(['Your plan', TITLE, ...WHOLE_PLAN]);
      expect(PAGES[name]?.()).not.toMatch(/<form|<input|<textarea/);
    },
  );

  test('by others, as the plan of somebody else', () => {
    for (const name of ['closed-acknowledgement', 'receipt-other-name', 'decision-copy-by-rule-supervisor']) {
      const [heading, title, first] = below(name, 'The plan');
      expect([heading, title, first]).toEqual(['The plan', TITLE, 'About this plan']);
    }
  });

  test('below a closed acknowledgement, which says first that it is closed', () => {
    expect(textOf('closed-acknowledgement-employee').slice(0, 4)).toEqual([
      'This question is closed',
      'The question “Acknowledgement” closed on Tuesday, December 8, 2026 at 5:00 PM Eastern Standard Time and takes no more answers.',
      'If you want to add something, send it to the contact below. It can be added to the record as a note.',
      'Your plan',
    ]);
  });

  test('but not below another question', () => {
    for (const name of ['receipt-check-in', 'receipt-decision', 'closed']) {
      expect(PAGES[name]?.()).not.toContain('About this plan');
    }
  });
});

test('an acknowledgement says until when, what stays readable, and after its time that an answer still counts', () => {
  const due = 'Tuesday, December 8, 2026 at 5:00 PM Eastern Standard Time';
  const said = textOf('acknowledgement-employee');
  expect(said).toContain(`Please answer by ${due}.`);
  expect(said).toContain(
    'This page shows the whole plan: what is expected, the help you will get, and when you will meet to look at progress. Take the time you need. The link in your e-mail goes on showing you the plan, also after you have answered.',
  );
  const late = textOf('acknowledgement-late');
  expect(late).toContain(`It was due by ${due}; you can still answer.`);
  expect(late).not.toContain(`Please answer by ${due}.`);
});

test('whoever issued the plan is asked to confirm that, in words of their own', () => {
  const html = PAGES['acknowledgement-supervisor']?.() ?? '';
  const said = blocks(html);
  expect(said).toContain('Please confirm that you issued this plan and have discussed it');
  expect(said).toContain(
    'This page shows the whole plan for Jordan Reyes: what is expected, the help promised, and when you will meet to look at progress. The link in your e-mail goes on showing you the plan, also after you have answered.',
  );
  const choices = [...html.matchAll(/name="choice" value="(\w+)"[^>]*>\s*<label[^>]*>([^<]+)</g)];
  expect(choices.map(([, value, label]) => [value, label])).toEqual([
    ['sign', 'I have issued and discussed this plan'],
    ['decline', 'I decline to sign'],
  ]);
  expect(html).toContain('<legend>Have you issued and discussed this plan?</legend>');
  expect(html).not.toContain('received');
  expect(textOf('receipt-other-name')).toContain('I have issued and discussed this plan');
});

test('a receipt says which name was typed when it is not their own', () => {
  expect(textOf('receipt-other-name')).toContain(
    'You typed the name Somebody Else; the name we have for you is Dana Whitfield.',
  );
  for (const name of ['receipt-acknowledgement', 'receipt-check-in', 'receipt-decision']) {
    expect(PAGES[name]?.()).not.toContain('You typed the name');
  }
});

test('a receipt calls a decision a decision', () => {
  expect(textOf('receipt-decision')[0]).toBe('Your decision is recorded.');
  expect(PAGES['receipt-decision']?.()).toContain('<title>Your decision is recorded – ');
  expect(textOf('receipt-acknowledgement')[0]).toBe('Thank you. Your answer is recorded.');
});

test('a receipt tells the person concerned that the copy of the decision is for them', () => {
  const due = 'The decision is due by Friday, February 19, 2027 at 5:00 PM Eastern Standard Time.';
  expect(textOf('receipt-acknowledgement')).toContain(`${due} You will receive a copy of the decision.`);
  expect(textOf('receipt-other-name')).toContain(`${due} The people concerned receive a copy.`);
});

test('only a page with a form says that one can ask before answering', () => {
  for (const [name, render] of Object.entries(PAGES)) {
    const html = render();
    expect(html.includes('You can ask before you answer.'), name).toBe(
      html.includes('name="ticket"') && !name.startsWith('wrong-person'),
    );
  }
});

const WHOSE = [
  'Employee',
  'Jordan Reyes',
  'Agency',
  'Department of Buildings',
  'Job title',
  'Program Analyst',
  'Period',
  'Monday, December 7, 2026 to Thursday, February 4, 2027',
];

describe('the copy of a decision begins with', () => {
  const factsOf = (plan: Plan, index = 0): [string, string][] => {
    const decision = plan.decisions[index];
    if (!decision) throw new Error('The sample has no such decision.');
    return decisionCopyModel(decision, contextOf(plan, 'hr')).facts.map(({ label, value }) => [label, value]);
  };
  const fact = (plan: Plan, label: string, index = 0) =>
    factsOf(plan, index).find(([each]) => each === label)?.[1];

  test('whose plan it was, its period, and how late it came', () => {
    const said = textOf('decision-copy');
    expect(said.slice(3, 3 + WHOSE.length)).toEqual(WHOSE);
    expect(factsOf(closed()).slice(4)).toEqual([
      ['Outcome', 'Not met: plan extended'],
      ['New last day of the plan', 'Saturday, March 6, 2027'],
      ['Decided by', 'Dana Whitfield (Supervisor)'],
      ['Due by', 'Friday, February 19, 2027 at 5:00 PM Eastern Standard Time'],
      ['Recorded', 'Monday, February 22, 2027 at 10:00 AM Eastern Standard Time'],
      ['Late by', 'One business day'],
      ['Reference', 'plan-1'],
    ]);
  });

  test.each([
    ['2027-02-19T22:00:00Z', undefined],
    ['2027-02-19T22:00:01Z', 'Less than one business day'],
    ['2027-02-24T15:00:00Z', '3 business days'],
  ])('how late it came, recorded at %s', (now, late) => {
    const scenario = deciding();
    scenario.now = now;
    const plan = scenario.require();
    const at = {
      requestId: 'decision',
      outcome: 'met',
      reasons: [],
      copies: [],
      by: 'supervisor',
      at: now,
    };
    expect(fact({ ...plan, decisions: [at] }, 'Late by')).toBe(late);
  });

  test('the extensions that came before it, and its own due moment', () => {
    const scenario = deciding();
    scenario.answer('decision', 'supervisor', extended);
    const explanation = 'It has turned around since the one check-in that was rated.';
    scenario
      .until('2027-03-09T15:00:00Z')
      .answer('decision-2', 'supervisor', decided('met', { explanation }));
    scenario.answer('approval-1', 'hr', { kind: 'approval', choice: 'confirm', typedName: 'Priya Raman' });
    const plan = scenario.require();
    expect(fact(plan, 'Extended to', 0)).toBeUndefined();
    expect(fact(plan, 'Extended to', 1)).toBe('Saturday, March 6, 2027');
    expect(fact(plan, 'Due by', 0)).toBe('Friday, February 19, 2027 at 5:00 PM Eastern Standard Time');
    expect(fact(plan, 'Due by', 1)).toBe('Friday, March 19, 2027 at 5:00 PM Eastern Daylight Time');
    expect(fact(plan, 'Late by', 1)).toBeUndefined();
  });

  test('no lateness where nobody decided', () => {
    expect(PAGES['decision-copy-by-rule']?.()).not.toContain('Late by');
  });
});

const STILL_OPEN =
  'Dana Whitfield has until Friday, February 5, 2027 at 5:00 PM Eastern Standard Time to answer';
const LAST_CHECK_IN = 'the check-in of Friday, January 29, 2027';

test('while an answer can still come in, the decision page says so before the outcomes', () => {
  const said = blocks(PAGES['decision-early']?.() ?? '');
  const from = said.indexOf('Your decision');
  expect(said.slice(from, from + 5)).toEqual([
    'Your decision',
    'Some answers can still come in',
    `${STILL_OPEN} ${LAST_CHECK_IN}.`,
    'That time ends early if the plan is closed first; what they have not said by then is not in the record. A decision that the plan was met closes it as soon as it counts. A decision that gives more time does not close it.',
    expect.stringMatching(/^What is the outcome\?/),
  ]);
  expect(said).toContain(`${STILL_OPEN}.`);
  expect(said).not.toContain('Jordan Reyes has until');
  expect(PAGES['decision-supervisor']?.()).not.toContain('Some answers can still come in');
});

test('the copy of an early decision says who still had time, and that the decision came first', () => {
  const awaited = `When this was recorded, Dana Whitfield still had until Friday, February 5, 2027 at 5:00 PM Eastern Standard Time to answer ${LAST_CHECK_IN}.`;
  const closing = blocks(PAGES['decision-copy-early']?.() ?? '');
  expect(closing).toContain(awaited);
  expect(closing).toContain('Dana Whitfield was not given the time to answer: the decision came first.');
  const extending = blocks(PAGES['decision-copy-early-extended']?.() ?? '');
  expect(extending).toContain(awaited);
  expect(extending).toContain(`${STILL_OPEN}.`);
  expect(PAGES['decision-copy']?.()).not.toContain('When this was recorded');
});

describe('the copy of an early decision, read later,', () => {
  const DEADLINE = 'Friday, February 5, 2027 at 5:00 PM Eastern Standard Time';
  const awaited = (plan: Plan): string[] => {
    const [first] = plan.decisions;
    if (!first) throw new Error('The sample has no decision.');
    return decisionCopyModel(first, contextOf(plan, 'employee')).awaited;
  };

  test('goes on saying who still had time then, whatever they did with it', () => {
    const said = [
      `When this was recorded, Dana Whitfield still had until ${DEADLINE} to answer ${LAST_CHECK_IN}.`,
    ];
    const answered = decidingEarly();
    answered.answer('decision', 'supervisor', extended);
    answered.now = '2027-02-05T16:00:00Z';
    answered.answer('check-in-2027-01-29', 'supervisor', rated('near'));
    expect(awaited(answered.require())).toEqual(said);
    const silent = decidingEarly();
    silent.answer('decision', 'supervisor', extended);
    expect(awaited(silent.until('2027-02-08T15:00:00Z').require())).toEqual(said);
  });

  test('says nothing of a question that had closed at its own time, or opened later', () => {
    const late = deciding();
    late.answer('decision', 'supervisor', extended);
    const plan = late.until('2027-03-05T15:00:00Z').require();
    expect(openRequests(plan).map(({ kind }) => kind)).toContain('check_in');
    expect(awaited(plan)).toEqual([]);
  });
});

describe('somebody who did not answer', () => {
  const said = (plan: Plan, id: string): string[] =>
    recordView(plan, contextOf(plan, 'hr').pack, en).find((entry) => entry.id === id)?.unanswered ?? [];

  test('after the question closed is said to have kept silent', () => {
    expect(said(deciding().require(), 'check-in-2027-01-15')).toEqual([
      'Jordan Reyes did not answer.',
      'Dana Whitfield did not answer.',
    ]);
  });

  test('because no message reached them is said not to have been reached', () => {
    const scenario = Scenario.launched(dcDraft()).until('2026-12-01T15:00:00Z');
    losing(scenario, 'employee', 'unknown').until('2026-12-20T15:00:00Z');
    expect(said(scenario.require(), 'acknowledgement')).toEqual([
      'Jordan Reyes could not be reached.',
      'Dana Whitfield did not answer.',
    ]);
  });

  test('in a plan that was withdrawn meanwhile is said to have had no time', () => {
    const extendedFirst = decidingEarly();
    extendedFirst.answer('decision', 'supervisor', extended);
    for (const scenario of [decidingEarly(), extendedFirst]) {
      scenario.when({ type: 'WithdrawPlan', reason: 'Drafted in error.' });
      expect(said(scenario.require(), 'check-in-2027-01-29')).toEqual([
        'Dana Whitfield was not given the time to answer: the plan ended first.',
      ]);
    }
  });
});

const BY_RULE = 'No decision was made in time. Under 6-B DCMR 1410.9, the plan counts as met.';

test('an outcome that nobody decided is never called a decision of somebody', () => {
  const own = blocks(PAGES['decision-copy-by-rule']?.() ?? '');
  expect(own.slice(0, 22)).toEqual([
    'Permit reviews: accuracy and timeliness',
    'The outcome, without a decision',
    'This is your copy of the outcome of your plan.',
    BY_RULE,
    ...WHOSE,
    'Outcome',
    'Plan met',
    'Due by',
    'Friday, February 19, 2027 at 5:00 PM Eastern Standard Time',
    'Recorded',
    'Saturday, February 20, 2027 at 12:00 AM Eastern Standard Time',
    'Reference',
    'plan-1',
    'What was answered along the way',
    'Acknowledgement',
  ]);
  expect(own).toContain(
    'If you have questions, or see something differently, write to the contact below. Ask there, too, about ways to have the outcome looked at again.',
  );
  expect(blocks(PAGES['decision-copy-by-rule-supervisor']?.() ?? '')[2]).toBe(
    'This is your copy of the outcome of the plan of Jordan Reyes.',
  );
  expect(PAGES['decision-copy-by-rule']?.()).toContain('<title>An outcome without a decision – ');
  expect(PAGES['decision-copy-by-rule']?.()).not.toMatch(/written decision|Decided by/);
});

test('a receipt says so as well, when the plan ended that way', () => {
  const said = blocks(PAGES['receipt-settled-by-rule']?.() ?? '');
  const from = said.indexOf('What happens next');
  expect(said.slice(from + 1, from + 3)).toEqual([BY_RULE, 'Nothing more is asked of you for this plan.']);
  expect(PAGES['receipt-decision']?.()).not.toContain('No decision was made');
});

test('a late decision is not offered an extension that would be over at once', () => {
  const plan = deciding().require();
  const days = (now: string) =>
    decisionModel(requestOf(plan, 'decision'), now, contextOf(plan, 'supervisor')).extensions.map(
      ({ day }) => day,
    );
  // A week before 6 March, in the plan's zone and not in UTC.
  expect(days('2027-02-28T04:59:59Z')).toEqual(['2027-03-06']);
  expect(days('2027-02-28T05:00:00Z')).toEqual([]);
});

test('a receipt repeats every word that was recorded', () => {
  const html = PAGES['receipt-acknowledgement']?.() ?? '';
  expect(html).toContain(referenceOf('plan-1', 'acknowledgement', 'employee'));
  expect(html).toContain('I see the first point differently:\nmost returns came in one week.');
  expect(html).toContain('Tuesday, December 1, 2026 at 10:00 AM Eastern Standard Time');
});
