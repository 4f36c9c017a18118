import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { HttpRequest } from '../wire/endpoint.ts';
import type { JwtContext } from './jwt.ts';
import type { RouteMatch } from './routes.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** API Gateway's `requestContext.time`, e.g. `05/Jan/2027:14:00:00 +0000`. */
const commonLogTime = (time: number): string => {
  const [date = '', clock = ''] = new Date(time).toISOString().split('T');
  const [year, month, day] = date.split('-');
  return `${day}/${MONTHS[Number(month) - 1]}/${year}:${clock.slice(0, 8)} +0000`;
};

// A form body is not on the list: HTTP APIs hand it over in base64.
const isText = (contentType: string): boolean =>
  /^(text\/|application\/(json|xml|javascript)\b|application\/[\w.+-]+\+(json|xml)\b)/i.test(contentType);

const bodyOf = ({ body, headers }: HttpRequest): { body?: string; isBase64Encoded: boolean } => {
  if (body.length === 0) return { isBase64Encoded: false };
  return isText(headers['content-type'] ?? '')
    ? { body: body.toString('utf8'), isBase64Encoded: false }
    : { body: body.toString('base64'), isBase64Encoded: true };
};

const queryOf = (query: URLSearchParams): Record<string, string> | undefined => {
  const joined: Record<string, string> = {};
  for (const [name, value] of query)
    joined[name] = joined[name] === undefined ? value : `${joined[name]},${value}`;
  return Object.keys(joined).length > 0 ? joined : undefined;
};

export interface EventSource {
  account: string;
  /** Epoch milliseconds. */
  now: number;
  requestId: string;
  /** Who called an AWS_IAM route. */
  user: { arn: string; accessKeyId: string };
  /** Whose token a JWT route was called with. */
  jwt?: JwtContext;
}

/** The event a Lambda function gets from an HTTP API in payload format 2.0. */
export const eventFor = (
  request: HttpRequest,
  { route, parameters }: RouteMatch,
  { account, now, requestId, user, jwt }: EventSource,
): APIGatewayProxyEventV2 => {
  const { cookie, ...headers } = request.headers;
  const query = queryOf(request.query);
  const authorizer = {
    iam: {
      accessKey: user.accessKeyId,
      accountId: account,
      callerId: user.accessKeyId,
      cognitoIdentity: null,
      principalOrgId: null,
      userArn: user.arn,
      userId: user.accessKeyId,
    },
  };
  return {
    version: '2.0',
    routeKey: route.key,
    rawPath: request.path,
    rawQueryString: request.url.slice(request.path.length + 1),
    ...(cookie ? { cookies: cookie.split(/;\s*/) } : {}),
    headers,
    ...(query ? { queryStringParameters: query } : {}),
    requestContext: {
      accountId: account,
      apiId: route.apiId,
      domainName: request.headers.host ?? 'localhost',
      domainPrefix: (request.headers.host ?? 'localhost').split('.')[0] ?? '',
      http: {
        method: request.method,
        path: request.path,
        protocol: 'HTTP/1.1',
        sourceIp: request.sourceIp,
        userAgent: request.headers['user-agent'] ?? '',
      },
      requestId,
      routeKey: route.key,
      stage: '$default',
      time: commonLogTime(now),
      timeEpoch: now,
      ...(route.isIam ? { authorizer } : {}),
      ...(jwt ? { authorizer: { jwt } } : {}),
    },
    ...(Object.keys(parameters).length > 0 ? { pathParameters: parameters } : {}),
    ...bodyOf(request),
  };
};
