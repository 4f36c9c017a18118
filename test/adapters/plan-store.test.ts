import { expect, test } from 'vitest';
import { commitRows } from '../../adapters/commit-rows.ts';
import { newPlanId } from '../../adapters/ids.ts';
import { createPlanStore } from '../../adapters/plan-store.ts';
import type { Rows } from '../../adapters/rows.ts';
import { CommitTooLarge } from '../../adapters/store-errors.ts';
import { memoryTable } from '../support/store.ts';
import { StoredPlan } from '../support/stored-plan.ts';

// What a table can do only now and then, and the shared contract therefore cannot ask for.

test('a query that saw only half of a commit is asked again', async () => {
  const { rows } = memoryTable();
  const plan = await new StoredPlan(createPlanStore(rows)).launch();
  let queries = 0;
  const torn: Rows = {
    ...rows,
    query: async (selection) => {
      const found = await rows.query(selection);
      return ++queries === 1 ? found.filter((row) => row.seq !== 3) : found;
    },
  };

  expect((await createPlanStore(torn).load(plan.id)).version).toBe(4);
  expect(queries).toBe(2);
});

test('a list goes on past the hundred rows of one query', async () => {
  const { rows, write } = memoryTable();
  const store = createPlanStore(rows);
  const plan = new StoredPlan(store);
  await plan.draft();
  const [row] = await rows.query({ index: 'plans', partition: 'PLANS' });
  for (let day = 1; day <= 28; day++) {
    for (let hour = 0; hour < 10; hour++) {
      const createdAt = `2027-02-${String(day).padStart(2, '0')}T0${hour}:00:00Z`;
      const planId = newPlanId();
      await write({
        ...row,
        ...{ pk: `PLAN#${planId}`, sk: 'PLAN', planId, createdAt, listSk: `${createdAt}#${planId}` },
        status: day <= 2 ? 'closed' : 'draft',
      });
    }
  }

  const closed = await store.list({ status: 'closed', limit: 100 });
  const drafts = await store.list({ status: 'draft', limit: 100 });

  expect(closed.plans).toHaveLength(20);
  expect(closed.cursor).toBeUndefined();
  expect(drafts.plans).toHaveLength(100);
  const rest = await store.list({ status: 'draft', limit: 100, cursor: drafts.cursor ?? '' });
  expect(rest.plans.length).toBeGreaterThan(0);
  const seen = [...drafts.plans, ...rest.plans].map(({ planId }) => planId);
  expect(new Set(seen).size).toBe(seen.length);
});

test('more rows than one transaction holds are refused by number', async () => {
  const plan = new StoredPlan(createPlanStore(memoryTable().rows));
  const { plan: drafted, events } = await plan.draft();
  const items = (count: number) =>
    Array.from(
      { length: count },
      (_, index) => ({ kind: 'stop-workflow', key: `${index}`, run: index }) as const,
    );
  const taken = (count: number) => ({
    ...{ plan: drafted, before: 0, events, links: [], keptUntil: null },
    items: items(count),
  });

  expect(commitRows(taken(98))).toHaveLength(100);
  expect(() => commitRows(taken(99))).toThrow(new CommitTooLarge('rows', 101, 100));
});
