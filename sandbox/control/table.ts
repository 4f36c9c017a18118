import type { Resource, WireService } from '../types.ts';
import { SANDBOX_USER } from '../wire/router.ts';
import { ControlProblem } from './problem.ts';

type Item = Record<string, unknown>;

const TYPES = ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'];

const call = async (dynamodb: WireService, action: string, input: Item): Promise<Item> => {
  const body = Buffer.from(JSON.stringify(input));
  const headers = {
    'content-type': 'application/x-amz-json-1.0',
    'content-length': String(body.length),
    'x-amz-target': `${dynamodb.target}.${action}`,
  };
  const reply = await dynamodb.handle(action, input, SANDBOX_USER, {
    method: 'POST',
    path: '/',
    headers,
    body,
  });
  const answer =
    typeof reply.body === 'string' || Buffer.isBuffer(reply.body)
      ? JSON.parse(reply.body.toString())
      : reply.body;
  if (reply.status !== 200) throw new ControlProblem('table_not_read', JSON.stringify(answer), 500);
  return answer as Item;
};

const chosen = (tables: readonly Resource[], wanted: string | null): Resource => {
  const table =
    wanted === null
      ? tables[0]
      : tables.find(({ arn, logicalId }) => logicalId === wanted || arn.endsWith(`/${wanted}`));
  if (!table)
    throw new ControlProblem('no_such_table', `The template has no table ${wanted ?? ''}.`.trim(), 404);
  return table;
};

/** Every item of a table (or of one partition), as DynamoDB keeps it, in the engine's order. */
export const readTable = async (
  { dynamodb, resources }: { dynamodb: WireService; resources: readonly Resource[] },
  query: URLSearchParams,
): Promise<{ table: string; items: unknown[] }> => {
  const table = chosen(
    resources.filter(({ type }) => TYPES.includes(type)),
    query.get('table'),
  );
  const TableName = table.arn.slice(table.arn.lastIndexOf('/') + 1);
  const keys = table.properties.KeySchema as { AttributeName: string; KeyType: string }[];
  const hash = keys.find(({ KeyType }) => KeyType === 'HASH')?.AttributeName ?? 'pk';
  const pk = query.get('pk');
  const partition = {
    KeyConditionExpression: '#pk = :pk',
    ExpressionAttributeNames: { '#pk': hash },
    ExpressionAttributeValues: { ':pk': { S: pk } },
  };
  const items: unknown[] = [];
  let ExclusiveStartKey: unknown;
  do {
    const page = await call(dynamodb, pk === null ? 'Scan' : 'Query', {
      TableName,
      ConsistentRead: true,
      ...(pk === null ? {} : partition),
      ...(ExclusiveStartKey ? { ExclusiveStartKey } : {}),
    });
    items.push(...((page.Items as unknown[]) ?? []));
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey);
  return { table: TableName, items };
};
