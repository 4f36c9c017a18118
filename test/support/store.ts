import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, DynamoDBDocumentClient, PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { createDynamoRows } from '../../adapters/dynamo-rows.ts';
import type { Key } from '../../adapters/keys.ts';
import { createMemoryRows } from '../../adapters/memory-rows.ts';
import type { Row, Rows } from '../../adapters/rows.ts';
import { ENGINES, startDynamo } from './dynamodb.ts';
import { whereItRuns } from './engine-here.ts';
import { tableDefinition } from './table.ts';

/** An empty table to build stores on, and a back door to look at it and to tamper with it. */
export interface OpenTable {
  rows: Rows;
  /** Every row, by key. */
  all(): Promise<Row[]>;
  write(row: Row): Promise<void>;
  drop(key: Key): Promise<void>;
}

export interface OpenEngine {
  table(): Promise<OpenTable>;
  close(): Promise<void>;
}

export type TableKind = 'memory' | (typeof ENGINES)[number];

/** Every kind of table the store's contract is kept on. */
export const TABLES: TableKind[] = ['memory', ...ENGINES];

/** `undefined`, with the reason printed, when this machine cannot run that engine. */
export async function openEngine(kind: TableKind): Promise<OpenEngine | undefined> {
  if (kind === 'memory') return { table: async () => memoryTable(), close: async () => undefined };
  return whereItRuns(kind, async () => dynamoEngine(await startDynamo(kind)));
}

export function memoryTable(): OpenTable {
  const rows = createMemoryRows();
  return {
    rows,
    all: async () => sorted(rows.all()),
    write: async (row) => void (await rows.put(row, {})),
    drop: async (key) => rows.drop(key),
  };
}

function dynamoEngine(engine: { endpoint: string; close(): Promise<void> }): OpenEngine {
  const client = new DynamoDBClient({
    endpoint: engine.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  let tables = 0;
  return {
    table: () => dynamoTable(client, `table-${++tables}`),
    close: async () => {
      client.destroy();
      await engine.close();
    },
  };
}

async function dynamoTable(client: DynamoDBClient, TableName: string): Promise<OpenTable> {
  await client.send(new CreateTableCommand(tableDefinition(TableName)));
  const table = DynamoDBDocumentClient.from(client);
  return {
    rows: createDynamoRows({ client, tableName: TableName }),
    all: async () => sorted((await table.send(new ScanCommand({ TableName }))).Items as Row[]),
    write: async (row) => void (await table.send(new PutCommand({ TableName, Item: row }))),
    drop: async ({ pk, sk }) => void (await table.send(new DeleteCommand({ TableName, Key: { pk, sk } }))),
  };
}

const sorted = (rows: Row[]): Row[] =>
  rows.sort((a, b) => (`${a.pk}\n${a.sk}` < `${b.pk}\n${b.sk}` ? -1 : 1));
