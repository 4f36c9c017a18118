import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  type QueryCommandInput,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { condition, words } from './expressions.ts';
import type { Key } from './keys.ts';
import type { Row, Rows, Selection } from './rows.ts';

/** The table operations on DynamoDB. Errors that are not about a lost race pass as they are. */
export function createDynamoRows(options: { client: DynamoDBClient; tableName: string }): Rows {
  const TableName = options.tableName;
  const table = DynamoDBDocumentClient.from(options.client, {
    marshallOptions: { removeUndefinedValues: true },
  });

  return {
    async get(key) {
      const { Item } = await table.send(new GetCommand({ TableName, Key: keyOf(key), ConsistentRead: true }));
      return Item as Row | undefined;
    },

    async getAll(keys) {
      const found: Row[] = [];
      let left: Key[] = keys.map(keyOf);
      while (left.length > 0) {
        const asked = { [TableName]: { Keys: left, ConsistentRead: true } };
        const page = await table.send(new BatchGetCommand({ RequestItems: asked }));
        found.push(...((page.Responses?.[TableName] ?? []) as Row[]));
        left = (page.UnprocessedKeys?.[TableName]?.Keys ?? []) as Key[];
      }
      return found;
    },

    async look(selection) {
      const page = await table.send(new QueryCommand({ TableName, ...queryOf(selection) }));
      return { found: (page.Items ?? []) as Row[], isCut: page.LastEvaluatedKey !== undefined };
    },

    async count(selection) {
      const input = { TableName, ...queryOf(selection), Select: 'COUNT' as const };
      const page = await table.send(new QueryCommand(input));
      return { found: page.Count ?? 0, isCut: page.LastEvaluatedKey !== undefined };
    },

    async query(selection) {
      const found: Row[] = [];
      const input = { TableName, ...queryOf(selection) };
      let after: Record<string, unknown> | undefined;
      do {
        const page = await table.send(new QueryCommand({ ...input, ExclusiveStartKey: after }));
        found.push(...((page.Items ?? []) as Row[]));
        after = page.LastEvaluatedKey;
      } while (after && found.length < (selection.limit ?? Number.POSITIVE_INFINITY));
      return found.slice(0, selection.limit);
    },

    async put(row, when) {
      const done = table.send(new PutCommand({ TableName, Item: row, ...condition(when) }));
      return (await unlessConditionFails(done)) !== undefined;
    },

    async update(key, { set = {}, remove = [], add = {} }, when) {
      const clauses = [
        ['SET', Object.keys(set).map((name) => `#${name} = :set_${name}`)],
        ['REMOVE', remove.map((name) => `#${name}`)],
        ['ADD', Object.keys(add).map((name) => `#${name} :add_${name}`)],
      ] as const;
      const { ConditionExpression, ...used } = condition(when);
      const done = table.send(
        new UpdateCommand({
          TableName,
          Key: keyOf(key),
          UpdateExpression: clauses
            .flatMap(([verb, terms]) => (terms.length > 0 ? [`${verb} ${terms.join(', ')}`] : []))
            .join(' '),
          ConditionExpression,
          ...words(
            used,
            [...Object.keys(set), ...remove, ...Object.keys(add)],
            [...prefixed('set', set), ...prefixed('add', add)],
          ),
          ReturnValues: 'ALL_NEW',
        }),
      );
      return (await unlessConditionFails(done))?.Attributes as Row | undefined;
    },

    async transact(writes) {
      const TransactItems = writes.map((write) => {
        if ('row' in write) return { Put: { TableName, Item: write.row, ...condition(write.when) } };
        if ('remove' in write)
          return { Delete: { TableName, Key: keyOf(write.remove), ...condition(write.when) } };
        const exists = { ConditionExpression: 'attribute_exists(pk)', ...condition(write.when) };
        return { ConditionCheck: { TableName, Key: keyOf(write.check), ...exists } };
      });
      try {
        await table.send(new TransactWriteCommand({ TransactItems }));
        return true;
      } catch (error) {
        if (isLostRace(error)) return false;
        throw error;
      }
    },
  };
}

/** Without whatever else came along: the table takes a key and nothing more. */
const keyOf = ({ pk, sk }: Key): Key => ({ pk, sk });

const SORT_KEYS = { table: ['pk', 'sk'], due: ['duePk', 'dueSk'], plans: ['listPk', 'listSk'] } as const;

function queryOf(selection: Selection): Omit<QueryCommandInput, 'TableName'> {
  const { index, partition, newestFirst, limit } = selection;
  const [pk, sk] = SORT_KEYS[index ?? 'table'];
  const [range, bounds] = rangeOf(selection);
  return {
    ...(index ? { IndexName: index } : { ConsistentRead: true }),
    KeyConditionExpression: `#pk = :pk${range}`,
    ExpressionAttributeNames: { '#pk': pk, ...(range && { '#sk': sk }) },
    ExpressionAttributeValues: { ':pk': partition, ...bounds },
    ScanIndexForward: !newestFirst,
    ...(limit && { Limit: limit }),
  };
}

/** The part of a key condition that is about the sort key, and its values. */
function rangeOf({ prefix, below, between }: Selection): [string, Record<string, string>] {
  if (prefix) return [' AND begins_with(#sk, :range)', { ':range': prefix }];
  if (between) return [' AND #sk BETWEEN :from AND :to', { ':from': between.from, ':to': between.to }];
  return below ? [' AND #sk < :range', { ':range': below }] : ['', {}];
}

const prefixed = (verb: string, values: Record<string, unknown>): [string, unknown][] =>
  Object.entries(values).map(([name, value]) => [`:${verb}_${name}`, value]);

async function unlessConditionFails<T>(done: Promise<T>): Promise<T | undefined> {
  try {
    return await done;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return undefined;
    throw error;
  }
}

const RACE = new Set(['ConditionalCheckFailed', 'TransactionConflict']);

/** Somebody else wrote first, or is writing right now; any other reason for a cancellation is a real failure. */
const isLostRace = (error: unknown): boolean => {
  if (!(error instanceof TransactionCanceledException)) return false;
  const reasons = (error.CancellationReasons ?? []).flatMap(({ Code }) =>
    Code && Code !== 'None' ? [Code] : [],
  );
  return reasons.length > 0 && reasons.every((code) => RACE.has(code));
};
