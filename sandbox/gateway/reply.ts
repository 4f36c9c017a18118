import type { InvokeResult } from '../types.ts';
import type { HttpReply } from '../wire/endpoint.ts';

/** An answer API Gateway gives itself. */
export const gatewayMessage = (status: number, message: string): HttpReply => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ message }),
});

const FAILED = gatewayMessage(500, 'Internal Server Error');

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const headersFrom = (given: unknown, cookies: unknown): Record<string, string | string[]> => {
  const headers: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(isObject(given) ? given : {})) {
    headers[name.toLowerCase()] = String(value);
  }
  if (Array.isArray(cookies) && cookies.length > 0) headers['set-cookie'] = cookies.map(String);
  return headers;
};

/** What the caller of an HTTP API sees of a function's answer (payload format 2.0). */
export const replyFrom = ({ payload, error }: InvokeResult): HttpReply => {
  if (error) return FAILED;
  if (!isObject(payload) || payload.statusCode === undefined) {
    const body = typeof payload === 'string' ? payload : JSON.stringify(payload ?? null);
    return { status: 200, headers: { 'content-type': 'application/json' }, body };
  }
  const status = Number(payload.statusCode);
  if (!Number.isInteger(status) || status < 200 || status > 599) return FAILED;
  const { body = '' } = payload;
  if (typeof body !== 'string') return FAILED;
  const headers = headersFrom(payload.headers, payload.cookies);
  return {
    status,
    headers: {
      ...(body && !headers['content-type'] ? { 'content-type': 'text/plain;charset=UTF-8' } : {}),
      ...headers,
    },
    body: payload.isBase64Encoded ? Buffer.from(body, 'base64') : body,
  };
};
