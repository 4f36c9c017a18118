import { expect, test } from 'vitest';
import { newLinkId, newPlanId } from '../../../adapters/ids.ts';
import { CommitTooLarge, StoreBusy } from '../../../adapters/store-errors.ts';
import {
  cardOf,
  fold,
  listings,
  NotAsked,
  PlanExists,
  PlanNotFound,
  summarise,
} from '../../../domain/index.ts';
import { dcDraft } from '../../support/plans.ts';
import { DRAFTED_AT, StoredPlan } from '../../support/stored-plan.ts';
import type { Subject } from './subject.ts';

export function commitContract(subject: Subject): void {
  test('records the event whole and answers the plan it leads to', async () => {
    const plan = new StoredPlan(subject().store);

    const committed = await plan.draft();

    expect(committed.events).toEqual([
      {
        type: 'PlanDrafted',
        planId: plan.id,
        draft: dcDraft(),
        pack: { id: 'us-dc-6b1410', version: '2024-12' },
        timeZone: 'America/New_York',
        v: 1,
        seq: 1,
        at: DRAFTED_AT,
        actor: { kind: 'principal', id: 'hr-system' },
        prev: expect.stringMatching(/^[0-9a-f]{64}$/),
        hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ]);
    expect(await plan.store.events(plan.id)).toEqual(committed.events);
    expect(await plan.store.load(plan.id)).toEqual(committed.plan);
    expect(committed.plan).toEqual(fold(committed.events));
  });

  test('writes events, plan row, effects and links together', async () => {
    const { table, store } = subject();
    const plan = await new StoredPlan(store).launch();

    const rows = await table.all();

    const events = await store.events(plan.id);
    const [toEmployee, toSupervisor] = events.flatMap((event) =>
      event.type === 'RequestOpened' ? event.respondents.map((person) => person.link) : [],
    ) as [string, string];
    const pk = `PLAN#${plan.id}`;
    const owed = (key: string, item: Record<string, unknown>) => ({
      pk,
      sk: `OUTBOX#${key}`,
      key,
      ...item,
      planId: plan.id,
      status: 'PENDING',
      createdAt: DRAFTED_AT,
      attempts: 0,
      duePk: 'OUTBOX',
      dueSk: `${DRAFTED_AT}#${plan.id}#${key}`,
    });
    const link = (id: string, participant: string) => ({
      pk,
      sk: `LINK#${id}`,
      link: id,
      planId: plan.id,
      participant,
      purpose: 'answer',
      requestId: 'acknowledgement',
      seq: 4,
      generation: 1,
    });
    const mail = { kind: 'mail', template: 'request-opened', requestId: 'acknowledgement' };
    const listed = listings(fold(events)).map(({ facet, list, at, ...rest }) => {
      return { pk, sk: `LISTED#${facet}`, listPk: list, listSk: at, planId: plan.id, ...rest };
    });
    expect(rows).toEqual([
      ...events.map((event) => ({ pk, sk: `EVENT#00000${event.seq}`, ...event })),
      ...[link(toEmployee, 'employee'), link(toSupervisor, 'supervisor')].sort((a, b) =>
        a.sk < b.sk ? -1 : 1,
      ),
      ...listed.sort((a, b) => (a.sk < b.sk ? -1 : 1)),
      owed('000002-publish', {
        kind: 'publish',
        detailType: 'PlanApproved',
        detail: { v: 1, planId: plan.id },
      }),
      owed('000003-publish', {
        kind: 'publish',
        detailType: 'PlanLaunched',
        detail: { v: 1, planId: plan.id, run: 1, startDate: '2026-12-07', endDate: '2027-02-04' },
      }),
      owed('000003-publish-2', {
        kind: 'publish',
        detailType: 'TrainingPromised',
        detail: { v: 1, planId: plan.id, promises: [{ item: 'accuracy', promise: 1, due: '2026-12-18' }] },
      }),
      owed('000003-start', { kind: 'start-workflow', run: 1 }),
      owed('000004-mail-employee', { ...mail, to: 'employee', link: toEmployee }),
      owed('000004-mail-supervisor', { ...mail, to: 'supervisor', link: toSupervisor }),
      {
        pk,
        sk: 'PLAN',
        ...summarise(fold(events)),
        duePk: 'PLANS#LIVE',
        dueSk: `2026-12-03T14:00:00Z#${plan.id}`,
        listPk: 'PLANS',
        listSk: `${DRAFTED_AT}#${plan.id}`,
        card: cardOf(fold(events)),
      },
    ]);
  });

  test('stays quiet when the same is said again', async () => {
    const { table, store } = subject();
    const plan = await new StoredPlan(store).launch();
    await plan.sign('employee');
    const before = await table.all();

    const repeated = await plan.sign('employee');

    expect(repeated).toEqual({ plan: await store.load(plan.id), events: [] });
    expect(await table.all()).toEqual(before);
  });

  test('leaves nothing half written when one row of the transaction cannot be', async () => {
    const { table, store } = subject();
    const plan = new StoredPlan(store);
    await plan.draft();
    await plan.commit({ type: 'ApprovePlan' });
    await plan.commit({ type: 'LaunchPlan' });
    const taken = newLinkId(plan.id);
    await table.write({ pk: `PLAN#${plan.id}`, sk: `LINK#${taken}` });
    const before = await table.all();
    let links = 0;
    const context = { ...plan.context(), newLinkId: () => (++links % 2 ? newLinkId(plan.id) : taken) };

    const refused = plan.commit({ type: 'Advance', run: 1 }, context);

    await expect(refused).rejects.toMatchObject({ name: 'StoreBusy', code: 'busy', attempts: 10 });
    await expect(refused).rejects.toBeInstanceOf(StoreBusy);
    expect(await table.all()).toEqual(before);
  });

  test('writes nothing when the command is refused', async () => {
    const { table, store } = subject();
    const plan = await new StoredPlan(store).launch();
    const before = await table.all();
    const command = { type: 'AnswerRequest', requestId: 'decision', by: 'employee' } as const;
    const answer = { kind: 'decision', outcome: 'met', typedName: 'Me', reasons: [] } as const;

    await expect(plan.commit({ ...command, answer: { ...answer, reasons: [] } })).rejects.toEqual(
      new NotAsked('decision'),
    );
    expect(await table.all()).toEqual(before);
  });

  test('drafts a plan once', async () => {
    const plan = new StoredPlan(subject().store);
    await plan.draft();

    await expect(plan.draft()).rejects.toEqual(new PlanExists());
  });

  test('finds no plan that was never drafted', async () => {
    const { store } = subject();
    const plan = new StoredPlan(store, newPlanId());

    await expect(store.load(plan.id)).rejects.toEqual(new PlanNotFound());
    await expect(store.events(plan.id)).rejects.toEqual(new PlanNotFound());
    await expect(plan.commit({ type: 'ApprovePlan' })).rejects.toEqual(new PlanNotFound());
  });

  test('refuses by size what no row can hold', async () => {
    const { table, store } = subject();
    const plan = new StoredPlan(store);
    await plan.draft();
    const before = await table.all();

    const refused = plan.commit({ type: 'ApprovePlan', comment: 'x'.repeat(400_000) });

    await expect(refused).rejects.toBeInstanceOf(CommitTooLarge);
    await expect(refused).rejects.toMatchObject({ what: 'bytes of one row', most: 390_000 });
    expect(await table.all()).toEqual(before);
  });

  test('hands out the scope of a link, and nothing for one that was never issued', async () => {
    const { store } = subject();
    const plan = await new StoredPlan(store).launch();
    const linkId = (await store.load(plan.id)).requests.acknowledgement?.respondents[0]?.link as string;

    expect(await store.link(linkId)).toEqual({
      link: linkId,
      planId: plan.id,
      participant: 'employee',
      purpose: 'answer',
      requestId: 'acknowledgement',
      seq: 4,
      generation: 1,
    });
    expect(await store.link(newLinkId(plan.id))).toBeUndefined();
    expect(await store.link('not a link id')).toBeUndefined();
  });

  test('puts a renewed link in the place of the old one, with the next generation', async () => {
    const { store } = subject();
    const plan = await new StoredPlan(store).launch();
    const link = (await store.load(plan.id)).requests.acknowledgement?.respondents[0]?.link as string;
    const scope = { participant: 'employee', requestId: 'acknowledgement', purpose: 'answer' } as const;
    await plan.commit({ type: 'RenewLink', link, ...scope });
    expect(await store.link(link)).toEqual({ link, planId: plan.id, ...scope, seq: 5, generation: 2 });
    await plan.commit({ type: 'RenewLink', link, ...scope });
    expect(await store.link(link)).toMatchObject({ seq: 6, generation: 3 });
  });

  test('counts what is sent through a link by the hour, and makes no row for one that was never issued', async () => {
    const { store, table } = subject();
    const plan = await new StoredPlan(store).launch();
    const link = (await store.load(plan.id)).requests.acknowledgement?.respondents[0]?.link as string;
    const issued = await store.link(link);
    const count = (now: string, of = link) => store.countPost(of, now);
    expect(await count('2026-12-01T15:00:00Z')).toBe(1);
    expect(await count('2026-12-01T15:59:59Z')).toBe(2);
    expect(await count('2026-12-01T16:00:00Z')).toBe(1);
    expect(await count('2026-12-02T15:00:00Z')).toBe(1);
    expect(await store.link(link)).toEqual(issued);
    const before = await table.all();
    expect(await count('2026-12-01T15:00:00Z', newLinkId(plan.id))).toBe(0);
    expect(await count('2026-12-01T15:00:00Z', 'no link at all')).toBe(0);
    expect(await table.all()).toEqual(before);
  });
}
