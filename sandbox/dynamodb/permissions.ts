import type { Permission, Resource } from '../types.ts';
import { tableName } from './tables.ts';

type Input = Record<string, unknown>;
type Key = { AttributeName: string; KeyType: string };

/** Calls that concern no one table. */
const ACCOUNT_WIDE = new Set(['ListTables', 'DescribeLimits', 'DescribeEndpoints']);

const TRANSACTION_ACTIONS: Record<string, string> = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
  Get: 'GetItem',
};

const hashKey = (schema: unknown): string =>
  (schema as Key[] | undefined)?.find(({ KeyType }) => KeyType === 'HASH')?.AttributeName ?? '';

const scalar = (value: unknown): string | undefined => {
  const [only] = Object.values((value ?? {}) as Record<string, unknown>);
  return typeof only === 'string' ? only : undefined;
};

/** The partition a key condition is about. */
const queriedPartition = (input: Input, hash: string): string | undefined => {
  const names = (input.ExpressionAttributeNames ?? {}) as Record<string, string>;
  const values = (input.ExpressionAttributeValues ?? {}) as Record<string, unknown>;
  for (const [, name = '', value = ''] of `${input.KeyConditionExpression ?? ''}`.matchAll(
    /([#\w.-]+)\s*=\s*(:\w+)/g,
  ))
    if ((names[name] ?? name) === hash) return scalar(values[value]);
  return undefined;
};

/** What IAM asks before DynamoDB does anything: one question per table or index, and per part of a transaction. */
export const permissionsOf = (action: string, input: Input, tables: readonly Resource[]): Permission[] => {
  const find = (name: unknown) => tables.find((table) => tableName(table) === name || table.arn === name);
  const arnOf = (name: unknown) => find(name)?.arn ?? `arn:aws:dynamodb:us-east-1:123456789012:table/${name}`;

  const permission = (verb: string, name: unknown, partition?: string, index?: unknown): Permission => ({
    action: `dynamodb:${verb}`,
    resource: index === undefined ? arnOf(name) : `${arnOf(name)}/index/${index}`,
    ...(partition === undefined ? {} : { context: { 'dynamodb:LeadingKeys': partition } }),
  });

  const onItem = (verb: string, part: Input): Permission => {
    const hash = hashKey(find(part.TableName)?.properties.KeySchema);
    const item = (part.Key ?? part.Item ?? {}) as Record<string, unknown>;
    return permission(verb, part.TableName, scalar(item[hash]));
  };

  const onPartition = (): Permission => {
    const table = find(input.TableName);
    const indexes = [
      table?.properties.GlobalSecondaryIndexes,
      table?.properties.LocalSecondaryIndexes,
    ].flat() as (Input | undefined)[];
    const index = indexes.find((each) => each?.IndexName === input.IndexName);
    const hash = hashKey((input.IndexName === undefined ? table?.properties : index)?.KeySchema);
    return permission(action, input.TableName, queriedPartition(input, hash), input.IndexName);
  };

  switch (action) {
    case 'TransactWriteItems':
    case 'TransactGetItems':
      return ((input.TransactItems ?? []) as Record<string, Input>[]).flatMap((each) =>
        Object.entries(each).map(([kind, part]) => onItem(TRANSACTION_ACTIONS[kind] ?? kind, part)),
      );
    case 'BatchGetItem':
    case 'BatchWriteItem':
      return Object.entries((input.RequestItems ?? {}) as Record<string, unknown>).flatMap(
        ([name, content]) => {
          const keys = Array.isArray(content)
            ? (content as Record<string, Input>[]).flatMap((each) => Object.values(each))
            : ((content as Input).Keys as Input[]).map((Key) => ({ Key }));
          return keys.map((part) => onItem(action, { ...part, TableName: name }));
        },
      );
    case 'RestoreTableToPointInTime':
      return [
        { action: `dynamodb:${action}`, resource: `${input.SourceTableArn ?? arnOf(input.SourceTableName)}` },
        permission(action, input.TargetTableName),
      ];
    case 'Query':
    case 'Scan':
      return [onPartition()];
    default:
      return [
        ACCOUNT_WIDE.has(action) ? { action: `dynamodb:${action}`, resource: '*' } : onItem(action, input),
      ];
  }
};
