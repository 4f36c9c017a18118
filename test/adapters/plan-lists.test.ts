import { expect, test } from 'vitest';
import { createPlanStore } from '../../adapters/plan-store.ts';
import type { ListOptions } from '../../adapters/store.ts';
import { countWaits } from '../support/count-waits.ts';
import { checkIn, listedPlan, type Made, planIdAt } from '../support/listed-plans.ts';
import { memoryTable } from '../support/store.ts';

// Lists that are longer than one look, which only memory fills in a moment.

const NOW = '2026-12-08T00:00:00Z';
const LATE = '2026-12-02T22:00:00Z';

async function filled(count: number, make: (n: number) => Made) {
  const { rows } = memoryTable();
  for (let n = 0; n < count; n++) for (const row of listedPlan(n, make(n))) await rows.put(row, {});
  return { rows, store: createPlanStore(rows) };
}

test('a look that ends before the list does says how far it got, and goes on from there', async () => {
  const COUNT = 3_000;
  const rare = [2_990, 1_500, 3];
  const { store } = await filled(COUNT, (n) => ({
    bounced: true,
    status: rare.includes(n) ? 'active' : 'paused',
  }));
  const filter: ListOptions = { bounced: true, status: 'active' };

  const found: string[] = [];
  let looked = 0;
  let page = await store.list(filter, NOW);
  expect(page.lookedThrough).toBeGreaterThan(100);
  for (;;) {
    found.push(...page.plans.map(({ planId }) => planId));
    looked += page.lookedThrough ?? 0;
    if (!page.cursor) break;
    page = await store.list({ ...filter, cursor: page.cursor }, NOW);
  }
  expect(found).toEqual(rare.map(planIdAt));
  expect(looked).toBeGreaterThan(1_500);
  expect(looked).toBeLessThan(COUNT);
}, 20_000);

test('what a short card cannot tell is asked of the plans, a hundred at a time', async () => {
  const mine = { supervisor: 'dana@agency.example', status: 'active' } as const;
  const { store } = await filled(150, (n) => ({ ...mine, ...(n % 50 === 0 && { waiting: checkIn(LATE) }) }));
  const filter: ListOptions = { own: 'dana@agency.example', overdue: true };

  const first = await store.list(filter, NOW);
  expect(first).toMatchObject({
    plans: [{ planId: planIdAt(100) }, { planId: planIdAt(50) }],
    lookedThrough: 100,
  });
  const second = await store.list({ ...filter, cursor: first.cursor ?? '' }, NOW);
  expect(second.plans.map(({ planId }) => planId)).toEqual([planIdAt(0)]);
  expect([second.cursor, second.lookedThrough]).toEqual([undefined, undefined]);
});

test('waits for the table twice at most, whatever is asked, and once to count', async () => {
  const { rows, store } = await filled(300, (n) => ({
    status: n % 3 === 0 ? 'active' : 'closed',
    bounced: n % 7 === 0,
    ...(n % 3 === 0 && { waiting: checkIn(LATE), decisionDueAt: '2026-12-10T22:00:00Z' }),
  }));
  const waits = countWaits(rows);
  const filters: ListOptions[] = [
    {},
    { status: 'active' },
    { overdue: true },
    { waitingOn: 'employee' },
    { waitingOn: 'hr-1@agency.example' },
    { bounced: true, overdue: true, words: ['whitfield'] },
    { decisionWithin: { from: NOW, to: '2026-12-15T00:00:00Z' } },
    { words: ['permit', 'jordan'], status: 'closed' },
    { own: 'reviewer-3@agency.example', overdue: true },
  ];
  for (const filter of filters) {
    await store.list(filter, NOW);
    expect([filter, waits() <= 2]).toEqual([filter, true]);
  }
  await store.list({}, NOW);
  expect(waits()).toBe(1);
  await store.counts({ now: NOW, decisionsBefore: '2026-12-15T00:00:00Z' });
  expect(waits()).toBe(1);
});

test('counts to a thousand, and says that there are more', async () => {
  const { store } = await filled(1_001, (n) => ({ status: n < 1_000 ? 'draft' : 'active' }));

  const counts = async () => store.counts({ now: NOW, decisionsBefore: NOW });
  expect(await counts()).toMatchObject({
    drafts: { atLeast: 1_000, isMore: false },
    live: { atLeast: 1, isMore: false },
  });
  const { store: more } = await filled(1_001, () => ({ status: 'draft' }));
  expect((await more.counts({ now: NOW, decisionsBefore: NOW })).drafts).toEqual({
    atLeast: 1_000,
    isMore: true,
  });
}, 20_000);

test('a plan that is deleted while it is looked for is not shown', async () => {
  const { rows, store } = await filled(3, () => ({ status: 'active' }));
  const planRow = { pk: `PLAN#${planIdAt(1)}`, sk: 'PLAN' };
  await rows.transact([{ remove: planRow, when: {} }]);

  const { plans } = await store.list({ status: 'active' }, NOW);
  expect(plans.map(({ planId }) => planId)).toEqual([planIdAt(2), planIdAt(0)]);
});
