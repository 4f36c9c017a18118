import { expect, test } from 'vitest';
import { newLinkId, newPlanId } from '../../../adapters/ids.ts';
import type { PlanStore, SavedAnswer } from '../../../adapters/store.ts';
import { signed } from '../../support/answers.ts';
import { StoredPlan } from '../../support/stored-plan.ts';
import type { Subject } from './subject.ts';

const SAVED: SavedAnswer = {
  values: { choice: 'sign', comment: 'Two lines,\nand “quotes” 🙂', '': 'a field without a name' },
  at: '2026-12-02T10:00:00Z',
  planVersion: 4,
  until: '2027-02-06T22:00:00Z',
};

async function launched(store: PlanStore) {
  const plan = await new StoredPlan(store).launch();
  const { requests } = await store.load(plan.id);
  const people = requests.acknowledgement?.respondents ?? [];
  const linkOf = (who: string) => people.find(({ participant }) => participant === who)?.link ?? '';
  return { plan, employee: linkOf('employee'), supervisor: linkOf('supervisor') };
}

export function savedContract(subject: Subject): void {
  test('is found behind its own link, and behind no other', async () => {
    const { store } = subject();
    const { employee, supervisor } = await launched(store);

    await store.saveAnswer(employee, SAVED);

    expect((await store.behind(employee))?.saved).toEqual(SAVED);
    expect(await store.behind(supervisor)).not.toHaveProperty('saved');
  });

  test('gives way to what is saved after it', async () => {
    const { store } = subject();
    const { employee } = await launched(store);
    await store.saveAnswer(employee, SAVED);

    const later = { ...SAVED, values: { choice: 'decline' }, at: '2026-12-02T11:00:00Z' };
    await store.saveAnswer(employee, later);

    expect((await store.behind(employee))?.saved).toEqual(later);
  });

  test('is no part of the record, and marked for the table to remove', async () => {
    const { table, store } = subject();
    const { plan, employee } = await launched(store);
    await plan.sign('supervisor');
    const [events, before] = [await store.events(plan.id), await table.all()];
    expect(before.filter((row) => 'ttl' in row)).toEqual([]);

    await store.saveAnswer(employee, SAVED);

    expect(await store.events(plan.id)).toEqual(events);
    const added = (await table.all()).filter(({ sk }) => !before.some((row) => row.sk === sk));
    expect(added).toEqual([
      {
        pk: `PLAN#${plan.id}`,
        sk: `DRAFT#${employee}`,
        words: JSON.stringify(SAVED.values),
        at: SAVED.at,
        planVersion: 4,
        until: SAVED.until,
        ttl: Date.parse(SAVED.until) / 1000,
      },
    ]);
  });

  test('is forgotten on demand, without a trace of what it said', async () => {
    const { table, store } = subject();
    const { plan, employee } = await launched(store);
    await store.saveAnswer(employee, SAVED);

    await store.dropAnswer(employee, '2026-12-03T10:00:00Z');

    expect(await store.behind(employee)).not.toHaveProperty('saved');
    const left = (await table.all()).filter(({ sk }) => sk === `DRAFT#${employee}`);
    const ttl = Date.parse('2026-12-03T10:00:00Z') / 1000;
    expect(left).toEqual([{ pk: `PLAN#${plan.id}`, sk: `DRAFT#${employee}`, ttl }]);
  });

  test('is forgotten with the answer that was read beside it, and with no other', async () => {
    const { store } = subject();
    const { plan, employee, supervisor } = await launched(store);
    await store.saveAnswer(employee, SAVED);
    await store.saveAnswer(supervisor, SAVED);
    const behind = await store.behind(employee);

    const answer = signed('Jordan Reyes');
    const command = { type: 'AnswerRequest', requestId: 'acknowledgement', by: 'employee', answer } as const;
    await store.commit(plan.id, command, plan.context(), behind);

    expect(await store.behind(employee)).not.toHaveProperty('saved');
    expect((await store.behind(supervisor))?.saved).toEqual(SAVED);
  });

  test('is not kept behind what is no link', async () => {
    const { table, store } = subject();
    await expect(store.saveAnswer('nothing', SAVED)).rejects.toThrow('A link id is');
    await expect(store.dropAnswer('nothing', SAVED.at)).rejects.toThrow('A link id is');
    expect(await table.all()).toEqual([]);
  });

  test('behind a link that was never handed out opens nothing', async () => {
    const { store } = subject();
    const link = newLinkId(newPlanId());
    await store.saveAnswer(link, SAVED);
    expect(await store.behind(link)).toBeUndefined();
  });
}
