import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Reply {
  status: number;
  body: string;
  headers?: Record<string, string>;
  /** Takes the request and never answers. */
  hang?: boolean;
}

export interface Seen {
  /** Method and path. */
  call: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** A server of the AWS wire protocols that answers what it is told, so that an adapter meets the real SDK. */
export async function cannedServer() {
  const seen: Seen[] = [];
  let reply: Reply = { status: 500, body: '' };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const call = `${request.method} ${request.url?.split('?')[0]}`;
    seen.push({ call, headers: request.headers, body: Buffer.concat(chunks).toString() });
    if (reply.hang) return;
    response.writeHead(reply.status, reply.headers).end(reply.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    /** What an SDK client needs to talk to this server. */
    client: {
      endpoint,
      region: 'us-east-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
      maxAttempts: 1,
    },
    seen,
    answer(next: Reply): void {
      reply = next;
      seen.length = 0;
    },
    /** A reply of the JSON protocols; with `error` one that the SDK throws under that name. */
    json(body: unknown, error?: string): void {
      this.answer({
        status: error ? 400 : 200,
        headers: { 'content-type': 'application/x-amz-json-1.0' },
        body: JSON.stringify(error ? { __type: error, message: 'refused' } : body),
      });
    },
    async close(): Promise<void> {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export type CannedServer = Awaited<ReturnType<typeof cannedServer>>;
