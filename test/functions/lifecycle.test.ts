import { beforeEach, describe, expect, test } from 'vitest';
import type { PlanStore, RecordedEvent } from '../../adapters/store.ts';
import { task } from '../../functions/chains.ts';
import { lifecycle } from '../../functions/lifecycle/lifecycle.ts';
import type { LifecycleEvent } from '../../functions/lifecycle/shapes.ts';
import { StoredPlan } from '../support/stored-plan.ts';
import { CONTEXT } from './lambda.ts';
import { capturedLogs } from './logs.ts';
import { type World, worldAt } from './ports.ts';

let world: World;
let stored: StoredPlan;
const logs = capturedLogs();

const run = (event: LifecycleEvent, store: PlanStore = world.ports.store) =>
  task(lifecycle, { ...world.ports, store })(event, CONTEXT);
const ids = () => ({ planId: stored.id, run: 1, schemaVersion: 1 as const });
const events = async () =>
  (await world.ports.store.events(stored.id)).map((event: RecordedEvent) => event.type);
const awaiting = (rest: Partial<Extract<LifecycleEvent, { action: 'await' }>> = {}) =>
  ({
    ...ids(),
    action: 'await',
    taskToken: 'token-1',
    awaiting: 'Await acknowledgements',
    until: '2026-12-03T14:00:00Z',
    ...rest,
  }) as const;

beforeEach(async () => {
  world = worldAt('2026-12-01T15:00:00Z');
  stored = new StoredPlan(world.ports.store);
  await stored.draft();
  await stored.commit({ type: 'ApprovePlan' });
  await stored.commit({ type: 'LaunchPlan' });
});

describe('what is next', () => {
  test('what is due is committed, and the workflow is told where to go and until when', async () => {
    const plan = await world.ports.store.load(stored.id);
    expect(plan.scheduled[0]?.id).toBe('acknowledgement');
    const directions = await run({ ...ids(), action: 'next' });
    expect(await events()).toEqual(['PlanDrafted', 'PlanApproved', 'PlanLaunched', 'RequestOpened']);
    expect(directions).toEqual({
      state: 'Await acknowledgements',
      until: plan.scheduled[0]?.reminders[0],
    });
  });

  test('the same task once more commits nothing and says the same', async () => {
    const first = await run({ ...ids(), action: 'next' });
    expect(await run({ ...ids(), action: 'next' })).toEqual(first);
    expect(await events()).toHaveLength(4);
  });

  test('a stale run is told that a newer one drives the plan', async () => {
    await restarted();
    expect(await run({ ...ids(), action: 'next' })).toEqual({ state: 'A newer run drives this plan' });
    expect(await events()).not.toContain('RequestOpened');
  });

  test('a run that is nearly a year old hands the plan to another one, and ends quietly', async () => {
    const next = { ...ids(), action: 'next', startedAt: '2025-12-17T15:00:00.912Z' } as const;
    expect(await run(next)).toMatchObject({ state: 'Await acknowledgements' });
    world.now = '2026-12-01T15:00:01Z';
    expect(await run(next)).toEqual({ state: 'A newer run drives this plan' });
    const last = (await world.ports.store.events(stored.id)).at(-1);
    expect(last).toMatchObject({ type: 'RunRestarted', run: 2, because: 'long_run' });
    const owed = (await world.ports.store.outbox(stored.id)).filter(({ key }) => key.startsWith('000005'));
    expect(owed).toMatchObject([
      { kind: 'start-workflow', run: 2 },
      { kind: 'stop-workflow', run: 1 },
    ]);
    expect(await run({ ...next, run: 2, startedAt: '2026-12-01T15:00:01.000Z' })).toMatchObject({
      state: 'Await acknowledgements',
    });
  });

  test('a run that old whose plan is over is not replaced', async () => {
    await stored.commit({ type: 'WithdrawPlan', reason: 'Moved to another post.' });
    const next = { ...ids(), action: 'next', startedAt: '2025-12-01T15:00:00.000Z' } as const;
    expect(await run(next)).toEqual({ state: 'The plan is over' });
    expect(await events()).not.toContain('RunRestarted');
  });

  test('a withdrawn plan is over', async () => {
    await stored.commit({ type: 'WithdrawPlan', reason: 'Moved to another post.' });
    expect(await run({ ...ids(), action: 'next' })).toEqual({ state: 'The plan is over' });
  });

  test('a plan that is not there fails by name and code only', async () => {
    const failing = run({ ...ids(), planId: 'plnaaaaaaaaaaaaaaaaaaaa', action: 'next' });
    await expect(failing).rejects.toMatchObject({ name: 'PlanNotFound', message: 'plan_not_found' });
  });
});

describe('waiting for people', () => {
  test('entering the wait opens the question and keeps the token beside the plan it saw', async () => {
    const plan = await world.ports.store.load(stored.id);
    await run(awaiting({ until: plan.scheduled[0]?.reminders[0] as string }));
    expect(await events()).toContain('RequestOpened');
    expect(await world.ports.store.wait(stored.id)).toEqual({ token: 'token-1', run: 1, sinceVersion: 4 });
    expect((await outbox()).filter(({ kind }) => kind === 'answer-task')).toEqual([]);
  });

  test('when the plan waits for something else by now, the wait is signalled at once', async () => {
    await run(awaiting({ awaiting: 'Await check-in answers' }));
    expect((await outbox()).filter(({ kind }) => kind === 'answer-task')).toMatchObject([
      { key: expect.stringMatching(/^signal-1-/), version: 4, status: 'PENDING' },
    ]);
  });

  test('when something falls due before the wait would give up, the wait is signalled at once', async () => {
    await run(awaiting({ until: '2027-06-01T00:00:00Z' }));
    expect((await outbox()).filter(({ kind }) => kind === 'answer-task')).toHaveLength(1);
  });

  test('an answer between deciding and keeping the token is not lost', async () => {
    await stored.commit({ type: 'Advance', run: 1 });
    const { store } = world.ports;
    let races = 0;
    const racing: PlanStore = {
      ...store,
      putWait: async (planId, wait) => {
        if (races++ === 0) {
          await stored.sign('employee');
          await stored.sign('supervisor');
        }
        return store.putWait(planId, wait);
      },
    };
    await run(awaiting(), racing);
    const plan = await store.load(stored.id);
    expect(await store.wait(stored.id)).toEqual({ token: 'token-1', run: 1, sinceVersion: plan.version });
    expect((await outbox()).filter(({ key }) => key.startsWith('signal-'))).toMatchObject([
      { version: plan.version, status: 'PENDING' },
    ]);
  });

  test('a plan that never holds still fails as busy, to be retried', async () => {
    const restless: PlanStore = { ...world.ports.store, putWait: async () => false };
    await expect(run(awaiting(), restless)).rejects.toMatchObject({ name: 'StoreBusy', message: 'busy' });
  });

  test('a stale run fails by a name the workflow catches, and leaves the newer wait alone', async () => {
    await restarted();
    const { version } = await world.ports.store.load(stored.id);
    await world.ports.store.putWait(stored.id, { token: 'newer', run: 2, sinceVersion: version });
    await expect(run(awaiting())).rejects.toMatchObject({ name: 'StaleRun', message: 'stale_run' });
    expect((await world.ports.store.wait(stored.id))?.token).toBe('newer');
  });

  const outbox = () => world.ports.store.outbox(stored.id);
});

describe('recording a failure', () => {
  test('the record learns the name of the error', async () => {
    await run({ ...ids(), action: 'failed', error: 'States.TaskFailed' });
    const last = (await world.ports.store.events(stored.id)).at(-1);
    expect(last).toMatchObject({ type: 'RunFailed', run: 1, error: 'States.TaskFailed' });
  });

  test('anything that is not a name is not taken', async () => {
    await run({ ...ids(), action: 'failed', error: 'Jordan Reyes did not answer' });
    expect((await world.ports.store.events(stored.id)).at(-1)).toMatchObject({ error: 'Unnamed' });
  });

  test('a failure of a run that is history changes nothing', async () => {
    await restarted();
    await run({ ...ids(), action: 'failed', error: 'States.TaskFailed' });
    expect(await events()).not.toContain('RunFailed');
  });
});

/** Something fell due a quarter of an hour ago and nobody did it: the sweeper gave the plan another run. */
async function restarted(): Promise<void> {
  stored.now = '2026-12-03T14:15:00Z';
  await stored.commit({ type: 'RestartRun', run: 1 });
}

test('the log of all of this names no person, no token and no answer', async () => {
  await run({ ...ids(), action: 'next' });
  await run(awaiting({ taskToken: 'secret-token' }));
  await run({ ...ids(), planId: 'plnaaaaaaaaaaaaaaaaaaaa', action: 'next' }).catch(() => undefined);
  expect(logs()).toContain('PlanNotFound');
  expect(logs()).not.toMatch(/secret-token|Jordan|Reyes|@agency/);
});
