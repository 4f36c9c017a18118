import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { expect, test } from 'vitest';
import { chainStart, record } from '../../../adapters/chain.ts';
import { eventKey } from '../../../adapters/keys.ts';
import type { Row } from '../../../adapters/rows.ts';
import { BrokenRecord } from '../../../adapters/store-errors.ts';
import { type PlanEvent, UnknownEvent } from '../../../domain/index.ts';
import { StoredPlan } from '../../support/stored-plan.ts';
import type { Subject } from './subject.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

export function recordContract(subject: Subject): void {
  const launched = async () => {
    const { table, store } = subject();
    const plan = await new StoredPlan(store).launch();
    const row = async (seq: number): Promise<Row> => (await table.rows.get(eventKey(plan.id, seq))) as Row;
    return { table, store, plan, row };
  };

  test('is a chain that anybody can check with a hash function and RFC 8785', async () => {
    const { store, plan } = await launched();

    let prev = sha256(plan.id);
    for (const { hash, ...event } of await store.events(plan.id)) {
      expect(event.prev).toBe(prev);
      expect(hash).toBe(sha256(canonicalize(event) as string));
      prev = hash;
    }
  });

  test('names the event that was altered', async () => {
    const { table, store, plan, row } = await launched();
    await table.write({ ...(await row(2)), at: '2026-11-30T15:00:00Z' });

    await expect(store.load(plan.id)).rejects.toEqual(new BrokenRecord(2));
    await expect(store.events(plan.id)).rejects.toEqual(new BrokenRecord(2));
    await expect(plan.sign('employee')).rejects.toEqual(new BrokenRecord(2));
  });

  test('names the event that was altered and hashed again', async () => {
    const { table, store, plan, row } = await launched();
    const { pk, sk, hash, ...event } = (await row(2)) as Row & PlanEvent & { prev: string; hash: string };
    const altered = { ...event, at: '2026-11-30T15:00:00Z' };
    await table.write({ pk, sk, ...altered, hash: sha256(canonicalize(altered) as string) });

    await expect(store.load(plan.id)).rejects.toEqual(new BrokenRecord(3));
  });

  test('names the event that is gone, also at the end', async () => {
    const { table, store, plan, row } = await launched();
    const third = await row(3);
    await table.drop(third);
    await expect(store.load(plan.id)).rejects.toEqual(new BrokenRecord(3));
    await table.write(third);
    await table.drop(await row(4));

    await expect(store.load(plan.id)).rejects.toEqual(new BrokenRecord(4));
  });

  test('names the event whose number is not its place', async () => {
    const { table, store, plan, row } = await launched();
    const { pk, sk, hash, prev, ...event } = (await row(4)) as Row &
      PlanEvent & { prev: string; hash: string };
    await table.write({ pk, sk, ...record({ ...event, seq: 5 }, prev) });

    await expect(store.load(plan.id)).rejects.toEqual(new BrokenRecord(4));
  });

  test('takes no event of another plan', async () => {
    const { table, store, plan, row } = await launched();
    const other = await new StoredPlan(store).launch();
    for (const seq of [1, 2, 3, 4]) await table.write({ ...(await row(seq)), ...eventKey(other.id, seq) });

    await expect(store.load(other.id)).rejects.toEqual(new BrokenRecord(1));
    expect((await store.load(plan.id)).version).toBe(4);
  });

  test('refuses an event of a version it was never taught, and skips none', async () => {
    const { table, store, plan, row } = await launched();
    const { pk, sk, hash, prev, ...event } = (await row(4)) as Row &
      PlanEvent & { prev: string; hash: string };
    await table.write({ pk, sk, ...record({ ...event, v: 2 }, prev) });

    await expect(store.load(plan.id)).rejects.toEqual(new UnknownEvent('RequestOpened', 2));
    await expect(plan.sign('employee')).rejects.toEqual(new UnknownEvent('RequestOpened', 2));
    expect(await store.events(plan.id)).toHaveLength(4);
  });

  test('keeps any text a person can send, and still verifies', async () => {
    const { store } = subject();
    const plan = new StoredPlan(store);
    await plan.draft();
    const comment = 'naïve 👩🏽‍💼 \u2028 "quoted" \\ and half a pair: \ud83d!';

    const { events } = await plan.commit({ type: 'ApprovePlan', comment });

    expect(events).toMatchObject([{ comment: comment.toWellFormed() }]);
    expect((await store.events(plan.id)).slice(1)).toEqual(events);
  });

  test('begins with the hash of the plan it belongs to', () => {
    expect(chainStart('pln')).toBe(sha256('pln'));
  });
}
