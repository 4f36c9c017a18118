import type { AttributeValue, DynamoDBRecord } from 'aws-lambda';
import type { OutboxRow } from '../adapters/store.ts';

/**
 * The PENDING outbox row a stream record is about; `undefined` for anything else, should the trigger's filter let it in.
 */
export function outboxChange({ dynamodb }: DynamoDBRecord): OutboxRow | undefined {
  const image = dynamodb?.NewImage;
  if (!image?.sk?.S?.startsWith('OUTBOX#') || image.status?.S !== 'PENDING') return undefined;
  const { pk, sk, duePk, dueSk, nudges, ...row } = plainMap(image);
  return row as unknown as OutboxRow;
}

const plainMap = (map: Record<string, AttributeValue>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(map).map(([name, value]) => [name, plain(value)]));

/** The kinds of value that an outbox row can hold. */
function plain({ S, N, BOOL, M, L }: AttributeValue): unknown {
  if (S !== undefined) return S;
  if (N !== undefined) return Number(N);
  if (BOOL !== undefined) return BOOL;
  if (M !== undefined) return plainMap(M);
  if (L !== undefined) return L.map(plain);
  return null;
}
