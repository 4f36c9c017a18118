import {
  type AttributeValue,
  type DynamoDBClient,
  PutItemCommand,
  paginateQuery,
  paginateScan,
  TransactionCanceledException,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';

/** A row as DynamoDB writes it, so that nothing is lost on the way from one table to the other. */
export type Row = Record<string, AttributeValue>;

/** One part of what makes a partition like another. */
export type Change = { put: Row; ifVersion?: string | undefined } | { remove: Row };

/** DynamoDB's own limits for one transaction: rows, and bytes (a little below). */
const MOST_ROWS = 100;
const MOST_BYTES = 3_500_000;

/** The rows of a table, a partition at a time. */
export interface Partitions {
  /** Every partition key once, as a scan comes by them. */
  keys(): AsyncGenerator<string>;
  /** All rows of one partition, by their sort keys. */
  rows(pk: string): Promise<Map<string, Row>>;
}

export const partitionsOf = (client: DynamoDBClient, TableName: string): Partitions => ({
  async *keys() {
    let last: string | undefined;
    const input = { TableName, ProjectionExpression: 'pk', ConsistentRead: true };
    for await (const { Items = [] } of paginateScan({ client }, input)) {
      for (const { pk } of Items) {
        // A scan gives the rows of a partition one after the other.
        if (pk?.S === undefined || pk.S === last) continue;
        last = pk.S;
        yield pk.S;
      }
    }
  },

  async rows(pk) {
    const found = new Map<string, Row>();
    const input = {
      TableName,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': { S: pk } },
    };
    for await (const { Items = [] } of paginateQuery({ client }, input))
      for (const row of Items) found.set(row.sk?.S ?? '', row);
    return found;
  },
});

/**
 * Writes the changes of one partition, as one whenever they fit into a transaction.
 *
 * @returns false, and nothing is written, when somebody else has just changed the plan: look again.
 */
export async function write(
  client: DynamoDBClient,
  TableName: string,
  changes: readonly Change[],
): Promise<boolean> {
  for (const part of inParts(changes)) {
    const TransactItems = part.map((change) =>
      'remove' in change
        ? { Delete: { TableName, Key: keyOf(change.remove) } }
        : { Put: { TableName, Item: change.put, ...onlyWhile(change) } },
    );
    try {
      await client.send(new TransactWriteItemsCommand({ TransactItems }));
    } catch (error) {
      if (isLostRace(error)) return false;
      throw error;
    }
  }
  return true;
}

export const put = async (client: DynamoDBClient, TableName: string, Item: Row): Promise<void> => {
  await client.send(new PutItemCommand({ TableName, Item }));
};

const keyOf = ({ pk, sk }: Row): Row => ({ pk: pk ?? { S: '' }, sk: sk ?? { S: '' } });

/** A plan row only takes the place of the one that was looked at. */
const onlyWhile = (change: Extract<Change, { put: Row }>) => {
  if (!('ifVersion' in change)) return {};
  return change.ifVersion === undefined
    ? { ConditionExpression: 'attribute_not_exists(pk)' }
    : {
        ConditionExpression: '#version = :version',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':version': { N: change.ifVersion } },
      };
};

/** The plan row first, because its condition is what holds the others back. */
function inParts(changes: readonly Change[]): Change[][] {
  const ordered = changes.toSorted((a, b) => Number('ifVersion' in b) - Number('ifVersion' in a));
  const parts: Change[][] = [];
  let bytes = 0;
  for (const change of ordered) {
    const size = JSON.stringify(change).length;
    const part = parts.at(-1);
    if (part && part.length < MOST_ROWS && bytes + size < MOST_BYTES) {
      part.push(change);
      bytes += size;
    } else {
      parts.push([change]);
      bytes = size;
    }
  }
  return parts;
}

const RACES = ['ConditionalCheckFailed', 'TransactionConflict'];

const isLostRace = (error: unknown): boolean => {
  if (!(error instanceof TransactionCanceledException)) return false;
  const codes = (error.CancellationReasons ?? []).flatMap(({ Code }) =>
    Code && Code !== 'None' ? [Code] : [],
  );
  return codes.length > 0 && codes.every((code) => RACES.includes(code));
};
