import {
  ACCOUNT,
  AwsError,
  type Clock,
  type Meter,
  REGION,
  type Resource,
  type WireReply,
  type WireService,
} from '../types.ts';
import { BACKUP_ACTIONS, type Backups } from './backups.ts';
import type { EngineClient } from './client.ts';
import { permissionsOf } from './permissions.ts';
import { tableName } from './tables.ts';

type Json = Record<string, unknown>;

const JSON_TYPE = { 'content-type': 'application/x-amz-json-1.0' };

export interface DynamoServiceOptions {
  client: EngineClient;
  clock: Clock;
  meter: Meter;
  tables: readonly Resource[];
  /** Without it nothing can be restored. */
  backups?: Pick<Backups, 'handle'>;
  /** Told that a table may have changed. */
  afterWrite(): void;
}

const READS = new Set(['GetItem', 'BatchGetItem', 'TransactGetItems', 'Query', 'Scan']);
const WRITES = new Set(['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem', 'TransactWriteItems']);
/** The rest would bypass what is checked (PartiQL), or change what the templates say. */
const OTHERS = new Set(['DescribeTable', 'ListTables', 'DescribeTimeToLive']);

/** Engines name the region and account after themselves. */
const ENGINE_ARN = /arn:aws:dynamodb:(?:ddblocal|dynoxide):000000000000:/g;

const units = (consumed: unknown): number =>
  [consumed ?? []]
    .flat()
    .reduce<number>((sum, each) => sum + Number((each as { CapacityUnits?: number }).CapacityUnits ?? 0), 0);

/**
 * DynamoDB as the wire sees it: calls go to the engine as they came. Capacity units of the functions are counted
 * as the engine reports them (DynamoDB Local reports half of what a transaction costs, and leaves out indexes).
 */
export const dynamodbService = (options: DynamoServiceOptions): WireService => {
  const { client, clock, meter, tables } = options;

  const forward = async (action: string, input: Json, isMetered: boolean): Promise<WireReply> => {
    const counted = READS.has(action) || WRITES.has(action);
    const asked = input.ReturnConsumedCapacity !== undefined && input.ReturnConsumedCapacity !== 'NONE';
    const body = counted && !asked ? { ...input, ReturnConsumedCapacity: 'TOTAL' } : input;
    const reply = await client(`DynamoDB_20120810.${action}`, JSON.stringify(body));
    const text = reply.body.replace(ENGINE_ARN, `arn:aws:dynamodb:${REGION}:${ACCOUNT}:`);
    if (reply.status === 200 && action === 'DescribeTable')
      return { status: 200, headers: JSON_TYPE, body: described(text, tables) };
    if (reply.status !== 200 || !counted) return { status: reply.status, headers: JSON_TYPE, body: text };
    const { ConsumedCapacity, ...rest } = JSON.parse(text) as Json;
    if (isMetered)
      meter.count(READS.has(action) ? 'table.readUnits' : 'table.writeUnits', units(ConsumedCapacity));
    return { status: 200, headers: JSON_TYPE, body: asked ? text : JSON.stringify(rest) };
  };

  return {
    target: 'DynamoDB_20120810',
    signingName: 'dynamodb',
    permissions: (action, input) => permissionsOf(action, input, tables),
    async handle(action, input, caller) {
      if (options.backups && BACKUP_ACTIONS.includes(action)) return options.backups.handle(action, input);
      if (!READS.has(action) && !WRITES.has(action) && !OTHERS.has(action))
        throw new AwsError('UnknownOperationException', `The sandbox does not support dynamodb:${action}.`);
      const done = clock.busy(`dynamodb ${action} of ${caller.name}`);
      try {
        const reply = await forward(action, input, caller.roleArn !== undefined);
        if (WRITES.has(action) && reply.status === 200) options.afterWrite();
        return reply;
      } finally {
        done();
      }
    },
  };
};

/** Engines know nothing of what the templates say beside the shape of a table. */
const described = (text: string, tables: readonly Resource[]): string => {
  const { Table } = JSON.parse(text) as { Table: Json };
  const { DeletionProtectionEnabled } =
    tables.find((table) => tableName(table) === Table.TableName)?.properties ?? {};
  return JSON.stringify({
    Table: { ...Table, DeletionProtectionEnabled: `${DeletionProtectionEnabled}` === 'true' },
  });
};
