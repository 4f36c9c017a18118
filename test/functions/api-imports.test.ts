import { expect, test } from 'vitest';
import { ImportResultsShape, ImportShape, ReceivedShape } from '../../functions/api/import-shapes.ts';
import { planFile } from '../support/plan-file.ts';
import { ApiDoor } from './api-door.ts';

const CSV = { 'content-type': 'text/csv; charset=utf-8' };

async function begun(door: ApiDoor, more: object = {}): Promise<string> {
  const { status, json } = await door.post(
    { format: 'csv', name: 'plans.csv', ...more },
    'POST /api/imports',
  );
  expect(status).toBe(201);
  return json.jobId as string;
}

const upload = (
  door: ApiDoor,
  jobId: string,
  part: string,
  body: string,
  headers: Record<string, string> = CSV,
) => door.call('POST /api/imports/{jobId}/parts/{part}', { params: { jobId, part }, headers, body });
const act = (door: ApiDoor, jobId: string, what: string) =>
  door.call(`POST /api/imports/{jobId}/${what}`, { params: { jobId } });
const show = (door: ApiDoor, jobId: string, rest = '', query: Record<string, string> = {}) =>
  door.call(`GET /api/imports/{jobId}${rest}`, { params: { jobId }, query });

async function checked(door: ApiDoor, file: string): Promise<string> {
  const jobId = await begun(door);
  expect((await upload(door, jobId, '0', file)).status).toBe(200);
  expect((await act(door, jobId, 'check')).status).toBe(202);
  return jobId;
}

test('a file is uploaded in parts, checked, then imported as far as it is told', async () => {
  const door = new ApiDoor();
  const { status, headers, json } = await door.post(
    { format: 'csv', name: 'plans.csv' },
    'POST /api/imports',
  );
  const jobId = json.jobId as string;
  expect([status, headers.Location]).toEqual([201, `/api/imports/${jobId}`]);
  expect(json).toEqual({
    jobId,
    name: 'plans.csv',
    format: 'csv',
    // biome-ignore lint/suspicious/noThenProperty: the word for it in the API
    then: 'draft',
    at: '2026-12-01T15:00:00Z',
    status: 'preparing',
    phase: 'check',
    received: [],
    total: 0,
    progress: { through: 0, failed: 0, warned: 0 },
    firstFaults: [],
  });
  const file = planFile(3, (row) => row === 2);
  const half = Math.floor(file.length / 2);
  await upload(door, jobId, '1', file.slice(half));
  const received = await upload(door, jobId, '0', file.slice(0, half));
  expect(received.json).toEqual({ received: [0, 1] });
  expect(ReceivedShape.safeParse(received.json).success).toBe(true);

  const check = await act(door, jobId, 'check');
  expect(check.status).toBe(202);
  const dry = await show(door, jobId);
  expect(ImportShape.safeParse(dry.json).error).toBeUndefined();
  expect(dry.json).toMatchObject({
    status: 'checked',
    total: 3,
    progress: { through: 3, failed: 1, warned: 0 },
    firstFaults: [{ row: 2, line: 3, outcome: 'bad', faults: [{ line: 3, column: 'endDate' }] }],
  });
  expect(door.world.rows.all(({ sk }) => sk === 'PLAN')).toEqual([]);

  // biome-ignore lint/suspicious/noThenProperty: the word for it in the API
  const start = await door.post({ then: 'approve' }, 'POST /api/imports/{jobId}/start', { jobId });
  expect(start.status).toBe(202);
  expect(start.json).toMatchObject({ status: 'done', phase: 'work', progress: { through: 2, failed: 0 } });
  const results = await show(door, jobId, '/results');
  expect(ImportResultsShape.safeParse(results.json).error).toBeUndefined();
  expect(
    (results.json.results as { row: number; outcome: string }[]).map(({ row, outcome }) => [row, outcome]),
  ).toEqual([
    [1, 'done'],
    [3, 'done'],
  ]);
  expect(door.world.rows.all(({ sk }) => sk === 'PLAN').map(({ status: is }) => is)).toEqual([
    'approved',
    'approved',
  ]);
});

test('results come a part at a time', async () => {
  const door = new ApiDoor();
  const jobId = await checked(door, planFile(120));
  const first = await show(door, jobId, '/results');
  expect((first.json.results as unknown[]).length).toBe(100);
  expect(first.json.cursor).toBe('1');
  const second = await show(door, jobId, '/results', { cursor: '1' });
  expect((second.json.results as unknown[]).length).toBe(20);
  expect(second.json.cursor).toBeUndefined();
  expect(await show(door, jobId, '/results', { cursor: 'x' })).toMatchObject({
    status: 400,
    json: { code: 'bad_cursor' },
  });
});

test('starting again starts nothing again, and what is not checked is not started', async () => {
  const door = new ApiDoor();
  const jobId = await begun(door);
  expect(await act(door, jobId, 'start')).toMatchObject({ status: 409, json: { code: 'job_not_ready' } });
  await upload(door, jobId, '0', planFile(1));
  await act(door, jobId, 'check');
  expect((await act(door, jobId, 'start')).status).toBe(202);
  expect((await act(door, jobId, 'start')).status).toBe(202);
  expect(door.world.rows.all(({ sk }) => sk === 'PLAN')).toHaveLength(1);
  expect(await act(door, jobId, 'continue')).toMatchObject({ status: 409 });
  expect(await act(door, jobId, 'stop')).toMatchObject({ status: 409 });
});

test.each([
  [{ name: 'plans.csv' }, '/format'],
  [{ format: 'xlsx', name: 'plans.xlsx' }, '/format'],
  [{ format: 'csv', name: '' }, '/name'],
  // biome-ignore lint/suspicious/noThenProperty: the word for it in the API
  [{ format: 'csv', name: 'plans.csv', then: 'erase' }, '/then'],
  [{ format: 'csv', name: 'plans.csv', colour: 'red' }, '/colour'],
])('an import begun wrongly says which field: %j', async (body, field) => {
  const { status, json } = await new ApiDoor().post(body, 'POST /api/imports');
  expect([status, (json.errors as { field: string }[])[0]?.field]).toEqual([422, field]);
});

test('a part is CSV or JSON, fits, has a number, and belongs to an import that is there', async () => {
  const door = new ApiDoor();
  const jobId = await begun(door);
  const pdf = await upload(door, jobId, '0', 'x', { 'content-type': 'application/pdf' });
  expect(pdf).toMatchObject({ status: 415, json: { code: 'unsupported_media_type' } });
  expect(await upload(door, jobId, '0', 'x'.repeat(300_000))).toMatchObject({ status: 413 });
  expect(await upload(door, jobId, 'first', 'x')).toMatchObject({ status: 422 });
  const gone = 'jobaaaaaaaaaaaaaaaaaaaa';
  for (const answer of [
    await upload(door, gone, '0', 'x'),
    await act(door, gone, 'check'),
    await act(door, gone, 'start'),
    await show(door, gone),
    await show(door, gone, '/results'),
  ]) {
    expect(answer).toMatchObject({ status: 404, json: { code: 'job_not_found' } });
  }
});

test('a part is uploaded by whoever began the import, and started as the work of whoever starts it', async () => {
  const door = new ApiDoor();
  const jobId = await begun(door);
  const omar = { params: { jobId }, caller: 'omar.haddad@agency.example' };
  const part = { ...omar, params: { jobId, part: '0' }, headers: CSV, body: planFile(1) };
  const refused = await door.call('POST /api/imports/{jobId}/parts/{part}', part);
  expect(refused).toMatchObject({ status: 403, json: { code: 'not_your_import' } });
  await upload(door, jobId, '0', planFile(1));
  await act(door, jobId, 'check');
  expect((await door.call('POST /api/imports/{jobId}/start', omar)).status).toBe(202);
  const [row] = (await show(door, jobId, '/results')).json.results as { planId: string }[];
  const [drafted] = await door.events(row?.planId ?? '');
  expect(drafted).toMatchObject({ type: 'PlanDrafted', actor: { id: 'omar.haddad@agency.example' } });
});

test('a file in another encoding, or with other columns, is refused as a whole', async () => {
  const door = new ApiDoor();
  const jobId = await checked(door, planFile(1).replace('title', 'Titel'));
  expect((await show(door, jobId)).json).toMatchObject({
    status: 'checked',
    total: 0,
    fileFaults: [
      { line: 1, message: 'The column "Titel" is not known: rename or delete it.' },
      { line: 1, message: 'The first line names the columns. Missing: title.' },
    ],
  });
});
