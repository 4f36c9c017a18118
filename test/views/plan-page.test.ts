import { HtmlValidate } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { planPageModel } from '../../views/models.ts';
import { planPage } from '../../views/pages.ts';
import { style } from '../../views/style.ts';
import { wordsIn } from '../../views/words.ts';
import { rated } from '../support/answers.ts';
import { Scenario } from '../support/scenario.ts';
import * as lived from './lived.ts';
import { ordinary, PLAN_PAGES, planPageOf } from './plan-pages.ts';
import { contextOf, frame } from './sample.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'long-title': 'off',
    'no-trailing-whitespace': 'off',
    'no-inline-style': 'error',
    'no-raw-characters': 'off',
  },
});

const modelOf = (scenario: Scenario, reader: string) => {
  const model = planPageModel(contextOf(scenario.require(), reader), scenario.now, scenario.events);
  if (!model) throw new Error(`${reader} has no plan page.`);
  return model;
};

test.each(Object.entries(PLAN_PAGES))(
  'the page %s is valid HTML, in less than 32 kB with its styles',
  (_, render) => {
    const html = render();
    const { results } = validator.validateStringSync(html);
    const faults = results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message }) => `${ruleId}: ${message}`),
    );
    expect(faults).toEqual([]);
    expect(html).not.toMatch(/<script|\sstyle=|undefined|\[object/);
    expect(Buffer.byteLength(html) + Buffer.byteLength(style)).toBeLessThan(32_000);
  },
);

test('an ordinary plan, with 13 check-ins of three points, weighs less than 30 kB with its styles', () => {
  const html = PLAN_PAGES['plan-employee-ordinary']?.() ?? '';
  expect(html.match(/<tr>/g)?.length).toBeGreaterThan(3 * 13);
  expect(Buffer.byteLength(html) + Buffer.byteLength(style)).toBeLessThan(30_000);
});

describe('where it stands', () => {
  test('is the day of the plan, what comes next and until when to answer', () => {
    expect(modelOf(lived.lived('2026-12-17T15:00:00Z'), 'employee').now).toEqual([
      'Day 11 of 60.',
      'Next: your check-in on Friday, December 18, 2026; please answer by Friday, December 18, 2026 at 5:00 PM Eastern Standard Time.',
    ]);
  });

  test('does not count days on which the plan stood still', () => {
    const scenario = lived.lived('2026-12-17T15:00:00Z');
    scenario.when({ type: 'PausePlan', from: '2026-12-17', until: '2026-12-21', reason: 'approved_absence' });
    expect(modelOf(scenario.until('2026-12-22T15:00:00Z'), 'supervisor').now[0]).toBe('Day 11 of 60.');
  });

  test('is that it stands still, without saying why', () => {
    expect(modelOf(lived.paused(), 'employee').now).toEqual([
      'The plan stands still since Thursday, December 17, 2026, for an approved absence. These days do not count.',
    ]);
  });

  test('names whoever decides, and says nothing of it while somebody has to confirm', () => {
    expect(modelOf(lived.everything(), 'mentor').now).toEqual([
      'The time to improve is over.',
      'Next: Dana Whitfield will decide by Friday, March 5, 2027 at 5:00 PM Eastern Standard Time.',
    ]);
    expect(modelOf(lived.proposed(), 'employee').now).toEqual(['The time to improve is over.']);
  });
});

describe('what is asked', () => {
  test('is found by its mail, for whoever is asked', () => {
    expect(modelOf(lived.lived('2026-12-17T15:00:00Z'), 'employee').asked).toEqual([
      'Check-in of Friday, December 18, 2026: please answer by Friday, December 18, 2026 at 5:00 PM Eastern Standard Time. Use the link in the mail of Dec 15, 2026.',
    ]);
    expect(modelOf(lived.lived('2026-12-17T15:00:00Z'), 'mentor').asked).toEqual([
      'Nothing is asked of you now. When something is, you get a mail.',
    ]);
  });

  test('is nothing while the plan stands still', () => {
    expect(modelOf(lived.paused(), 'employee').asked).toEqual([
      'While the plan stands still, nothing is due.',
    ]);
  });
});

describe('the numbers of a point', () => {
  test('stand with what was expected and what each side said, day by day', () => {
    const { table, chart } = modelOf(lived.everything(), 'employee').items[0] ?? {};
    expect(table).toEqual({
      caption: 'The numbers of “1. Job Knowledge”, in percent',
      head: ['Day', 'Expected by then', 'Measured', 'Jordan Reyes / Dana Whitfield'],
      rows: [
        ['Dec 18, 2026', '30', '28.5 (Dana Whitfield)', 'reached / near'],
        ['Dec 21, 2026', '', '27 (Dana Whitfield)', ''],
        ['Jan 4, 2027', '25', '', ''],
        ['Jan 15, 2027', '18', '', ''],
        ['Feb 1, 2027', '10', '', ''],
      ],
    });
    expect(chart?.description).toBe(
      'Expected: from 35 percent at the start to 10 percent on Feb 1, 2027. Last measured: 27 percent on Dec 21, 2026.',
    );
    expect(chart?.data.measured).toEqual([
      { date: '2026-12-18', value: 28.5 },
      { date: '2026-12-21', value: 27 },
    ]);
  });

  test('say when there are none yet, and are kept from whoever only coaches', () => {
    const begun = modelOf(lived.lived('2026-12-02T15:00:00Z'), 'employee').items[0];
    expect(begun?.empty).toBe('No numbers have been recorded yet. They come with the check-ins.');
    const coach = modelOf(lived.everything(), 'mentor').items[0];
    expect([coach?.chart.data.measured, coach?.table.head, coach?.empty]).toEqual([
      [],
      ['Day', 'Expected by then'],
      undefined,
    ]);
  });
});

test('what one side said waits for the other', () => {
  const scenario = lived.lived('2026-12-18T15:00:00Z');
  scenario.answer(lived.CHECK_IN, 'supervisor', {
    kind: 'check_in',
    meeting: 'held',
    items: ['accuracy', 'timeliness', 'communication'].map((item) => ({ item, progress: 'below' })),
    comment: 'Only after both.',
  });
  const { items, blocks, past } = modelOf(scenario, 'employee');
  expect(JSON.stringify([items, blocks, past])).not.toMatch(/below|Only after both|answered the check-in/);
  expect(blocks.find(({ heading }) => heading === 'What each side said')?.paragraphs).toEqual([
    'Check-in of Friday, December 18, 2026 is still open. Nobody sees yet what others have answered.',
    'Coaching session of Wednesday, December 23, 2026 is still open. Nobody sees yet what others have answered.',
  ]);
});

test('why the plan stood still is told to Human Resources alone', () => {
  const told = (reader: string) =>
    modelOf(lived.proposed(), reader)
      .past.map(({ text }) => text)
      .join('\n');
  expect(told('hr')).toContain('for an adjustment; others are told of an approved absence');
  expect(told('employee')).toContain(
    'The plan stands still for an approved absence, from Tuesday, January 19, 2027',
  );
  for (const reader of ['employee', 'supervisor', 'reviewer', 'mentor']) {
    expect(told(reader)).not.toMatch(/adjustment/);
  }
});

test('what comes next is by the dates of the plan, without what only silence would bring', () => {
  expect(
    modelOf(lived.lived('2026-12-24T15:00:00Z'), 'employee').ahead.map(({ day, text }) => `${day} ${text}`),
  ).toEqual([
    'Jan 4, 2027 Check-in. To be answered by Monday, January 4, 2027 at 5:00 PM Eastern Standard Time. You are asked.',
    'Jan 15, 2027 Check-in. To be answered by Friday, January 15, 2027 at 5:00 PM Eastern Standard Time. You are asked.',
    'Jan 29, 2027 Check-in. To be answered by Friday, January 29, 2027 at 5:00 PM Eastern Standard Time. You are asked.',
    'Jan 29, 2027 Promised help. To be answered by Wednesday, February 3, 2027 at 5:00 PM Eastern Standard Time. You are asked.',
    'Feb 4, 2027 The last day of the plan.',
    'Feb 5, 2027 The decision is asked for, to be made by Friday, February 19, 2027 at 5:00 PM Eastern Standard Time. Dana Whitfield is asked.',
  ]);
});

test('whoever is only surveyed, or has left, has no such page', () => {
  const has = (scenario: Scenario, reader: string) =>
    planPageModel(contextOf(scenario.require(), reader), scenario.now, scenario.events) !== undefined;
  expect(has(lived.everything(), 'one')).toBe(false);
  expect(has(lived.handedOver(), 'supervisor')).toBe(false);
  expect(has(lived.handedOver(), 'sam')).toBe(true);
});

test('the page speaks Spanish to whoever reads Spanish', () => {
  const scenario = ordinary();
  const words = wordsIn('es');
  const model = planPageModel(
    { ...contextOf(scenario.require(), 'employee'), words },
    scenario.now,
    scenario.events,
  );
  const html = model ? planPage(model, { ...frame, words }, '/p/page') : '';
  expect(html).toContain('Cómo van las cosas');
  expect(html).toMatch(/Día \d+ de 90\./);
  expect(html).not.toMatch(/\bthe\b/i);
});

const aheadOf = (scenario: Scenario, reader: string): string[] =>
  modelOf(scenario, reader).ahead.map(({ day, text }) => `${day} ${text}`);

describe('while there is time to respond to a decision', () => {
  const due = 'Friday, March 12, 2027 at 5:00 PM Eastern Standard Time';

  test('the decision and the right are said to those who may see it', () => {
    const decided = 'The decision was recorded: Not met: reassignment.';
    expect(modelOf(lived.notMet(), 'employee').now).toEqual([
      decided,
      `You may respond until ${due}; then the plan closes.`,
    ]);
    expect(modelOf(lived.notMet(), 'supervisor').now).toEqual([
      decided,
      `Jordan Reyes may respond until ${due}; then the plan closes.`,
    ]);
    expect(modelOf(lived.notMet(), 'mentor').now).toEqual(['The time to improve is over.']);
  });

  test('it is to come, never demanded', () => {
    expect(aheadOf(lived.notMet(), 'employee')).toEqual([
      `Mar 12, 2027 You may respond until ${due}; you need not.`,
    ]);
    expect(aheadOf(lived.notMet(), 'supervisor')).toEqual([
      `Mar 12, 2027 Jordan Reyes may respond until ${due}.`,
    ]);
    expect(aheadOf(lived.notMet(), 'mentor')).toEqual([]);
    expect(modelOf(lived.notMet(), 'employee').asked).toEqual([
      `Response: you may respond until ${due}; you need not. Use the link in the mail of Mar 5, 2027.`,
    ]);
  });
});

test('an open question is to come, with who is asked, whether they have answered or not', () => {
  const due = 'Friday, December 18, 2026 at 5:00 PM Eastern Standard Time';
  const scenario = lived.lived('2026-12-18T15:00:00Z');
  const first = (reader: string) => aheadOf(scenario, reader)[0];
  expect(first('employee')).toBe(`Dec 18, 2026 Check-in. To be answered by ${due}. You are asked.`);
  const others = `Dec 18, 2026 Check-in. To be answered by ${due}. Jordan Reyes and Dana Whitfield are asked.`;
  expect(first('mentor')).toBe(others);
  scenario.answer(lived.CHECK_IN, 'supervisor', rated('near'));
  expect(first('mentor')).toBe(others);
  expect(first('supervisor')).toBe(`Dec 18, 2026 Check-in. To be answered by ${due}. You have answered.`);
  expect(aheadOf(scenario, 'employee').find((text) => text.includes('Survey'))).toMatch(
    / Others are asked\.$/,
  );
});

test('what HR looks into is to come for nobody', () => {
  expect(aheadOf(lived.asked(), 'supervisor').join()).not.toMatch(/adjustment/);
  expect(aheadOf(lived.everything(), 'employee')).toEqual([
    'Mar 5, 2027 The decision is to be made by Friday, March 5, 2027 at 5:00 PM Eastern Standard Time. Dana Whitfield is asked.',
  ]);
});

test('days stand still with the plan, and go into no calendar while nobody knows until when', () => {
  const scenario = lived.paused();
  const { aheadNote, calendar } = modelOf(scenario, 'employee');
  expect(aheadNote).toBe('These dates stand still, too. They move by the days of the absence.');
  expect(calendar).toBe(false);
  expect(planPageOf(scenario, 'employee')).not.toContain('calendar.ics');
  const running = modelOf(lived.lived('2026-12-17T15:00:00Z'), 'employee');
  expect([running.aheadNote, running.calendar]).toEqual([undefined, true]);
});

test('to sign for the plan is next when it is due first, for those who may know who signs', () => {
  const scenario = Scenario.launched(lived.fullDraft()).until('2026-12-02T15:00:00Z');
  expect(modelOf(scenario, 'employee').now[1]).toMatch(/^Next: please sign for the plan by .*2026 at /);
  expect(modelOf(scenario, 'hr').now[1]).toMatch(/^Next: Jordan Reyes and Dana Whitfield are asked to sign /);
  expect(modelOf(scenario, 'mentor').now[1]).toMatch(/^Next: the check-in on /);
});

test('the same sentence of one day is said once', () => {
  const times = modelOf(ordinary(), 'employee').past.filter(({ text }) => text.includes('3 numbers'));
  expect(times.map(({ text }) => text)).toEqual(['3 numbers were recorded. (6 times)']);
});

test('behind a renewed link whose question is over nothing leads back, and the days may still be kept', () => {
  const scenario = lived.lived('2026-12-17T15:00:00Z');
  const html = (isAlone: boolean) => planPage(modelOf(scenario, 'employee'), frame, '/p/page', isAlone);
  expect(html(false)).toContain('href="/p/page">Back</a>');
  expect(html(true)).not.toContain('href="/p/page"');
  expect(html(true)).toContain('href="/p/page/calendar.ics"');
});

test('who sees what is told by person: the reader first, nobody last', () => {
  const { audiences } = modelOf(lived.everything(), 'employee');
  expect(audiences.map(({ who }) => who)).toEqual([
    'You',
    'Dana Whitfield (Supervisor)',
    'Morgan Ellis (Reviewer)',
    'Priya Raman (Human Resources)',
    'Sam Ortiz (Mentor)',
    'Alex Moreau (Representative)',
    'Nobody',
  ]);
  expect(audiences[1]?.facts).toEqual([
    'All under “You”, but not: that an adjustment was asked for.',
    'Also: a decision that somebody else still has to confirm; why a proposed decision was sent back.',
    'Only what is meant for them: the brief for whoever takes over.',
  ]);
  expect(audiences[2]?.facts.at(-2)).toBe(
    'Only once asked to decide or confirm, or sent a copy: all under “You”, but not: that an adjustment was asked for.',
  );
  expect(
    modelOf(lived.everything(), 'supervisor')
      .audiences.flatMap(({ facts }) => facts)
      .join(),
  ).not.toMatch(/adjustment/);
});
