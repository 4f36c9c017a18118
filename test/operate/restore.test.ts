import { CreateTableCommand, DynamoDBClient, PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { difference } from '../../operate/restore/difference.ts';
import { type Change, type Row, type Writing, write } from '../../operate/restore/rows.ts';
import { copiesOf, type RestoreOptions, restore } from '../../operate/restore.ts';
import { startEngine } from '../../sandbox/dynamodb/engine.ts';
import { tableDefinition } from '../support/table.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
let client: DynamoDBClient;
let [live, past, number] = ['', '', 0];
const calls: string[] = [];

const CONNECTION = () => ({
  endpoint: engine.endpoint,
  region: 'us-east-1',
  credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
});

beforeAll(async () => {
  engine = await startEngine();
  client = new DynamoDBClient(CONNECTION());
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
    ...{ plansRemoved: ['c'], failed: [], eventsLost: 3, answersLost: 1 },
    ...{ mailKept: 0, mailAgain: 0, mailHeld: 0, effectsAgain: 0 },
  });
  expect(planned).toEqual(done);
  expect(seen).toEqual([1, 2, 3, 4, 5]);
  expect(await rowsOf(live)).toEqual(then);
  expect(calls.sort()).toEqual(['restart a 1', 'stop a 2', 'stop c 1']);
});

test('cut short, it goes on where it stopped, and leaves alone what has happened since to plans that are done', async () => {
  await fill(past, YESTERDAY);
  await fill(live, TODAY);
  const broken = () => {
    throw new Error('cut short');
  };
  await expect(restore({ ...options(), onProgress: broken })).rejects.toThrow('cut short');

  await restore(options());
  expect(calls.filter((call) => call.startsWith('restart'))).toEqual(['restart a 1']);
  const again = event('a', 2, 'RunRestarted');
  await fill(live, [again, plan('a', 2, 2)]);
  const done = await restore(options());
  expect(done).toMatchObject({ looked: 3, finishedBefore: 3, changed: 0 });
  expect(await rowsOf(live)).toContain(JSON.stringify(Object.entries(again).sort()));
});

test('a plan that was written and has no run yet is given one, and keeps what people have answered since', async () => {
  await fill(past, YESTERDAY);
  await fill(live, TODAY);
  const throttled = async () =>
    Promise.reject(Object.assign(new Error('Rate exceeded'), { name: 'ThrottlingException' }));

  const first = await restore({ ...options(), runs: { ...runs, restart: throttled } });
  // One plan that fails keeps nobody waiting.
  expect(first).toMatchObject({
    ...{ looked: 5, changed: 4, plansRemoved: ['c'] },
    failed: [{ partition: 'PLAN#a', because: 'ThrottlingException' }],
  });

  await fill(live, [event('a', 2, 'RequestAnswered'), plan('a', 1, 2)]);
  const now = await rowsOf(live);
  calls.length = 0;
  expect(await restore(options())).toMatchObject({
    ...{ looked: 3, finishedBefore: 2, changed: 0, rowsWritten: 0, rowsRemoved: 0 },
    ...{ answersLost: 0, restarted: 1, failed: [] },
  });
  expect(await rowsOf(live)).toEqual(now);
  expect(calls).toEqual(['stop a 2', 'restart a 1']);
});

test('cut short before anything was written, it ends the run that drives the plan by then', async () => {
  await fill(past, [
    ...[plan('a', 1, 1), event('a', 1)],
    row('RESTORED#PLAN#a', 'BEGUN', { planId: 'a', status: 'active', run: 2 }),
  ]);
  await fill(live, [plan('a', 3, 4), event('a', 1)]);
  await restore(options());
  expect(calls).toEqual(['stop a 3', 'restart a 1']);
});

const writing = (changes: Change[], now: string | undefined, wanted: string | undefined): Writing => ({
  ...{ pk: 'PLAN#a', changes, versions: { now, wanted } },
  mark: { table: past, row: row('RESTORED#PLAN#a', 'WRITTEN') },
});
const MARKED = [JSON.stringify(Object.entries(row('RESTORED#PLAN#a', 'WRITTEN')).sort())];

test.each<[string, Change[], then: string | undefined]>([
  ['is put back', [{ remove: event('a', 1) }, { put: plan('a', 1, 1) }], '1'],
  ['is removed', [{ remove: event('a', 1) }, { remove: plan('a', 1, 4) }], undefined],
  ['stays, and other rows of it are put back', [{ put: event('a', 1) }], '4'],
])(
  'a plan that %s is not overwritten blindly when it changed since it was looked at',
  async (_, changes, then) => {
    await fill(live, [plan('a', 1, 4), event('a', 1, 'Paused')]);
    const before = await rowsOf(live);
    for (const seen of ['3', '5', undefined])
      expect(await write(client, live, writing(changes, seen, then === '4' ? seen : then))).toBe(false);
    expect([await rowsOf(live), await rowsOf(past)]).toEqual([before, []]);
    expect(await write(client, live, writing(changes, '4', then))).toBe(true);
    expect(await rowsOf(past)).toEqual(MARKED);
  },
);

test('more than one transaction holds: a change between two of them is not written over, and nothing is marked', async () => {
  const many = (from: number, count: number, type: string) =>
    Array.from({ length: count }, (_, index) =>
      row('PLAN#a', `EVENT#${String(from + index).padStart(6, '0')}`, { type }),
    );
  await fill(live, [plan('a', 1, 250), ...many(1, 250, 'Reminded')]);
  const changes: Change[] = [
    ...many(2, 249, '').map((remove): Change => ({ remove })),
    { put: plan('a', 1, 1) },
  ];
  const left: number[] = [];
  const interrupting = new DynamoDBClient(CONNECTION());
  interrupting.middlewareStack.add((next, { commandName }) => async (args) => {
    const answer = await next(args);
    if (commandName !== 'TransactWriteItemsCommand') return answer;
    const numbers = (await rowsOf(live)).flatMap((one) => one.match(/EVENT#(\d+)/)?.[1] ?? []).map(Number);
    left.push(Math.max(...numbers));
    if (left.length === 2) await fill(live, [plan('a', 1, 2)]);
    return answer;
  });

  expect(await write(interrupting, live, writing(changes, '250', '1'))).toBe(false);
  // The newest go first: event 2 is left until the end, and nothing can be recorded in its place.
  expect(left).toEqual([153, 55]);
  expect(await rowsOf(past)).toEqual([]);
  expect(await rowsOf(live)).toContain(JSON.stringify(Object.entries(plan('a', 1, 2)).sort()));

  expect(await write(client, live, writing(changes, '2', '1'))).toBe(true);
  expect(await rowsOf(live)).toHaveLength(2);
  expect(await rowsOf(past)).toEqual(MARKED);
});

const outbox = (one: Row) => new Map([['OUTBOX#1', one]]);
const became = (now: Row, then: Row, holdMail: boolean) => {
  const { changes, mailKept, mailAgain, mailHeld } = difference(outbox(now), outbox(then), holdMail);
  return { changes, mail: [mailKept, mailAgain, mailHeld] };
};
const owed = mail('a', 'PENDING');
const arrived: Row = {
  ...mail('a', 'SENT'),
  ...{ messageId: { S: 'm-1' }, deliveredAt: { S: '2027-01-05T09:00:07Z' } },
};

test.each([true, false])(
  'a mail that was owed then and went out since stays sent; held for HR: %s',
  (hold) => {
    for (const then of [owed, mail('a', 'SENDING')])
      expect(became(arrived, then, hold)).toEqual({ changes: [], mail: [1, 0, 0] });
    // Sent by then, too: nothing but what is known of it differs, and its plan needs no other run.
    expect(became(arrived, mail('a', 'SENT'), hold)).toEqual({ changes: [], mail: [0, 0, 0] });
  },
);

test('a mail of another moment that has the same number is another mail', () => {
  const other = { ...arrived, createdAt: { S: '2027-01-06T09:00:00Z' } };
  expect(became(other, owed, false)).toEqual({ changes: [{ put: owed }], mail: [0, 1, 0] });
});

test('a mail that came back since is owed again, also where it was sent by then: the record is to hear of it', () => {
  const returned = { ...arrived, returnedAt: { S: '2027-01-05T09:10:00Z' } };
  const then = { ...mail('a', 'SENT'), messageId: { S: 'm-1' }, settledAt: { S: '2027-01-05T09:00:02Z' } };
  for (const one of [owed, then])
    expect(became(returned, one, true)).toEqual({
      changes: [{ put: { ...owed, duePk: { S: 'OUTBOX' } } }],
      mail: [0, 1, 0],
    });
});

test('a mail that went out with a link that is no more is owed again', () => {
  const link = (generation: number) => row('PLAN#a', 'LINK#x', { generation });
  const rows = (one: Row, generation: number) => new Map([...outbox(one), ['LINK#x', link(generation)]]);
  const found = difference(rows(arrived, 2), rows(owed, 1), false);
  expect(found).toMatchObject({ changes: [{ put: owed }, { put: link(1) }], mailKept: 0, mailAgain: 1 });
});

test.each([
  ['SENDING', 1],
  ['UNKNOWN', 1],
  ['PENDING', 0],
  ['SKIPPED', 0],
])('a mail that was owed then and is %s now goes out again, or is held for HR', (status, again) => {
  const sent = became(mail('a', status), owed, false);
  expect(sent).toEqual({ changes: status === 'PENDING' ? [] : [{ put: owed }], mail: [0, again, 0] });
  const held = became(mail('a', status), owed, true);
  if (again) {
    const lease = { leaseUntil: { S: '2027-01-05T09:00:00Z' } };
    expect(held).toEqual({ changes: [{ put: { ...mail('a', 'SENDING'), ...lease } }], mail: [0, 0, 1] });
  } else expect(held).toEqual(sent);
});

test('tables that were made of earlier moments are found, and no others', async () => {
  const names = [`${live}-at-20270105140000`, `${live}-at-20270104140000`, 'other-at-20270105140000'];
  for (const name of names) await client.send(new CreateTableCommand(tableDefinition(name)));
  expect(await copiesOf(client, live)).toEqual([names[1], names[0]]);
});
