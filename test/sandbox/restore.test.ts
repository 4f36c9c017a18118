import {
  DeleteTableCommand,
  DescribeContinuousBackupsCommand,
  DynamoDBClient,
  PutItemCommand,
  RestoreTableToPointInTimeCommand,
  ScanCommand,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bootSandbox, type Sandbox } from '../../sandbox/sandbox.ts';
import { littleApp } from './fixtures/app.ts';

const START = '2027-01-05T14:00:00.000Z';
const MINUTE = 60_000;

let sandbox: Sandbox;
let client: DynamoDBClient;

beforeAll(async () => {
  const assembly = littleApp(
    (service) => {
      const { Hourly, ...others } = service.Resources as Record<string, unknown>;
      service.Resources = others;
    },
    (data) => {
      const tables = data.Resources as Record<string, { Properties: Record<string, unknown> }>;
      Object.assign(tables.Table?.Properties ?? {}, {
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      });
      tables.Unprotected = structuredClone(tables.Table as { Properties: Record<string, unknown> });
      Object.assign(tables.Unprotected.Properties, { PointInTimeRecoverySpecification: {} });
    },
  );
  sandbox = await bootSandbox({ assembly, start: START });
  client = new DynamoDBClient({
    endpoint: sandbox.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
  });
});
afterAll(() => sandbox.close());

const put = (sk: string, text: string) =>
  client.send(
    new PutItemCommand({
      TableName: 'data-Table',
      Item: { pk: { S: 'p' }, sk: { S: sk }, text: { S: text } },
    }),
  );
const after = (minutes: number) => sandbox.clock.advanceTo(Date.parse(START) + minutes * MINUTE);
const restore = (TargetTableName: string, minutes: number, SourceTableName = 'data-Table') =>
  client.send(
    new RestoreTableToPointInTimeCommand({
      SourceTableName,
      TargetTableName,
      RestoreDateTime: new Date(Date.parse(START) + minutes * MINUTE),
    }),
  );
const rows = async (TableName: string) => {
  const { Items = [] } = await client.send(new ScanCommand({ TableName }));
  return Items.map(({ sk, text }) => `${sk?.S} ${text?.S}`).sort();
};

test('a table is restored as it was at the moment that is asked for, into one of its own', async () => {
  await put('a', 'first');
  await after(10);
  await put('a', 'second');
  await put('b', 'new');
  await after(20);

  const { TableDescription } = await restore('yesterday', 9);
  expect(TableDescription).toMatchObject({
    TableName: 'yesterday',
    TableArn: 'arn:aws:dynamodb:us-east-1:123456789012:table/yesterday',
    RestoreSummary: { SourceTableArn: 'arn:aws:dynamodb:us-east-1:123456789012:table/data-Table' },
  });
  expect(await rows('yesterday')).toEqual(['a first']);
  await restore('later', 10);
  expect(await rows('later')).toEqual(['a second', 'b new']);
  expect(await rows('data-Table')).toEqual(['a second', 'b new']);
});

test('what can be gone back to is said, and nothing else is taken', async () => {
  const { ContinuousBackupsDescription } = await client.send(
    new DescribeContinuousBackupsCommand({ TableName: 'data-Table' }),
  );
  expect(ContinuousBackupsDescription?.PointInTimeRecoveryDescription).toEqual({
    PointInTimeRecoveryStatus: 'ENABLED',
    RecoveryPeriodInDays: 35,
    EarliestRestorableDateTime: new Date(START),
    LatestRestorableDateTime: new Date(Date.parse(START) + 15 * MINUTE),
  });
  await expect(restore('too-new', 16)).rejects.toMatchObject({ name: 'InvalidRestoreTimeException' });
  await expect(restore('too-old', -1)).rejects.toMatchObject({ name: 'InvalidRestoreTimeException' });
  await expect(restore('yesterday', 9)).rejects.toMatchObject({ name: 'TableAlreadyExistsException' });
  await expect(restore('other', 9, 'nothing')).rejects.toMatchObject({ name: 'TableNotFoundException' });
  await expect(restore('other', 9, 'data-Unprotected')).rejects.toMatchObject({
    name: 'PointInTimeRecoveryUnavailableException',
  });
});

test('a restored table can be deleted, the one of the templates cannot', async () => {
  await client.send(new DeleteTableCommand({ TableName: 'later' }));
  await expect(rows('later')).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  await expect(client.send(new DeleteTableCommand({ TableName: 'data-Table' }))).rejects.toThrow(
    'protected against deletion',
  );
});

test('a reset forgets what was restored, and starts another past', async () => {
  await sandbox.reset();
  await expect(rows('yesterday')).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  await after(10);
  await restore('yesterday', 5);
  expect(await rows('yesterday')).toEqual([]);
});
