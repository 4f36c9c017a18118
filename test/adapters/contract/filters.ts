import { expect, test } from 'vitest';
import type { ListOptions, PlanPage, PlanStore } from '../../../adapters/store.ts';
import { BadCursor } from '../../../adapters/store-errors.ts';
import { mailKey } from '../../../domain/index.ts';
import { checkIn, listedPlan, type Made, planIdAt } from '../../support/listed-plans.ts';
import type { OpenTable } from '../../support/store.ts';
import { DRAFTED_AT, StoredPlan } from '../../support/stored-plan.ts';
import type { Subject } from './subject.ts';

/** Both signatures are due on 8 December at 17:00 in Washington. */
const DUE = '2026-12-08T22:00:00Z';
const LATE = '2026-12-08T22:00:01Z';
const DECISION = '2027-02-19T22:00:00Z';
const JORDAN = 'jordan.reyes@agency.example';

export function filterContract(subject: Subject): void {
  const ids = async (store: PlanStore, options: ListOptions, now = DRAFTED_AT): Promise<string[]> =>
    (await store.list(options, now)).plans.map(({ planId }) => planId);

  const made = async (table: OpenTable, plans: Made[]): Promise<void> => {
    for (const [n, one] of plans.entries())
      for (const row of listedPlan(n, one)) await table.rows.put(row, {});
  };

  test('says whom a plan waits for, since when, and when its decision is due', async () => {
    const { store } = subject();
    const plan = await new StoredPlan(store).launch();
    await plan.sign('employee');

    expect((await store.list({}, DRAFTED_AT)).plans).toMatchObject([
      {
        planId: plan.id,
        about: 'employee',
        waiting: [
          {
            requestId: 'acknowledgement',
            kind: 'acknowledgement',
            since: DRAFTED_AT,
            dueAt: DUE,
            for: ['supervisor'],
          },
        ],
        decisionDueAt: DECISION,
        bounced: false,
      },
    ]);
  });

  test('finds what is overdue from the moment after it was due, until it is answered', async () => {
    const { store } = subject();
    const plan = await new StoredPlan(store).launch();

    expect(await ids(store, { overdue: true }, DUE)).toEqual([]);
    expect(await ids(store, { overdue: true }, LATE)).toEqual([plan.id]);
    await plan.sign('employee');
    await plan.sign('supervisor');
    expect(await ids(store, { overdue: true }, LATE)).toEqual([]);
  });

  test('finds by whom it waits: a part, or an address however it is written', async () => {
    const { store } = subject();
    const plan = await new StoredPlan(store).launch();
    const waitingOn = (who: string) => ids(store, { waitingOn: who });

    expect(await waitingOn('employee')).toEqual([plan.id]);
    expect(await waitingOn(JORDAN.toUpperCase())).toEqual([plan.id]);
    expect(await ids(store, { waitingOn: JORDAN, overdue: true }, DUE)).toEqual([]);
    expect(await ids(store, { waitingOn: JORDAN, overdue: true }, LATE)).toEqual([plan.id]);
    await plan.sign('employee');
    expect(await waitingOn('employee')).toEqual([]);
    expect(await waitingOn(JORDAN)).toEqual([]);
    expect(await waitingOn('supervisor')).toEqual([plan.id]);
    expect(await waitingOn('nobody@agency.example')).toEqual([]);
  });

  test('finds decisions that are due from one moment to before another', async () => {
    const { store } = subject();
    const plan = await new StoredPlan(store).launch();
    const within = (from: string, to: string) => ids(store, { decisionWithin: { from, to } });

    expect(await within(DECISION, '2027-02-20T00:00:00Z')).toEqual([plan.id]);
    expect(await within('2027-02-01T00:00:00Z', DECISION)).toEqual([]);
    expect(await within('2027-02-20T00:00:00Z', '2027-03-01T00:00:00Z')).toEqual([]);
    await plan.commit({ type: 'WithdrawPlan', reason: 'Transferred.' });
    expect(await within(DECISION, '2027-02-20T00:00:00Z')).toEqual([]);
  });

  test('finds a mail that did not arrive until the address is put right', async () => {
    const { store } = subject();
    const plan = await new StoredPlan(store).launch();
    const mail = { template: 'request-opened', requestId: 'acknowledgement', outcome: 'failed' } as const;
    const key = mailKey(4, 'employee');
    await plan.commit(
      { type: 'RecordUndelivered', mail: { ...mail, key, to: 'employee' } },
      plan.context({ kind: 'system', id: 'mailer' }),
    );

    expect(await ids(store, { bounced: true })).toEqual([plan.id]);
    await plan.commit({ type: 'CorrectAddress', participant: 'employee', email: 'j.reyes@agency.example' });
    expect(await ids(store, { bounced: true })).toEqual([]);
    expect(await ids(store, { waitingOn: JORDAN })).toEqual([]);
    expect(await ids(store, { waitingOn: 'j.reyes@agency.example' })).toEqual([plan.id]);
  });

  test('finds by the beginnings of names, of the title and of the id, all of them, each plan once', async () => {
    const { table, store } = subject();
    await made(table, [{ title: 'Zoning and Zones' }, { title: 'Résumé of zones' }, {}]);
    const [one, two] = [planIdAt(0), planIdAt(1)] as [string, string];

    const found = (...words: string[]) => ids(store, { words });
    expect((await found('zon')).sort()).toEqual([one, two].sort());
    expect(await found('zon', 'resu')).toEqual([two]);
    expect(await found('zoning', 'resu')).toEqual([]);
    expect(await found('alex')).toEqual([two]);
    expect(await found(one.slice(0, 12))).toEqual([one]);
    expect(await found('whitf', 'jordan')).toEqual([one]);
  });

  test('finds somebody’s own plans: those they supervise or review', async () => {
    const { store } = subject();
    const plan = await new StoredPlan(store).launch();
    const own = (address: string, more: ListOptions = {}) => ids(store, { ...more, own: address });

    expect(await own('dana.whitfield@agency.example')).toEqual([plan.id]);
    expect(await own('morgan.ellis@agency.example')).toEqual([plan.id]);
    expect(await own(JORDAN)).toEqual([]);
    expect(await own('priya.raman@agency.example')).toEqual([]);
    expect(await own('dana.whitfield@agency.example', { status: 'draft' })).toEqual([]);
    expect(await own('dana.whitfield@agency.example', { words: ['jordan'] })).toEqual([plan.id]);
    expect(await own('dana.whitfield@agency.example', { waitingOn: 'employee' })).toEqual([plan.id]);
  });

  test('counts a question that is HR’s own for nothing where a manager looks', async () => {
    const { store } = subject();
    const plan = await new StoredPlan(store).launch();
    await plan.commit({ type: 'AskAccommodation', by: 'employee' });
    await plan.sign('employee');
    await plan.sign('supervisor');
    const dana = 'dana.whitfield@agency.example';

    expect(await ids(store, { waitingOn: 'hr' })).toEqual([plan.id]);
    expect(await ids(store, { own: dana, waitingOn: 'hr' })).toEqual([]);
    expect(await ids(store, { own: dana, overdue: true }, '2027-01-31T00:00:00Z')).toEqual([]);
    expect(await ids(store, { overdue: true }, '2027-01-31T00:00:00Z')).toEqual([plan.id]);
  });

  test('leaves nothing behind in a list that a plan is no longer in', async () => {
    const { table, store } = subject();
    const plan = await new StoredPlan(store).launch();
    await plan.commit({ type: 'WithdrawPlan', reason: 'Transferred.' });

    const rows = await table.all();
    const emptied = ['LISTED#decision', 'LISTED#waiting'].map((sk) => ({ pk: `PLAN#${plan.id}`, sk }));
    expect(rows.filter(({ sk }) => emptied.some((one) => one.sk === sk))).toEqual(emptied);
    expect(await ids(store, { status: 'withdrawn' })).toEqual([plan.id]);
    expect(await ids(store, { status: 'acknowledging' })).toEqual([]);
  });

  test('goes on where a page ended, whatever the filter', async () => {
    const { table, store } = subject();
    const plan: Made = { status: 'active', waiting: checkIn('2026-12-02T22:00:00Z'), bounced: true };
    const plans = Array.from({ length: 7 }, () => ({ ...plan, decisionDueAt: '2026-12-03T22:00:00Z' }));
    await made(table, plans);

    const filters: ListOptions[] = [
      {},
      { status: 'active' },
      { live: true },
      { overdue: true },
      { waitingOn: 'employee' },
      { bounced: true },
      { decisionWithin: { from: '2026-12-03T00:00:00Z', to: '2026-12-04T00:00:00Z' } },
      { words: ['permit'] },
      { waitingOn: 'hr-0@agency.example' },
      { own: 'reviewer-0@agency.example' },
      { status: 'active', bounced: true, words: ['whitfield'] },
    ];
    for (const filter of filters) {
      const found: string[] = [];
      let page: PlanPage | undefined;
      for (let pages = 0; pages === 0 || page?.cursor; pages++) {
        const cursor = page?.cursor ? { cursor: page.cursor } : {};
        page = await store.list({ ...filter, limit: 3, ...cursor }, '2026-12-08T00:00:00Z');
        found.push(...page.plans.map(({ planId }) => planId));
      }
      const whole = (await store.list(filter, '2026-12-08T00:00:00Z')).plans.map(({ planId }) => planId);
      expect([filter, found]).toEqual([filter, whole]);
    }
  });

  test('refuses a cursor that another filter gave out', async () => {
    const { table, store } = subject();
    await made(table, [{}, {}, {}]);
    const { cursor = '' } = await store.list({ limit: 1 }, DRAFTED_AT);

    expect((await store.list({ limit: 1, cursor }, DRAFTED_AT)).plans).toHaveLength(1);
    await expect(store.list({ status: 'closed', cursor }, DRAFTED_AT)).rejects.toEqual(new BadCursor());
  });

  test('counts what there is to look after', async () => {
    const { table, store } = subject();
    await made(table, [
      { status: 'draft' },
      { status: 'active', waiting: checkIn('2026-12-02T22:00:00Z'), bounced: true },
      { status: 'paused', decisionDueAt: '2026-12-09T22:00:00Z' },
      { status: 'deciding', decisionDueAt: '2026-12-30T22:00:00Z' },
      { status: 'closed' },
    ]);

    const is = (atLeast: number) => ({ atLeast, isMore: false });
    expect(
      await store.counts({ now: '2026-12-08T00:00:00Z', decisionsBefore: '2026-12-15T00:00:00Z' }),
    ).toEqual({ overdue: is(1), decisions: is(1), bounced: is(1), drafts: is(1), live: is(3) });
  });
}
