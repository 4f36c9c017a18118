import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDynamoRows } from '../../adapters/dynamo-rows.ts';
import type { Rows } from '../../adapters/rows.ts';
import { type CannedServer, cannedServer } from './canned-server.ts';

// What DynamoDB says only now and then, and no engine can be made to say. The rest is in the store's contract.

let server: CannedServer;
let rows: Rows;

beforeAll(async () => {
  server = await cannedServer();
  rows = createDynamoRows({ client: new DynamoDBClient(server.client), tableName: 'plans' });
});
afterAll(() => server.close());

const WRITES = ['A', 'B'].map((sk) => ({ row: { pk: 'P', sk }, when: 'absent' as const }));
const cancelled = (...codes: string[]) =>
  server.answer({
    status: 400,
    headers: { 'content-type': 'application/x-amz-json-1.0' },
    body: JSON.stringify({
      __type: 'com.amazonaws.dynamodb.v20120810#TransactionCanceledException',
      CancellationReasons: codes.map((Code) => ({ Code })),
    }),
  });

test.each([
  [['None', 'ConditionalCheckFailed']],
  [['TransactionConflict', 'None']],
  [['ConditionalCheckFailed', 'TransactionConflict']],
])('%j is a lost race', async (codes) => {
  cancelled(...codes);

  expect(await rows.transact(WRITES)).toBe(false);
});

test.each([
  [['None', 'ThrottlingError']],
  [['ConditionalCheckFailed', 'ValidationError']],
  [['None', 'ProvisionedThroughputExceeded']],
  [[]],
])('%j is a failure, and passes as it is', async (codes) => {
  cancelled(...codes);

  await expect(rows.transact(WRITES)).rejects.toMatchObject({ name: 'TransactionCanceledException' });
});

test('the table itself is read strongly consistent, an index cannot be', async () => {
  server.json({ Items: [] });
  await rows.get({ pk: 'P', sk: 'A' });
  await rows.query({ partition: 'P', prefix: 'A' });
  await rows.query({ index: 'due', partition: 'P', below: 'B' });

  expect(
    server.seen.map(({ headers, body }) => [
      headers['x-amz-target'],
      (JSON.parse(body) as { ConsistentRead?: boolean }).ConsistentRead,
    ]),
  ).toEqual([
    ['DynamoDB_20120810.GetItem', true],
    ['DynamoDB_20120810.Query', true],
    ['DynamoDB_20120810.Query', undefined],
  ]);
});
