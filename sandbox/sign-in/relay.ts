import { request as httpRequest } from 'node:http';
import type { HttpReply, HttpRequest } from '../wire/endpoint.ts';

/**
 * Browsers live on real time and the provider does not: a date on which a cookie ends becomes how long it has left.
 *
 * @param now epoch milliseconds on the virtual clock
 */
const cookieFor = (cookie: string, now: number): string =>
  cookie.replace(/;\s*expires=([^;]+)/i, (_, date: string) => {
    const left = Math.floor((Date.parse(date) - now) / 1000);
    return `; Max-Age=${Math.max(0, left)}`;
  });

const isForm = ({ headers }: HttpRequest): boolean =>
  headers['content-type']?.startsWith('application/x-www-form-urlencoded') ?? false;

/** Cognito takes the secret of a client in the header or in the form, the provider only one of both. */
const withSecretInHeader = (request: HttpRequest): HttpRequest => {
  if (!request.path.endsWith('/oauth2/token') || request.headers.authorization || !isForm(request))
    return request;
  const form = new URLSearchParams(request.body.toString('utf8'));
  const [id, secret] = [form.get('client_id'), form.get('client_secret')];
  if (id === null || secret === null) return request;
  form.delete('client_secret');
  const credentials = `${encodeURIComponent(id)}:${encodeURIComponent(secret)}`;
  return {
    ...request,
    headers: { ...request.headers, authorization: `Basic ${Buffer.from(credentials).toString('base64')}` },
    body: Buffer.from(form.toString()),
  };
};

/**
 * Has the provider answer a request that came to the sandbox.
 *
 * @param now epoch milliseconds on the virtual clock
 */
export const relay = (port: number, given: HttpRequest, now: number): Promise<HttpReply> => {
  const { method, url, headers, body } = withSecretInHeader(given);
  return new Promise((resolve, reject) => {
    const passedOn = httpRequest(
      {
        host: '127.0.0.1',
        port,
        method,
        path: url,
        headers: { ...headers, connection: 'close', 'content-length': body.length },
      },
      async (reply) => {
        try {
          const chunks: Buffer[] = [];
          for await (const chunk of reply as AsyncIterable<Buffer>) chunks.push(chunk);
          const {
            connection,
            date,
            'keep-alive': _,
            'transfer-encoding': __,
            'set-cookie': cookies,
            ...kept
          } = reply.headers;
          resolve({
            status: reply.statusCode ?? 500,
            headers: {
              ...(kept as Record<string, string>),
              ...(cookies ? { 'set-cookie': cookies.map((cookie) => cookieFor(cookie, now)) } : {}),
            },
            body: Buffer.concat(chunks),
          });
        } catch (error) {
          reject(error);
        }
      },
    );
    passedOn.on('error', reject);
    passedOn.end(body);
  });
};
