import { describe, expect, test } from 'vitest';
import type { RulePack } from '../../domain/pack.ts';
import {
  type Changes,
  calendar,
  check,
  dc,
  general,
  lasting,
  reported,
  validDraft,
} from './check-draft.fixture.ts';

const person = { id: 'sol', role: 'supervisor', name: 'Sol', email: 'sol@example.org' };
const deemMet = (verifiedBy: string) => ({ onDecisionOverdue: { mode: 'deem_met', verifiedBy } });
const mentor = (id: string): Changes => ({ '/participants/4/id': id, '/items/0/support/0/owner': id });
const head = { id: 'lou', role: 'agency_head', name: 'Lou', email: 'lou@example.org' };
/** The reviewer stands in; then somebody else decides on a removal. */
const issuedByReviewer = (absenceReason?: string): Changes => ({
  '/participants/-': head,
  '/issuer': { participant: 'rae', ...(absenceReason === undefined ? {} : { absenceReason }) },
});
/** A plan for a department: who heads it stands where the employee would. */
const department: Changes = { '/subject/type': 'department', '/participants/0/role': 'lead' };
const stakeholders = (number: number) =>
  Array.from({ length: number }, (_, index) => ({
    id: `citizen-${index}`,
    role: 'stakeholder',
    name: 'A citizen',
    email: `citizen-${index}@example.org`,
  }));
const survey = (asked: number, questions: unknown = ['Are answers clear?']): Changes => ({
  '/participants': [...validDraft().participants, ...stakeholders(asked)],
  '/followUps/0': { date: '2026-12-22', type: 'survey', ...(questions ? { questions } : {}) },
});
const competency = (code: string) => ({ kind: 'competency', code });
const startedInNovember2024: Changes = {
  '/startDate': '2024-11-06',
  '/endDate': '2025-01-04',
  '/reason/priorCoaching': [{ date: '2024-10-01', summary: 'Talked.' }],
  '/reason/evidence': [{ date: '2024-10-01', summary: 'Late.' }],
  '/items/1/actions/0/due': '2024-12-02',
  '/followUps': [],
  '/items/0/checkIns': ['13', '15', '20', '22'].map((day) => ({ date: `2024-11-${day}`, benchmark: 60 })),
  '/items/0/support': [],
  '/items/1/checkIns': ['13', '15', '20', '22'].map((day) => ({ date: `2024-11-${day}`, benchmark: 5 })),
};

test('a draft that keeps every rule is reported for none', () => {
  expect(check({})).toEqual([]);
});

/** The field changed is the field reported, unless the last column says what was changed. */
const WRONG: [what: string, expected: string, change: unknown][] = [
  ['a zone that knows no summer time', 'product /timeZone', 'EST'],
  ['a title of spaces', 'product /title', '  '],
  ['a title on two lines', 'product /title', 'One\r\nBcc: two'],
  ['a title too long', 'product /title', 'x'.repeat(201)],
  ['half a character', 'product /title', 'broken \ud83d'],
  ['a zone that does not exist', 'product /timeZone', 'America/Washingtown'],

  ['a plan nobody asked whether it is the right thing', 'H1 /triage', undefined],
  ['a plan for misconduct', 'H1 /triage/purpose', 'misconduct'],
  ['a program under a pack for employees', 'D1 /subject/type', 'program'],
  ['a Career Service employee on probation', 'D1 /subject/probationary', true],
  [
    'the same, spelled by a machine',
    'D1 /subject/probationary',
    { '/subject/probationary': true, '/subject/serviceType': 'career_service' },
  ],
  [
    'an employee on probation in nobody knows what',
    'D1 /subject/serviceType',
    { '/subject/probationary': true, '/subject/serviceType': undefined },
  ],
  [
    'the same, with more words',
    'D1 /subject/probationary',
    { '/subject/probationary': true, '/subject/serviceType': 'Career Service (permanent)' },
  ],
  ['an employee of whom nobody says whether on probation', 'D1 /subject/probationary', undefined],
  ['a subject who is not there', 'product /subject/participant', 'eve'],
  ['a subject who is the supervisor', 'product /subject/participant', 'sam'],

  ['an evaluation on no day', 'product /subject/evaluationReceived', '2026-13-01'],
  ['an evaluation after the start', 'product /subject/evaluationReceived', '2026-12-02'],
  ['an appraisal period that ends on no day', 'product /subject/appraisalPeriodEnds', 'later'],

  ['an id that is an address', 'product /participants/4/id', mentor('mia@example.org')],
  ['an id used before', 'product /participants/4/id', mentor('hal')],
  ['a nameless participant', 'product /participants/3/name', ''],
  ['a name that runs backwards', 'product /participants/0/name', 'Ada\u202Enoryb'],
  ['a language there are no words for', 'product /participants/0/language', 'fr'],
  ['a zone somebody reads in that is none', 'product /participants/0/timeZone', 'Mars/Olympus'],
  ['an offset for somebody’s zone', 'product /participants/0/timeZone', '-05:00'],
  ['an address without a domain', 'product /participants/3/email', 'hal@localhost'],
  ['an address with a display name', 'product /participants/3/email', 'Hal <hal@example.org>'],
  [
    'an address that adds a header',
    'product /participants/3/email',
    'hal@example.org\r\nBcc: eve@example.org',
  ],
  ['an address with an end of line', 'product /participants/3/email', 'hal@example.org\n'],
  ['two addresses in one', 'product /participants/3/email', 'hal@example.org,eve@example.org'],
  ['an address too long', 'product /participants/3/email', `${'h'.repeat(65)}@example.org`],
  ['an address shared with the employee', 'product /participants/1/email', 'ADA@example.org'],
  ['a reviewer who reads the issuer’s mail', 'product /participants/2/email', 'sam@example.org'],
  ['HR that reads the issuer’s mail', 'product /participants/3/email', 'SAM@example.org'],
  ['two stakeholders with one address', 'product /participants/6/email', sharing('stakeholder')],
  ['a stakeholder who reads HR’s mail', 'product /participants/6/email', sharing('hr')],
  [
    '101 people',
    'product /participants',
    { '/participants': [...validDraft().participants, ...stakeholders(96)] },
  ],
  ['21 people beside the stakeholders', 'product /participants', { '/participants': crowd(21) }],
  [
    'a reviewer who issues, and nobody else to decide on a removal',
    'D10 /participants',
    { '/issuer': { participant: 'rae', absenceReason: 'On leave.' } },
  ],
  ['an id too long for a tag', 'product /participants/4/id', mentor('m'.repeat(41))],
  ['nobody in HR', 'P-PEOPLE /participants', { '/participants/3/role': 'stakeholder' }],
  ['two supervisors', 'P-PEOPLE /participants/5/role', { '/participants/-': person }],

  ['a start that does not exist', 'product /startDate', '2026-02-30'],
  ['an end that is not a day', 'product /endDate', 'soon'],
  ['an end in another century', 'product /endDate', '2927-01-29'],
  ['an end before the start', 'product /endDate', '2026-11-30'],
  ['a start before the version took effect', 'D15 /startDate', startedInNovember2024],
  ['29 days', 'D2 /endDate', lasting('2026-12-29')],
  ['91 days', 'D2 /endDate', lasting('2027-03-01')],
  ['45 days', 'D8 /endDate', lasting('2027-01-14')],

  ['an issuer who is not there', 'product /issuer/participant', 'eve'],
  ['an issuer from HR', 'D3 /issuer/participant', 'hal'],
  ['a reviewer who issues without a reason', 'D3 /issuer/absenceReason', issuedByReviewer()],
  ['a reviewer who issues for a blank reason', 'D3 /issuer/absenceReason', issuedByReviewer(' ')],

  ['no reason', 'product /reason/summary', ''],
  ['no coaching before', 'D14 /reason/priorCoaching', []],
  ['coaching on the first day', 'D14 /reason/priorCoaching/0/date', '2026-12-01'],
  ['coaching on no day', 'product /reason/priorCoaching/0/date', '2026-10-32'],
  ['coaching about nothing', 'product /reason/priorCoaching/0/summary', ''],
  ['no evidence', 'H5 /reason/evidence', []],
  ['evidence from the future', 'product /reason/evidence/0/date', '2026-12-02'],

  ['nothing to improve', 'D2 /items', []],
  ['two items with one id', 'product /items/1/id', 'timeliness'],
  ['an unknown competency', 'D13 /items/0/source/code', 'charisma'],
  ['a competency for supervisors only', 'D13 /items/0/source/code', 'leadership'],
  ['an empty goal', 'product /items/1/source/goal', ''],
  ['a rating that is good enough', 'D13 /items/0/rating', 3],
  ['a rating below any scale', 'product /items/0/rating', -7],
  ['a rating above any scale', 'product /items/0/rating', 11],
  ['no rating', 'D13 /items/0/rating', undefined],
  ['no deficiency', 'product /items/0/deficiency', ''],
  ['no desired outcome', 'product /items/0/desiredOutcome', '\n'],
  ['4,001 characters', 'product /items/0/deficiency', 'x'.repeat(4001)],
  ['a character nobody can see', 'product /items/0/deficiency', 'late\u0000'],
  ['nothing to do', 'D2 /items/0/actions', []],
  ['an empty action', 'product /items/0/actions/0/what', ''],
  ['21 actions', 'product /items/0/actions', Array(21).fill({ what: 'Ask.' })],
  ['an action after the end', 'product /items/1/actions/0/due', '2027-01-30'],
  ['an action on no day', 'product /items/1/actions/0/due', 'soon'],
  ['an action by somebody else', 'product /items/1/actions/0/responsible', 'eve'],
  ['a measure without a name', 'product /items/0/measure/name', ''],
  ['a number too long to keep', 'product /items/0/measure/baseline', 1 / 3],
  ['no number at all', 'product /items/0/measure/target', Number.POSITIVE_INFINITY],
  [
    'a target that is the baseline',
    'D2 /items/0/measure/target',
    { '/items/0/measure/baseline': 90, ...benchmarks(90) },
  ],
  ['a target the wrong way', 'D2 /items/0/measure/target', { '/items/0/measure/direction': 'decrease' }],

  ['three check-ins', 'D13 /items/0/checkIns', checkIns('2026-12-15', '2026-12-29', '2027-01-12')],
  ['a check-in on no day', 'product /items/0/checkIns/1/date', '2026-12-32'],
  ['a check-in before the start', 'product /items/0/checkIns/0/date', '2026-11-30'],
  ['a check-in after the end', 'product /items/0/checkIns/3/date', '2027-02-01'],
  ['a check-in on Christmas Day', 'product /items/0/checkIns/1/date', '2026-12-25'],
  ['a check-in on a Sunday', 'product /items/0/checkIns/1/date', '2026-12-27'],
  ['two check-ins on one day', 'product /items/0/checkIns/1/date', '2026-12-15'],
  ['check-ins out of order', 'product /items/0/checkIns/2/date', '2026-12-28'],
  ['a benchmark beyond the target', 'product /items/0/checkIns/3/benchmark', 91],
  ['a benchmark behind the one before it', 'product /items/0/checkIns/2/benchmark', 55],
  ['a benchmark behind the baseline', 'product /items/1/checkIns/0/benchmark', 13],

  ['support from nobody', 'product /items/0/support/0/owner', 'eve'],
  ['support after the end', 'product /items/0/support/0/due', '2027-01-30'],
  ['support on no day', 'product /items/0/support/0/due', '2027-01-00'],
  ['support that is nothing', 'product /items/0/support/0/what', ''],

  ['a kind of follow-up nobody knows', 'P-FOLLOW-UPS /followUps/0/type', 'assessment'],
  ['what follows success, before it', 'product /followUps/0/type', 'monitoring'],
  ['coaching without a mentor', 'P-FOLLOW-UPS /followUps/0/type', { '/participants/4/role': 'stakeholder' }],
  ['a follow-up on Christmas Day', 'product /followUps/0/date', '2026-12-25'],
  ['a follow-up before the start', 'product /followUps/0/date', '2026-11-30'],
  ['a follow-up on no day', 'product /followUps/0/date', '2026-12-32'],
  [
    'two of one kind on one day',
    'product /followUps/1/date',
    { '/followUps/-': { date: '2026-12-22', type: 'coaching' } },
  ],
  ['questions outside a survey', 'product /followUps/0/questions', ['How was it?']],
  ['a survey of two people', 'P-SURVEY /followUps/0/type', survey(2)],
  ['a survey without questions', 'product /followUps/0/questions', survey(5, null)],
  ['a survey of eleven questions', 'product /followUps/0/questions', survey(5, Array(11).fill('Well?'))],
  ['a question that asks nothing', 'product /followUps/0/questions/1', survey(5, ['Well?', ' '])],
  ['101 follow-ups', 'product /followUps', { '/followUps': everyDay(101) }],

  [
    'silence that counts on a rule nobody read',
    'D6 /settings/onDecisionOverdue/verifiedBy',
    { '/settings': deemMet(' ') },
  ],
  ['a plan too big to keep', 'product ', { '/items/0/actions': Array(20).fill({ what: 'ß€'.repeat(2000) }) }],
];

describe('one thing wrong is reported once, with its field, rule and citation', () => {
  test.each(WRONG)('%s', (_, expected, change) => {
    const [rule = '', field = ''] = expected.split(' ');
    const [broken, ...more] = check(isChanges(change) ? change : { [field]: change });
    expect(broken).toEqual({ rule, field, message: expect.any(String), citation: citationOf(rule) });
    expect(broken?.message).toMatch(/^[A-Z].{20,}\.$/);
    expect(more).toEqual([]);
  });
});

test('a plan for an employee is about the employee, one for a department about who heads it', () => {
  expect(reported({ '/participants/0/role': 'lead' })).toEqual([
    'product /subject/participant',
    'P-PEOPLE /participants',
  ]);
  expect(reported({ '/subject/type': 'department' }, general)).toEqual(['product /subject/participant']);
});

describe('what looks odd but is allowed', () => {
  test.each<[string, Changes]>([
    ['30 days', lasting('2026-12-30')],
    ['90 days', lasting('2027-02-28')],
    ['a reviewer who issues in an absence', issuedByReviewer('On leave.')],
    [
      'a supervisor rated in leadership',
      { '/subject/supervises': true, '/items/0/source/code': 'leadership' },
    ],
    [
      'an Excepted Service employee on probation',
      { '/subject/probationary': true, '/subject/serviceType': 'Excepted Service' },
    ],
    ['silence that counts, with the name of who read the rule', { '/settings': deemMet('Hal Lindqvist') }],
    ['a survey of five people', survey(5)],
    ['100 people, 80 of them stakeholders', { '/participants': [...crowd(20), ...stakeholders(80)] }],
    ['two kinds of follow-up on one day', { '/followUps/-': { date: '2026-12-22', type: 'review' } }],
    ['no follow-ups', { '/followUps': undefined }],
    [
      'help, expectations and the manager’s own part all missing, as long as it is said',
      {
        '/triage': {
          purpose: 'improvement',
          expectationsKnown: false,
          helpGiven: false,
          managerDidTheirPart: false,
        },
      },
    ],
    ['one address in HR and as the reviewer', { '/participants/2/email': 'hal@example.org' }],
    ['several lines in another script', { '/items/0/deficiency': 'Primero:\r\n\t«tarde»\n第二' }],
    ['no zone, pack or settings', { '/timeZone': undefined, '/pack': undefined, '/settings': undefined }],
  ])('%s', (_, changes) => {
    expect(check(changes)).toEqual([]);
  });
});

test('every broken rule is listed, in the order of the document', () => {
  const changes = {
    '/settings': deemMet(''),
    '/items/1/checkIns/1/benchmark': 100,
    '/items/0/rating': 4,
    '/reason/priorCoaching': [],
    '/endDate': '2026-02-30',
    '/participants/3/email': 'nowhere',
    '/subject/probationary': true,
    '/title': '',
  };
  expect(reported(changes)).toEqual([
    'product /title',
    'D1 /subject/probationary',
    'product /participants/3/email',
    'product /endDate',
    'D14 /reason/priorCoaching',
    'D13 /items/0/rating',
    'product /items/1/checkIns/1/benchmark',
    'D6 /settings/onDecisionOverdue/verifiedBy',
  ]);
});

test('days beyond an end that is too soon are no faults of their own, unless no length the rules allow reaches them', () => {
  expect(reported({ '/endDate': '2026-12-20' })).toEqual(['D2 /endDate']);
  expect(reported({ '/endDate': '2026-12-20', '/items/0/checkIns/3/date': '2027-03-02' })).toEqual([
    'D2 /endDate',
    'product /items/0/checkIns/3/date',
  ]);
});

test('a message says what is wrong and the way out', () => {
  expect(check({ '/triage': undefined })[0]?.message).toBe(
    'Say whether a plan is the right thing: its purpose (improvement, discipline, misconduct or redundancy) and, each true or false, expectationsKnown, helpGiven and managerDidTheirPart.',
  );
  expect(check(survey(2))[0]?.message).toBe(
    'The survey would ask 2 people, who could be told from their answers: name at least 5 participants with the role stakeholder, or talk to them instead.',
  );
  expect(check({ '/triage/purpose': 'misconduct' })[0]?.message).toBe(
    "A plan is for improvement, not for misconduct: use your organisation's procedure for misconduct, or plan for what can improve.",
  );
  expect(check(lasting('2027-01-14'))[0]?.message).toBe(
    'The plan lasts 45 days, the first and the last included: make it a whole number of steps of 30 days.',
  );
  expect(check({ '/items/0/checkIns/1/date': '2026-12-25' })[0]?.message).toBe(
    'The check-in is on a day off (Christmas Day): the next working day is 2026-12-28.',
  );
});

describe('the general pack', () => {
  test('takes a department, codes of its own, no ratings, one check-in, and 45 days', () => {
    const changes = {
      ...department,
      '/items/0/source': competency('our-own-code'),
      '/items/0/rating': undefined,
      ...lasting('2027-01-14'),
      ...checkIns('2026-12-15'),
    };
    expect(check(changes, general)).toEqual([]);
  });

  test('wants at least one check-in for each item', () => {
    expect(reported({ '/items/0/checkIns': [] }, general)).toEqual(['P-CONTENT /items/0/checkIns']);
  });
});

describe('a stricter pack is kept too', () => {
  test.each<[string, string, (pack: RulePack) => void]>([
    [
      'an older version',
      'D15 /startDate',
      (pack) => Object.assign(pack.effective.is, { until: '2026-11-30' }),
    ],
    [
      'goals only',
      'D13 /items/0/source/kind',
      (pack) => Object.assign(pack.content.sources, { is: ['smart_goal'] }),
    ],
    [
      'three check-ins at most',
      'D13 /items/0/checkIns',
      (pack) => Object.assign(pack.content.checkInsPerItem.is, { min: 1, max: 3 }),
    ],
    ['two actions', 'D2 /items/0/actions', (pack) => Object.assign(pack.content.minActions, { is: 2 })],
    [
      'two talks',
      'D14 /reason/priorCoaching',
      (pack) => Object.assign(pack.content.minPriorCoaching, { is: 2 }),
    ],
    ['three items', 'D2 /items', (pack) => Object.assign(pack.content.minItems, { is: 3 })],
    [
      'two pieces of evidence',
      'H5 /reason/evidence',
      (pack) => Object.assign(pack.content.minEvidence, { is: 2 }),
    ],
    [
      'two promises of help',
      'P-SUPPORT /items/0/support',
      (pack) => Object.assign(pack.content, { minSupport: { is: 2, rule: 'P-SUPPORT' } }),
    ],
  ])('%s', (_, first, tighten) => {
    const stricter = structuredClone(dc);
    tighten(stricter);
    expect(reported({}, stricter)[0]).toBe(first);
  });

  test('nobody stands in for the issuer when the pack names nobody', () => {
    const stricter = structuredClone(dc);
    stricter.issuer.is.fallback = null;
    expect(reported(issuedByReviewer('On leave.'), stricter)).toEqual(['D3 /issuer/participant']);
  });
});

describe('a pack that asks more of actions', () => {
  const stricter = structuredClone(dc);
  stricter.content.actionFields = { is: ['due', 'responsible', 'outcome'], rule: 'D2' };

  test('has each missing part reported', () => {
    expect(reported({}, stricter)).toEqual([
      'D2 /items/0/actions/0/due',
      'D2 /items/0/actions/0/responsible',
      'D2 /items/0/actions/0/outcome',
      'D2 /items/1/actions/0/outcome',
    ]);
  });

  test('takes actions that say it all', () => {
    const action = { what: 'Ask.', due: '2026-12-15', responsible: 'ada', outcome: 'Answers.' };
    expect(check({ '/items/0/actions': [action], '/items/1/actions': [action] }, stricter)).toEqual([]);
  });
});

describe('a pack with a cadence', () => {
  const monthly = structuredClone(dc);
  monthly.followUps.cadence = { is: [{ type: 'coaching', everyDays: 31 }], rule: 'D2' };
  const coaching = (...dates: string[]): Changes => ({
    '/followUps': dates.map((date) => ({ date, type: 'coaching' })),
  });

  test('names each gap, to the first, between two and to the end', () => {
    expect(check(coaching('2027-01-05'), monthly)).toEqual([
      {
        field: '/followUps',
        rule: 'D2',
        message:
          'From 2026-12-01 to 2027-01-05 (35 days) nothing of the kind "Coaching and mentoring" (coaching) is planned: plan one at least every 31 days, from the first day to the last.',
        citation: citationOf('D2'),
      },
    ]);
    expect(reported({ '/followUps': undefined }, monthly)).toEqual(['D2 /followUps']);
  });

  test('is kept by follow-ups whose gaps are just as long', () => {
    expect(check(coaching('2026-12-31'), monthly)).toEqual([]);
    expect(reported(coaching('2026-12-28'), monthly)).toEqual(['D2 /followUps']);
  });

  test('counts the check-ins of the items as progress', () => {
    const weekly = structuredClone(dc);
    weekly.followUps.cadence = { is: [{ type: 'progress', everyDays: 14 }], rule: 'D2' };
    expect(check({}, weekly)).toEqual([]);
    expect(reported({ '/items/0/checkIns/1/date': '2026-12-28' }, weekly)).toEqual([]);
    weekly.followUps.cadence = { is: [{ type: 'progress', everyDays: 13 }], rule: 'D2' };
    expect(check({}, weekly)).toHaveLength(4);
  });
});

describe('a pack that looks at the evaluation before the plan', () => {
  const soon = structuredClone(dc);
  soon.startWithinOfEvaluation = { is: 30, rule: 'D15' };

  test.each<[string, string | undefined, string[]]>([
    ['the same day', '2026-12-01', []],
    ['30 days', '2026-11-01', []],
    ['31 days', '2026-10-31', ['D15 /startDate']],
    ['nobody knows how long', undefined, ['D15 /subject/evaluationReceived']],
  ])('%s before the start', (_, received, expected) => {
    expect(reported({ '/subject/evaluationReceived': received }, soon)).toEqual(expected);
  });
});

describe('a pack whose success has to be held through the next appraisal period', () => {
  const held = structuredClone(dc);
  held.monitoring = {
    is: { lasts: 'appraisal_period', from: 'close', everyDays: 30, relapse: 'Action.', whenOver: 'Nothing.' },
    rule: 'D16',
  };

  test.each<[string, string | undefined, string[]]>([
    ['a day after the plan', '2027-09-30', []],
    ['the longest', '2029-01-29', []],
    ['more than two years after the plan', '2029-01-30', ['product /subject/appraisalPeriodEnds']],
    ['the last day of the plan', '2027-01-29', ['D16 /subject/appraisalPeriodEnds']],
    ['no day', undefined, ['D16 /subject/appraisalPeriodEnds']],
  ])('that ends on %s', (_, ends, expected) => {
    expect(reported({ '/subject/appraisalPeriodEnds': ends }, held)).toEqual(expected);
  });
});

/** A person of the given role after those of the plan, with an address somebody has already. */
function sharing(role: 'stakeholder' | 'hr'): Changes {
  const [first, second] = stakeholders(2);
  const address = role === 'hr' ? 'hal@example.org' : first?.email;
  return { '/participants': [...validDraft().participants, first, { ...second, email: address }] };
}

/** So many people, none of them a stakeholder. */
function crowd(number: number) {
  const { participants } = validDraft();
  const more = Array.from({ length: number - participants.length }, (_, index) => ({
    id: `mentor-${index}`,
    role: 'mentor',
    name: 'A mentor',
    email: `mentor-${index}@example.org`,
  }));
  return [...participants, ...more];
}

/** So many follow-ups of different kinds, none twice on a day. */
function everyDay(number: number) {
  const days = [
    '01',
    '02',
    '03',
    '04',
    '07',
    '08',
    '09',
    '10',
    '11',
    '14',
    '15',
    '16',
    '17',
    '18',
    '21',
    '22',
  ];
  const kinds = ['progress', 'coaching', 'review', 'training', 'metrics'];
  const all = ['2026-12', '2027-01'].flatMap((month) =>
    days.flatMap((day) => kinds.map((type) => ({ date: `${month}-${day}`, type }))),
  );
  return all.filter(({ date }) => calendar.isBusinessDay(date)).slice(0, number);
}

function checkIns(...dates: string[]): Changes {
  return { '/items/0/checkIns': dates.map((date) => ({ date, benchmark: 60 })) };
}

function benchmarks(benchmark: number): Changes {
  return Object.fromEntries([0, 1, 2, 3].map((index) => [`/items/0/checkIns/${index}/benchmark`, benchmark]));
}

function isChanges(change: unknown): change is Changes {
  return typeof change === 'object' && !Array.isArray(change);
}

function citationOf(rule: string): string {
  return dc.rules.find((cited) => cited.id === rule)?.citation ?? 'What every plan needs';
}
