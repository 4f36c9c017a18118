import { describe, expect, test } from 'vitest';
import { ruleLibrary } from '../../adapters/packs.ts';
import {
  hiddenGroups,
  listings,
  quarterOf,
  quarterPlus,
  quartersBetween,
  reportCard,
  reportOf,
} from '../../domain/index.ts';
import { decided, rated } from '../support/answers.ts';
import { dcDraft } from '../support/plans.ts';
import { card, cards, managed } from '../support/report-cards.ts';
import { Scenario } from '../support/scenario.ts';

const NOW = '2027-03-10T15:00:00Z';
const YEAR = { from: '2027-Q1', to: '2027-Q4' };
/** Of the quarter that runs. */
const report = (all: ReturnType<typeof cards>, now = NOW) =>
  reportOf(all, { from: '2027-Q1', to: '2027-Q1' }, { library: ruleLibrary(), now });
/** Of the whole year, once it is over. */
const yearOf = (all: ReturnType<typeof cards>, now = '2028-01-03T15:00:00Z') =>
  reportOf(all, YEAR, { library: ruleLibrary(), now });
const tablesOf = (all: ReturnType<typeof cards>) => yearOf(all).groups ?? [];

describe('what is counted of a plan', () => {
  test('is nothing before its launch', () => {
    const draft = new Scenario().after({ type: 'DraftPlan', planId: 'plan-1', draft: dcDraft() });
    expect(reportCard(draft.require())).toBeUndefined();
    expect(listings(draft.require()).filter(({ facet }) => facet === 'report')).toEqual([]);
  });

  test('are its check-ins, its decision, its days and its groups, and nobody but its managers by name', () => {
    const scenario = Scenario.launched().until('2026-12-18T15:00:00Z');
    scenario.answer('check-in-2026-12-18', 'supervisor', rated('near'));
    scenario.answer('check-in-2026-12-18', 'employee', rated('near'));
    scenario.until('2027-02-26T15:00:00Z');
    scenario.answer('decision', 'supervisor', decided('met'));
    expect(reportCard(scenario.require())).toEqual({
      planId: 'plan-1',
      status: 'closed',
      pack: 'us-dc-6b1410@2024-12',
      timeZone: 'America/New_York',
      endDate: '2027-02-04',
      outcome: 'met',
      checkIns: { over: 4, held: 1, missed: 3 },
      managers: [managed({ asked: 4, unanswered: 3, notSaid: 3 })],
      missedBy: { manager: 0, employee: 0, excused: 0, open: 3 },
      decisions: [{ dueAt: '2027-02-19T22:00:00Z', madeAt: '2027-02-26T15:00:00Z' }],
      days: 60,
      extensions: 0,
      daysCredited: 0,
      daysTolled: 0,
      groups: {
        agency: 'Department of Buildings',
        jobTitle: 'Program Analyst',
        serviceType: 'Career Service',
        grade: 'CS-11',
      },
    });
    expect(listings(scenario.require()).find(({ facet }) => facet === 'report')).toMatchObject({
      list: 'REPORT#2027-Q1',
      at: '2027-02-04#plan-1',
      report: { planId: 'plan-1' },
    });
  });
});

describe('quarters', () => {
  test('are counted over the turn of the year', () => {
    expect(quarterOf('2026-12-31')).toBe('2026-Q4');
    expect(quarterPlus('2026-Q4', 1)).toBe('2027-Q1');
    expect(quarterPlus('2027-Q1', -3)).toBe('2026-Q2');
    expect(quartersBetween('2026-Q3', '2027-Q1')).toEqual(['2026-Q3', '2026-Q4', '2027-Q1']);
    expect(quartersBetween('2027-Q1', '2026-Q4')).toEqual([]);
  });
});

describe('small groups', () => {
  const hidden = (sizes: Record<string, number>, already?: Set<string>) =>
    [
      ...hiddenGroups(
        Object.entries(sizes).map(([name, size]) => ({ name, size })),
        already,
      ),
    ].sort();

  test('of fewer than five are left out; five are not', () => {
    expect(hidden({ a: 5, b: 20 })).toEqual([]);
    expect(hidden({ a: 4, b: 3, c: 20 })).toEqual(['a', 'b']);
  });

  test('take the next smallest with them where the total would give them away', () => {
    expect(hidden({ a: 4, b: 20, c: 9 })).toEqual(['a', 'c']);
    expect(hidden({ a: 1, b: 2, c: 9, d: 30 })).toEqual(['a', 'b', 'c']);
    expect(hidden({ a: 1, b: 9 })).toEqual(['a', 'b']);
  });

  test('that are empty give nothing away, and those left out already count', () => {
    expect(hidden({ a: 0, b: 20 })).toEqual([]);
    expect(hidden({ a: 6, b: 20, c: 7 }, new Set(['a']))).toEqual(['a', 'c']);
    // Nobody can tell how many of the six are in which of the two.
    expect(hidden({ a: 6, b: 20, c: 0 }, new Set(['a', 'c']))).toEqual(['a', 'c']);
  });
});

describe('the report by group', () => {
  const of = (agency: string, outcome: string | null = 'met') => ({ groups: { agency }, outcome });

  test('compares rates with the highest, and marks less than four fifths of it', () => {
    const [table] = tablesOf([
      ...cards(10, of('Buildings')),
      ...cards(7, of('Water')),
      ...cards(3, of('Water', 'remove')),
      ...cards(8, of('Parks')),
      ...cards(2, of('Parks', 'remove')),
    ]);
    expect(table).toMatchObject({ grouping: 'agency', highest: 'Buildings' });
    expect(table?.rows.map((row) => [row.group, row.rate, row.belowFourFifths])).toEqual([
      ['Buildings', 1, false],
      ['Parks', 0.8, false],
      ['Water', 0.7, true],
    ]);
    expect(table?.total).toMatchObject({ plans: 30, decided: 30, met: 25 });
  });

  test('says nothing of a group that is small, nor of the one its numbers follow from', () => {
    const [table] = tablesOf([
      ...cards(12, of('Buildings')),
      ...cards(6, of('Parks')),
      ...cards(2, of('Water', 'remove')),
    ]);
    const left = { plans: null, decided: null, met: null, rate: null, extended: null, meanDays: null };
    expect(table?.rows).toEqual([
      {
        group: 'Buildings',
        ...{ plans: 12, decided: 12, met: 12, rate: 1, extended: 0, meanDays: 60 },
        belowFourFifths: false,
      },
      { group: 'Parks', ...left, belowFourFifths: false },
      { group: 'Water', ...left, belowFourFifths: false },
    ]);
    expect(table?.highest).toBeNull();
  });

  test('says no rate of a large group of which few plans have ended', () => {
    const [table] = tablesOf([
      ...cards(8, of('Buildings')),
      ...cards(7, of('Parks')),
      ...cards(2, of('Water', 'remove')),
      ...cards(9, of('Water', null)),
    ]);
    expect(table?.rows.map(({ group, plans, rate }) => [group, plans, rate])).toEqual([
      ['Water', 11, null],
      ['Buildings', 8, 1],
      ['Parks', 7, null],
    ]);
  });

  test('is left away when no plan says a group', () => {
    expect(tablesOf(cards(9, { groups: {} }))).toEqual([]);
  });

  test('marks nothing at exactly four fifths, whatever fractions make of it', () => {
    // 4 of 7 is four fifths of 5 of 7, and a computer that divides finds it to be a hair below.
    expect(4 / 7 < 0.8 * (5 / 7)).toBe(true);
    const [table] = tablesOf([
      ...cards(5, of('Buildings')),
      ...cards(2, of('Buildings', 'remove')),
      ...cards(4, of('Parks')),
      ...cards(3, of('Parks', 'remove')),
    ]);
    expect(table?.rows.map(({ group, belowFourFifths }) => [group, belowFourFifths])).toEqual([
      ['Buildings', false],
      ['Parks', false],
    ]);
  });

  test('calls no group the highest while another is left out, and marks by what is shown', () => {
    const [table] = tablesOf([
      ...cards(30, of('Buildings')),
      ...cards(10, of('Buildings', 'remove')),
      ...cards(10, of('Parks')),
      ...cards(10, of('Parks', 'remove')),
      ...cards(6, of('Roads')),
      ...cards(2, of('Water')),
    ]);
    expect(table).toMatchObject({ comparedWith: 'Buildings', highest: null });
    expect(table?.rows.map(({ group, rate, belowFourFifths }) => [group, rate, belowFourFifths])).toEqual([
      ['Buildings', 0.75, false],
      ['Parks', 0.5, true],
      ['Roads', null, false],
      ['Water', null, false],
    ]);
  });

  test('compares nobody with plans that do not say a group', () => {
    const [table] = tablesOf([
      ...cards(9, { groups: {} }),
      ...cards(8, of('Buildings')),
      ...cards(8, of('Parks')),
      ...cards(2, of('Parks', 'remove')),
      ...cards(9, { groups: {}, outcome: 'remove' }),
    ]);
    expect(table).toMatchObject({ comparedWith: 'Buildings', highest: 'Buildings' });
    expect(table?.rows.map(({ group, rate, belowFourFifths }) => [group, rate, belowFourFifths])).toEqual([
      ['', 0.5, false],
      ['Parks', 0.8, false],
      ['Buildings', 1, false],
    ]);
  });

  test('says no total of fewer than five, of the plans that ended as of all', () => {
    const [table] = tablesOf([...cards(9, of('Buildings', null)), ...cards(1, of('Parks'))]);
    expect(table?.total).toEqual({
      ...{ plans: 10, extended: 0, meanDays: 60 },
      ...{ decided: null, met: null, rate: null },
    });
    expect(tablesOf(cards(4, of('Parks')))[0]?.total.plans).toBeNull();
  });

  test('leaves at least five to whoever takes what is shown from the total', () => {
    for (const sizes of [
      [1, 3],
      [2, 2, 9],
      [1, 1, 1, 30],
      [4, 12],
      [7, 0, 2],
    ]) {
      const [table] = tablesOf(
        sizes.flatMap((size, at) => [...cards(size, of(`G${at}`)), ...cards(6, of(`G${at}`, null))]),
      );
      const shown = table?.rows.reduce((sum, { decided }) => sum + (decided ?? 0), 0) ?? 0;
      const isWhole = table?.rows.every(({ decided }) => decided !== null);
      const { decided } = table?.total ?? {};
      expect(decided === null || isWhole || (decided ?? 0) - shown >= 5, String(sizes)).toBe(true);
    }
  });
});

describe('what could be subtracted', () => {
  const all = cards(9, { groups: { agency: 'Buildings' } });

  test('is said of no period but a calendar year that is over', () => {
    const of = (from: string, to: string, now: string) => {
      const made = reportOf(all, { from, to }, { library: ruleLibrary(), now });
      return [made.isYearOver, made.outcomes !== null, made.groups !== null];
    };
    const [none, both] = [
      [false, false, false],
      [true, true, true],
    ];
    expect(of('2027-Q1', '2027-Q4', '2028-01-01T00:00:00Z')).toEqual(both);
    expect(of('2027-Q1', '2027-Q4', '2027-12-31T23:00:00Z')).toEqual(none);
    expect(of('2027-Q1', '2027-Q3', '2028-01-01T00:00:00Z')).toEqual(none);
    expect(of('2027-Q4', '2027-Q4', '2028-01-01T00:00:00Z')).toEqual(none);
    expect(of('2026-Q4', '2027-Q3', '2028-01-01T00:00:00Z')).toEqual(none);
    expect(of('2026-Q1', '2027-Q4', '2028-01-01T00:00:00Z')).toEqual(none);
  });
});

describe('the report by manager', () => {
  const grant = { name: 'Grant Hollis', email: 'grant@agency.example' };

  test('counts check-ins in time, the least punctual first', () => {
    const { checkIns } = report([
      card({ checkIns: { over: 6, held: 6, missed: 0 }, managers: [managed({ asked: 6 })] }),
      card({
        checkIns: { over: 7, held: 3, missed: 4 },
        managers: [managed({ ...grant, asked: 7, theirs: 5, late: 1, unanswered: 2, notSaid: 1 })],
      }),
    ]);
    expect(checkIns).toMatchObject({ over: 13, held: 9, missed: 4 });
    const counts = { plans: 1, asked: 7, theirs: 5, onTime: 2, late: 1, unanswered: 2, notSaid: 1 };
    expect(checkIns.managers).toEqual([
      { ...grant, ...counts, rate: 0.4 },
      expect.objectContaining({ name: 'Dana Whitfield', onTime: 6, rate: 1 }),
    ]);
  });

  test('adds up what one person was asked in several plans, and says nothing of whom too few were', () => {
    const { managers } = report([
      card({ managers: [managed({ asked: 3 }), managed({ ...grant, asked: 9, theirs: 4 })] }),
      card({ managers: [managed({ asked: 3, late: 3 })] }),
    ]).checkIns;
    expect(
      managers.map(({ name, plans, asked, theirs, rate }) => [name, plans, asked, theirs, rate]),
    ).toEqual([
      ['Dana Whitfield', 2, 6, 6, 0.5],
      ['Grant Hollis', 1, null, null, null],
    ]);
  });
});

describe('decisions', () => {
  const due = '2027-02-19T22:00:00Z';
  const one = (madeAt: string | null, planId = 'plnaaaaaaaaaaaaaaaaaaaa') =>
    card({ planId, decisions: [{ dueAt: due, madeAt }] });

  test('are counted by when they were made, on the plan’s own business days', () => {
    const { decisions } = report([
      card(),
      // The due day is a Friday, and lasts until midnight in Washington.
      one('2027-02-20T04:59:59Z'),
      one('2027-02-20T05:00:00Z'),
      one('2027-02-22T15:00:00Z'),
      one('2027-02-24T15:00:00Z'),
      one(null, 'plnbbbbbbbbbbbbbbbbbbbb'),
      card({ decisions: [{ dueAt: '2027-04-01T22:00:00Z', madeAt: null }] }),
      card({ decisions: [] }),
    ]);
    expect(decisions).toEqual({
      ...{ due: 6, onTime: 2, late: 3, open: 1 },
      medianDaysLate: 1,
      overdue: [{ planId: 'plnbbbbbbbbbbbbbbbbbbbb', dueAt: due, daysLate: 13 }],
    });
  });

  test('leave out holidays', () => {
    // Presidents’ Day is Monday, 15 February 2027.
    const friday = { dueAt: '2027-02-12T22:00:00Z', madeAt: '2027-02-16T15:00:00Z' };
    expect(report([card({ decisions: [friday] })]).decisions.medianDaysLate).toBe(1);
  });

  test('are not overdue before their last day is over', () => {
    const evening = report([one(null)], '2027-02-20T01:00:00Z').decisions;
    expect([evening.due, evening.open]).toEqual([0, 0]);
    const saturday = report([one(null)], '2027-02-20T15:00:00Z').decisions;
    expect(saturday.overdue.map(({ daysLate }) => daysLate)).toEqual([1]);
  });

  test('are counted one by one when an extension asks for another', () => {
    const twice = card({
      decisions: [
        { dueAt: '2027-01-15T22:00:00Z', madeAt: '2027-01-20T15:00:00Z' },
        { dueAt: due, madeAt: '2027-02-19T15:00:00Z' },
      ],
    });
    expect(report([twice]).decisions).toMatchObject({ due: 2, onTime: 1, late: 1 });
  });
});

test('outcomes are shown once five plans have ended', () => {
  expect(yearOf(cards(4)).outcomes).toBeNull();
  expect(yearOf([...cards(4), card({ outcome: 'remove' })]).outcomes).toMatchObject([
    { outcome: 'met', met: true, plans: 4 },
    { outcome: 'remove', met: false, plans: 1 },
  ]);
});
