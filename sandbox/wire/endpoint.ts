import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface HttpRequest {
  method: string;
  /** Path and query as sent. */
  url: string;
  path: string;
  query: URLSearchParams;
  /** Lower-case names; a repeated header is joined as HTTP says. */
  headers: Record<string, string>;
  body: Buffer;
  /** The body went over `BODY_LIMIT`; `body` is empty then. */
  tooLarge: boolean;
  sourceIp: string;
}

export interface HttpReply {
  status: number;
  headers?: Record<string, string | string[]>;
  body?: string | Buffer;
}

/** `hang up`: the connection is closed without an answer, as a lost response looks to its caller. */
export type Answer = HttpReply | 'hang up';

export interface Endpoint {
  url: string;
  port: number;
  /** Until this is called every request is answered 503. */
  serve(handler: (request: HttpRequest) => Promise<Answer>): void;
  close(): Promise<void>;
}

/** Amazon API Gateway takes bodies up to 10 MB; base64 of an SES message of 10 MB is a third larger. */
export const BODY_LIMIT = 14 * 1024 * 1024;

const readBody = async (message: IncomingMessage): Promise<Buffer | undefined> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    size += chunk.length;
    // Read on, though nothing more is kept: a client still writing would not see the answer.
    if (size <= BODY_LIMIT) chunks.push(chunk);
  }
  return size > BODY_LIMIT ? undefined : Buffer.concat(chunks);
};

const understand = async (message: IncomingMessage): Promise<HttpRequest> => {
  const url = message.url ?? '/';
  const mark = url.indexOf('?');
  const body = await readBody(message);
  return {
    method: message.method ?? 'GET',
    url,
    path: mark < 0 ? url : url.slice(0, mark),
    query: new URLSearchParams(mark < 0 ? '' : url.slice(mark + 1)),
    headers: Object.fromEntries(
      Object.entries(message.headers).map(([name, value]) => [name, [value ?? ''].flat().join(', ')]),
    ),
    body: body ?? Buffer.alloc(0),
    tooLarge: body === undefined,
    sourceIp: message.socket.remoteAddress ?? '127.0.0.1',
  };
};

const send = (response: ServerResponse, reply: HttpReply, method: string): void => {
  const body = Buffer.from(reply.body ?? '');
  response.statusCode = reply.status;
  for (const [name, value] of Object.entries(reply.headers ?? {})) response.setHeader(name, value);
  if (reply.status !== 204 && reply.status !== 304 && !response.hasHeader('content-length')) {
    response.setHeader('content-length', body.length);
  }
  response.end(method === 'HEAD' ? undefined : body);
};

/** Opens one HTTP server on 127.0.0.1; `port` 0 takes any free port. Refuses with the system's error when the port is taken. */
export const openEndpoint = async (port = 0): Promise<Endpoint> => {
  let handler: (request: HttpRequest) => Promise<Answer> = async () => ({
    status: 503,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '1' },
    body: 'The sandbox is starting.\n',
  });
  const server = createServer(async (message, response) => {
    try {
      const request = await understand(message);
      const answer = await handler(request);
      if (answer === 'hang up') response.destroy();
      else send(response, answer, request.method);
    } catch (error) {
      if (response.headersSent || response.destroyed) return void response.destroy();
      const reason = error instanceof Error ? error.message : String(error);
      send(
        response,
        { status: 500, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: `${reason}\n` },
        'GET',
      );
    }
  });
  // A worker's keep-alive socket must not be closed under its next call: the SDK would report a lost connection.
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const bound = (server.address() as AddressInfo).port;
  return {
    url: `http://127.0.0.1:${bound}`,
    port: bound,
    serve: (next) => {
      handler = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
        setTimeout(() => server.closeAllConnections(), 1_000).unref();
      }),
  };
};
