import { beforeEach, expect, test } from 'vitest';
import type { PlanStatus } from '../../domain/index.ts';
import { scheduled } from '../../functions/chains.ts';
import { sweep } from '../../functions/sweeper/sweep.ts';
import { StoredPlan } from '../support/stored-plan.ts';
import { CONTEXT } from './lambda.ts';
import { capturedLogs } from './logs.ts';
import { type World, worldAt } from './ports.ts';

let world: World;
let stored: StoredPlan;
const logs = capturedLogs();
const round = (ports = world.ports) => scheduled(sweep, ports)({}, CONTEXT);
const outbox = () => world.ports.store.outbox(stored.id);

beforeEach(async () => {
  world = worldAt('2026-12-01T15:00:00Z');
  stored = new StoredPlan(world.ports.store);
  await stored.launch();
});

test('effects that are only minutes old are left to the stream', async () => {
  world.now = '2026-12-01T15:04:00Z';
  expect(await round()).toMatchObject({ effects: 0, plans: 0 });
});

test('an effect nobody touched is put back on the stream, once in a while', async () => {
  world.now = '2026-12-01T15:06:00Z';
  const pending = (await outbox()).filter(({ status }) => status === 'PENDING');
  expect(await round()).toMatchObject({ effects: pending.length, plans: 0 });
  expect((await outbox()).map(({ nudgedAt }) => nudgedAt)).toEqual(pending.map(() => world.now));
  world.now = '2026-12-01T15:10:00Z';
  expect(await round()).toMatchObject({ effects: 0, plans: 0 });
});

test('an effect whose worker died is released; a mail that may have gone out is marked unknown', async () => {
  const { store } = world.ports;
  const rows = await outbox();
  const start = rows.find(({ kind }) => kind === 'start-workflow')?.key as string;
  const mail = rows.find(({ kind }) => kind === 'mail')?.key as string;
  await store.claim(stored.id, start, world.now, 60);
  await store.claim(stored.id, mail, world.now, 60);
  world.now = '2026-12-01T15:30:00Z';
  await round();
  const after = await outbox();
  expect(after.find(({ key }) => key === start)).toMatchObject({ status: 'PENDING', error: 'WorkerGone' });
  expect(after.find(({ key }) => key === mail)).toMatchObject({ status: 'UNKNOWN', error: 'WorkerGone' });
});

test('a mail that may have gone out is in the record before its row is settled', async () => {
  const { store } = world.ports;
  const mail = (await outbox()).find(({ kind }) => kind === 'mail')?.key as string;
  await store.claim(stored.id, mail, world.now, 60);
  world.now = '2026-12-01T15:30:00Z';
  const commit = async () => {
    throw new Error('the table is away');
  };
  await expect(round({ ...world.ports, store: { ...store, commit } })).rejects.toThrow('sweep_incomplete');
  expect((await outbox()).find(({ key }) => key === mail)).toMatchObject({ status: 'SENDING' });
  await round();
  await round();
  expect((await store.load(stored.id)).undelivered).toEqual([
    {
      key: mail,
      template: 'request-opened',
      to: 'employee',
      requestId: 'acknowledgement',
      outcome: 'unknown',
    },
  ]);
});

test('a mail that only the index still shows as held is not said to be lost', async () => {
  const { store } = world.ports;
  const [sent = '', again = ''] = (await outbox()).flatMap(({ kind, key }) => (kind === 'mail' ? [key] : []));
  for (const mail of [sent, again]) await store.claim(stored.id, mail, world.now, 60);
  world.now = '2026-12-01T15:30:00Z';
  const stale = (await store.unfinishedOutbox(world.now)).filter(({ status }) => status === 'SENDING');
  expect(stale.map(({ key }) => key)).toEqual([sent, again]);
  await store.settle(stored.id, sent, { status: 'SENT', messageId: 'm-1' });
  await store.settle(stored.id, again, { status: 'PENDING' });
  await store.claim(stored.id, again, world.now, 60);

  await round({ ...world.ports, store: { ...store, unfinishedOutbox: async () => stale } });

  expect((await store.load(stored.id)).undelivered).toEqual([]);
  expect((await outbox()).filter(({ kind }) => kind === 'mail')).toMatchObject([
    { key: sent, status: 'SENT' },
    { key: again, status: 'SENDING', attempts: 2 },
  ]);
});

test('a plan that was due ten minutes ago and still is gets another run', async () => {
  const due = (await world.ports.store.load(stored.id)).requests.acknowledgement?.reminders[0] as string;
  world.now = due.replace(':00Z', ':30Z');
  await round();
  expect((await world.ports.store.load(stored.id)).run).toBe(1);
  world.now = new Date(Date.parse(due) + 11 * 60_000).toISOString().replace('.000Z', 'Z');
  expect(await round()).toMatchObject({ plans: 1 });
  const events = await world.ports.store.events(stored.id);
  expect(events.at(-1)).toMatchObject({
    type: 'RunRestarted',
    run: 2,
    actor: { kind: 'system', id: 'sweeper' },
  });
  expect((await outbox()).filter(({ kind }) => kind.endsWith('-workflow')).map(({ key }) => key)).toEqual([
    '000003-start',
    // By then the record says of two mails that nobody sent them.
    '000007-start',
    '000007-stop',
  ]);
});

test('a plan that is over is left in peace', async () => {
  await stored.commit({ type: 'WithdrawPlan', reason: 'Moved to another post.' });
  world.now = '2027-12-01T15:00:00Z';
  expect(await round()).toMatchObject({ plans: 0 });
});

test('one plan that cannot be finished does not hold up the others, and shows', async () => {
  const other = new StoredPlan(world.ports.store);
  await other.launch();
  world.now = '2026-12-20T15:00:00Z';
  const { store } = world.ports;
  const ports = {
    ...world.ports,
    store: {
      ...store,
      commit: (...args: Parameters<typeof store.commit>) => {
        if (args[0] === stored.id) throw new Error('about Jordan Reyes');
        return store.commit(...args);
      },
    },
  };
  await expect(round(ports)).rejects.toMatchObject({ name: 'SweepIncomplete', message: 'sweep_incomplete' });
  expect((await store.load(other.id)).run).toBe(2);
  expect(logs()).toContain(stored.id);
  expect(logs()).not.toContain('Jordan');
});

test('a plan is left to its workflow for ten minutes after something fell due, then given a new run', async () => {
  await settleAll();
  world.now = '2026-12-03T14:09:00Z';
  expect(await round()).toMatchObject({ plans: 0 });
  world.now = '2026-12-03T14:11:00Z';
  expect(await round()).toMatchObject({ plans: 1 });
  expect((await world.ports.store.load(stored.id)).run).toBe(2);
});

test.each([
  [
    'whose draft waits for a response',
    'consulting',
    async (plan: StoredPlan) => {
      await plan.draft();
      await plan.commit({ type: 'ApprovePlan' });
      await plan.commit({ type: 'ShareDraft' });
    },
  ],
  [
    'that is paused',
    'paused',
    async (plan: StoredPlan) => {
      await plan.launch();
      await plan.commit({ type: 'PausePlan', from: '2026-12-01', reason: 'approved_absence' });
    },
  ],
])('a plan %s is followed up like any other', async (_, status, live) => {
  const other = new StoredPlan(world.ports.store);
  await live(other);
  const { run } = await world.ports.store.load(other.id);
  const [summary] = (await world.ports.store.list({ status: status as PlanStatus }, world.now)).plans;
  const due = Date.parse(summary?.nextDueAt ?? '');
  world.now = new Date(due + 9 * 60_000).toISOString().replace('.000Z', 'Z');
  await round();
  expect((await world.ports.store.load(other.id)).run).toBe(run);
  world.now = new Date(due + 11 * 60_000).toISOString().replace('.000Z', 'Z');
  await round();
  expect((await world.ports.store.load(other.id)).run).toBe(run + 1);
});

/** As if the stream had delivered everything. */
async function settleAll(): Promise<void> {
  const { store } = world.ports;
  for (const { key } of await outbox()) {
    await store.claim(stored.id, key, world.now, 60);
    await store.settle(stored.id, key, { status: 'DONE' });
  }
}

test('SES-10: a round says how long the oldest effect has been owed', async () => {
  world.now = '2026-12-01T15:21:59Z';
  expect(await round()).toMatchObject({ oldestPendingMinutes: 21 });
});

test('SES-10: what is held for the night has waited for nothing until it is over, and counts from then', async () => {
  await settleAll();
  const { store } = world.ports;
  const other = new StoredPlan(store);
  await other.launch();
  const morning = '2026-12-02T12:00:00Z';
  for (const { key, kind } of await store.outbox(other.id)) {
    await store.claim(other.id, key, world.now, 60);
    await store.settle(
      other.id,
      key,
      kind === 'mail'
        ? { status: 'PENDING', notBefore: morning, owedFrom: morning, untried: true }
        : { status: 'DONE' },
    );
  }
  world.now = '2026-12-02T11:59:00Z';
  expect(await round()).toMatchObject({ effects: 0, oldestPendingMinutes: 0 });
  world.now = '2026-12-02T12:16:00Z';
  expect(await round()).toMatchObject({ effects: 2, oldestPendingMinutes: 16 });
});

test('SFN-9: a plan is late from ten minutes on, and stuck when half an hour of new runs has not helped', async () => {
  await settleAll();
  const measured = async (at: string) => {
    world.now = at;
    // Whoever gives it a new run has the record, and no workflow, so that it stays where it is.
    const { oldestOverdueMinutes, stuckPlans } = await round();
    return { oldestOverdueMinutes, stuckPlans };
  };
  expect(await measured('2026-12-03T14:09:00Z')).toEqual({ oldestOverdueMinutes: 0, stuckPlans: 0 });
  expect(await measured('2026-12-03T14:24:00Z')).toEqual({ oldestOverdueMinutes: 24, stuckPlans: 0 });
  expect(await measured('2026-12-03T14:39:00Z')).toEqual({ oldestOverdueMinutes: 39, stuckPlans: 1 });
});

test('SES-10: mails whose outcome nobody knows are counted in the round that had to say so', async () => {
  const { store } = world.ports;
  const mails = (await outbox()).flatMap(({ kind, key }) => (kind === 'mail' ? [key] : []));
  for (const mail of mails) await store.claim(stored.id, mail, world.now, 60);
  world.now = '2026-12-01T15:30:00Z';
  expect(await round()).toMatchObject({ unknown: mails.length });
  expect(await round()).toMatchObject({ unknown: 0 });
});

test('SES-10: a round says how much of the quota is used, and one that cannot ask finishes what is late all the same', async () => {
  const asked = { ...world.ports, sending: async () => ({ quotaPercent: 81, sendingPaused: 1 as const }) };
  expect(await round(asked)).toMatchObject({ quotaPercent: 81, sendingPaused: 1 });
  world.now = '2026-12-01T15:06:00Z';
  const silent = {
    ...world.ports,
    sending: async () => {
      throw new Error('about Jordan Reyes');
    },
  };
  const swept = await round(silent);
  expect(swept).not.toHaveProperty('quotaPercent');
  expect(swept.effects).toBeGreaterThan(0);
  expect(logs()).not.toContain('Jordan');
});
