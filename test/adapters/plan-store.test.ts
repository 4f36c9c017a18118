import { expect, test } from 'vitest';
import { commitRows } from '../../adapters/commit-rows.ts';
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

test('more rows than one transaction holds are refused by number', async () => {
  const plan = new StoredPlan(createPlanStore(memoryTable().rows));
  const { plan: drafted, events } = await plan.draft();
  const items = (count: number) =>
    Array.from(
      { length: count },
      (_, index) => ({ kind: 'stop-workflow', key: `${index}`, run: index }) as const,
    );
  const taken = (count: number) => ({
    // Found as it was, so that what is counted is the rest.
    ...{ plan: drafted, was: drafted, before: 0, events, links: [], keptUntil: null },
    items: items(count),
  });

  expect(commitRows(taken(98))).toHaveLength(100);
  expect(() => commitRows(taken(99))).toThrow(new CommitTooLarge('rows', 101, 100));
});
