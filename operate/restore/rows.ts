import {
  type AttributeValue,
  type DynamoDBClient,
  PutItemCommand,
  paginateQuery,
  paginateScan,
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';

/** A row as DynamoDB writes it, so that nothing is lost on the way from one table to the other. */
export type Row = Record<string, AttributeValue>;

/** One part of what makes a partition like another. */
export type Change = { put: Row } | { remove: Row };

/** The sort key of a plan's own row. */
export const PLAN = 'PLAN';

export const text = (row: Row | undefined, name: string): string => row?.[name]?.S ?? row?.[name]?.N ?? '';

/** DynamoDB's own limits for one transaction, with room for what goes along: rows, and bytes (a little below). */
const MOST_ROWS = 98;
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

/** What one partition becomes, as long as its plan is the one that was looked at. */
export interface Writing {
  pk: string;
  changes: readonly Change[];
  /** The plan's versions: as it was looked at, and as it is to become; `undefined` where there is no plan. */
  versions: { now: string | undefined; wanted: string | undefined };
  /** Written together with the last change, to another table: says that this was done. */
  mark: { table: string; row: Row };
}

/**
 * Writes the changes of one partition and its mark, as one whenever they fit into a transaction.
 *
 * @returns false when somebody else has changed the plan: look again. What was written before stays.
 */
export async function write(client: DynamoDBClient, TableName: string, writing: Writing): Promise<boolean> {
  const parts = inParts(writing.changes);
  for (const [index, part] of parts.entries()) {
    const still = onlyAt(index === 0 ? writing.versions.now : writing.versions.wanted);
    const TransactItems: TransactWriteItem[] = part.map((change) => {
      const condition = isPlan(change) ? still : {};
      return 'remove' in change
        ? { Delete: { TableName, Key: keyOf(change.remove), ...condition } }
        : { Put: { TableName, Item: change.put, ...condition } };
    });
    if (!part.some(isPlan)) {
      const Key = { pk: { S: writing.pk }, sk: { S: PLAN } };
      TransactItems.push({ ConditionCheck: { TableName, Key, ...still } });
    }
    if (index === parts.length - 1)
      TransactItems.push({ Put: { TableName: writing.mark.table, Item: writing.mark.row } });
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

const isPlan = (change: Change): boolean => text(rowOf(change), 'sk') === PLAN;
const rowOf = (change: Change): Row => ('remove' in change ? change.remove : change.put);

/** While the plan has this version; `undefined`: while there is none. */
const onlyAt = (version: string | undefined) =>
  version === undefined
    ? { ConditionExpression: 'attribute_not_exists(pk)' }
    : {
        ConditionExpression: '#version = :version',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':version': { N: version } },
      };

/**
 * The plan row first, because its condition is what holds the others back. Events that go are last, and the newest of them
 * first: while one is left that the plan does not count, nothing can be recorded on what is only half written.
 */
function inOrder(changes: readonly Change[]): Change[] {
  const rank = (change: Change): number =>
    isPlan(change) ? 0 : 'remove' in change && text(change.remove, 'sk').startsWith('EVENT#') ? 2 : 1;
  const back = (change: Change): string => (rank(change) === 2 ? text(rowOf(change), 'sk') : '');
  return changes.toSorted(
    (a, b) => rank(a) - rank(b) || (back(a) < back(b) ? 1 : back(a) > back(b) ? -1 : 0),
  );
}

/** At least one, though it be empty. */
function inParts(changes: readonly Change[]): Change[][] {
  let part: Change[] = [];
  const parts = [part];
  let bytes = 0;
  for (const change of inOrder(changes)) {
    const size = JSON.stringify(change).length;
    if (part.length === MOST_ROWS || (part.length > 0 && bytes + size > MOST_BYTES)) {
      part = [];
      parts.push(part);
      bytes = 0;
    }
    part.push(change);
    bytes += size;
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
