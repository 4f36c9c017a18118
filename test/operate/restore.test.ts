import { CreateTableCommand, DynamoDBClient, PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { difference } from '../../operate/restore/difference.ts';
import { type Row, write } from '../../operate/restore/rows.ts';
import { type RestoreOptions, restore } from '../../operate/restore.ts';
import { startEngine } from '../../sandbox/dynamodb/engine.ts';
import { tableDefinition } from '../support/table.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
let client: DynamoDBClient;
let [live, past, number] = ['', '', 0];
const calls: string[] = [];

beforeAll(async () => {
  engine = await startEngine();
  client = new DynamoDBClient({
    endpoint: engine.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
  });
});
afterAll(() => engine.close());
beforeEach(async () => {
  number += 1;
  [live, past] = [`live-${number}`, `past-${number}`];
  for (const name of [live, past]) await client.send(new CreateTableCommand(tableDefinition(name)));
  calls.length = 0;
});

const row = (pk: string, sk: string, more: Record<string, string | number> = {}): Row => ({
  pk: { S: pk },
  sk: { S: sk },
  ...Object.fromEntries(
    Object.entries(more).map(([name, value]) => [
      name,
      typeof value === 'number' ? { N: `${value}` } : { S: value },
    ]),
  ),
});
const plan = (id: string, run: number, version: number): Row =>
  row(`PLAN#${id}`, 'PLAN', { planId: id, status: 'active', run, version });
const event = (id: string, seq: number, type = 'Reminded'): Row =>
  row(`PLAN#${id}`, `EVENT#00000${seq}`, { type });
const mail = (id: string, status: string): Row =>
  row(`PLAN#${id}`, 'OUTBOX#1', { kind: 'mail', status, createdAt: '2027-01-05T09:00:00Z' });

const fill = async (table: string, rows: Row[]) => {
  for (const Item of rows) await client.send(new PutItemCommand({ TableName: table, Item }));
};
const rowsOf = async (table: string): Promise<string[]> => {
  const { Items = [] } = await client.send(new ScanCommand({ TableName: table }));
  return Items.map((item) => JSON.stringify(Object.entries(item).sort())).sort();
};
const runs: RestoreOptions['runs'] = {
  stop: async (planId, run) => calls.push(`stop ${planId} ${run}`),
  restart: async (planId, run) => calls.push(`restart ${planId} ${run}`),
};
const options = () => ({ client, live, restored: past, runs });

const YESTERDAY = [
  ...[plan('a', 1, 1), event('a', 1), plan('b', 1, 1), event('b', 1)],
  row('VIEWS', 'VIEW#1', { name: 'mine' }),
];
const TODAY = [
  ...[plan('a', 2, 3), event('a', 1), event('a', 2, 'RequestAnswered'), event('a', 3)],
  ...[plan('b', 1, 1), event('b', 1), plan('c', 1, 1), event('c', 1)],
  row('FILE#1', 'IMPORTED'),
];

test('the live table becomes what the restored one says, and only plans that differ are given other runs', async () => {
  await fill(past, YESTERDAY);
  const then = await rowsOf(past);
  await fill(live, TODAY);
  const seen: number[] = [];

  const planned = await restore({ ...options(), dryRun: true });
  expect([await rowsOf(past), calls]).toEqual([then, []]);
  const done = await restore({ ...options(), onProgress: ({ looked }) => seen.push(looked) });

  expect(done).toEqual({
    ...{ looked: 5, finishedBefore: 0, changed: 4, rowsWritten: 2, rowsRemoved: 5, restarted: 1 },
    ...{ plansRemoved: ['c'], eventsLost: 3, answersLost: 1, mailAgain: 0, effectsAgain: 0 },
  });
  expect(planned).toEqual(done);
  expect(seen).toEqual([1, 2, 3, 4, 5]);
  expect(await rowsOf(live)).toEqual(then);
  expect(calls.sort()).toEqual(['restart a 1', 'stop a 2', 'stop c 1']);
});

test('cut short, it goes on where it stopped, and leaves alone what has happened since to plans that are done', async () => {
  await fill(past, YESTERDAY);
  await fill(live, TODAY);
  const broken = async () => Promise.reject(new Error('cut short'));
  await expect(restore({ ...options(), runs: { ...runs, restart: broken } })).rejects.toThrow('cut short');

  await restore(options());
  expect(calls.filter((call) => call.startsWith('restart'))).toEqual(['restart a 1']);
  const again = event('a', 2, 'RunRestarted');
  await fill(live, [again, plan('a', 2, 2)]);
  const done = await restore(options());
  expect(done).toMatchObject({ looked: 3, finishedBefore: 3, changed: 0 });
  expect(await rowsOf(live)).toContain(JSON.stringify(Object.entries(again).sort()));
});

test('a plan that changed since it was looked at is not overwritten blindly', async () => {
  await fill(live, [plan('a', 1, 4)]);
  const older = { put: plan('a', 1, 1), ifVersion: '3' };
  expect(await write(client, live, [{ remove: event('a', 1) }, older])).toBe(false);
  expect(await write(client, live, [{ put: plan('a', 1, 1), ifVersion: undefined }])).toBe(false);
  expect(await write(client, live, [{ ...older, ifVersion: '4' }])).toBe(true);
});

test.each([
  ['SENT', 1],
  ['SENDING', 1],
  ['UNKNOWN', 1],
  ['PENDING', 0],
  ['SKIPPED', 0],
])('a mail that was owed then and is %s now goes out again, or is held for HR', (status, again) => {
  const rows = (one: Row) => new Map([['OUTBOX#1', one]]);
  const sent = difference(rows(mail('a', status)), rows(mail('a', 'PENDING')), false);
  expect(sent.mailAgain).toBe(again);
  expect(sent.changes).toEqual(status === 'PENDING' ? [] : [{ put: mail('a', 'PENDING') }]);
  const held = difference(rows(mail('a', status)), rows(mail('a', 'PENDING')), true);
  if (again) {
    const lease = { leaseUntil: { S: '2027-01-05T09:00:00Z' } };
    expect(held.changes).toEqual([{ put: { ...mail('a', 'SENDING'), ...lease } }]);
  } else expect(held.changes).toEqual(sent.changes);
});
