import { expect, test } from 'vitest';
import { newPlanId } from '../../../adapters/ids.ts';
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
    plan.now = '2026-12-03T14:10:00Z';
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

  test('is owed one signal, and a wait that a retried task begins anew is owed its own', async () => {
    const { store } = subject();
    const plan = await new StoredPlan(store).launch();
    const signals = async () => (await store.outbox(plan.id)).filter((row) => row.key.startsWith('signal-'));
    const owed = {
      kind: 'answer-task',
      key: expect.stringMatching(/^signal-1-[0-9a-f]{16}$/),
      version: 4,
      planId: plan.id,
      status: 'PENDING',
      createdAt: DRAFTED_AT,
      attempts: 0,
    };

    expect(await store.requestSignal(plan.id, WAIT, DRAFTED_AT)).toBe(true);
    expect(await store.requestSignal(plan.id, WAIT, LATER)).toBe(false);
    expect(await signals()).toEqual([owed]);
    expect(await store.requestSignal(plan.id, { ...WAIT, token: 'another' }, LATER)).toBe(true);
    expect(await signals()).toHaveLength(2);
    expect(JSON.stringify(await signals())).not.toContain(WAIT.token);
  });
}
