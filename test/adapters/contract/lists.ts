import { expect, test } from 'vitest';
import type { PlanStore } from '../../../adapters/store.ts';
import { BadCursor } from '../../../adapters/store-errors.ts';
import { type Plan, summarise } from '../../../domain/index.ts';
import { StoredPlan } from '../../support/stored-plan.ts';
import type { Subject } from './subject.ts';

const NOW = '2026-12-02T15:00:00Z';

/** A draft of the usual people, as lists show it. */
const listedDraft = (plan: Plan) => ({
  ...summarise(plan),
  about: 'employee',
  waiting: [],
  decisionDueAt: null,
  bounced: false,
});

export function listContract(subject: Subject): void {
  const drafted = async (store: PlanStore, count: number): Promise<StoredPlan[]> => {
    const plans = Array.from(
      { length: count },
      (_, index) => new StoredPlan(store, undefined, `2026-12-01T15:00:0${index}Z`),
    );
    for (const plan of plans) await plan.draft();
    return plans;
  };

  test('lists the newest first, whole summaries', async () => {
    const { store } = subject();
    const [first, second] = (await drafted(store, 2)) as [StoredPlan, StoredPlan];

    expect(await store.list({}, NOW)).toEqual({
      plans: [listedDraft(await store.load(second.id)), listedDraft(await store.load(first.id))],
    });
  });

  test('goes on where a page ended, without gap or repetition', async () => {
    const { store } = subject();
    const plans = await drafted(store, 5);
    const newestFirst = plans.map((plan) => plan.id).reverse();

    const one = await store.list({ limit: 2 }, NOW);
    await drafted(store, 1);
    const two = await store.list({ limit: 2, cursor: one.cursor as string }, NOW);
    const three = await store.list({ limit: 2, cursor: two.cursor as string }, NOW);

    const ids = [one, two, three].map((page) => page.plans.map((plan) => plan.planId));
    expect(ids).toEqual([
      newestFirst.slice(0, 2),
      newestFirst.slice(2, 4),
      expect.arrayContaining(newestFirst.slice(4)),
    ]);
    expect(three.cursor).toBeUndefined();
  });

  test('keeps to a status, over pages too', async () => {
    const { store } = subject();
    const plans = await drafted(store, 5);
    for (const index of [0, 2, 4]) await plans[index]?.commit({ type: 'ApprovePlan' });

    const one = await store.list({ status: 'approved', limit: 2 }, NOW);
    const two = await store.list({ status: 'approved', limit: 2, cursor: one.cursor as string }, NOW);

    expect([...one.plans, ...two.plans].map((plan) => plan.planId)).toEqual(
      [4, 2, 0].map((n) => plans[n]?.id),
    );
    expect(two.cursor).toBeUndefined();
    expect(await store.list({ status: 'closed' }, NOW)).toEqual({ plans: [] });
  });

  test.each(['', 'nonsense', Buffer.from('PLANS').toString('base64url'), '%%%'])(
    'refuses the cursor %j',
    async (cursor) => {
      await expect(subject().store.list({ cursor }, NOW)).rejects.toEqual(new BadCursor());
    },
  );

  test('finds live plans that are past their next due moment, and no others', async () => {
    const { store } = subject();
    const [draft] = await drafted(store, 1);
    const plan = await new StoredPlan(store).launch();

    expect(await store.due('2026-12-03T14:00:00Z')).toEqual([]);
    expect(await store.due('2026-12-03T14:00:01Z')).toEqual([summarise(await store.load(plan.id))]);
    await plan.commit({ type: 'WithdrawPlan', reason: 'Transferred.' });
    expect(await store.due('2027-12-31T00:00:00Z')).toEqual([]);
    expect(draft).toBeDefined();
  });

  test('answers the most overdue first', async () => {
    const { store } = subject();
    const later = await new StoredPlan(store, undefined, '2026-12-02T15:00:00Z').launch();
    const sooner = await new StoredPlan(store, undefined, '2026-12-01T15:00:00Z').launch();

    const due = await store.due('2026-12-31T00:00:00Z');

    expect(due.map((plan) => plan.planId)).toEqual([sooner.id, later.id]);
  });
}
