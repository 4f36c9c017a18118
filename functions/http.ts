import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Actor } from '../domain/events.ts';
import type { Identity, Reach } from './access.ts';

/** The longest form body that is read at all; a longer one is answered without a parsed form. */
export const MAX_FORM_BYTES = 64 * 1024;
/** The same on the admin site, where whole plans are written. */
export const MAX_SITE_FORM_BYTES = 256 * 1024;
/** The longest JSON body the API reads. */
export const MAX_JSON_BYTES = 256 * 1024;

/** A request for a page, free of AWS's shape. Header names are lower case, values as sent. */
export interface WebRequest {
  method: string;
  /** Without stage and query. */
  path: string;
  /** What API Gateway matched, e.g. `GET /admin/plans/{planId}`. */
  route: string;
  query: URLSearchParams;
  /** Named parts of the route, e.g. `{token}`, percent-decoded. */
  params: Record<string, string>;
  cookies: Record<string, string>;
  headers: Record<string, string>;
  /** Where it came from, as API Gateway saw it. */
  sourceIp: string;
  /** Only for a url-encoded body that is not too long. */
  form?: URLSearchParams;
  /** As sent, whatever it is. */
  body: Buffer;
  /** Size of the body as sent. */
  bodyBytes: number;
}

/** `cookies` are whole `Set-Cookie` values. Security headers are added by the chain and win. */
export interface WebResponse {
  status: number;
  headers?: Record<string, string>;
  cookies?: string[];
  body?: string;
}

/** A request to the JSON API. */
export interface ApiRequest {
  method: string;
  path: string;
  /** What API Gateway matched, e.g. `GET /api/plans/{planId}`. */
  route: string;
  params: Record<string, string>;
  query: Record<string, string>;
  headers: Record<string, string>;
  actor: Actor;
  identity: Identity;
  /** Over which plans the caller may use this route. */
  reach: Reach;
  bodyBytes: number;
  /** The raw body; `functions/api/read-json.ts` makes sense of it. */
  text: string;
}

/** `json` is sent as `application/json`. */
export interface ApiResponse {
  status: number;
  headers?: Record<string, string>;
  json: unknown;
}

type HttpEvent = APIGatewayProxyEventV2 & {
  requestContext: { authorizer?: { jwt?: { claims?: Record<string, unknown> } } };
};

export function webRequest(event: APIGatewayProxyEventV2, longestForm = MAX_FORM_BYTES): WebRequest {
  const headers = headersOf(event);
  const body = bodyOf(event);
  const isForm = /^application\/x-www-form-urlencoded(;|$)/i.test(headers['content-type'] ?? '');
  return {
    method: event.requestContext.http.method,
    path: pathOf(event),
    route: event.routeKey,
    query: new URLSearchParams(event.rawQueryString),
    params: definedOnly(event.pathParameters),
    cookies: cookiesOf(event),
    headers,
    sourceIp: event.requestContext.http.sourceIp,
    bodyBytes: body.byteLength,
    body,
    ...(isForm && body.byteLength <= longestForm && { form: new URLSearchParams(body.toString('utf8')) }),
  };
}

/** The request without who sent it, and the claims of the token that API Gateway has verified, if any came. */
export function apiRequest(
  event: APIGatewayProxyEventV2,
): Omit<ApiRequest, 'actor' | 'identity' | 'reach'> & { claims?: Record<string, unknown> } {
  const body = bodyOf(event);
  const claims = (event as HttpEvent).requestContext.authorizer?.jwt?.claims;
  return {
    method: event.requestContext.http.method,
    path: pathOf(event),
    route: event.routeKey,
    params: definedOnly(event.pathParameters),
    query: definedOnly(event.queryStringParameters),
    headers: headersOf(event),
    ...(claims && { claims }),
    bodyBytes: body.byteLength,
    text: body.byteLength <= MAX_JSON_BYTES ? body.toString('utf8') : '',
  };
}

const bodyOf = (event: APIGatewayProxyEventV2): Buffer =>
  Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');

/** A named stage is part of the path that API Gateway reports; the routes do not know it. */
function pathOf({ rawPath, requestContext: { stage } }: APIGatewayProxyEventV2): string {
  return rawPath.startsWith(`/${stage}/`) ? rawPath.slice(stage.length + 1) : rawPath;
}

function cookiesOf(event: APIGatewayProxyEventV2): Record<string, string> {
  const cookies: Record<string, string> = Object.create(null);
  for (const pair of event.cookies ?? []) {
    const split = pair.indexOf('=');
    if (split > 0) cookies[pair.slice(0, split).trim()] ??= pair.slice(split + 1).trim();
  }
  return cookies;
}

const headersOf = (event: APIGatewayProxyEventV2): Record<string, string> => definedOnly(event.headers);

function definedOnly(from: Record<string, string | undefined> | null | undefined): Record<string, string> {
  const found: Record<string, string> = Object.create(null);
  for (const [name, value] of Object.entries(from ?? {})) if (value !== undefined) found[name] = value;
  return found;
}
