import { expect, test } from 'vitest';
import { createPlanStore } from '../../../adapters/plan-store.ts';
import type { Rows } from '../../../adapters/rows.ts';
import type { OutboxRow } from '../../../adapters/store.ts';
import { DRAFTED_AT, StoredPlan } from '../../support/stored-plan.ts';
import type { Subject } from './subject.ts';

const KEY = '000004-mail-employee';
const CLAIMED_AT = '2026-12-01T15:00:05Z';
const LEASE_END = '2026-12-01T15:01:05Z';
const LATER = '2026-12-01T15:30:00Z';

/** Rows whose updates are applied, but the answer is lost on the way: the SDK sends the same once more. */
const lossy = (rows: Rows, meanwhile: () => Promise<unknown> = async () => undefined): Rows => ({
  ...rows,
  update: async (...change) => {
    await rows.update(...change);
    await meanwhile();
    return rows.update(...change);
  },
});

export function outboxContract(subject: Subject): void {
  const launched = async () => {
    const { table, store } = subject();
    const plan = await new StoredPlan(store).launch();
    const row = async (key = KEY): Promise<OutboxRow> =>
      (await store.outbox(plan.id)).find((owed) => owed.key === key) as OutboxRow;
    const late = async (before: string) => (await store.lateOutbox(before)).map((owed) => owed.key).sort();
    const indexed = async () => (await table.all()).filter((stored) => stored.duePk && stored.kind).length;
    return { table, store, plan, row, late, indexed };
  };
  const ALL = [
    ...['000002-publish', '000003-publish', '000003-publish-2', '000003-start'],
    ...['000004-mail-employee', '000004-mail-supervisor'],
  ];
  const BUT_ONE = ALL.filter((key) => key !== KEY);

  test('goes to one of two workers who reach for it', async () => {
    const { store, plan, row } = await launched();
    const before = await row();

    const claims = await Promise.all([1, 2].map(() => store.claim(plan.id, KEY, CLAIMED_AT, 60)));

    const claimed = { ...before, status: 'SENDING', leaseUntil: LEASE_END, attempts: 1 };
    expect(claims.filter(Boolean)).toEqual([claimed]);
    expect(await row()).toEqual(claimed);
  });

  test('goes to the worker whose claim was applied, though the answer to it was lost', async () => {
    const { table, store, plan, row } = await launched();
    const before = await row();

    const claimed = await createPlanStore(lossy(table.rows)).claim(plan.id, KEY, CLAIMED_AT, 60);

    expect(claimed).toEqual({ ...before, status: 'SENDING', leaseUntil: LEASE_END, attempts: 1 });
    expect(await row()).toEqual(claimed);
    expect(await store.claim(plan.id, KEY, CLAIMED_AT, 60)).toBeUndefined();
  });

  test.each(['UNKNOWN', 'PENDING'] as const)(
    'is lost to that worker when it was declared %s before the answer came',
    async (status) => {
      const { table, store, plan, row } = await launched();
      const settled = () => store.settle(plan.id, KEY, { status, notBefore: LATER });

      const slow = createPlanStore(lossy(table.rows, settled));

      expect(await slow.claim(plan.id, KEY, CLAIMED_AT, 60)).toBeUndefined();
      expect(await row()).toMatchObject({ status, attempts: 1 });
    },
  );

  test('leaves no trace of the claim on the row that is given back', async () => {
    const { table, store, plan } = await launched();
    const stored = async () => (await table.all()).find((one) => one.key === KEY);
    const owed = await stored();
    await store.claim(plan.id, KEY, CLAIMED_AT, 60);

    await store.settle(plan.id, KEY, { status: 'PENDING' });

    expect(await stored()).toEqual({ ...owed, attempts: 1 });
  });

  test('remembers what it went together with, until it is given back', async () => {
    const { store, plan, row } = await launched();
    await store.claim(plan.id, KEY, CLAIMED_AT, 60, '000004-mail-supervisor');
    expect(await row()).toMatchObject({ sentWith: '000004-mail-supervisor' });
    await store.settle(plan.id, KEY, { status: 'PENDING' });
    expect(await row()).not.toHaveProperty('sentWith');
    await store.claim(plan.id, KEY, CLAIMED_AT, 60, '000004-mail-supervisor');
    await store.settle(plan.id, KEY, { status: 'SENT' });
    expect(await row()).toMatchObject({ status: 'SENT', sentWith: '000004-mail-supervisor' });
  });

  test('SES-3: once it was sent, it is kept with it whether it arrived or came back', async () => {
    const { store, plan, row } = await launched();
    expect(await store.hear(plan.id, KEY, { deliveredAt: LATER })).toBe(false);
    expect(await store.hear(plan.id, '000099-mail-nobody', { deliveredAt: LATER })).toBe(false);
    await store.claim(plan.id, KEY, CLAIMED_AT, 60);
    await store.settle(plan.id, KEY, { status: 'SENT', messageId: 'ses-1' });
    const sent = await row();
    expect(await store.hear(plan.id, KEY, { deliveredAt: CLAIMED_AT })).toBe(true);
    expect(await store.hear(plan.id, KEY, { returnedAt: LATER })).toBe(true);
    expect(await row()).toEqual({ ...sent, deliveredAt: CLAIMED_AT, returnedAt: LATER });
  });

  test('keeps whom a mail about a mail is about', async () => {
    const { store, plan, row } = await launched();
    plan.now = '2026-12-03T14:00:00Z';
    await plan.commit({ type: 'Advance', run: 1 });
    const reminder = (await store.outbox(plan.id)).find(
      (one) => 'template' in one && one.template === 'reminder',
    );
    const { key, template, to, requestId } = reminder as Extract<OutboxRow, { kind: 'mail' }>;
    const mail = { key, template, to, outcome: 'failed' as const, ...(requestId && { requestId }) };

    await plan.commit({ type: 'RecordUndelivered', mail });

    expect(await row('000006-mail-hr')).toEqual({
      kind: 'mail',
      key: '000006-mail-hr',
      template: 'mail-undelivered',
      to: 'hr',
      requestId: 'acknowledgement',
      about: 'employee',
      planId: plan.id,
      status: 'PENDING',
      createdAt: plan.now,
      attempts: 0,
    });
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
    expect(await indexed()).toBe(5);
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

  test('given back untried, does not count as an attempt', async () => {
    const { store, plan, row } = await launched();
    const owed = await row();
    await store.claim(plan.id, KEY, CLAIMED_AT, 60);

    await store.settle(plan.id, KEY, { status: 'PENDING', untried: true, notBefore: LATER, attempt: 1 });

    expect(await row()).toEqual({ ...owed, notBefore: LATER });
    expect(await store.claim(plan.id, KEY, LATER, 60)).toMatchObject({ attempts: 1 });
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
