import { describe, expect, test } from 'vitest';
import type { Identity } from '../../functions/access.ts';
import { templateCsv } from '../../functions/admin/import/template.ts';
import { createJobs } from '../../functions/jobs/jobs.ts';
import { planFile } from '../support/plan-file.ts';
import { dcDraft } from '../support/plans.ts';
import { bulkAt, PRIYA } from './bulk-driven.ts';

const START = '2026-12-01T15:00:00Z';
const noted = (text: string) => ({ type: 'note', values: { '/text': text } });
const OMAR: Identity = {
  id: 'u-2',
  name: 'Omar Haddad',
  email: 'omar.haddad@agency.example',
  roles: ['hr'],
};
const isPart = ({ action }: { action: string }) => action === 'part';

describe('the workflow', () => {
  test('carries ids and numbers only', async () => {
    const world = bulkAt(START);
    const jobId = await world.checked(planFile(120, (row) => row === 7));
    expect(world.asked).toEqual([
      { action: 'read', schemaVersion: 1, jobId, phase: 'check', attempt: 1 },
      { action: 'part', schemaVersion: 1, jobId, phase: 'check', attempt: 1, part: 0 },
      { action: 'part', schemaVersion: 1, jobId, phase: 'check', attempt: 1, part: 1 },
      { action: 'finish', schemaVersion: 1, jobId, phase: 'check', attempt: 1 },
    ]);
    const history = JSON.stringify(world.history({ jobId, phase: 'check', attempt: 1 }));
    expect(history).not.toMatch(/agency\.example|Person|Case notes/);
  });
});

describe('a dry run', () => {
  test('of many rows with some bad ones keeps no plan and says every one of them', async () => {
    const world = bulkAt(START);
    const isBad = (row: number) => row % 60 === 0;
    const jobId = await world.checked(planFile(900, isBad));
    expect(await world.jobs.get(jobId)).toMatchObject({
      status: 'checked',
      total: 900,
      good: 885,
      progress: { through: 900, failed: 15, warned: 0 },
    });
    expect(world.plans()).toEqual([]);
    const rows = await world.rowsOf(jobId);
    expect(rows.filter(({ outcome }) => outcome === 'bad').map(({ row }) => row)).toEqual(
      Array.from({ length: 15 }, (_, index) => (index + 1) * 60),
    );
    expect(rows[59]).toEqual({
      row: 60,
      line: 61,
      title: 'Case notes 60',
      outcome: 'bad',
      faults: [
        {
          line: 61,
          column: 'endDate',
          message: 'The plan ends before it starts: move one of the two days.',
          rule: 'product',
          citation: 'What every plan needs',
        },
      ],
    });
  });

  test('takes the template as it is', async () => {
    const world = bulkAt(START);
    const jobId = await world.checked(templateCsv());
    expect((await world.rowsOf(jobId)).map(({ title, outcome, faults }) => [title, outcome, faults])).toEqual(
      [
        ['Case notes written in time', 'good', undefined],
        ['Calls returned the same day', 'good', undefined],
      ],
    );
  });

  test('says of JSON what is wrong in which field, by the rules of the pack', async () => {
    const world = bulkAt(START);
    const { items: _, ...without } = dcDraft();
    const plans = [dcDraft(), { ...dcDraft(), colour: 'red' }, without, dcDraft({ endDate: '2026-12-10' })];
    const jobId = await world.checked(JSON.stringify(plans), { format: 'json', name: 'plans.json' });
    const rows = await world.rowsOf(jobId);
    expect(rows.map(({ outcome }) => outcome)).toEqual(['good', 'bad', 'bad', 'bad']);
    expect(rows[1]?.faults).toEqual([
      {
        line: 1,
        column: '/colour',
        message: 'This field is not known: leave it out.',
        rule: 'shape',
        citation: '',
      },
    ]);
    expect(rows[2]?.faults).toEqual([
      { line: 1, column: '/items', message: 'This is missing: give a list.', rule: 'shape', citation: '' },
    ]);
    expect(rows[3]?.faults?.map(({ column, rule }) => [column, rule])).toContainEqual(['/endDate', 'D2']);
  });

  test('warns of the same person from the same day, and of a file that was imported before', async () => {
    const world = bulkAt(START);
    const one = JSON.stringify([dcDraft(), dcDraft({ title: 'Once more' })]);
    const first = await world.checked(one, { format: 'json' });
    expect((await world.rowsOf(first))[1]).toMatchObject({
      outcome: 'good',
      warnings: ['The plan at line 1 is for the same person, from the same day.'],
    });
    await world.jobs.start(first, PRIYA);
    await world.settle();
    const second = await world.checked(one, { format: 'json' });
    expect((await world.jobs.get(second))?.file).toMatchObject({ sameAs: first });
  });

  test('of a file that cannot be read says why, and cannot be started', async () => {
    const world = bulkAt(START);
    const jobId = await world.checked('title,Manger\n');
    const job = await world.jobs.get(jobId);
    expect(job).toMatchObject({ status: 'checked', total: 0 });
    expect(job?.file?.faults?.[0]).toEqual({
      line: 1,
      message: 'The column "Manger" is not known: rename or delete it.',
    });
    await expect(world.jobs.start(jobId, PRIYA)).rejects.toMatchObject({ code: 'job_not_ready' });
  });
});

describe('an import', () => {
  test('makes each good row a plan, and none of the bad', async () => {
    const world = bulkAt(START);
    const jobId = await world.checked(planFile(30, (row) => row === 4));
    await world.jobs.start(jobId, PRIYA);
    await world.settle();
    expect(await world.jobs.get(jobId)).toMatchObject({
      status: 'done',
      phase: 'work',
      progress: { through: 29, failed: 0, warned: 0 },
    });
    const titles = world.plans().map(({ title, status }) => [title, status]);
    expect(titles.map(([title]) => title)).not.toContain('Case notes 4');
    expect(titles).toHaveLength(29);
    expect(new Set(titles.map(([, status]) => status))).toEqual(new Set(['draft']));
    const [first] = await world.rowsOf(jobId);
    expect(first).toMatchObject({
      row: 1,
      outcome: 'done',
      planId: expect.stringMatching(/^pln[a-z2-7]{20}$/),
    });
    const [drafted] = await world.ports.store.events(first?.planId ?? '');
    expect(drafted).toMatchObject({
      type: 'PlanDrafted',
      actor: { kind: 'principal', id: 'priya.raman@agency.example' },
    });
  });

  test('goes as far as it is told: approved and launched', async () => {
    const world = bulkAt(START);
    const jobId = await world.checked(planFile(3));
    await world.jobs.start(jobId, PRIYA, { upTo: 'approve_and_launch' });
    await world.settle();
    expect(world.plans().map(({ status }) => status)).toEqual([
      'acknowledging',
      'acknowledging',
      'acknowledging',
    ]);
  });

  test('begun by one and started by another is recorded as the work of whoever started it', async () => {
    const world = bulkAt(START);
    const jobId = await world.checked(planFile(1));
    await world.jobs.start(jobId, OMAR, { upTo: 'approve_and_launch' });
    await world.settle();
    const [row] = await world.rowsOf(jobId);
    const events = await world.ports.store.events(row?.planId ?? '');
    const acts = ['PlanDrafted', 'PlanApproved', 'PlanLaunched'];
    expect(
      events.flatMap((event) => (acts.includes(event.type) ? [[event.type, event.actor?.id]] : [])),
    ).toEqual(acts.map((type) => [type, 'omar.haddad@agency.example']));
    expect(await world.jobs.get(jobId)).toMatchObject({
      by: { id: 'u-1', name: 'Priya Raman' },
      starts: [
        { attempt: 1, phase: 'check', by: { id: 'u-1' }, at: START },
        { attempt: 2, phase: 'work', by: { id: 'u-2', name: 'Omar Haddad' } },
      ],
    });
  });

  test('that is refused half way says which plan was kept', async () => {
    const world = bulkAt(START);
    const jobId = await world.checked(planFile(1));
    await world.clock.advanceTo(Date.parse('2027-02-01T15:00:00Z'));
    await world.jobs.start(jobId, PRIYA, { upTo: 'approve_and_launch' });
    await world.settle();
    const [row] = await world.rowsOf(jobId);
    expect(row).toMatchObject({
      outcome: 'refused',
      planId: expect.stringMatching(/^pln/),
      faults: [{ line: 2, column: 'startDate' }],
      warnings: ['The plan was kept; what comes after it was refused.'],
    });
    expect(world.plans().map(({ status }) => status)).toEqual(['approved']);
  });

  test('whose worker dies in the middle of every part makes each plan exactly once', async () => {
    const world = bulkAt(START);
    const jobId = await world.checked(planFile(150));
    const { commit } = world.ports.store;
    let commits = 0;
    const dying = { ...world.ports.store };
    dying.commit = async (...args) => {
      const done = await commit(...args);
      // Recorded, and nobody hears of it.
      if (++commits % 40 === 0) throw Object.assign(new Error('gone'), { name: 'TimeoutError' });
      return done;
    };
    Object.assign(world.ports, { store: dying });
    await world.jobs.start(jobId, PRIYA);
    await world.settle();
    expect(await world.jobs.get(jobId)).toMatchObject({
      status: 'done',
      progress: { through: 150, failed: 0 },
    });
    expect(world.plans()).toHaveLength(150);
    // Begun again, a row that was recorded finds its plan there.
    expect(commits).toBe(150);
    expect(world.asked.filter(isPart).length).toBeGreaterThan(2);
    expect((await world.rowsOf(jobId)).every(({ outcome }) => outcome === 'done')).toBe(true);
  });

  test('of which one part gives up stands still, does the others, and goes on with the rest', async () => {
    const world = bulkAt(START);
    const jobId = await world.checked(planFile(250));
    world.dies = (event) =>
      event.action === 'part' && event.part === 1
        ? Object.assign(new Error(), { name: 'Throttled' })
        : undefined;
    await world.jobs.start(jobId, PRIYA);
    await world.settle();
    expect(await world.jobs.get(jobId)).toMatchObject({
      status: 'failed',
      error: 'parts_not_through',
      progress: { through: 150 },
    });
    expect(world.execution({ jobId, phase: 'work', attempt: 2 })).toMatchObject({ status: 'SUCCEEDED' });
    world.dies = () => undefined;
    world.asked.length = 0;
    await world.jobs.resume(jobId, PRIYA);
    await world.settle();
    expect(world.asked.filter(isPart)).toEqual([
      { action: 'part', schemaVersion: 1, jobId, phase: 'work', attempt: 3, part: 1 },
    ]);
    expect(await world.jobs.get(jobId)).toMatchObject({
      status: 'done',
      progress: { through: 250, failed: 0 },
    });
    expect(world.plans()).toHaveLength(250);
  });

  test('that is stopped in the middle stops, and goes on where it was left', async () => {
    const world = bulkAt(START);
    const jobId = await world.checked(planFile(250));
    let stopping: Promise<void> | undefined;
    world.dies = (event) => {
      if (event.action === 'part' && event.part === 1) stopping ??= world.jobs.stop(jobId);
      return undefined;
    };
    await world.jobs.start(jobId, PRIYA);
    await world.settle();
    await stopping;
    const stopped = await world.jobs.get(jobId);
    expect(stopped?.status).toBe('stopped');
    expect(stopped?.progress.through).toBeLessThan(250);
    expect(world.execution({ jobId, phase: 'work', attempt: 2 })).toMatchObject({ status: 'ABORTED' });
    world.dies = () => undefined;
    await world.jobs.resume(jobId, PRIYA);
    await world.settle();
    expect(await world.jobs.get(jobId)).toMatchObject({ status: 'done', progress: { through: 250 } });
    expect(world.plans()).toHaveLength(250);
  });

  test('whose file cannot even be cut says that it stands still', async () => {
    const world = bulkAt(START);
    world.dies = (event) =>
      event.action === 'read' ? Object.assign(new Error(), { name: 'TableGone' }) : undefined;
    const jobId = await world.checked(planFile(1));
    expect(await world.jobs.get(jobId)).toMatchObject({ status: 'failed', error: 'TableGone' });
    world.dies = () => undefined;
    await world.jobs.resume(jobId, PRIYA);
    await world.settle();
    expect(await world.jobs.get(jobId)).toMatchObject({ status: 'checked', good: 1 });
  });
});

describe('one command for many plans', () => {
  const imported = async (count: number) => {
    const world = bulkAt(START);
    const jobId = await world.checked(planFile(count));
    await world.jobs.start(jobId, PRIYA, { upTo: 'approve_and_launch' });
    await world.settle();
    return { world, planIds: (await world.rowsOf(jobId)).map(({ planId = '' }) => planId) };
  };

  test('is given to each of them once, and whoever refuses says why', async () => {
    const { world, planIds } = await imported(3);
    const gone = 'plnaaaaaaaaaaaaaaaaaaaa';
    const form = noted('A letter went out to everybody.');
    const jobId = await world.jobs.create({
      kind: 'commands',
      form,
      planIds: [...planIds, gone, planIds[0] as string],
      by: PRIYA,
    });
    await world.settle();
    const rows = await world.rowsOf(jobId);
    expect(rows.map(({ outcome, planId }) => [outcome, planId])).toEqual([
      ...planIds.map((planId) => ['done', planId]),
      ['refused', gone],
    ]);
    expect(rows[3]?.faults).toEqual([
      {
        message: 'There is no plan with this id. Check the plan id, or list the plans.',
        rule: 'plan_not_found',
        citation: '',
      },
    ]);
    const events = await world.ports.store.events(planIds[0] as string);
    expect(events.filter(({ type }) => type === 'NoteAdded')).toHaveLength(1);
  });

  test('is recorded once though the worker dies before it can say so', async () => {
    const { world, planIds } = await imported(2);
    const { putResult } = world.rows;
    let lost = 0;
    Object.assign(world.rows, {
      putResult: async (...args: Parameters<typeof putResult>) => {
        if (lost++ === 0) throw Object.assign(new Error('gone'), { name: 'WorkerDied' });
        return putResult(...args);
      },
    });
    const jobId = await world.jobs.create({
      kind: 'commands',
      form: noted('A letter went out.'),
      planIds,
      by: PRIYA,
    });
    await world.settle();
    expect((await world.rowsOf(jobId)).map(({ outcome }) => outcome)).toEqual(['done', 'done']);
    for (const planId of planIds) {
      const events = await world.ports.store.events(planId);
      expect(events.filter(({ type }) => type === 'NoteAdded')).toHaveLength(1);
    }
  });

  test('that another person goes on with is theirs from there, and no row is done twice', async () => {
    const { world, planIds } = await imported(2);
    const { putResult } = world.rows;
    let isLost = true;
    Object.assign(world.rows, {
      // The rows are recorded, and the attempt ends before it can say so.
      putResult: async (...args: Parameters<typeof putResult>) => {
        if (isLost) throw Object.assign(new Error('gone'), { name: 'WorkerDied' });
        return putResult(...args);
      },
    });
    const both = {
      kind: 'commands',
      form: noted('A letter went out.'),
      by: PRIYA,
    } as const;
    const jobId = await world.jobs.create({ ...both, planIds });
    await world.settle();
    isLost = false;
    await world.jobs.resume(jobId, OMAR);
    await world.settle();
    expect((await world.rowsOf(jobId)).map(({ outcome }) => outcome)).toEqual(['done', 'done']);

    world.dies = ({ action }) =>
      action === 'part' ? Object.assign(new Error(), { name: 'Throttled' }) : undefined;
    const second = await world.jobs.create({ ...both, planIds });
    await world.settle();
    world.dies = () => undefined;
    await world.jobs.resume(second, OMAR);
    await world.settle();
    for (const planId of planIds) {
      const events = await world.ports.store.events(planId);
      expect(events.flatMap((event) => (event.type === 'NoteAdded' ? [event.actor?.id] : []))).toEqual([
        'priya.raman@agency.example',
        'omar.haddad@agency.example',
      ]);
    }
  });

  test('that is none, or for no plan, is refused before anything begins', async () => {
    const { jobs } = bulkAt(START);
    const create = ({ type }: { type: string }, planIds: string[]) =>
      jobs.create({ kind: 'commands', form: { type, values: {} }, planIds, by: PRIYA });
    await expect(create({ type: 'erase' }, ['plnaaaaaaaaaaaaaaaaaaaa'])).rejects.toMatchObject({
      status: 422,
    });
    await expect(create({ type: 'release_hold' }, [])).rejects.toMatchObject({
      more: { errors: [{ field: '/planIds', message: 'Name at least one plan.' }] },
    });
    await expect(create({ type: 'release_hold' }, ['PLN1'])).rejects.toMatchObject({
      more: { errors: [{ field: '/planIds/0' }] },
    });
    expect(await jobs.list(10)).toEqual([]);
  });
});

describe('a file that is uploaded in slices', () => {
  const begun = async () => {
    const world = bulkAt(START);
    const jobId = await world.jobs.create({ kind: 'import', name: 'plans.csv', format: 'csv', by: PRIYA });
    return { world, jobId };
  };

  test('may come in any order and twice, and is checked only when none is missing', async () => {
    const { world, jobId } = await begun();
    const text = planFile(2);
    const half = Math.floor(text.length / 2);
    await world.jobs.putSlice(jobId, 1, text.slice(half), PRIYA);
    expect(await world.jobs.slices(jobId)).toEqual([1]);
    await expect(world.jobs.check(jobId, PRIYA)).rejects.toMatchObject({
      more: { errors: [{ message: 'Part 0 is missing: upload it, then check again.' }] },
    });
    await world.jobs.putSlice(jobId, 0, 'something else', PRIYA);
    await world.jobs.putSlice(jobId, 0, text.slice(0, half), PRIYA);
    await world.jobs.check(jobId, PRIYA);
    await world.settle();
    expect(await world.jobs.get(jobId)).toMatchObject({ status: 'checked', good: 2 });
    await expect(world.jobs.putSlice(jobId, 2, 'late', PRIYA)).rejects.toMatchObject({
      code: 'job_not_ready',
    });
  });

  test('is uploaded by whoever began the import, and by nobody else in their name', async () => {
    const { world, jobId } = await begun();
    await expect(world.jobs.putSlice(jobId, 0, planFile(1), OMAR)).rejects.toMatchObject({
      status: 403,
      code: 'not_your_import',
      detail: 'Priya Raman began this import: only they may upload its file.',
    });
    expect(await world.jobs.slices(jobId)).toEqual([]);
  });

  test.each([
    [-1, 'x', '/part'],
    [300, 'x', '/part'],
    [0, '', '/'],
    [0, 'x'.repeat(250_001), '/'],
  ])('has slices of a number and a size: %i', async (slice, text, field) => {
    const { world, jobId } = await begun();
    await expect(world.jobs.putSlice(jobId, slice, text, PRIYA)).rejects.toMatchObject({
      more: { errors: [{ field }] },
    });
  });

  test('belongs to a job that is there', async () => {
    const { jobs } = bulkAt(START);
    const gone = 'jobaaaaaaaaaaaaaaaaaaaa';
    await expect(jobs.putSlice(gone, 0, 'x', PRIYA)).rejects.toMatchObject({
      status: 404,
      code: 'job_not_found',
    });
    expect(await jobs.get(gone)).toBeUndefined();
    expect(await jobs.get('PLAN')).toBeUndefined();
  });
});

test('every row of bulk work goes away by itself, thirty days after it began', async () => {
  const world = bulkAt(START);
  await world.checked(planFile(2));
  const rows = world.world.rows.all(({ pk }) => pk.startsWith('JOB#'));
  expect(rows.map(({ sk }) => sk.split('#')[0]).sort()).toEqual([
    'HAVE',
    'JOB',
    'PART',
    'RESULT',
    'SLICE',
    'TALLY',
  ]);
  const late = rows.filter(({ sk }) => !sk.startsWith('SLICE#'));
  expect(new Set(late.map(({ ttl }) => ttl))).toEqual(new Set([Date.parse('2026-12-31T15:00:00Z') / 1000]));
});

test('the uploaded file is gone once it is checked, its plans once they are imported; what came out stays', async () => {
  const world = bulkAt(START);
  const jobId = await world.checked(planFile(2));
  const of = (kind: string) =>
    world.world.rows.all(({ pk, sk }) => pk === `JOB#${jobId}` && sk.startsWith(kind));
  const emptied = [{ pk: `JOB#${jobId}`, sk: 'SLICE#000000', until: START, ttl: Date.parse(START) / 1000 }];
  expect(of('SLICE#')).toEqual(emptied);
  expect(JSON.stringify(of('PART#'))).toContain('agency.example');
  await world.jobs.start(jobId, PRIYA);
  await world.settle();
  expect(of('PART#').map((row) => Object.keys(row).sort())).toEqual([['pk', 'sk', 'ttl', 'until']]);
  expect((await world.rowsOf(jobId)).map(({ outcome }) => outcome)).toEqual(['done', 'done']);
  expect(await world.jobs.slices(jobId)).toEqual([0]);
});

test('work that could not even be started stands still, and can be gone on with at once', async () => {
  const world = bulkAt(START);
  const throttled = createJobs({
    rows: world.rows,
    now: () => START,
    bulk: {
      start: async () => Promise.reject(new Error('throttled')),
      stop: async () => {},
    },
  });
  const jobId = await throttled.create({ kind: 'import', name: 'plans.csv', format: 'csv', by: PRIYA });
  await throttled.putSlice(jobId, 0, planFile(1), PRIYA);
  await expect(throttled.check(jobId, PRIYA)).rejects.toThrow('throttled');
  expect(await world.jobs.get(jobId)).toMatchObject({ status: 'failed', error: 'not_started' });
  await world.jobs.resume(jobId, PRIYA);
  await world.settle();
  expect(await world.jobs.get(jobId)).toMatchObject({ status: 'checked', good: 1 });
});

test('work that nothing moves on for half an hour may be gone on with', async () => {
  const world = bulkAt(START);
  const jobId = await world.checked(planFile(2));
  await world.rows.change(jobId, { status: 'running', phase: 'work', attempt: 2 });
  expect(await world.jobs.get(jobId)).toMatchObject({ stalled: true });
  await world.jobs.resume(jobId, PRIYA);
  await world.settle();
  expect(await world.jobs.get(jobId)).toMatchObject({
    status: 'done',
    stalled: false,
    progress: { through: 2 },
  });
});
