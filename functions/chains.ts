import middy from '@middy/core';
import httpHeaderNormalizer from '@middy/http-header-normalizer';
import type {
  APIGatewayProxyEventV2,
  APIGatewayProxyStructuredResultV2,
  Context,
  DynamoDBBatchResponse,
  DynamoDBStreamEvent,
} from 'aws-lambda';
import type { OutboxRow } from '../adapters/store.ts';
import { actorOf, type Identity } from './access.ts';
import { effectName } from './effect-name.ts';
import { API_HEADERS, PAGE_HEADERS } from './headers.ts';
import {
  type ApiRequest,
  type ApiResponse,
  apiRequest,
  type WebRequest,
  type WebResponse,
  webRequest,
} from './http.ts';
import { type GroupSettings, identityOf } from './identity.ts';
import { errorFields, logger } from './logging.ts';
import { headersOn, logged, onFailure } from './middlewares.ts';
import { outboxChange } from './outbox-change.ts';
import { type ApiPorts, apiPorts, type TaskPorts, taskPorts, type WebPorts, webPorts } from './ports.ts';
import { Problem, problemOf } from './problems.ts';
import { SORRY_PAGE } from './sorry-page.ts';
import { throughTheEdge } from './through-edge.ts';

export type { ApiRequest, ApiResponse, WebRequest, WebResponse } from './http.ts';

/**
 * The chains, one per kind of trigger: what every function of that kind does around its own few lines. Each takes the
 * function's own part and, for tests, the ports it runs on; by default they are made from the environment on first use.
 */
type Door<Event, Result> = (event: Event, context: Context) => Promise<Result>;
type HttpDoor = Door<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>;

/** A participant's page over HTTP API. HEAD is answered like GET without its body; an unexpected error is an apology. */
export function web(
  handler: (request: WebRequest, ports: WebPorts) => Promise<WebResponse>,
  ports: WebPorts = webPorts(),
): HttpDoor {
  return middy(async (event: APIGatewayProxyEventV2) => {
    const request = webRequest(event);
    const { status, headers, cookies, body } = await handler(request, ports);
    return {
      statusCode: status,
      headers: { ...(body !== undefined && { 'Content-Type': 'text/html; charset=utf-8' }), ...headers },
      ...(cookies && { cookies }),
      body: request.method === 'HEAD' ? '' : (body ?? ''),
    };
  })
    .use(headersOn(PAGE_HEADERS))
    .use(logged())
    .use(
      onFailure((error) => ({
        statusCode: error instanceof Problem ? error.status : 500,
        headers: { 'Content-Type': 'text/html; charset=utf-8' },
        body: SORRY_PAGE,
      })),
    )
    .use(httpHeaderNormalizer())
    .use(throughTheEdge(ports)) as HttpDoor;
}

/** The JSON API over HTTP API. Whatever is refused or goes wrong is answered as an RFC 9457 problem document. */
export function api(
  handler: (request: ApiRequest, ports: ApiPorts) => Promise<ApiResponse>,
  ports: ApiPorts = apiPorts(),
): HttpDoor {
  return middy(async (event: APIGatewayProxyEventV2) => {
    const { claims, ...request } = apiRequest(event);
    const identity = callerOf(claims, ports.groups);
    // How far they reach is for the route to say; until then, not at all.
    const call = { ...request, identity, actor: actorOf(identity), reach: 'own' as const };
    const { status, headers, json } = await handler(call, ports);
    return {
      statusCode: status,
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(json),
    };
  })
    .use(headersOn(API_HEADERS))
    .use(logged())
    .use(
      onFailure((error) => {
        const { document, headers } = problemOf(error);
        return {
          statusCode: document.status,
          headers: { 'Content-Type': 'application/problem+json', ...headers },
          body: JSON.stringify(document),
        };
      }),
    )
    .use(httpHeaderNormalizer())
    .use(throughTheEdge(ports)) as HttpDoor;
}

/** API Gateway lets only calls with a good token through; should a route ever be left open, it ends here. */
function callerOf(claims: Record<string, unknown> | undefined, groups: GroupSettings): Identity {
  if (!claims)
    throw new Problem(401, 'no_identity', 'The call carries no token.', 'Send an access token as Bearer.');
  // Of the two tokens only the one for calls is taken: the other says who somebody is, to the site alone (SEC-14).
  if (claims.token_use === 'id' || 'nonce' in claims || 'at_hash' in claims)
    throw new Problem(401, 'wrong_token', 'This is an ID token.', 'Send the access token instead.');
  return identityOf(claims, groups);
}

/**
 * A task of a workflow. What it throws ends up in the execution's history, so only the error's name leaves: its message
 * may quote what people wrote.
 */
export function task<Event, Result>(
  handler: (event: Event, ports: TaskPorts) => Promise<Result>,
  ports: TaskPorts = taskPorts(),
): Door<Event, Result> {
  return middy(coded((event: Event) => handler(event, ports))).use(logged()) as Door<Event, Result>;
}

/**
 * Outbox rows from the table's stream. One row's failure is reported by itself; the others are not held up by it.
 *
 * @param milliseconds that one row may take: with less time left none but the first is begun, and the others are handed
 * back for the next call
 */
export function stream<P>(
  handler: (row: OutboxRow, ports: P) => Promise<void>,
  ports: P,
  milliseconds = 0,
): Door<DynamoDBStreamEvent, DynamoDBBatchResponse> {
  return middy(
    coded(async (event: DynamoDBStreamEvent, context: Context) => {
      const batchItemFailures: { itemIdentifier: string }[] = [];
      let begun = 0;
      for (const record of event.Records) {
        const row = outboxChange(record);
        if (!row) continue;
        if (begun > 0 && context.getRemainingTimeInMillis() < milliseconds) {
          batchItemFailures.push({ itemIdentifier: record.dynamodb?.SequenceNumber ?? '' });
          continue;
        }
        begun += 1;
        try {
          await handler(row, ports);
        } catch (error) {
          const effect = effectName(row.key);
          logger().error('outbox row failed', { planId: row.planId, effect, ...errorFields(error) });
          batchItemFailures.push({ itemIdentifier: record.dynamodb?.SequenceNumber ?? '' });
        }
      }
      return { batchItemFailures };
    }),
  ).use(logged()) as Door<DynamoDBStreamEvent, DynamoDBBatchResponse>;
}

/** A round on a schedule. */
export function scheduled<P, Result>(
  handler: (ports: P) => Promise<Result>,
  ports: P,
): Door<unknown, Result> {
  return middy(coded(() => handler(ports))).use(logged()) as Door<unknown, Result>;
}

/** An event that EventBridge brings. What it throws makes Lambda bring the same event again, and in the end keep it. */
export function announced<P>(
  handler: (event: unknown, ports: P) => Promise<void>,
  ports: P,
): Door<unknown, void> {
  return middy(coded((event: unknown) => handler(event, ports))).use(logged()) as Door<unknown, void>;
}

/**
 * Lets an error out by name and code alone. It sits inside the chain because middy hangs the first error on whatever a
 * middleware throws, and Lambda logs all an error carries.
 */
const coded =
  <Arguments extends unknown[], Result>(run: (...args: Arguments) => Promise<Result>) =>
  async (...args: Arguments): Promise<Result> => {
    try {
      return await run(...args);
    } catch (error) {
      const { error: name, code } = errorFields(error);
      logger().error('failed', { error: name, ...(code && { code }) });
      throw new CodedError(name, code ?? 'unexpected');
    }
  };

class CodedError extends Error {
  constructor(name: string, code: string) {
    super(code);
    this.name = name;
    this.stack = `${name}: ${code}`;
  }
}
