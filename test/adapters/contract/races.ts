import { expect, test } from 'vitest';
import { eventKey } from '../../../adapters/keys.ts';
import { createPlanStore } from '../../../adapters/plan-store.ts';
import type { Rows } from '../../../adapters/rows.ts';
import { BrokenRecord } from '../../../adapters/store-errors.ts';
import { PlanExists } from '../../../domain/index.ts';
import { StoredPlan } from '../../support/stored-plan.ts';
import type { Subject } from './subject.ts';

/** Rows whose first transaction is overtaken by `meanwhile`: everything was read, nothing written yet. */
function overtaken(rows: Rows, meanwhile: () => Promise<unknown>): { rows: Rows; tries: () => number } {
  let tries = 0;
  return {
    tries: () => tries,
    rows: {
      ...rows,
      transact: async (writes) => {
        if (++tries === 1) await meanwhile();
        return rows.transact(writes);
      },
    },
  };
}

export function raceContract(subject: Subject): void {
  test('the loser decides again on what the winner wrote', async () => {
    const { table, store } = subject();
    const plan = await new StoredPlan(store).launch();
    const slow = overtaken(table.rows, () => plan.sign('employee'));

    const { events } = await new StoredPlan(createPlanStore(slow.rows), plan.id).sign('supervisor');

    expect(slow.tries()).toBe(2);
    expect(events).toMatchObject([{ type: 'RequestAnswered', by: 'supervisor', seq: 6, complete: true }]);
    expect(await store.events(plan.id)).toMatchObject([
      ...[
        { type: 'PlanDrafted' },
        { type: 'PlanApproved' },
        { type: 'PlanLaunched' },
        { type: 'RequestOpened' },
      ],
      { type: 'RequestAnswered', by: 'employee', seq: 5, complete: false },
      { type: 'RequestAnswered', by: 'supervisor', seq: 6, complete: true },
    ]);
  });

  test('the same answer sent twice is recorded once', async () => {
    const { table, store } = subject();
    const plan = await new StoredPlan(store).launch();
    const slow = overtaken(table.rows, () => plan.sign('employee'));

    const second = await new StoredPlan(createPlanStore(slow.rows), plan.id).sign('employee');

    expect(second.events).toEqual([]);
    expect((await store.events(plan.id)).map((event) => event.type)).toEqual([
      ...['PlanDrafted', 'PlanApproved', 'PlanLaunched', 'RequestOpened', 'RequestAnswered'],
    ]);
  });

  test('nothing is written in the place of an event that was taken away meanwhile', async () => {
    const { table, store } = subject();
    const plan = await new StoredPlan(store).launch();
    const slow = overtaken(table.rows, async () => {
      await plan.sign('employee');
      await table.drop(eventKey(plan.id, 5));
    });

    await expect(new StoredPlan(createPlanStore(slow.rows), plan.id).sign('supervisor')).rejects.toEqual(
      new BrokenRecord(5),
    );
  });

  test('of two who draft one plan, one is told that it exists', async () => {
    const { table, store } = subject();
    const plan = new StoredPlan(store);
    const slow = overtaken(table.rows, () => plan.draft());

    await expect(new StoredPlan(createPlanStore(slow.rows), plan.id).draft()).rejects.toEqual(
      new PlanExists(),
    );
    expect(await store.events(plan.id)).toHaveLength(1);
  });

  test('eight changes of mind at the same moment all find their place', async () => {
    const { store } = subject();
    const plan = await new StoredPlan(store).launch();
    const names = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'];

    await Promise.all(names.map((name) => plan.sign('employee', `Name ${name}`)));

    const events = await store.events(plan.id);
    expect(events.map((event) => event.seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    const said = events.flatMap((event) =>
      event.type === 'RequestAnswered' && event.answer.kind === 'acknowledgement'
        ? [event.answer.typedName]
        : [],
    );
    expect(said.sort()).toEqual(names.map((name) => `Name ${name}`));
  });
}
