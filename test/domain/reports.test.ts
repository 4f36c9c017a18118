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
import { card, cards } from '../support/report-cards.ts';
import { Scenario } from '../support/scenario.ts';

const NOW = '2027-03-10T15:00:00Z';
const report = (all: ReturnType<typeof cards>) =>
  reportOf(all, { from: '2027-Q1', to: '2027-Q1' }, { library: ruleLibrary(), now: NOW });

describe('what is counted of a plan', () => {
  test('is nothing before its launch', () => {
    const draft = new Scenario().after({ type: 'DraftPlan', planId: 'plan-1', draft: dcDraft() });
    expect(reportCard(draft.require())).toBeUndefined();
    expect(listings(draft.require()).filter(({ facet }) => facet === 'report')).toEqual([]);
  });

  test('are its check-ins, its decision, its days and its groups, and nobody but its manager by name', () => {
    const scenario = Scenario.launched().until('2026-12-18T15:00:00Z');
    scenario.answer('check-in-2026-12-18', 'supervisor', rated('near'));
    scenario.answer('check-in-2026-12-18', 'employee', rated('near'));
    scenario.until('2027-02-26T15:00:00Z');
    scenario.answer('decision', 'supervisor', decided('met'));
    expect(reportCard(scenario.require())).toEqual({
      planId: 'plan-1',
      status: 'closed',
      pack: 'us-dc-6b1410@2024-12',
      endDate: '2027-02-04',
      outcome: 'met',
      manager: { name: 'Dana Whitfield', email: 'dana.whitfield@agency.example' },
      checkIns: { over: 4, held: 1, onTime: 1, missed: 3 },
      missedBy: { manager: 0, employee: 0, excused: 0, open: 3 },
      decision: { dueAt: '2027-02-19T22:00:00Z', madeAt: '2027-02-26T15:00:00Z' },
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
    const [table] = report([
      ...cards(10, of('Buildings')),
      ...cards(7, of('Water')),
      ...cards(3, of('Water', 'remove')),
      ...cards(8, of('Parks')),
      ...cards(2, of('Parks', 'remove')),
    ]).groups;
    expect(table).toMatchObject({ grouping: 'agency', highest: 'Buildings' });
    expect(table?.rows.map((row) => [row.group, row.rate, row.belowFourFifths])).toEqual([
      ['Buildings', 1, false],
      ['Parks', 0.8, false],
      ['Water', 0.7, true],
    ]);
    expect(table?.total).toMatchObject({ plans: 30, decided: 30, met: 25 });
  });

  test('says nothing of a group that is small, nor of the one its numbers follow from', () => {
    const [table] = report([
      ...cards(12, of('Buildings')),
      ...cards(6, of('Parks')),
      ...cards(2, of('Water', 'remove')),
    ]).groups;
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
    const [table] = report([
      ...cards(8, of('Buildings')),
      ...cards(7, of('Parks')),
      ...cards(2, of('Water', 'remove')),
      ...cards(9, of('Water', null)),
    ]).groups;
    expect(table?.rows.map(({ group, plans, rate }) => [group, plans, rate])).toEqual([
      ['Water', 11, null],
      ['Buildings', 8, 1],
      ['Parks', 7, null],
    ]);
  });

  test('is left away when no plan says a group', () => {
    expect(report(cards(9, { groups: {} })).groups).toEqual([]);
  });
});

describe('the report by manager', () => {
  test('counts check-ins in time, the least punctual first', () => {
    const { checkIns } = report([
      card({ checkIns: { over: 6, held: 6, onTime: 6, missed: 0 } }),
      card({
        manager: { name: 'Grant Hollis', email: 'grant@agency.example' },
        checkIns: { over: 5, held: 3, onTime: 2, missed: 2 },
      }),
    ]);
    expect(checkIns).toMatchObject({ over: 11, held: 9, onTime: 8, missed: 2 });
    expect(checkIns.managers.map(({ name, onTime, rate }) => [name, onTime, rate])).toEqual([
      ['Grant Hollis', 2, 0.4],
      ['Dana Whitfield', 6, 1],
    ]);
  });

  test('leaves out whoever had fewer than five, with the next one', () => {
    const { managers } = report([
      card({ checkIns: { over: 9, held: 9, onTime: 9, missed: 0 } }),
      card({ manager: { name: 'Grant', email: 'g' }, checkIns: { over: 4, held: 0, onTime: 0, missed: 4 } }),
      card({
        manager: { name: 'Nobody yet', email: 'n' },
        checkIns: { over: 0, held: 0, onTime: 0, missed: 0 },
      }),
    ]).checkIns;
    expect(managers.map(({ name, rate }) => [name, rate])).toEqual([
      ['Dana Whitfield', null],
      ['Grant', null],
    ]);
  });
});

test('decisions are counted by when they were made; a begun day late counts', () => {
  const due = '2027-02-19T22:00:00Z';
  const { decisions } = report([
    card(),
    card({ decision: { dueAt: due, madeAt: '2027-02-19T22:00:01Z' } }),
    card({ planId: 'plnbbbbbbbbbbbbbbbbbbbb', outcome: null, decision: { dueAt: due, madeAt: null } }),
    card({ decision: { dueAt: '2027-04-01T22:00:00Z', madeAt: null } }),
    card({ status: 'withdrawn', outcome: null, decision: { dueAt: due, madeAt: null } }),
    card({ decision: null }),
  ]);
  expect(decisions).toEqual({
    due: 3,
    onTime: 1,
    late: 1,
    open: 1,
    medianDaysLate: 1,
    overdue: [{ planId: 'plnbbbbbbbbbbbbbbbbbbbb', dueAt: due, daysLate: 19 }],
  });
});

test('outcomes are shown once five plans have ended', () => {
  expect(report(cards(4)).outcomes).toBeNull();
  expect(report([...cards(4), card({ outcome: 'remove' })]).outcomes).toMatchObject([
    { outcome: 'met', met: true, plans: 4 },
    { outcome: 'remove', met: false, plans: 1 },
  ]);
});
