import { parse } from 'node-html-parser';
import { describe, expect, test } from 'vitest';
import type { Change, Plan } from '../../domain/index.ts';
import { promisesFor } from '../../domain/support.ts';
import {
  acknowledgementModel,
  decisionCopyModel,
  decisionModel,
  planView,
  receiptModel,
  recordView,
} from '../../views/models.ts';
import { en } from '../../views/words/en.ts';
import { rated } from '../support/answers.ts';
import type { Scenario } from '../support/scenario.ts';
import * as lived from './lived.ts';
import { checkIn, decision, MORE_PAGES, receipt } from './more-pages.ts';
import { contextOf, decidingEarly, requestOf } from './sample.ts';

/** The blocks a decision has in view, by their headings. */
function fairness(scenario: Scenario, reader = 'supervisor') {
  const plan = scenario.require();
  const { fairness } = decisionModel(lived.decisionOf(plan), scenario.now, contextOf(plan, reader));
  return Object.fromEntries(fairness.map(({ heading, ...block }) => [heading, block]));
}

describe('whoever decides has in view', () => {
  const inView = fairness(lived.everything());

  test('the promised help that was not delivered, and the one nobody confirmed', () => {
    expect(inView['Help that was promised and not delivered']).toEqual({
      list: [
        'Code refresher course, promised by Dana Whitfield for “1. Job Knowledge”: not delivered.',
        'One hour of planning a week, promised by Dana Whitfield for “2. S.M.A.R.T. goal”: nobody confirmed it.',
      ],
    });
  });

  test('every number against its baseline, its target and what was expected by then', () => {
    const [accuracy, ...others] = inView['The numbers']?.tables ?? [];
    expect(accuracy).toEqual({
      caption: '1. Job Knowledge. Reviews returned for errors: from 35 percent down to 10 percent',
      head: ['Day', 'Number', 'Expected by then', 'Where it is from'],
      rows: [
        ['Friday, December 18, 2026', '28.5 percent', '30 percent', 'Dana Whitfield'],
        ['Monday, December 21, 2026', '27 percent', '30 percent', 'Dana Whitfield'],
      ],
    });
    expect(others).toHaveLength(2);
  });

  test('who missed what, and the days that were given back', () => {
    expect(inView['Check-ins that were missed']).toEqual({
      list: ['Check-in of Monday, January 4, 2027: missed by the manager; 12 days given back.'],
    });
  });

  test('what went well, and every response word for word', () => {
    expect(inView['What went well']?.quotes?.map(({ text }) => text)).toEqual([
      'Jordan helped a colleague through a difficult case.',
    ]);
    expect(inView['Responses, word for word']?.quotes).toEqual([
      {
        who: 'Jordan Reyes on the check-in of Friday, December 18, 2026, Friday, December 18, 2026 at 10:00 AM Eastern Standard Time',
        text: 'I see the first point differently.\nThe numbers say so, too.',
        said: 'plan',
      },
    ]);
  });

  test('a survey in sum', () => {
    expect(inView['Survey of Tuesday, December 22, 2026']).toEqual({
      paragraphs: ['5 of 6 people answered.'],
      tables: [
        {
          caption: 'The answers in sum',
          head: ['Question', 'Mean, from 1 to 5', 'Answers from 1 to 5'],
          rows: [
            [lived.QUESTIONS[0], '4', '0 / 0 / 0 / 5 / 0'],
            [lived.QUESTIONS[1], '3.4', '0 / 0 / 3 / 2 / 0'],
          ],
        },
      ],
    });
  });

  test('how the plan changed, and what the rules say', () => {
    expect(inView['How the plan changed']).toEqual({
      list: [
        'Version 2, Tuesday, January 12, 2027 at 10:00 AM Eastern Standard Time: days were given back for a check-in the manager missed.',
        'Version 3, Friday, January 22, 2027 at 12:00 AM Eastern Standard Time: the plan went on after an approved absence.',
      ],
    });
    expect(inView['What the rules say here']?.list).toHaveLength(2);
  });

  test('of an absence only how long it was', () => {
    expect(inView['Approved absence']).toEqual({
      paragraphs: [
        'Approved absence: 3 days. These days do not count, and every later date was moved by them.',
      ],
    });
    const said = decision(lived.everything(), 'supervisor');
    expect(said).not.toMatch(/adjust|accommod|medical/i);
  });

  test('nothing of who answered a survey, and nothing of it while few did', () => {
    const few = lived.lived('2026-12-18T15:00:00Z');
    for (const by of ['one', 'two']) {
      few.answer('survey-2026-12-22', by, { kind: 'survey', scores: [1, 2], comment: `Said by ${by}.` });
    }
    few.until('2027-02-08T15:00:00Z');
    expect(fairness(few)['Survey of Tuesday, December 22, 2026']).toEqual({
      paragraphs: [
        '2 of 6 people answered.',
        'The answers are not shown: fewer than 5 people answered, and they could be recognized.',
      ],
    });
    const page = decision(few, 'supervisor');
    expect(page).not.toMatch(/Applicant (one|two|six)|Said by/);
  });
});

test('a plan on which nothing of all that happened shows none of it', () => {
  const plan = decidingEarly().require();
  const { fairness } = decisionModel(
    requestOf(plan, 'decision'),
    plan.updatedAt,
    contextOf(plan, 'supervisor'),
  );
  expect(fairness.map(({ heading }) => heading)).toEqual([
    'Help that was promised and not delivered',
    'What the rules say here',
  ]);
});

test('what one side said on an open check-in is shown to nobody who reads the record', () => {
  const plan = decidingEarly().require();
  const entry = recordView(plan, contextOf(plan, 'supervisor').pack, en).find(
    ({ id }) => id === 'check-in-2027-01-29',
  );
  expect(entry?.answers).toMatchObject([
    {
      said: [],
      hidden:
        'Jordan Reyes has answered. What they said is shown once everybody has answered or the time is over.',
    },
  ]);
});

test('a check-in shows nothing of what the other side has said, not even to itself', () => {
  const scenario = lived.lived('2026-12-18T15:00:00Z');
  scenario.answer(lived.CHECK_IN, 'employee', rated('reached', { comment: 'My side of it.' }));
  expect(checkIn(scenario, lived.CHECK_IN, 'supervisor')).not.toContain('My side of it.');
  expect(receipt(scenario, lived.CHECK_IN, 'employee')).not.toContain('What each of you said');
});

test('what was asked before the plan is for HR alone', () => {
  const plan = lived.lived('2026-12-11T15:00:00Z').require();
  const triage = (reader: string) => planView(plan, reader, contextOf(plan, reader).pack, en).triage;
  expect(triage('hr')).toEqual([
    { label: 'Purpose', value: 'Improvement' },
    { label: 'Expectations were known', value: 'Yes' },
    { label: 'Help was offered before', value: 'Yes' },
    { label: 'The manager did their own part', value: 'Yes' },
  ]);
  for (const reader of ['employee', 'supervisor', 'reviewer', 'mentor', 'rep']) {
    expect(triage(reader)).toEqual([]);
  }
});

test('an action says by when, by whom and to what end, where it says so', () => {
  const plan = lived.lived('2026-12-11T15:00:00Z').require();
  const [first, ...rest] = plan.draft.items;
  if (!first) throw new Error('The sample has no item.');
  const actions = [
    { what: 'Hold a workshop', due: '2026-12-21', responsible: 'supervisor', outcome: 'a checklist' },
    { what: 'Use it' },
  ];
  const changed: Plan = { ...plan, draft: { ...plan.draft, items: [{ ...first, actions }, ...rest] } };
  expect(planView(changed, 'employee', contextOf(plan, 'employee').pack, en).items[0]?.actions).toEqual([
    'Hold a workshop (by Monday, December 21, 2026; responsible: Dana Whitfield; outcome: a checklist)',
    'Use it',
  ]);
});

describe('a new version of the plan', () => {
  const changesOf = (plan: Plan) =>
    acknowledgementModel(requestOf(plan, 'acknowledgement-2'), plan.updatedAt, contextOf(plan, 'employee'))
      .changes;

  test('is shown with what was before and what is now, why, and the days in total', () => {
    const changes = changesOf(lived.amended().require());
    expect(changes).toMatchObject({
      heading: 'What is different in version 2',
      facts: [
        { label: 'Why it was changed', value: 'The workload of the unit has grown.' },
        { label: 'Days in total', value: '90 days (before: 60 days)' },
      ],
      table: { head: ['What', 'Before', 'Now'] },
    });
    expect(changes?.table?.rows).toContainEqual([
      'Last day',
      'Thursday, February 4, 2027',
      'Saturday, March 6, 2027',
    ]);
    expect(changes?.table?.rows).toContainEqual(['2. S.M.A.R.T. goal: measure: target', '90', '85']);
    expect(changes?.table?.rows).toContainEqual([
      '2. S.M.A.R.T. goal: check-in: Friday, January 29, 2027: expected by then',
      '90',
      '85',
    ]);
  });

  const change = (field: string, before: string | null, after: string | null): Change => ({
    field,
    before,
    after,
  });
  const rows = (changes: Change[]) => {
    const plan = lived.amended().require();
    const versions = plan.versions.map((version) => ({ ...version, changes }));
    return changesOf({ ...plan, versions })?.table?.rows;
  };

  test('names people by their names, and says what is new and what is gone', () => {
    expect(
      rows([
        change('/items/accuracy/support/0/owner', 'supervisor', 'mentor'),
        change('/participants/mentor/email', null, 'sam@agency.example'),
        change('/followUps/2026-12-23', 'Coaching', null),
        change('/items/gone/measure/target', '1', '2'),
        change('/something~1else', 'a', 'b'),
      ]),
    ).toEqual([
      ['1. Job Knowledge: support promised, no. 1: who provides it', 'Dana Whitfield', 'Sam Ortiz'],
      ['People involved: Sam Ortiz: e-mail address', 'Not shown', 'Changed'],
      ['Other follow-ups: Wednesday, December 23, 2026', 'Coaching', 'Taken out'],
      ['A point that is not in the plan any more: measure: target', '1', '2'],
      ['something/else', 'a', 'b'],
    ]);
    expect(rows([])).toBeUndefined();
  });

  test('names nobody who is asked in surveys, in whatever part they were before, and nobody’s address', () => {
    expect(
      rows([
        change('/participants/one', 'Applicant One, stakeholder, one@applicants.example', null),
        change('/participants/seven', null, 'Lee, Kim, stakeholder, seven@applicants.example'),
        change('/participants/two/email', 'two@applicants.example', 'new@applicants.example'),
        change('/participants/eight/role', 'stakeholder', 'mentor'),
        change('/participants/eight/name', 'Applicant Eight', 'Applicant Ate'),
        change('/participants', 'one | two', 'two | one'),
        change('/triage/helpGiven', 'false', 'true'),
        change('/participants/ann', null, 'Duarte, Ines, mentor, ines@agency.example'),
        change('/participants/hr/role', 'reviewer', 'hr'),
      ]),
    ).toEqual([
      ['People involved: ann', 'New', 'Duarte, Ines (Mentor)'],
      ['People involved: Priya Raman: role', 'Reviewer', 'Human Resources'],
      ['Who is asked in surveys', 'Not shown', 'Changed'],
    ]);
  });

  test('says codes, days and places as people do', () => {
    expect(
      rows([
        change('/items/accuracy/support/1/kind', 'hours', 'training'),
        change('/items/accuracy/actions/0/due', null, '2026-12-23'),
        change('/items/accuracy/actions/1', 'A course, due 2026-12-23', null),
        change('/items/accuracy/measure/direction', 'increase', 'decrease'),
        change('/items/accuracy/source/code', 'job_knowledge', 'communication'),
        change('/items/accuracy/deficiency', 'Since 2026-01-01.', 'supervisor'),
        change('/followUps/2026-12-23/site_visit/agenda', 'a', 'b'),
        change('/items', 'accuracy | timeliness', 'timeliness | accuracy'),
        change('/followUps', '2026-12-23/site_visit | 2026-12-23/coaching', '2026-12-23/coaching'),
        change('/subject/supervises', 'false', 'true'),
      ]),
    ).toEqual([
      ['1. Job Knowledge: support promised, no. 2: kind', 'Working time', 'Training'],
      ['1. Job Knowledge: actions, no. 1: by when', 'New', 'Wednesday, December 23, 2026'],
      ['1. Job Knowledge: actions, no. 2', 'A course, due Wednesday, December 23, 2026', 'Taken out'],
      ['1. Job Knowledge: measure: direction', 'upwards', 'downwards'],
      ['1. Job Knowledge: where it comes from: competency', 'Job Knowledge', 'Communication'],
      ['1. Job Knowledge: deficiency', 'Since 2026-01-01.', 'supervisor'],
      ['Other follow-ups: Wednesday, December 23, 2026: Site visit: agenda', 'a', 'b'],
      ['Points', '1. Job Knowledge | 2. S.M.A.R.T. goal', '2. S.M.A.R.T. goal | 1. Job Knowledge'],
      [
        'Other follow-ups',
        'Wednesday, December 23, 2026: Site visit | Wednesday, December 23, 2026: Coaching session',
        'Wednesday, December 23, 2026: Coaching session',
      ],
      ['The person concerned: supervises others', 'No', 'Yes'],
    ]);
  });

  test('is asked about in words of its own, above the plan as it reads now', () => {
    const page = parse(MORE_PAGES['acknowledgement-changed']?.() ?? '');
    const headings = page.querySelectorAll('h1, h2').map(({ text }) => text);
    expect(headings.slice(0, 3)).toEqual([
      'The plan has changed: please read it and tell us that you received it',
      'What is different in version 2',
      'About this plan',
    ]);
    expect(MORE_PAGES['acknowledgement-changed-issuer']?.()).toContain(
      'please confirm that you have discussed it',
    );
  });
});

test('a decision that came back is asked for again with the reason in view', () => {
  expect(MORE_PAGES['decision-returned']?.()).toContain('The course was never held.</blockquote>');
});

test('a proposed decision is not called recorded, and says who has to confirm it', () => {
  const page = MORE_PAGES['receipt-proposed']?.() ?? '';
  expect(page).toContain('Your proposed decision is recorded.');
  expect(page).toMatch(
    /It does not count yet: Morgan Ellis is asked by [^.]+ to confirm it or send it back\./,
  );
});

test('a proposed decision that two people may confirm says so of both', () => {
  const scenario = lived.proposed();
  const plan = scenario.require();
  const [id = ''] = plan.proposal?.awaiting ?? [];
  const approval = requestOf(plan, id);
  const [first] = approval.respondents;
  if (!first) throw new Error('Nobody confirms it.');
  const respondents = [first, { ...first, participant: 'mentor' }];
  const two: Plan = { ...plan, requests: { ...plan.requests, [id]: { ...approval, respondents } } };
  const decision = requestOf(two, 'decision');
  const proposer = decision.respondents.find(({ answer }) => answer);
  const model = proposer && receiptModel(decision, proposer, scenario.now, contextOf(two, 'supervisor'));
  expect(model?.next[0]).toMatch(/ and Sam Ortiz are asked by .* to confirm it or send it back\.$/);
});

test('the receipt of an older version says which version is below, and which was signed', () => {
  const plan = lived.amended().require();
  const receiptOf = (id: string) => {
    const request = requestOf(plan, id);
    const person = request.respondents.find(({ answer }) => answer);
    return person && receiptModel(request, person, plan.updatedAt, contextOf(plan, person.participant));
  };
  expect(receiptOf('acknowledgement')?.changedSince).toBe(
    'The plan has changed since: below is version 2; you answered for version 1.',
  );
  expect(receipt(lived.amended(), 'acknowledgement', 'employee')).toContain('below is version 2;');
});

test('help that its owner says was delivered is not said to be confirmed by nobody', () => {
  const scenario = lived.lived('2026-12-18T15:00:00Z');
  const promises = promisesFor(scenario.require(), 'support-2026-12-18', 'supervisor');
  scenario.answer('support-2026-12-18', 'supervisor', {
    kind: 'support',
    promises: promises.map(({ item, what }) => ({ item: item.id, what, delivered: 'yes' })),
  });
  const block = (): unknown =>
    decisionCopyModel(
      { requestId: 'decision-early', outcome: 'met', reasons: [], at: scenario.now, copies: [] },
      contextOf(scenario.require(), 'hr'),
    ).fairness[0];
  expect(block()).toEqual({
    heading: 'Help that was promised and not delivered',
    paragraphs: ['Not everybody who was asked about promised help has answered yet; there is still time.'],
  });
  scenario.until('2026-12-24T15:00:00Z');
  expect(block()).toEqual({
    heading: 'Help that was promised and not delivered',
    list: [
      'Code refresher course, promised by Dana Whitfield for “1. Job Knowledge”: the employee did not confirm it; Dana Whitfield says it was delivered.',
    ],
  });
});

test('a decision is due when its own question was, also after one that ended early or fell away', () => {
  const plan = lived.everything().require();
  const decision = lived.decisionOf(plan);
  const moved = {
    ...decision,
    id: 'decision-0',
    openedAt: '2026-12-02T15:00:00Z',
    dueAt: '2026-12-03T15:00:00Z',
  };
  const requests = { ...plan.requests, 'decision-0': { ...moved, status: 'superseded' as const } };
  const made = (requestId: string) => {
    const one = { requestId, outcome: 'met', reasons: [], at: plan.updatedAt, copies: [] };
    const context = contextOf({ ...plan, requests, decisions: [one] }, 'hr');
    return decisionCopyModel(one, context).facts.find(({ label }) => label === 'Due by')?.value;
  };
  expect(made(decision.id)).toMatch(/2027/);
  expect(made('decision-early')).toBeUndefined();
});

test('the copy of a decision shows the response that was given since', () => {
  expect(MORE_PAGES['decision-copy-responded']?.()).toContain('The course was never held.</blockquote>');
});

test('whoever answers a survey reads neither the title of the plan nor the word', () => {
  for (const name of ['survey', 'survey-errors', 'survey-receipt']) {
    const page = (MORE_PAGES[name]?.() ?? '').replace('plan-1', 'an id');
    expect(page).not.toContain('Permit reviews: accuracy and timeliness');
    expect(page).not.toMatch(/\bplan\b/i);
  }
});

test('HR is not told whose a coaching session was when both kept silent, and whom to ask', () => {
  const page = MORE_PAGES['attribution-coaching']?.() ?? '';
  expect(page).toContain(
    'The record does not tell who missed it. Please ask everybody who was to be there: Jordan Reyes and Sam Ortiz.',
  );
  expect(page).toContain('Also when it was up to Sam Ortiz, who was asked to be there for the employer');
});
