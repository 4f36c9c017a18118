import { describe, expect, test } from 'vitest';
import type { RulePack } from '../../domain/pack.ts';
import { type Changes, check, dc, general, lasting, reported } from './check-draft.fixture.ts';

const person = { id: 'sol', role: 'supervisor', name: 'Sol', email: 'sol@example.org' };
const deemMet = (verifiedBy: string) => ({ onDecisionOverdue: { mode: 'deem_met', verifiedBy } });
const mentor = (id: string): Changes => ({ '/participants/4/id': id, '/items/0/support/0/owner': id });
const competency = (code: string) => ({ kind: 'competency', code });
const startedInNovember2024: Changes = {
  '/startDate': '2024-11-06',
  '/endDate': '2025-01-04',
  '/reason/priorCoaching': [{ date: '2024-10-01', summary: 'Talked.' }],
  '/reason/evidence': [],
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

  ['an id that is an address', 'product /participants/4/id', mentor('mia@example.org')],
  ['an id used before', 'product /participants/4/id', mentor('hal')],
  ['a nameless participant', 'product /participants/3/name', ''],
  ['a name that runs backwards', 'product /participants/0/name', 'Ada\u202Enoryb'],
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
  [
    'a reviewer who issues without a reason',
    'D3 /issuer/absenceReason',
    { '/issuer': { participant: 'rae' } },
  ],
  [
    'a reviewer who issues for a blank reason',
    'D3 /issuer/absenceReason',
    { '/issuer': { participant: 'rae', absenceReason: ' ' } },
  ],

  ['no reason', 'product /reason/summary', ''],
  ['no coaching before', 'D14 /reason/priorCoaching', []],
  ['coaching on the first day', 'D14 /reason/priorCoaching/0/date', '2026-12-01'],
  ['coaching on no day', 'product /reason/priorCoaching/0/date', '2026-10-32'],
  ['coaching about nothing', 'product /reason/priorCoaching/0/summary', ''],
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
  ['an empty action', 'product /items/0/actions/0', ''],
  ['21 actions', 'product /items/0/actions', Array(21).fill('Ask.')],
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

  [
    'silence that counts on a rule nobody read',
    'D6 /settings/onDecisionOverdue/verifiedBy',
    { '/settings': deemMet(' ') },
  ],
  ['a plan too big to keep', 'product ', { '/items/0/actions': Array(20).fill('ß€'.repeat(2000)) }],
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

describe('what looks odd but is allowed', () => {
  test.each<[string, Changes]>([
    ['30 days', lasting('2026-12-30')],
    ['90 days', lasting('2027-02-28')],
    [
      'a reviewer who issues in an absence',
      { '/issuer': { participant: 'rae', absenceReason: 'On leave.' } },
    ],
    [
      'a supervisor rated in leadership',
      { '/subject/supervises': true, '/items/0/source/code': 'leadership' },
    ],
    [
      'an Excepted Service employee on probation',
      { '/subject/probationary': true, '/subject/serviceType': 'Excepted Service' },
    ],
    ['silence that counts, with the name of who read the rule', { '/settings': deemMet('Hal Lindqvist') }],
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

test('a message says what is wrong and the way out', () => {
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
      '/subject/type': 'department',
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
  ])('%s', (_, first, tighten) => {
    const stricter = structuredClone(dc);
    tighten(stricter);
    expect(reported({}, stricter)[0]).toBe(first);
  });

  test('nobody stands in for the issuer when the pack names nobody', () => {
    const stricter = structuredClone(dc);
    stricter.issuer.is.fallback = null;
    const changes = { '/issuer': { participant: 'rae', absenceReason: 'On leave.' } };
    expect(reported(changes, stricter)).toEqual(['D3 /issuer/participant']);
  });
});

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
