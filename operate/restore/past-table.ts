import { setTimeout as pause } from 'node:timers/promises';
import {
  DescribeContinuousBackupsCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  paginateListTables,
  RestoreTableToPointInTimeCommand,
} from '@aws-sdk/client-dynamodb';

/** A table that holds what another held at some moment. */
export interface PastTable {
  name: string;
  at: Date;
}

/** The table cannot be gone back to that moment; the message says to which it can. */
export class OutOfReach extends Error {
  readonly code = 'out_of_reach';
  constructor(at: Date, earliest: Date | undefined, latest: Date | undefined) {
    super(
      earliest && latest
        ? `The table can be restored to any moment from ${earliest.toISOString()} to ${latest.toISOString()}, not to ${at.toISOString()}.`
        : 'The table keeps no past: point-in-time recovery is off. Deploy the data stack, which turns it on.',
    );
    this.name = 'OutOfReach';
  }
}

const copyPrefix = (live: string): string => `${live}-at-`;

/** What `backFrom` made of this table and nobody has deleted yet: each holds everything about everybody, and has no end. */
export async function copiesOf(client: DynamoDBClient, live: string): Promise<string[]> {
  const found: string[] = [];
  for await (const { TableNames = [] } of paginateListTables({ client }, {})) found.push(...TableNames);
  return found.filter((name) => name.startsWith(copyPrefix(live))).sort();
}

/** How one of them is deleted. */
export const deleteCommand = (table: string, region: string): string =>
  `aws dynamodb delete-table --table-name ${table} --region ${region}`;

/** Between which moments a table can be gone back to; `undefined` when it keeps no past. */
export async function reachOf(
  client: DynamoDBClient,
  live: string,
): Promise<{ earliest: Date; latest: Date } | undefined> {
  const { ContinuousBackupsDescription } = await client.send(
    new DescribeContinuousBackupsCommand({ TableName: live }),
  );
  const { EarliestRestorableDateTime: earliest, LatestRestorableDateTime: latest } =
    ContinuousBackupsDescription?.PointInTimeRecoveryDescription ?? {};
  return earliest && latest && { earliest, latest };
}

const LOOK_EVERY_MS = 5_000;

/**
 * Has DynamoDB make a table of what `live` held at a moment, beside it, and waits until it can be read: minutes to hours,
 * by its size.
 *
 * @param every milliseconds between two looks.
 * @throws OutOfReach
 */
export async function backFrom(
  client: DynamoDBClient,
  live: string,
  at: Date,
  { onWait, every = LOOK_EVERY_MS }: { onWait?: (status: string) => void; every?: number } = {},
): Promise<PastTable> {
  const { earliest, latest } = (await reachOf(client, live)) ?? {};
  if (!earliest || !latest || at < earliest || at > latest) throw new OutOfReach(at, earliest, latest);
  const name = `${copyPrefix(live)}${at.toISOString().slice(0, 19).replaceAll(/\D/g, '')}`;
  if (!(await statusOf(client, name))) {
    await client.send(
      new RestoreTableToPointInTimeCommand({
        SourceTableName: live,
        TargetTableName: name,
        RestoreDateTime: at,
      }),
    );
  }
  for (;;) {
    const status = await statusOf(client, name);
    if (status === 'ACTIVE') return { name, at };
    onWait?.(status ?? 'CREATING');
    await pause(every);
  }
}

/** `undefined` when there is no such table. */
export async function statusOf(client: DynamoDBClient, TableName: string): Promise<string | undefined> {
  try {
    const { Table } = await client.send(new DescribeTableCommand({ TableName }));
    return Table?.TableStatus;
  } catch (error) {
    if ((error as Error).name === 'ResourceNotFoundException') return undefined;
    throw error;
  }
}
