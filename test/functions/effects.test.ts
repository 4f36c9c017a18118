import { beforeEach, describe, expect, test } from 'vitest';
import { outboxKey } from '../../adapters/keys.ts';
import type { OutboxRow } from '../../adapters/store.ts';
import { addHours } from '../../domain/days.ts';
import { stream } from '../../functions/chains.ts';
import { perform } from '../../functions/effects/perform.ts';
import { StoredPlan } from '../support/stored-plan.ts';
import { CONTEXT, streamEvent } from './lambda.ts';
import { capturedLogs } from './logs.ts';
import { type World, worldAt } from './ports.ts';

let world: World;
let stored: StoredPlan;
const logs = capturedLogs();

/** Hands rows of the outbox to the function as the stream would: as they are now, in this order. */
const deliver = async (...keys: string[]) => {
  const rows = await Promise.all(keys.map((key) => world.rows.get(outboxKey(stored.id, key))));
  return stream(perform, world.ports)(streamEvent(rows.flatMap((row) => (row ? [row] : []))), CONTEXT);
};
const owed = async (kind: OutboxRow['kind']) =>
  (await world.ports.store.outbox(stored.id)).filter((row) => row.kind === kind);
const row = async (key: string) => (await world.ports.store.outbox(stored.id)).find((one) => one.key === key);

beforeEach(async () => {
  world = worldAt('2026-12-01T15:00:00Z');
  stored = new StoredPlan(world.ports.store);
  await stored.launch();
});

describe('starting and stopping', () => {
  test('a launched plan gets its execution, once, however often the row is delivered', async () => {
    const [start] = await owed('start-workflow');
    const key = start?.key as string;
    const [image] = [await world.rows.get(outboxKey(stored.id, key))];
    const handler = stream(perform, world.ports);
    const event = streamEvent(image ? [image, image] : []);
    expect(await handler(event, CONTEXT)).toEqual({ batchItemFailures: [] });
    expect(await handler(event, CONTEXT)).toEqual({ batchItemFailures: [] });
    expect(world.sent).toEqual([{ to: 'workflows', call: 'start', with: [stored.id, 1] }]);
    expect(await row(key)).toMatchObject({ status: 'DONE', attempts: 1 });
  });

  test('a run whose name belongs to a future that is no more is stopped, and the plan gets the next that can be had', async () => {
    const [start] = await owed('start-workflow');
    world.spent = ['spent'];
    world.taken = 2;
    await deliver(start?.key as string);
    expect(await row(start?.key as string)).toMatchObject({ status: 'DONE' });
    expect(world.sent).toEqual([
      { to: 'workflows', call: 'start', with: [stored.id, 1] },
      { to: 'workflows', call: 'stop', with: [stored.id, 1] },
    ]);
    const events = await world.ports.store.events(stored.id);
    expect(events.at(-1)).toMatchObject({
      type: 'RunRestarted',
      run: 4,
      actor: { kind: 'system', id: 'effects' },
    });
    await deliver(...(await owed('start-workflow')).map(({ key }) => key));
    expect(world.sent.at(-1)).toEqual({ to: 'workflows', call: 'start', with: [stored.id, 4] });
  });

  test('a run that is history is not started any more', async () => {
    stored.now = '2026-12-03T14:10:00Z';
    await stored.commit({ type: 'RestartRun', run: 1 });
    const keys = (await owed('start-workflow')).map(({ key }) => key);
    await deliver(...keys);
    expect(world.sent).toEqual([{ to: 'workflows', call: 'start', with: [stored.id, 2] }]);
    expect(await Promise.all(keys.map(async (key) => (await row(key))?.status))).toEqual(['SKIPPED', 'DONE']);
  });

  test('a withdrawn plan has its execution stopped and none started', async () => {
    await stored.commit({ type: 'WithdrawPlan', reason: 'Moved to another post.' });
    await deliver(
      ...(await owed('start-workflow')).map(({ key }) => key),
      ...(await owed('stop-workflow')).map(({ key }) => key),
    );
    expect(world.sent).toEqual([{ to: 'workflows', call: 'stop', with: [stored.id, 1] }]);
  });
});

describe('waking a waiting workflow', () => {
  const wait = async (sinceVersion: number) => {
    expect(await world.ports.store.putWait(stored.id, { token: 'token-1', run: 1, sinceVersion })).toBe(true);
  };
  const answered = async () => {
    await stored.sign('employee');
    await stored.sign('supervisor');
    return (await owed('answer-task')).map(({ key }) => key);
  };

  test('a complete answer ends the wait with what is next', async () => {
    await wait(4);
    await deliver(...(await answered()));
    expect(world.sent).toEqual([
      {
        to: 'workflows',
        call: 'answer',
        with: ['token-1', { state: 'Wait for the start date', at: '2026-12-07T05:00:00Z' }],
      },
    ]);
  });

  test('when the plan has another run by then, the old one is told so', async () => {
    await wait(4);
    const keys = await answered();
    stored.now = '2026-12-08T15:00:00Z';
    await stored.commit({ type: 'RestartRun', run: 1 });
    await deliver(...keys);
    expect(world.sent).toEqual([
      { to: 'workflows', call: 'answer', with: ['token-1', { state: 'A newer run drives this plan' }] },
    ]);
  });

  test('nobody waits: nothing to do', async () => {
    const [key = ''] = await answered();
    await deliver(key);
    expect(world.sent).toEqual([]);
    expect(await row(key)).toMatchObject({ status: 'SKIPPED' });
  });

  test('a wait that began after the answer is left alone', async () => {
    const keys = await answered();
    const { plan } = await stored.commit({ type: 'RecordRunFailure', run: 1, error: 'X' });
    await wait(plan.version);
    await deliver(...keys);
    expect(world.sent).toEqual([]);
  });

  test('a signal asked for at the very version of the wait ends it', async () => {
    await wait(4);
    const kept = await world.ports.store.wait(stored.id);
    if (!kept) throw new Error('There is no wait.');
    await world.ports.store.requestSignal(stored.id, kept, world.now);
    const signal = (await world.ports.store.outbox(stored.id)).find(({ key }) => key.startsWith('signal-'));
    await deliver(signal?.key ?? '');
    expect(world.sent).toMatchObject([
      { call: 'answer', with: ['token-1', { state: 'Await acknowledgements' }] },
    ]);
  });

  describe('when the task gave up its token and began anew meanwhile', () => {
    /** Answers as Step Functions does for a token that was replaced at that moment by a wait since `sinceVersion`. */
    const replacing = (sinceVersion: () => Promise<number>): void => {
      const { answer } = world.ports.workflows;
      world.ports.workflows.answer = async (token, output) => {
        if (token !== 'token-1') return answer(token, output);
        const since = await sinceVersion();
        await world.ports.store.putWait(stored.id, { token: 'token-2', run: 1, sinceVersion: since });
        return 'gone';
      };
    };

    test('the new wait is ended as well', async () => {
      await wait(4);
      replacing(async () => 6);
      const [key = ''] = await answered();
      await deliver(key);
      expect(world.sent).toMatchObject([
        { call: 'answer', with: ['token-2', { state: 'Wait for the start date' }] },
      ]);
      expect(await row(key)).toMatchObject({ status: 'DONE' });
    });

    test('but not when it began after the answer', async () => {
      await wait(4);
      replacing(
        async () => (await stored.commit({ type: 'RecordRunFailure', run: 1, error: 'X' })).plan.version,
      );
      const [key = ''] = await answered();
      await deliver(key);
      expect(await world.ports.store.wait(stored.id)).toMatchObject({ token: 'token-2' });
      expect(world.sent).toEqual([]);
    });
  });

  test('a token that is gone means that the workflow moved on by itself', async () => {
    await wait(4);
    world.tokensLive = false;
    const [key = ''] = await answered();
    expect(await deliver(key)).toEqual({ batchItemFailures: [] });
    expect(world.sent).toMatchObject([{ call: 'answer', with: ['token-1', expect.anything()] }]);
    expect(await row(key)).toMatchObject({ status: 'SKIPPED' });
  });
});

describe('when AWS does not take it', () => {
  test('the row is given back for later, and done then', async () => {
    const [start] = await owed('start-workflow');
    const key = start?.key as string;
    world.breaks.push(
      Object.assign(new Error('Rate exceeded for Jordan Reyes'), { name: 'ThrottlingException' }),
    );
    await deliver(key);
    expect(await row(key)).toMatchObject({
      status: 'PENDING',
      error: 'ThrottlingException',
      notBefore: '2026-12-01T15:01:00Z',
    });
    await deliver(key);
    expect(world.sent).toEqual([]);
    world.now = '2026-12-01T15:01:00Z';
    await deliver(key);
    expect(world.sent).toEqual([{ to: 'workflows', call: 'start', with: [stored.id, 1] }]);
    expect(logs()).not.toMatch(/Jordan/);
  });

  test('after two days and ten attempts it fails, for somebody to look at, and the record keeps quiet', async () => {
    const [publish] = await owed('publish');
    const key = publish?.key as string;
    for (let attempt = 1; attempt <= 10; attempt++) {
      expect(await row(key)).toMatchObject({ status: 'PENDING', attempts: attempt - 1 });
      world.now = addHours('2026-12-03T14:00:00Z', attempt - 1);
      world.breaks.push(new Error('no'));
      await deliver(key);
    }
    expect(await row(key)).toMatchObject({ status: 'FAILED', attempts: 10, error: 'Error' });
    expect((await world.ports.store.load(stored.id)).undelivered).toEqual([]);
  });

  test('one row that cannot even be claimed is reported by itself', async () => {
    const [start] = await owed('start-workflow');
    const [publish] = await owed('publish');
    const { store } = world.ports;
    const ports = {
      ...world.ports,
      store: {
        ...store,
        claim: (...args: Parameters<typeof store.claim>) => {
          if (args[1] === start?.key) throw new Error('the table is away');
          return store.claim(...args);
        },
      },
    };
    const rows = await Promise.all(
      [start, publish].map((one) => world.rows.get(outboxKey(stored.id, one?.key as string))),
    );
    const answer = await stream(perform, ports)(
      streamEvent(rows.flatMap((one) => (one ? [one] : []))),
      CONTEXT,
    );
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: '1' }] });
    expect(world.sent).toEqual([
      {
        to: 'events',
        detailType: 'PlanApproved',
        detail: { v: 1, planId: stored.id },
        at: '2026-12-01T15:00:00Z',
      },
    ]);
  });
});

test('rows that are not pending effects are passed over', async () => {
  const all = world.rows.all();
  const answer = await stream(perform, world.ports)(
    streamEvent(all.filter(({ kind }) => kind === 'mail' || !kind)),
    CONTEXT,
  );
  expect(answer).toEqual({ batchItemFailures: [] });
  expect(world.sent).toEqual([]);
});

test('a row that fails is named in the log without whoever it is for', async () => {
  const [mail] = await owed('mail');
  const image = await world.rows.get(outboxKey(stored.id, mail?.key ?? ''));
  const fails = stream(async () => Promise.reject(new Error('gone')), world.ports);
  await fails(streamEvent(image ? [image] : []), CONTEXT);
  expect(mail?.key).toMatch(/^\d{6}-mail-\w+/);
  expect(logs()).toContain(`"effect":"${mail?.key.slice(0, 11)}"`);
  expect(logs()).not.toContain(mail?.key);
});
