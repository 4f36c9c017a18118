import { expect, test } from 'vitest';
import { newPlanId } from '../../../adapters/ids.ts';
import { createPlanStore } from '../../../adapters/plan-store.ts';
import type { Row } from '../../../adapters/rows.ts';
import type { Certificate } from '../../../adapters/store.ts';
import { PlanErased } from '../../../adapters/store-errors.ts';
import { PlanNotFound } from '../../../domain/index.ts';
import { StoredPlan } from '../../support/stored-plan.ts';
import type { Subject } from './subject.ts';

/** Withdrawn on 1 December 2026 under rules that keep the record for two years. */
const KEPT_UNTIL = '2028-12-02T05:00:00Z';
const LONG_AFTER = '2029-06-01T00:00:00Z';

export function erasureContract(subject: Subject): void {
  const withdrawn = async () => {
    const { table, store } = subject();
    const plan = await new StoredPlan(store).launch();
    await plan.commit({ type: 'WithdrawPlan', reason: 'Moved to another post.' });
    const certificate = async (erasedAt: string) => {
      const events = await store.events(plan.id);
      return {
        planId: plan.id,
        erasedAt,
        keptUntil: KEPT_UNTIL,
        rule: 'R2',
        citation: expect.stringContaining('1602'),
        pack: 'us-dc-6b1410@2024-12',
        events: events.length,
        head: events.at(-1)?.hash,
      };
    };
    const erase = (now: string) => store.erase(plan.id, { ...plan.context(), now });
    return { table, store, plan, certificate, erase };
  };
  const rowsOf = (all: Row[], planId: string): Row[] => all.filter(({ pk }) => pk === `PLAN#${planId}`);

  test('is found when the time it is kept is over, and not a moment sooner', async () => {
    const { store, plan } = await withdrawn();
    await new StoredPlan(store).launch();
    await new StoredPlan(store).draft();

    expect(await store.erasable(KEPT_UNTIL, 10)).toEqual([]);
    expect(await store.erasable('2028-12-02T05:00:01Z', 10)).toEqual([plan.id]);
  });

  test('leaves a certificate that names the rule and nobody', async () => {
    const { table, store, plan, certificate, erase } = await withdrawn();
    const expected = await certificate(LONG_AFTER);
    const other = await new StoredPlan(store).launch();
    const others = rowsOf(await table.all(), other.id);

    expect(await erase(LONG_AFTER)).toEqual(expected);

    const all = await table.all();
    expect(rowsOf(all, plan.id)).toEqual([{ pk: `PLAN#${plan.id}`, sk: 'ERASED', ...expected }]);
    expect(rowsOf(all, other.id)).toEqual(others);
    expect(await store.erasable('9999', 10)).toEqual([]);
  });

  test('leaves nothing to read, list, decide or open', async () => {
    const { table, store, plan, erase } = await withdrawn();
    const links = rowsOf(await table.all(), plan.id).filter(({ sk }) => sk.startsWith('LINK#'));
    const certificate = await erase(LONG_AFTER);

    const gone = new PlanErased(certificate as Certificate);
    await expect(store.load(plan.id)).rejects.toEqual(gone);
    await expect(store.events(plan.id)).rejects.toEqual(gone);
    await expect(plan.draft()).rejects.toEqual(gone);
    await expect(plan.commit({ type: 'AddNote', text: 'Too late.' })).rejects.toEqual(gone);
    expect(await store.list({}, LONG_AFTER)).toEqual({ plans: [] });
    expect(await store.outbox(plan.id)).toEqual([]);
    expect(links.length).toBeGreaterThan(0);
    for (const { link } of links) expect(await store.link(link as string)).toBeUndefined();
  });

  test('does not happen a moment before the time is over', async () => {
    const { table, erase } = await withdrawn();
    const before = await table.all();

    expect(await erase('2028-12-02T04:59:59Z')).toBeUndefined();
    expect(await table.all()).toEqual(before);
    expect(await erase(KEPT_UNTIL)).toBeDefined();
  });

  test('does not happen to a plan that is not over, however old', async () => {
    const { table, store } = subject();
    const live = await new StoredPlan(store).launch();
    const draft = new StoredPlan(store);
    await draft.draft();
    const before = await table.all();

    for (const plan of [live, draft])
      expect(await store.erase(plan.id, { ...plan.context(), now: LONG_AFTER })).toBeUndefined();
    expect(await table.all()).toEqual(before);
    await expect(store.erase(newPlanId(), { ...live.context(), now: LONG_AFTER })).rejects.toEqual(
      new PlanNotFound(),
    );
  });

  test('does not happen while a legal hold is set, and is found again once it is released', async () => {
    const { table, store, plan, erase } = await withdrawn();
    plan.now = '2028-12-01T12:00:00Z';
    await plan.commit({ type: 'SetLegalHold', reason: 'A charge was filed.' });
    const held = await table.all();

    expect(await store.erasable(LONG_AFTER, 10)).toEqual([]);
    expect(await erase(LONG_AFTER)).toBeUndefined();
    expect(await table.all()).toEqual(held);

    await plan.commit({ type: 'ReleaseLegalHold', reason: 'The charge was settled.' });
    expect(await store.erasable(LONG_AFTER, 10)).toEqual([plan.id]);
    expect(await erase(LONG_AFTER)).toBeDefined();
  });

  test('is looked for again only when it is over by the rules as they read now', async () => {
    const { table, store, plan, erase } = await withdrawn();
    const row = rowsOf(await table.all(), plan.id).find(({ sk }) => sk === 'PLAN') as Row;
    await table.write({ ...row, dueSk: `2027-12-02T05:00:00Z#${plan.id}` });

    expect(await store.erasable('2028-01-01T00:00:00Z', 10)).toEqual([plan.id]);
    expect(await erase('2028-01-01T00:00:00Z')).toBeUndefined();
    expect(await store.erasable('2028-01-01T00:00:00Z', 10)).toEqual([]);
    expect(await store.erasable(LONG_AFTER, 10)).toEqual([plan.id]);
  });

  test('loses against a hold that is set at the same moment', async () => {
    const { table, plan } = await withdrawn();
    const held = {
      ...table.rows,
      transact: async (writes: Parameters<typeof table.rows.transact>[0]) => {
        if (writes.some((write) => 'remove' in write))
          await plan.commit({ type: 'SetLegalHold', reason: 'A charge was filed.' });
        return table.rows.transact(writes);
      },
    };

    const erased = await createPlanStore(held).erase(plan.id, { ...plan.context(), now: LONG_AFTER });

    expect(erased).toBeUndefined();
    expect((await plan.store.load(plan.id)).legalHold).toMatchObject({ reason: 'A charge was filed.' });
  });

  test('that is cut short is gone for every reader, and is finished by the next round', async () => {
    const { table, store, plan, certificate, erase } = await withdrawn();
    const expected = await certificate(LONG_AFTER);
    let transactions = 0;
    const dying = createPlanStore({
      ...table.rows,
      transact: async (writes) => {
        if (++transactions === 2) throw new Error('the power is out');
        return table.rows.transact(writes);
      },
    });
    await expect(dying.erase(plan.id, { ...plan.context(), now: LONG_AFTER })).rejects.toThrow('the power');

    expect(rowsOf(await table.all(), plan.id).length).toBeGreaterThan(5);
    await expect(store.load(plan.id)).rejects.toEqual(new PlanErased(expected as Certificate));
    expect(await erase('2029-06-03T00:00:00Z')).toEqual(expected);
    expect(rowsOf(await table.all(), plan.id)).toHaveLength(1);
    expect(await store.erasable('9999', 10)).toEqual([]);
  });

  test('takes away what opens a page before what would be shown on it', async () => {
    const { table, plan } = await withdrawn();
    const kinds: string[] = [];
    const store = createPlanStore({
      ...table.rows,
      transact: async (writes) => {
        kinds.push(
          ...writes.flatMap((write) => ('remove' in write ? [write.remove.sk.split('#')[0] ?? ''] : [])),
        );
        return table.rows.transact(writes);
      },
    });

    await store.erase(plan.id, { ...plan.context(), now: LONG_AFTER });

    expect([...new Set(kinds)].slice(0, 2)).toEqual(['PLAN', 'LINK']);
    expect(kinds.slice(kinds.lastIndexOf('LINK') + 1)).toEqual(expect.arrayContaining(['EVENT', 'OUTBOX']));
    expect(kinds.slice(0, kinds.lastIndexOf('LINK'))).not.toContain('EVENT');
  });

  test('that was cut short is found before any other', async () => {
    const { table, store, plan } = await withdrawn();
    const { plan: older } = await withdrawn();
    const dying = createPlanStore({
      ...table.rows,
      transact: async (writes) => writes.some((write) => 'row' in write) && table.rows.transact(writes),
    });
    await dying.erase(plan.id, { ...plan.context(), now: LONG_AFTER });

    expect(await store.erasable(LONG_AFTER, 10)).toEqual([plan.id, older.id]);
    expect(await store.erasable(LONG_AFTER, 1)).toEqual([plan.id]);
  });

  test('takes more bytes than one transaction holds', async () => {
    const { table, plan } = await withdrawn();
    const long = 'x'.repeat(350_000);
    for (let n = 0; n < 12; n++) await table.write({ pk: `PLAN#${plan.id}`, sk: `EVENT#1000${n}`, long });
    const transactions: number[] = [];
    const store = createPlanStore({
      ...table.rows,
      query: async (selection) => {
        const found = await table.rows.query(selection);
        // The record itself is read without them, so that it verifies.
        return selection.prefix ? found.filter((row) => !('long' in row)) : found;
      },
      transact: async (writes) => {
        const removed = writes.flatMap((write) =>
          'remove' in write ? [JSON.stringify(write.remove).length] : [],
        );
        transactions.push(removed.reduce((sum, bytes) => sum + bytes, 0));
        return table.rows.transact(writes);
      },
    });

    await store.erase(plan.id, { ...plan.context(), now: LONG_AFTER });

    expect(rowsOf(await table.all(), plan.id)).toHaveLength(1);
    expect(Math.max(...transactions)).toBeLessThan(4_000_000);
    expect(transactions.length).toBeGreaterThan(2);
  });

  test('takes more rows than one transaction holds', async () => {
    const { table, plan, erase } = await withdrawn();
    const [wait] = [{ pk: `PLAN#${plan.id}`, sk: 'OUTBOX#' }];
    for (let n = 0; n < 210; n++) await table.write({ ...(wait as Row), sk: `OUTBOX#x${n}`, status: 'SENT' });

    await erase(LONG_AFTER);

    expect(rowsOf(await table.all(), plan.id)).toHaveLength(1);
  });
}
