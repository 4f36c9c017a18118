import { describe, expect, test } from 'vitest';
import { type JobRecord, keptUntil } from '../../adapters/jobs.ts';
import { workPart } from '../../functions/jobs/work-part.ts';
import { planFile } from '../support/plan-file.ts';
import { dcDraft } from '../support/plans.ts';
import { type BulkWorld, bulkAt, PRIYA } from './bulk-driven.ts';

const START = '2026-12-01T15:00:00Z';
const NOTE = { type: 'note', values: { '/text': 'A letter went out.' } };

async function imported(count: number) {
  const world = bulkAt(START);
  const jobId = await world.checked(planFile(count));
  await world.jobs.start(jobId, PRIYA, { upTo: 'approve_and_launch' });
  await world.settle();
  return { world, planIds: (await world.rowsOf(jobId)).map(({ planId = '' }) => planId) };
}

async function noted(world: BulkWorld, planIds: string[]): Promise<string> {
  const jobId = await world.jobs.create({ kind: 'commands', form: NOTE, planIds, by: PRIYA });
  await world.settle();
  return jobId;
}

const notesOf = async (world: BulkWorld, planId: string) =>
  (await world.ports.store.events(planId)).filter(({ type }) => type === 'NoteAdded').length;

/** Has commits on these plans answered with an error of this name, after they were done or instead. */
function failing(world: BulkWorld, which: (planId: string) => boolean, name: string, isDone = false): void {
  const { store } = world.ports;
  const commit: typeof store.commit = async (planId, ...rest) => {
    if (!which(planId)) return store.commit(planId, ...rest);
    if (isDone) await store.commit(planId, ...rest);
    throw Object.assign(new Error('gone'), { name });
  };
  Object.assign(world.ports, { store: { ...store, commit } });
}

describe('a row that goes wrong', () => {
  test('because its record is broken holds up none of the others', async () => {
    const { world, planIds } = await imported(3);
    const [broken = '', ...others] = planIds;
    const [, second] = await world.world.rows.query({ partition: `PLAN#${broken}`, prefix: 'EVENT#' });
    if (second) await world.world.rows.put({ ...second, hash: 'x' }, {});
    const jobId = await noted(world, planIds);
    expect(await world.jobs.get(jobId)).toMatchObject({
      status: 'done',
      progress: { through: 3, failed: 1 },
    });
    expect((await world.rowsOf(jobId))[0]).toMatchObject({
      outcome: 'refused',
      faults: [{ rule: 'broken_record' }],
    });
    for (const planId of others) expect(await notesOf(world, planId)).toBe(1);
  });

  test('as nobody expected holds up none of the others, and says so', async () => {
    const { world, planIds } = await imported(3);
    failing(world, (planId) => planId === planIds[0], 'TypeError');
    const rows = await world.rowsOf(await noted(world, planIds));
    expect(rows.map(({ outcome }) => outcome)).toEqual(['refused', 'done', 'done']);
    expect(rows[0]?.faults?.[0]).toMatchObject({ rule: 'unexpected' });
    expect(rows[0]?.faults?.[0]?.message).toContain('Something went wrong on our side.');
  });

  test('for a moment is worked on again, and what was done all the same is said to be done', async () => {
    const { world, planIds } = await imported(2);
    let times = 0;
    failing(world, (planId) => planId === planIds[1] && times++ === 0, 'ThrottlingException', true);
    const jobId = await noted(world, planIds);
    expect((await world.rowsOf(jobId)).map(({ outcome }) => outcome)).toEqual(['done', 'done']);
    for (const planId of planIds) expect(await notesOf(world, planId)).toBe(1);
    const known = world.world.rows.all(({ sk }) => sk.startsWith('DONE#'));
    const until = keptUntil((await world.rows.get(jobId))?.at ?? '');
    expect(known.map((row) => row.until)).toEqual([until, until]);
  });

  test('that is so already is said to be so, also when its part is worked on twice', async () => {
    const { world, planIds } = await imported(1);
    const form = { type: 'release_hold', values: { '/reason': 'It is over.' } };
    const { putResult } = world.rows;
    let lost = 0;
    world.rows.putResult = async (...args) => {
      if (lost++ === 0) throw Object.assign(new Error('gone'), { name: 'WorkerDied' });
      return putResult(...args);
    };
    const jobId = await world.jobs.create({ kind: 'commands', form, planIds, by: PRIYA });
    await world.settle();
    expect(lost).toBe(2);
    expect((await world.rowsOf(jobId)).map(({ outcome }) => outcome)).toEqual(['nothing']);
  });
});

test('an attempt that is over keeps nothing where the one after it has', async () => {
  const { world, planIds } = await imported(1);
  const jobId = await noted(world, planIds);
  const job = (await world.rows.get(jobId)) as JobRecord;
  const own = { jobId, phase: 'work', part: 0 } as const;
  const until = '2026-12-31T15:00:00Z';
  expect(await world.rows.putResult({ ...own, attempt: 3 }, [{ row: 1, outcome: 'done' }], until)).toBe(true);
  const old = { ...world.ports, jobRows: { ...world.rows, result: async () => [] } };
  old.jobRows.get = async () => ({ ...job, status: 'running' });
  await workPart({ ...job, status: 'running' }, 0, old);
  expect(await world.rowsOf(jobId)).toEqual([{ row: 1, outcome: 'done' }]);
});

test('work that was written down and not begun can be gone on with', async () => {
  const { world, planIds } = await imported(1);
  const { change } = world.rows;
  world.rows.change = async () => {
    throw new Error('cut off');
  };
  const creating = world.jobs.create({ kind: 'commands', form: NOTE, planIds, by: PRIYA });
  await expect(creating).rejects.toThrow('cut off');
  world.rows.change = change;
  const [job] = await world.jobs.list(1);
  expect(job).toMatchObject({ kind: 'commands', status: 'preparing' });
  await world.jobs.resume(job?.jobId ?? '', PRIYA);
  await world.settle();
  expect(await world.jobs.get(job?.jobId ?? '')).toMatchObject({ status: 'done' });
  expect(await notesOf(world, planIds[0] ?? '')).toBe(1);
});

test('of two imports of one file that were both checked, only one starts, unless it is said twice', async () => {
  const world = bulkAt(START);
  const file = JSON.stringify([dcDraft()]);
  const [first, second] = [
    await world.checked(file, { format: 'json' }),
    await world.checked(file, { format: 'json' }),
  ];
  await world.jobs.start(first, PRIYA);
  await expect(world.jobs.start(second, PRIYA)).rejects.toMatchObject({
    status: 409,
    code: 'imported_before',
    more: { sameAs: first },
  });
  await world.settle();
  expect(world.plans()).toHaveLength(1);
  expect(await world.jobs.get(second)).toMatchObject({ status: 'checked', file: { sameAs: first } });
  await world.jobs.start(second, PRIYA, { again: true });
  await world.settle();
  expect(world.plans()).toHaveLength(2);
});
