import { expect, test } from 'vitest';
import type { OutboxRow } from '../../../adapters/store.ts';
import { DRAFTED_AT, StoredPlan } from '../../support/stored-plan.ts';
import type { Subject } from './subject.ts';

const KEY = '000004-mail-employee';
const CLAIMED_AT = '2026-12-01T15:00:05Z';
const LEASE_END = '2026-12-01T15:01:05Z';
const LATER = '2026-12-01T15:30:00Z';

export function outboxContract(subject: Subject): void {
  const launched = async () => {
    const { table, store } = subject();
    const plan = await new StoredPlan(store).launch();
    const row = async (key = KEY): Promise<OutboxRow> =>
      (await store.outbox(plan.id)).find((owed) => owed.key === key) as OutboxRow;
    const late = async (before: string) => (await store.lateOutbox(before)).map((owed) => owed.key).sort();
    const indexed = async () => (await table.all()).filter((stored) => stored.duePk && stored.kind).length;
    return { store, plan, row, late, indexed };
  };
  const ALL = ['000003-publish', '000003-start', '000004-mail-employee', '000004-mail-supervisor'];
  const BUT_ONE = ALL.filter((key) => key !== KEY);

  test('goes to one of two workers who reach for it', async () => {
    const { store, plan, row } = await launched();
    const before = await row();

    const claims = await Promise.all([1, 2].map(() => store.claim(plan.id, KEY, CLAIMED_AT, 60)));

    const claimed = { ...before, status: 'SENDING', leaseUntil: LEASE_END, attempts: 1 };
    expect(claims.filter(Boolean)).toEqual([claimed]);
    expect(await row()).toEqual(claimed);
  });

  test('is not there to claim when nothing of that key is owed', async () => {
    const { store, plan } = await launched();

    expect(await store.claim(plan.id, '000009-mail-nobody', CLAIMED_AT, 60)).toBeUndefined();
    expect(await store.nudge(plan.id, '000009-mail-nobody', LATER)).toBe(false);
    expect(await store.settle(plan.id, '000009-mail-nobody', { status: 'DONE' })).toBe(false);
    expect((await store.outbox(plan.id)).map((owed) => owed.key)).toEqual(ALL);
  });

  test('leaves the index when it is finished, and stays finished', async () => {
    const { store, plan, row, indexed } = await launched();
    const owed = await row();
    await store.claim(plan.id, KEY, CLAIMED_AT, 60);

    expect(await store.settle(plan.id, KEY, { status: 'SENT', messageId: 'm-1', attempt: 1 })).toBe(true);

    const sent = { ...owed, status: 'SENT', messageId: 'm-1', attempts: 1 };
    expect(await row()).toEqual(sent);
    expect(await indexed()).toBe(3);
    expect(await store.settle(plan.id, KEY, { status: 'PENDING' })).toBe(false);
    expect(await store.claim(plan.id, KEY, LATER, 60)).toBeUndefined();
    expect(await store.nudge(plan.id, KEY, LATER)).toBe(false);
    expect(await row()).toEqual(sent);
  });

  test('is not settled by a worker that never claimed it', async () => {
    const { store, plan, row } = await launched();
    const owed = await row();

    expect(await store.settle(plan.id, KEY, { status: 'SENT', messageId: 'm-1' })).toBe(false);
    expect(await row()).toEqual(owed);
  });

  test('can be given back, and is not claimed before its time', async () => {
    const { store, plan, row } = await launched();
    const owed = await row();
    await store.claim(plan.id, KEY, CLAIMED_AT, 60);

    await store.settle(plan.id, KEY, { status: 'PENDING', error: 'Throttling', notBefore: LATER });

    expect(await row()).toEqual({ ...owed, attempts: 1, error: 'Throttling', notBefore: LATER });
    expect(await store.claim(plan.id, KEY, '2026-12-01T15:29:59Z', 60)).toBeUndefined();
    expect(await store.claim(plan.id, KEY, LATER, 60)).toEqual({
      ...owed,
      status: 'SENDING',
      leaseUntil: '2026-12-01T15:31:00Z',
      attempts: 2,
      error: 'Throttling',
    });
  });

  test('is late once nobody has touched it, and not again just after a nudge', async () => {
    const { store, plan, row, late } = await launched();
    const owed = await row();

    expect(await late(DRAFTED_AT)).toEqual([]);
    expect(await late('2026-12-01T15:00:01Z')).toEqual(ALL);
    expect(await store.nudge(plan.id, KEY, LATER)).toBe(true);
    expect(await row()).toEqual({ ...owed, nudgedAt: LATER });
    expect(await late(LATER)).toEqual(BUT_ONE);
    expect(await late('2026-12-01T15:30:01Z')).toEqual(ALL);
  });

  test('is late when its lease is over, and can then be declared unknown', async () => {
    const { store, plan, row, late } = await launched();
    const owed = await row();
    await store.claim(plan.id, KEY, CLAIMED_AT, 60);

    expect(await late(LEASE_END)).toEqual(BUT_ONE);
    expect(await late('2026-12-01T15:01:06Z')).toEqual(ALL);
    expect(await store.settle(plan.id, KEY, { status: 'UNKNOWN', error: 'LeaseOver', attempt: 1 })).toBe(
      true,
    );
    expect(await row()).toEqual({ ...owed, status: 'UNKNOWN', error: 'LeaseOver', attempts: 1 });
    expect(await late(LATER)).toEqual(BUT_ONE);
    expect(await store.claim(plan.id, KEY, LATER, 60)).toBeUndefined();
  });

  test('takes evidence for a send whose outcome was unknown', async () => {
    const { store, plan, row, late } = await launched();
    await store.claim(plan.id, KEY, CLAIMED_AT, 60);
    await store.settle(plan.id, KEY, { status: 'UNKNOWN' });

    expect(await store.settle(plan.id, KEY, { status: 'PENDING' })).toBe(true);
    expect(await late(LATER)).toEqual(ALL);
    await store.claim(plan.id, KEY, LATER, 60);
    await store.settle(plan.id, KEY, { status: 'UNKNOWN' });
    expect(await store.settle(plan.id, KEY, { status: 'SENT', messageId: 'm-2' })).toBe(true);
    expect(await row()).toMatchObject({ status: 'SENT', messageId: 'm-2', attempts: 2 });
  });

  test('is not settled by a worker that somebody overtook', async () => {
    const { store, plan, row } = await launched();
    await store.claim(plan.id, KEY, CLAIMED_AT, 60);
    await store.settle(plan.id, KEY, { status: 'PENDING', attempt: 1 });
    const second = await store.claim(plan.id, KEY, LATER, 60);

    expect(await store.settle(plan.id, KEY, { status: 'PENDING', attempt: 1 })).toBe(false);
    expect(await row()).toEqual(second);
    expect(await store.settle(plan.id, KEY, { status: 'SENT', messageId: 'm-1', attempt: 2 })).toBe(true);
  });
}
