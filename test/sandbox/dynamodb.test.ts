import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createClock } from '../../sandbox/clock.ts';
import { engineClient } from '../../sandbox/dynamodb/client.ts';
import { type Engine, NoEngine, startEngine } from '../../sandbox/dynamodb/engine.ts';
import { dynamodbService } from '../../sandbox/dynamodb/service.ts';
import { StreamReader } from '../../sandbox/dynamodb/stream-reader.ts';
import { createTable } from '../../sandbox/dynamodb/tables.ts';
import { createMeter } from '../../sandbox/meter.ts';
import { AwsError, type Resource } from '../../sandbox/types.ts';
import { ENGINES } from '../support/dynamodb.ts';
import { whereItRuns } from '../support/engine-here.ts';

const START = Date.parse('2027-01-05T14:00:00.000Z');
const TABLE = 'arn:aws:dynamodb:us-east-1:123456789012:table/plans';
const keys = (hash: string, range: string) => [
  { AttributeName: hash, KeyType: 'HASH' },
  { AttributeName: range, KeyType: 'RANGE' },
];

const table: Resource = {
  stack: 'app',
  logicalId: 'Plans',
  type: 'AWS::DynamoDB::Table',
  arn: TABLE,
  path: 'app/Plans',
  properties: {
    AttributeDefinitions: ['pk', 'sk', 'duePk', 'dueSk'].map((AttributeName) => ({
      AttributeName,
      AttributeType: 'S',
    })),
    KeySchema: keys('pk', 'sk'),
    BillingMode: 'PAY_PER_REQUEST',
    GlobalSecondaryIndexes: [
      { IndexName: 'due', KeySchema: keys('duePk', 'dueSk'), Projection: { ProjectionType: 'ALL' } },
    ],
    StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
    DeletionProtectionEnabled: true,
    Tags: [{ Key: 'application', Value: 'x' }],
  },
};

const item = (pk: string, sk: string, more: Record<string, unknown> = {}) => ({
  pk: { S: pk },
  sk: { S: sk },
  ...more,
});
const writer = { name: 'Writer', roleArn: 'arn:aws:iam::123456789012:role/WriterRole' };

test('an engine nobody runs is refused by its address', async () => {
  await expect(startEngine('http://127.0.0.1:9')).rejects.toThrow(
    new NoEngine('Nothing speaks DynamoDB at http://127.0.0.1:9.'),
  );
});

test('an engine elsewhere is never touched: its tables would be made anew', async () => {
  await expect(startEngine('https://dynamodb.us-east-1.amazonaws.com')).rejects.toEqual(
    new NoEngine(
      'The sandbox uses a DynamoDB engine on this machine only, not https://dynamodb.us-east-1.amazonaws.com.',
    ),
  );
});

describe.each(ENGINES)('on %s', (kind) => {
  let engine: Engine | undefined;
  beforeAll(async () => {
    engine = await whereItRuns(kind, () => startEngine(kind));
  }, 60_000);
  afterAll(() => engine?.close());
  beforeEach(({ skip }) => {
    if (!engine) skip('this machine cannot run it');
  });

  const world = async () => {
    const clock = createClock(START);
    const meter = createMeter();
    const client = engineClient(`${engine?.endpoint}`);
    const engineArn = `${await createTable(client, table)}`;
    const written: string[] = [];
    const service = dynamodbService({
      client,
      clock,
      meter,
      tables: [table],
      afterWrite: () => void written.push('write'),
    });
    const call = async (
      action: string,
      input: Record<string, unknown>,
      caller: { name: string; roleArn?: string } = writer,
    ) => {
      const raw = { method: 'POST', path: '/', headers: {}, body: Buffer.from(JSON.stringify(input)) };
      const { status, body } = await service.handle(action, input, caller, raw);
      return { status, body: JSON.parse(`${body}`) };
    };
    const stream = `${TABLE}/stream/2026-01-01T00:00:00.000`;
    const reader = new StreamReader({
      client,
      engineArn,
      arn: stream,
      viewType: 'NEW_IMAGE',
      now: clock.now,
    });
    await reader.skip();
    return { clock, meter, call, reader, written, stream, service };
  };

  test('calls go through as they are, and units of functions are counted without being shown', async () => {
    const { call, meter, written } = await world();
    expect(await call('PutItem', { TableName: 'plans', Item: item('a', '1') })).toEqual({
      status: 200,
      body: {},
    });
    const got = await call('GetItem', { TableName: 'plans', Key: item('a', '1'), ConsistentRead: true });
    expect(got.body).toEqual({ Item: item('a', '1') });
    expect(meter.read()).toEqual({ 'table.readUnits': 1, 'table.writeUnits': 1 });
    await call('Scan', { TableName: 'plans' }, { name: 'sandbox-user' });
    expect(meter.read()).toEqual({ 'table.readUnits': 1, 'table.writeUnits': 1 });
    const asked = await call('GetItem', {
      TableName: 'plans',
      Key: item('a', '1'),
      ReturnConsumedCapacity: 'TOTAL',
    });
    expect(asked.body.ConsumedCapacity).toMatchObject({ CapacityUnits: 0.5 });
    expect(written).toEqual(['write']);
  });

  test('a failed condition comes back as AWS says it, and is no write', async () => {
    const { call, written, reader } = await world();
    const failed = await call('PutItem', {
      TableName: 'plans',
      Item: item('a', '1'),
      ConditionExpression: 'attribute_exists(pk)',
    });
    expect(failed.status).toBe(400);
    expect(failed.body.__type).toContain('ConditionalCheckFailedException');
    expect(written).toEqual([]);
    expect(await reader.read()).toEqual([]);
  });

  test('tables are described by the ARNs of the templates', async () => {
    const { call } = await world();
    const { body } = await call('DescribeTable', { TableName: 'plans' });
    expect(body.Table.TableArn).toBe(TABLE);
  });

  test('what would bypass the templates is refused', async () => {
    const { call } = await world();
    for (const action of ['DeleteTable', 'ExecuteStatement', 'UpdateTable'])
      await expect(call(action, { TableName: 'plans' })).rejects.toThrow(
        new AwsError('UnknownOperationException', `The sandbox does not support dynamodb:${action}.`),
      );
  });

  test('the stream has every change once, in order, at once, in the shape Lambda gives it', async () => {
    const { call, reader, stream } = await world();
    expect(await reader.read()).toEqual([]);
    await call('TransactWriteItems', {
      TransactItems: [
        { Put: { TableName: 'plans', Item: item('a', '1', { n: { N: '1' } }) } },
        { Put: { TableName: 'plans', Item: item('a', '2') } },
      ],
    });
    const update = {
      TableName: 'plans',
      Key: item('a', '1'),
      UpdateExpression: 'SET n = :n',
      ExpressionAttributeValues: { ':n': { N: '2' } },
    };
    await call('UpdateItem', update);
    await call('UpdateItem', update);
    await call('DeleteItem', { TableName: 'plans', Key: item('a', '2') });
    const records = await reader.read();
    expect(
      records.map(({ eventName, dynamodb }) => [eventName, dynamodb.Keys.sk, dynamodb.NewImage]),
    ).toEqual([
      ['INSERT', { S: '1' }, item('a', '1', { n: { N: '1' } })],
      ['INSERT', { S: '2' }, item('a', '2')],
      ['MODIFY', { S: '1' }, item('a', '1', { n: { N: '2' } })],
      ['REMOVE', { S: '2' }, undefined],
    ]);
    expect(records[0]).toEqual({
      eventID: expect.stringMatching(/^[0-9a-f]{32}$/),
      eventName: 'INSERT',
      eventVersion: '1.1',
      eventSource: 'aws:dynamodb',
      awsRegion: 'us-east-1',
      eventSourceARN: stream,
      dynamodb: {
        ApproximateCreationDateTime: START / 1000,
        Keys: item('a', '1'),
        NewImage: item('a', '1', { n: { N: '1' } }),
        SequenceNumber: expect.stringMatching(/^\d{21,}$/),
        SizeBytes: expect.any(Number),
        StreamViewType: 'NEW_IMAGE',
      },
    });
    const numbers = records.map(({ dynamodb }) => dynamodb.SequenceNumber);
    expect(numbers).toEqual([...numbers].sort());
    expect(await reader.read()).toEqual([]);
  });

  test('a record is there as soon as its write is answered, two hundred times in a row', async () => {
    const { call, reader } = await world();
    const seen: number[] = [];
    for (let n = 0; n < 200; n++) {
      await call('PutItem', { TableName: 'plans', Item: item('a', `${n}`) });
      seen.push((await reader.read()).length);
    }
    expect(new Set(seen)).toEqual(new Set([1]));
  });

  test('making the table again empties it', async () => {
    const { call } = await world();
    await call('PutItem', { TableName: 'plans', Item: item('a', '1') });
    const again = await world();
    expect((await again.call('Scan', { TableName: 'plans' })).body).toMatchObject({ Items: [], Count: 0 });
    expect(await again.reader.read()).toEqual([]);
  });
});

describe('what IAM is asked', () => {
  const service = dynamodbService({
    client: Object.assign(async () => ({ status: 200, body: '{}' }), { close: () => undefined }),
    clock: createClock(START),
    meter: createMeter(),
    tables: [table],
    afterWrite: () => undefined,
  });
  const ask = (action: string, resource: string, partition?: string) => ({
    action: `dynamodb:${action}`,
    resource,
    ...(partition ? { context: { 'dynamodb:LeadingKeys': partition } } : {}),
  });

  test.each([
    ['GetItem', { TableName: 'plans', Key: item('a', '1') }, [ask('GetItem', TABLE, 'a')]],
    ['GetItem', { TableName: TABLE, Key: item('a', '1') }, [ask('GetItem', TABLE, 'a')]],
    ['PutItem', { TableName: 'plans', Item: item('b', '1') }, [ask('PutItem', TABLE, 'b')]],
    [
      'Query',
      {
        TableName: 'plans',
        KeyConditionExpression: '#p = :p AND begins_with(sk, :s)',
        ExpressionAttributeNames: { '#p': 'pk' },
        ExpressionAttributeValues: { ':p': { S: 'a' }, ':s': { S: 'EVENT#' } },
      },
      [ask('Query', TABLE, 'a')],
    ],
    [
      'Query',
      {
        TableName: 'plans',
        IndexName: 'due',
        KeyConditionExpression: 'duePk = :p',
        ExpressionAttributeValues: { ':p': { S: 'PLAN#active#0' } },
      },
      [ask('Query', `${TABLE}/index/due`, 'PLAN#active#0')],
    ],
    ['Scan', { TableName: 'plans', IndexName: 'due' }, [ask('Scan', `${TABLE}/index/due`)]],
    [
      'TransactWriteItems',
      {
        TransactItems: [
          { Put: { TableName: 'plans', Item: item('a', '1') } },
          { Update: { TableName: 'plans', Key: item('b', '1') } },
          { Delete: { TableName: 'plans', Key: item('c', '1') } },
          { ConditionCheck: { TableName: 'plans', Key: item('d', '1') } },
        ],
      },
      [
        ask('PutItem', TABLE, 'a'),
        ask('UpdateItem', TABLE, 'b'),
        ask('DeleteItem', TABLE, 'c'),
        ask('ConditionCheckItem', TABLE, 'd'),
      ],
    ],
    [
      'TransactGetItems',
      { TransactItems: [{ Get: { TableName: 'plans', Key: item('a', '1') } }] },
      [ask('GetItem', TABLE, 'a')],
    ],
    [
      'BatchWriteItem',
      {
        RequestItems: {
          plans: [{ PutRequest: { Item: item('a', '1') } }, { DeleteRequest: { Key: item('b', '1') } }],
        },
      },
      [ask('BatchWriteItem', TABLE, 'a'), ask('BatchWriteItem', TABLE, 'b')],
    ],
    [
      'BatchGetItem',
      { RequestItems: { plans: { Keys: [item('a', '1')] } } },
      [ask('BatchGetItem', TABLE, 'a')],
    ],
    ['ListTables', {}, [ask('ListTables', '*')]],
    [
      'GetItem',
      { TableName: 'others', Key: item('a', '1') },
      [ask('GetItem', TABLE.replace('plans', 'others'))],
    ],
  ])('for %s %j', (action, input, permissions) => {
    expect(service.permissions(action, input)).toEqual(permissions);
  });
});
