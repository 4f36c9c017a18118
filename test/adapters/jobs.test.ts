import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newJobId, planIdFrom } from '../../adapters/ids.ts';
import { type JobRecord, type JobStore, jobRows } from '../../adapters/jobs.ts';
import { type OpenEngine, openEngine, TABLES } from '../support/store.ts';

const job = (over: Partial<JobRecord> = {}): JobRecord => ({
  jobId: newJobId(),
  kind: 'import',
  title: 'Import of plans.csv',
  by: { id: 'u-1', name: 'Priya Raman' },
  starts: [],
  at: '2026-12-01T15:00:00Z',
  status: 'preparing',
  phase: 'check',
  attempt: 0,
  begunAt: '2026-12-01T15:00:00Z',
  total: 0,
  parts: 0,
  file: { name: 'plans.csv', format: 'csv', upTo: 'draft' },
  ...over,
});
const UNTIL = '2026-12-31T15:00:00Z';

// AWS's own engine takes seconds to start, and says nothing here that the other does not.
describe.each(TABLES.filter((kind) => kind !== 'local'))('bulk work on %s', (kind) => {
  let engine: OpenEngine | undefined;
  let rows: JobStore;

  beforeAll(async () => {
    engine = await openEngine(kind);
  }, 60_000);
  afterAll(() => engine?.close());
  beforeEach(async ({ skip }) => {
    if (!engine) return skip('this machine cannot run it');
    rows = jobRows((await engine.table()).rows);
  });

  test('is found again as it was put, newest first', async () => {
    const [older, newer] = [job(), job({ at: '2026-12-02T15:00:00Z' })];
    await rows.put(older);
    await rows.put(newer);
    expect(await rows.get(older.jobId)).toEqual(older);
    expect(await rows.list(10)).toEqual([newer, older]);
    expect(await rows.list(1)).toEqual([newer]);
    expect(await rows.get(newJobId())).toBeUndefined();
  });

  test('changes only while it is as it must be, and never where there is none', async () => {
    const kept = job({ status: 'running', attempt: 1, error: 'x' });
    await rows.put(kept);
    const { error: _, ...without } = kept;
    const changed = { ...without, status: 'done' };
    const must = { status: ['running'], attempt: [1] };
    expect(await rows.change(kept.jobId, { status: 'done', error: undefined } as never, must)).toEqual(
      changed,
    );
    expect(await rows.change(kept.jobId, { status: 'stopped' }, must)).toBeUndefined();
    expect(await rows.get(kept.jobId)).toEqual(changed);
    const other = newJobId();
    expect(await rows.change(other, { status: 'done' })).toBeUndefined();
    expect(await rows.get(other)).toBeUndefined();
  });

  test('keeps slices, parts, results and tallies by their numbers', async () => {
    const { jobId } = job();
    for (const slice of [11, 2, 0]) await rows.putSlice(jobId, slice, `slice ${slice}`, UNTIL);
    expect(await rows.slices(jobId)).toEqual([0, 2, 11]);
    expect(await rows.slice(jobId, 2)).toBe('slice 2');
    expect(await rows.slice(jobId, 1)).toBeUndefined();
    await rows.putPart(jobId, 0, [{ row: 1 }], UNTIL);
    expect(await rows.part(jobId, 0)).toEqual([{ row: 1 }]);
    await rows.empty(jobId, 'slice', [0, 2], UNTIL);
    await rows.empty(jobId, 'part', [0], UNTIL);
    expect([await rows.slice(jobId, 2), await rows.slice(jobId, 11)]).toEqual([undefined, 'slice 11']);
    expect(await rows.part(jobId, 0)).toEqual([]);
    expect(await rows.slices(jobId)).toEqual([0, 2, 11]);
    expect(await rows.result(jobId, 'check', 0)).toBeUndefined();
    await rows.putResult(
      { jobId, phase: 'check', part: 0, attempt: 1 },
      [{ row: 1, outcome: 'good' }],
      UNTIL,
    );
    expect(await rows.result(jobId, 'check', 0)).toEqual([{ row: 1, outcome: 'good' }]);
    expect(await rows.result(jobId, 'work', 0)).toBeUndefined();
    const tally = { total: 2, through: 1, failed: 0, warned: 0, complete: false, at: UNTIL };
    await rows.putTally({ jobId, phase: 'check', part: 0, attempt: 1 }, tally, UNTIL);
    await rows.putTally(
      { jobId, phase: 'check', part: 0, attempt: 1 },
      { ...tally, through: 2, complete: true },
      UNTIL,
    );
    expect(await rows.tallies(jobId, 'check')).toEqual([{ part: 0, ...tally, through: 2, complete: true }]);
    expect(await rows.tallies(jobId, 'work')).toEqual([]);
  });

  test('knows which job imported a file first', async () => {
    const [first, second] = [newJobId(), newJobId()];
    expect(await rows.fileClaimedBy('digest')).toBeUndefined();
    expect(await rows.claimFile('digest', first, UNTIL)).toBeUndefined();
    expect(await rows.claimFile('digest', first, UNTIL)).toBeUndefined();
    expect(await rows.claimFile('digest', second, UNTIL)).toBe(first);
    expect(await rows.fileClaimedBy('digest')).toBe(first);
  });
});

test('the same text makes the same plan id, and another text another', () => {
  expect(planIdFrom('job#1')).toMatch(/^pln[a-z2-7]{20}$/);
  expect(planIdFrom('job#1')).toBe(planIdFrom('job#1'));
  expect(planIdFrom('job#1')).not.toBe(planIdFrom('job#2'));
});
