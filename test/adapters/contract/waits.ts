import { expect, test } from 'vitest';
import { newPlanId } from '../../../adapters/ids.ts';
import { PlanNotFound } from '../../../domain/index.ts';
import { DRAFTED_AT, StoredPlan } from '../../support/stored-plan.ts';
import type { Subject } from './subject.ts';

const WAIT = { token: 'token-1', run: 1, sinceVersion: 4 };
const LATER = '2026-12-01T15:30:00Z';

export function waitContract(subject: Subject): void {
  test('is kept beside exactly the plan the workflow was told of', async () => {
    const { store } = subject();
    const plan = await new StoredPlan(store).launch();

    expect(await store.wait(plan.id)).toBeUndefined();
    expect(await store.putWait(plan.id, WAIT)).toBe(true);
    expect(await store.wait(plan.id)).toEqual(WAIT);
    expect(await store.putWait(plan.id, { ...WAIT, token: 'token-2' })).toBe(true);
    expect(await store.wait(plan.id)).toEqual({ ...WAIT, token: 'token-2' });
  });

  test('is not kept when the plan has moved on, so that no wake-up is lost', async () => {
    const { store } = subject();
    const plan = await new StoredPlan(store).launch();
    await plan.sign('employee');

    expect(await store.putWait(plan.id, WAIT)).toBe(false);
    expect(await store.wait(plan.id)).toBeUndefined();
  });

  test('of a stale run never overwrites that of the newer one', async () => {
    const { store } = subject();
    const plan = await new StoredPlan(store).launch();
    await plan.commit({ type: 'RestartRun', run: 1 });
    const newer = { token: 'token-2', run: 2, sinceVersion: 5 };
    await store.putWait(plan.id, newer);

    expect(await store.putWait(plan.id, { token: 'token-1', run: 1, sinceVersion: 5 })).toBe(false);
    expect(await store.wait(plan.id)).toEqual(newer);
  });

  test('of a plan that does not exist is not kept', async () => {
    const { table, store } = subject();

    expect(await store.putWait(newPlanId(), WAIT)).toBe(false);
    expect(await table.all()).toEqual([]);
  });

  test('is owed one signal per version, once more after that was given', async () => {
    const { store } = subject();
    const plan = await new StoredPlan(store).launch();
    const key = 'signal-1-4';
    const signal = async () => (await store.outbox(plan.id)).find((row) => row.key === key);
    const owed = {
      kind: 'answer-task',
      key,
      version: 4,
      planId: plan.id,
      status: 'PENDING',
      createdAt: DRAFTED_AT,
      attempts: 0,
    };

    expect(await store.requestSignal(plan.id, 4, DRAFTED_AT)).toBe(true);
    expect(await store.requestSignal(plan.id, 4, LATER)).toBe(false);
    expect(await signal()).toEqual(owed);
    await store.claim(plan.id, key, LATER, 60);
    expect(await store.requestSignal(plan.id, 4, LATER)).toBe(false);
    await store.settle(plan.id, key, { status: 'DONE' });
    expect(await store.requestSignal(plan.id, 4, LATER)).toBe(true);
    expect(await signal()).toEqual({ ...owed, attempts: 1, nudgedAt: LATER });
    expect((await store.lateOutbox('2026-12-01T16:00:00Z')).map((row) => row.key)).toContain(key);
  });

  test('of a plan that does not exist is owed nothing', async () => {
    await expect(subject().store.requestSignal(newPlanId(), 4, LATER)).rejects.toEqual(new PlanNotFound());
  });
}
