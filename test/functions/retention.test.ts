import { beforeEach, expect, test } from 'vitest';
import { PlanErased } from '../../adapters/store-errors.ts';
import { PlanNotFound } from '../../domain/index.ts';
import { holdComparators } from '../../functions/api/hold.ts';
import { scheduled } from '../../functions/chains.ts';
import { MOST_PER_ROUND } from '../../functions/sweeper/retention.ts';
import { sweep } from '../../functions/sweeper/sweep.ts';
import { StoredPlan } from '../support/stored-plan.ts';
import { CONTEXT } from './lambda.ts';
import { capturedLogs } from './logs.ts';
import { type World, worldAt } from './ports.ts';

// Withdrawn on 1 December 2026; public employers keep the record for two years, to the end of the day.
const DAY_BEFORE = '2028-12-01T12:00:00Z';
const OVER = '2028-12-02T05:00:01Z';
const hr = { kind: 'principal', id: 'hr-system' } as const;

let world: World;
const logs = capturedLogs();
const round = (now: string, ports = world.ports) => {
  world.now = now;
  return scheduled(sweep, ports)({}, CONTEXT);
};
const withdrawn = async (): Promise<StoredPlan> => {
  const plan = await new StoredPlan(world.ports.store).launch();
  await plan.commit({ type: 'WithdrawPlan', reason: 'Moved to another post.' });
  for (const { key } of await world.ports.store.outbox(plan.id)) {
    await world.ports.store.claim(plan.id, key, plan.now, 60);
    await world.ports.store.settle(plan.id, key, { status: 'DONE' });
  }
  return plan;
};
const rowsOf = (planId: string) => world.rows.all().filter(({ pk }) => pk === `PLAN#${planId}`);

beforeEach(() => {
  world = worldAt('2026-12-01T15:00:00Z');
});

test('a record is deleted in the first round after its time, and only a certificate stays', async () => {
  const plan = await withdrawn();
  const before = rowsOf(plan.id);

  expect(await round(DAY_BEFORE)).toMatchObject({ effects: 0, plans: 0, old: 0 });
  expect(rowsOf(plan.id)).toEqual(before);
  expect(await round(OVER)).toMatchObject({ effects: 0, plans: 0, old: 1 });

  expect(rowsOf(plan.id).map(({ sk }) => sk)).toEqual(['ERASED']);
  await expect(world.ports.store.load(plan.id)).rejects.toThrow(PlanErased);
  expect(await round('2028-12-02T06:00:00Z')).toMatchObject({ effects: 0, plans: 0, old: 0 });
});

test('neither the log nor the certificate names anybody', async () => {
  const plan = await withdrawn();
  await round(OVER);
  const left = `${logs()} ${JSON.stringify(rowsOf(plan.id))}`;
  expect(left).toContain('record deleted');
  for (const word of ['Jordan', 'Reyes', 'agency.example', 'Permit', 'another post'])
    expect(left).not.toContain(word);
});

test('a round deletes few, the oldest first, and comes back for the rest', async () => {
  const plans: StoredPlan[] = [];
  for (let n = 0; n <= MOST_PER_ROUND; n++) plans.push(await withdrawn());
  expect(await round(OVER)).toMatchObject({ old: MOST_PER_ROUND });
  expect(plans.filter(({ id }) => rowsOf(id).length > 1)).toHaveLength(1);
  expect(await round(OVER)).toMatchObject({ old: 1 });
  expect(plans.filter(({ id }) => rowsOf(id).length > 1)).toEqual([]);
});

test('records that do not verify are kept, and do not hold up the others, however many they are', async () => {
  const broken: StoredPlan[] = [];
  for (let n = 0; n < MOST_PER_ROUND; n++) broken.push(await withdrawn());
  const sound = await withdrawn();
  for (const { id } of broken) {
    const event = rowsOf(id).find(({ sk }) => sk === 'EVENT#000002');
    if (!event) throw new Error('There are at least two events.');
    await world.rows.put({ ...event, at: '2026-11-30T15:00:00Z' }, {});
  }

  await expect(round(OVER)).rejects.toThrow('sweep_incomplete');

  for (const { id } of broken) expect(rowsOf(id).length).toBeGreaterThan(5);
  expect(rowsOf(sound.id)).toHaveLength(1);
});

test('scenario 13: a hold set one day before deletion keeps everything, the comparators too', async () => {
  const [plan, peer, other] = [await withdrawn(), await withdrawn(), await withdrawn()];
  const reason = 'A charge was filed.';
  world.now = DAY_BEFORE;
  await holdComparators([plan.id, peer.id, peer.id], reason, world.ports, hr);
  const held = [...rowsOf(plan.id), ...rowsOf(peer.id)];

  await round('2035-01-01T00:00:00Z');

  expect([...rowsOf(plan.id), ...rowsOf(peer.id)]).toEqual(held);
  expect((await world.ports.store.load(peer.id)).legalHold).toEqual({ since: DAY_BEFORE, reason });
  expect(rowsOf(other.id).map(({ sk }) => sk)).toEqual(['ERASED']);

  await peer.commit({ type: 'ReleaseLegalHold', reason: 'The charge was settled.' });
  await round('2035-01-01T01:00:00Z');
  expect(rowsOf(peer.id)).toHaveLength(1);
  expect((await world.ports.store.load(plan.id)).legalHold).toEqual({ since: DAY_BEFORE, reason });
});

test('comparators are all held or none, each once', async () => {
  const peer = await withdrawn();
  const events = async () => (await world.ports.store.events(peer.id)).length;
  const before = await events();
  const absent = `pln${'a'.repeat(20)}`;

  await expect(holdComparators([peer.id, absent], 'A charge.', world.ports, hr)).rejects.toEqual(
    new PlanNotFound(),
  );
  expect(await events()).toBe(before);
  await holdComparators([peer.id], 'A charge.', world.ports, hr);
  await holdComparators([peer.id], 'Another charge.', world.ports, hr);
  expect(await events()).toBe(before + 1);
});
