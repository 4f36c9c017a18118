import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ABSOLUTES, CHARACTER, FAULTLESS, HEARSAY, MEDICAL, PROTECTED } from '../../domain/lint/lists.ts';
import { VAGUE } from '../../domain/lint/verbs.ts';
import type { WordList } from '../../domain/lint/words.ts';
import { LINT_RULES, lintDraft, type Warning } from '../../domain/lint-draft.ts';
import type { Item, PlanDraft } from '../../domain/plan.ts';
import { anyDraft } from './check-draft.arbitrary.ts';
import { calendar, changed, validDraft } from './check-draft.fixture.ts';

const PAGE = readFileSync('docs/reference/goal-linter.md', 'utf8');

const lint = (changes: Record<string, unknown>): Warning[] => lintDraft(changed(changes), calendar);
/** `rule field` of each warning. */
const warned = (changes: Record<string, unknown>): string[] =>
  lint(changes).map(({ rule, field }) => `${rule} ${field}`);
/** What is found in a deficiency, by rule. */
const foundIn = (deficiency: string): Record<string, string | undefined> =>
  Object.fromEntries(lint({ '/items/0/deficiency': deficiency }).map(({ rule, found }) => [rule, found]));

test('a plan with measurable, dated goals and fair words gets no advice', () => {
  expect(lintDraft(validDraft(), calendar)).toEqual([]);
});

test('a warning says where, which rule, why and how to write it better, and the words', () => {
  expect(lint({ '/items/0/deficiency': 'Ada is careless and has a bad Attitude.' })).toEqual([
    {
      field: '/items/0/deficiency',
      rule: 'G-CHARACTER',
      message:
        'This is about what somebody is like, which cannot be measured: say what was done or left undone, and when.',
      found: 'careless, Attitude',
    },
  ]);
});

test.each(['expectationsKnown', 'helpGiven', 'managerDidTheirPart'])(
  'what was left undone before the plan is better done first: %s',
  (name) => {
    expect(warned({ [`/triage/${name}`]: false })).toEqual([`G-TRIAGE /triage/${name}`]);
  },
);

describe('words that are better left out', () => {
  test.each<[string, string, string]>([
    ['She is lazy.', 'G-CHARACTER', 'lazy'],
    ['Shows poor work ethic.', 'G-CHARACTER', 'work ethic'],
    ['He doesn’t care.', 'G-CHARACTER', 'doesn’t care'],
    ['Files are ALWAYS late.', 'G-ABSOLUTE', 'ALWAYS'],
    ['The phone rings all the  time.', 'G-ABSOLUTE', 'all the time'],
    ['Is to answer at all times.', 'G-ABSOLUTE', 'at all times'],
    ['Work has to be error-free.', 'G-ABSOLUTE', 'error-free'],
    ['I heard that files were late.', 'G-HEARSAY', 'I heard'],
    ['Reportedly files were late.', 'G-HEARSAY', 'Reportedly'],
    ['People say that he leaves early.', 'G-HEARSAY', 'People say'],
    ['There are rumours of late files.', 'G-HEARSAY', 'rumours'],
    ['Told the client: “do it all yourself”.', 'G-QUOTE', '“do it all yourself”'],
    ['Wrote "I will not do this" on a file.', 'G-QUOTE', '"I will not do this"'],
    ['Because of her age the work is slow.', 'G-PROTECTED', 'age'],
    ['Is pregnant and late.', 'G-PROTECTED', 'pregnant'],
    ['Spends time on union activities.', 'G-PROTECTED', 'union activities'],
    ['The religion of the clerk.', 'G-PROTECTED', 'religion'],
    ['Was on sick leave in May.', 'G-MEDICAL', 'sick leave'],
    ['Suffers from ANXIETY.', 'G-MEDICAL', 'ANXIETY'],
    ['Brought a doctor’s note.', 'G-MEDICAL', 'doctor’s note'],
  ])('%s', (text, rule, found) => {
    expect(foundIn(text)).toEqual({ [rule]: found });
  });
});

describe('words that only look like it', () => {
  test.each([
    'Each page took an average of two hours on stage.',
    'All files of the quarter were late, and all applicants were told.',
    'The age of open requests grew.',
    'Disability claims were decided late.',
    'A race condition stayed in the release.',
    'The ill-defined request was sent back.',
    'The aggressive deadline was missed.',
    'Traces of the old system stayed in the file.',
    'Files marked "urgent" lay for a week.',
    'The reviewer’s files and the clerks’ files were mixed.',
    'Nine of ten files have no errors.',
    'Overall, 12 of 40 letters were late, nevertheless 3 were urgent.',
    'Personalised letters were sent to the wrong address.',
    'Engaged customers were sent the wrong form.',
    'Diagnostic tests of the network were left out.',
  ])('%s', (text) => {
    expect(foundIn(text)).toEqual({});
  });
});

describe('every text its author wrote is read', () => {
  test.each<[string, Record<string, unknown>]>([
    ['/title', { '/title': 'A lazy analyst' }],
    ['/issuer/absenceReason', { '/issuer/absenceReason': 'Lazy.' }],
    ['/reason/summary', { '/reason/summary': 'Lazy.' }],
    ['/reason/priorCoaching/0/summary', { '/reason/priorCoaching/0/summary': 'Lazy.' }],
    ['/reason/evidence/0/summary', { '/reason/evidence/0/summary': 'Lazy, by the report.' }],
    ['/items/1/source/goal', { '/items/1/source/goal': 'Be less lazy by 1 March.' }],
    ['/items/0/desiredOutcome', { '/items/0/desiredOutcome': 'Nine in ten lazy days are gone.' }],
    ['/items/0/actions/0/what', { '/items/0/actions/0/what': 'Write down each lazy day.' }],
    ['/items/0/actions/0/outcome', { '/items/0/actions/0/outcome': 'Less lazy.' }],
    ['/items/0/measure/name', { '/items/0/measure/name': 'Lazy days' }],
    ['/items/0/support/0/what', { '/items/0/support/0/what': 'A lazy hour' }],
    ['/followUps/0/agenda', { '/followUps/0/agenda': 'Lazy days.' }],
    ['/followUps/0/questions/0', { '/followUps/0/questions': ['Is Ada lazy?'] }],
  ])('%s', (field, changes) => {
    expect(warned(changes)).toContain(`G-CHARACTER ${field}`);
  });
});

describe('an action says what a second person can see done', () => {
  test.each<[string, string | undefined]>([
    ['Improve work quality.', 'Improve'],
    ['Try to be proactive.', 'Try, be proactive'],
    ['Do better with the files.', 'Do better'],
    ['Understand the plan of the office.', 'Understand'],
    ['More care with the forms.', undefined],
  ])('not: %s', (what, found) => {
    expect(lint({ '/items/0/actions/0/what': what })).toEqual([
      {
        field: '/items/0/actions/0/what',
        rule: 'G-VERB',
        message:
          'Nobody can see whether this was done: begin with what is done, such as answer, send, file or check.',
        ...(found === undefined ? {} : { found }),
      },
    ]);
  });

  test.each([
    'Improve accuracy by checking each file twice.',
    'Try to answer within two days.',
    'Replied letters are filed the same day.',
    'Submitting the log every Friday.',
    'Responder cada carta en dos días.',
    'Ask.',
  ])('but: %s', (what) => {
    expect(warned({ '/items/0/actions/0/what': what })).toEqual([]);
  });
});

describe('an outcome can be told from its opposite', () => {
  test.each([
    'Better communication.',
    'The work is of high quality.',
    'Letters are professional and timely.',
  ])('not: %s', (text) => {
    expect(warned({ '/items/0/desiredOutcome': text })).toEqual(['G-VERB /items/0/desiredOutcome']);
    expect(warned({ '/items/1/source/goal': `${text} Every day.` })).toEqual(['G-VERB /items/1/source/goal']);
  });

  test.each([
    'Better: nine in ten letters.',
    'Good letters are sent the same day.',
    'Hardly any file comes back.',
  ])('but: %s', (text) => {
    expect(warned({ '/items/0/desiredOutcome': text })).toEqual([]);
  });
});

const benchmarks = (...numbers: number[]): Item['checkIns'] => {
  const days = ['2026-12-15', '2026-12-29', '2027-01-12', '2027-01-26'];
  return numbers.map((benchmark, at) => ({ date: days[at] ?? '2027-01-29', benchmark }));
};

/** Baseline 52, target 90 percent, in four steps; the second item counts from 12 down to 2. */
describe('numbers lead somewhere, and a person could follow them', () => {
  test.each<[string, Record<string, unknown>, string[]]>([
    ['a measure without a name', { '/items/0/measure/name': ' ' }, ['G-NUMBER /items/0/measure/name']],
    ['a measure of quality', { '/items/0/measure/name': 'Quality' }, ['G-NUMBER /items/0/measure/name']],
    ['a number without a unit', { '/items/0/measure/unit': '' }, ['G-NUMBER /items/0/measure/unit']],
    [
      'a number from nowhere',
      { '/reason/evidence/0/summary': '48 of 100 late.' },
      ['G-SOURCE /items/0/measure/name', 'G-SOURCE /items/1/measure/name'],
    ],
    ['a target that is reached', { '/items/0/measure/baseline': 90 }, ['G-TARGET /items/0/measure/target']],
    [
      'a target the wrong way',
      { '/items/0/measure/direction': 'decrease' },
      ['G-TARGET /items/0/measure/target'],
    ],
    [
      'all of them, without a slip',
      { '/items/0/measure/target': 100 },
      ['G-PERFECT /items/0/measure/target'],
    ],
    ['not a single one', { '/items/1/measure/target': 0 }, ['G-PERFECT /items/1/measure/target']],
    ['more than all', { '/items/0/measure/target': 120 }, ['G-PERCENT /items/0/measure/target']],
    [
      'more than all of a quota, which may be',
      { '/items/0/measure/target': 120, '/items/0/measure/name': 'Share of the quota' },
      [],
    ],
    ['no check-in', { '/items/0/checkIns': [] }, ['G-DATE /items/0/checkIns']],
    [
      'a goal without a time, and a last benchmark before the target',
      { '/items/1/source/goal': 'Fewer than three returned files.', '/items/1/checkIns/3/benchmark': 3 },
      ['G-DATE /items/1/source/goal'],
    ],
    [
      'the same, reached at the last check-in',
      { '/items/1/source/goal': 'Fewer than three returned files.' },
      [],
    ],
    [
      'a benchmark that turns back',
      { '/items/0/checkIns': benchmarks(60, 55, 70, 90) },
      ['G-WAY /items/0/checkIns/1/benchmark', 'G-PACE /items/0/checkIns/3/benchmark'],
    ],
    [
      'a benchmark beyond the target',
      { '/items/0/checkIns/3/benchmark': 95 },
      ['G-WAY /items/0/checkIns/3/benchmark'],
    ],
    [
      'the target at once',
      { '/items/0/checkIns': benchmarks(90, 90, 90) },
      ['G-PACE /items/0/checkIns/0/benchmark'],
    ],
    ['half of the way in one step', { '/items/0/checkIns': benchmarks(71, 80, 90) }, []],
    [
      'more than half of the way in one step',
      { '/items/0/checkIns': benchmarks(60, 80, 90) },
      ['G-PACE /items/0/checkIns/1/benchmark'],
    ],
    ['the same with two check-ins', { '/items/0/checkIns': benchmarks(80, 90) }, []],
    [
      'a benchmark after four working days',
      { '/items/0/checkIns/0/date': '2026-12-07' },
      ['G-PACE /items/0/checkIns/0/date'],
    ],
    ['a benchmark after five', { '/items/0/checkIns/0/date': '2026-12-08' }, []],
  ])('%s', (_, changes, expected) => {
    expect(warned(changes)).toEqual(expected);
  });

  test('working days are only counted on a calendar', () => {
    expect(lintDraft(changed({ '/items/0/checkIns/0/date': '2026-12-07' }))).toEqual([]);
  });
});

test('whatever a draft holds, it is read without refusing, and every warning names a rule and a field of the draft', () => {
  const rules = new Set<string>(LINT_RULES.map(({ id }) => id));
  fc.assert(
    fc.property(anyDraft, (draft) => {
      const before = structuredClone(draft);
      for (const { rule, field, message } of lintDraft(draft, calendar)) {
        expect(rules.has(rule)).toBe(true);
        expect(message).toMatch(/^[A-Z].{20,}\.$/);
        expect(fieldOf(draft, field)).toBe(true);
      }
      expect(draft).toEqual(before);
    }),
  );
});

test('a goal by a day of the year names a time', () => {
  const changes = { '/items/1/checkIns/3/benchmark': 3 };
  expect(warned({ ...changes, '/items/1/source/goal': 'Three returned files, 31.1.2027.' })).toEqual([]);
});

test('a measure may count what is free of errors', () => {
  expect(warned({ '/items/0/measure/name': 'Files without errors, by the monthly report' })).toEqual([]);
});

test('docs/reference/goal-linter.md lists every rule as it is, and no other', () => {
  const rows = [...PAGE.matchAll(/^\| `(G-[A-Z]+)` +\| (.*?) +\| (.*?) +\| (.*?) +\|$/gm)];
  expect(rows.map(([, id, says, why, source]) => ({ id, says, why, source }))).toEqual(LINT_RULES);
});

test('docs/reference/goal-linter.md lists every word that is looked for, and no other', () => {
  const listed = [...PAGE.slice(PAGE.indexOf('\n### ')).matchAll(/`([^`]+)`/g)].map(([, word]) =>
    word?.replace(/\s+/g, ' '),
  );
  const lists: WordList[] = [VAGUE, CHARACTER, ABSOLUTES, FAULTLESS, HEARSAY, PROTECTED, MEDICAL];
  expect(listed).toEqual(lists.flatMap(({ words, harmless = [] }) => [...words, ...harmless]));
});

function fieldOf(draft: PlanDraft, field: string): boolean {
  const path = field.split('/').slice(1);
  const last = path.pop() ?? '';
  const parent = path.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], draft);
  return Object.hasOwn(parent as object, last);
}
