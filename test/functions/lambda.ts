import type { APIGatewayProxyEventV2, AttributeValue, Context, DynamoDBRecord } from 'aws-lambda';
import type { Row } from '../../adapters/rows.ts';

/** What Lambda hands to a handler besides the event, as far as anybody here looks at it. */
export const CONTEXT = {
  functionName: 'function-under-test',
  functionVersion: '$LATEST',
  invokedFunctionArn: 'arn:aws:lambda:us-east-1:123456789012:function:function-under-test',
  memoryLimitInMB: '512',
  awsRequestId: '00000000-0000-4000-8000-000000000000',
  callbackWaitsForEmptyEventLoop: true,
  getRemainingTimeInMillis: () => 30_000,
} as unknown as Context;

/** The same, of a function that has so much time left. */
export const withTimeLeft = (milliseconds: () => number): Context => ({
  ...CONTEXT,
  getRemainingTimeInMillis: milliseconds,
});

/** An HTTP API event (payload 2.0) for a route. */
export function httpEvent(
  route: string,
  options: {
    path?: string;
    params?: Record<string, string>;
    query?: Record<string, string>;
    headers?: Record<string, string>;
    cookies?: string[];
    body?: string;
    base64?: boolean;
    /** Who sends it, as the claims of their token say; HR when only their id is given. */
    caller?: string | Record<string, unknown>;
    rawQuery?: string;
    stage?: string;
  } = {},
): APIGatewayProxyEventV2 {
  const [method = 'GET', pattern = '/'] = route.split(' ');
  const path = options.path ?? pattern.replace(/\{(\w+)\}/g, (_, name) => options.params?.[name] ?? '');
  return {
    version: '2.0',
    routeKey: route,
    rawPath: path,
    rawQueryString: options.rawQuery ?? new URLSearchParams(options.query).toString(),
    headers: options.headers ?? {},
    ...(options.cookies && { cookies: options.cookies }),
    ...(options.params && { pathParameters: options.params }),
    ...(options.query && { queryStringParameters: options.query }),
    ...(options.body !== undefined && { body: options.body }),
    isBase64Encoded: options.base64 ?? false,
    requestContext: {
      http: { method, path, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' },
      stage: options.stage ?? '$default',
      ...(options.caller !== undefined && {
        authorizer: { jwt: { claims: claimsOf(options.caller), scopes: null } },
      }),
    },
  } as unknown as APIGatewayProxyEventV2;
}

const claimsOf = (caller: string | Record<string, unknown>): Record<string, unknown> =>
  typeof caller === 'string' ? { sub: caller, token_use: 'access', 'cognito:groups': '[hr]' } : caller;

/** Rows of the table as its stream tells of them. */
export const streamEvent = (rows: Row[]): { Records: DynamoDBRecord[] } => ({
  Records: rows.map((row, index) => ({
    eventName: 'MODIFY',
    dynamodb: { SequenceNumber: String(index + 1), NewImage: attributes(row) },
  })),
});

const attributes = (values: object): Record<string, AttributeValue> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, attribute(value)]));

function attribute(value: unknown): AttributeValue {
  if (typeof value === 'string') return { S: value };
  if (typeof value === 'number') return { N: String(value) };
  if (typeof value === 'boolean') return { BOOL: value };
  if (value === null) return { NULL: true };
  if (Array.isArray(value)) return { L: value.map(attribute) };
  return { M: attributes(value as object) };
}
