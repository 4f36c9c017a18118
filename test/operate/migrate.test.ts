import { beforeEach, expect, test } from 'vitest';
import { createMemoryStore } from '../../adapters/memory-store.ts';
import type { PlanStore } from '../../adapters/store.ts';
import { migrate } from '../../operate/admin/migrate.ts';
import type { Office } from '../../operate/admin/office.ts';
import { StoredPlan } from '../support/stored-plan.ts';

let store: PlanStore;
let old: StoredPlan;
let current: StoredPlan;
beforeEach(async () => {
  store = createMemoryStore();
  [old, current] = [await new StoredPlan(store).launch(), await new StoredPlan(store).launch()];
});

/** The executions of `running` run; only that of `old` by an older definition. */
function office(running = [old, current]) {
  const said: string[] = [];
  const executions = {
    list: async () => ({ executions: running.map(({ id }) => ({ name: `${id}-r1` })) }),
    version: async (_: string, name: string) => ({ current: !name.startsWith(old.id) }),
  };
  const print = { say: (line: string) => said.push(line), complain: () => {} };
  const contexts = async () => () => current.context();
  return { said, office: { stage: 'prod', store, print, executions, contexts } as unknown as Office };
}

const runs = async () => [(await store.load(old.id)).run, (await store.load(current.id)).run];

test('SFN-8: without --apply it says which plans would get another run, and changes nothing', async () => {
  const { office: made, said } = office();
  expect(await migrate(made, {})).toBe(0);
  expect(said).toEqual([
    `${old.id}: run 1 is on an older definition; run 2 takes over.`,
    '1 of 2 would be moved. Nothing was changed. To do it: npm run admin -- migrate --apply --stage prod',
  ]);
  expect(await runs()).toEqual([1, 1]);
});

test('SFN-8: --apply asks, and changes nothing when nobody is there to say yes', async () => {
  await expect(migrate(office().office, { apply: true })).rejects.toMatchObject({
    message: expect.stringContaining('One plan gets another run'),
    wayOut: 'Add --yes if it is meant.',
  });
  expect(await runs()).toEqual([1, 1]);
});

test('SFN-8: --apply --yes moves those, and no others', async () => {
  const { office: made, said } = office();
  expect(await migrate(made, { apply: true, yes: true })).toBe(0);
  expect(said.at(-1)).toBe('1 of 2 was moved.');
  expect(await runs()).toEqual([2, 1]);
});

test('SFN-8: a plan that ended since it was looked at is left alone, and said to be', async () => {
  const { office: made, said } = office();
  const contexts = async () => {
    await old.commit({ type: 'WithdrawPlan', reason: 'Over.' });
    return () => current.context();
  };
  expect(await migrate({ ...made, contexts } as Office, { apply: true, yes: true })).toBe(0);
  expect(said[1]).toContain(`${old.id}: not moved.`);
  expect(said.at(-1)).toBe('0 of 2 were moved.');
});

test.each([
  [0, 'No execution runs.'],
  [1, 'The one running execution is on the newest definition.'],
])('where %s execution runs it says: %s', async (count, says) => {
  const { office: made, said } = office([current].slice(0, count));
  await migrate(made, {});
  expect(said).toEqual([says]);
});
