import { Agent, request } from 'node:http';

export interface EngineReply {
  status: number;
  body: string;
}

/** Any signature will do for an engine on this machine, but it wants one. */
const SIGNATURE =
  'AWS4-HMAC-SHA256 Credential=sandbox/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0';
const NO_ANSWER_AFTER_MS = 60_000;

/** Sends one call to the engine: `DynamoDB_20120810.Query` and its JSON body. */
export type EngineClient = ((target: string, body: string) => Promise<EngineReply>) & { close(): void };

export const engineClient = (endpoint: string): EngineClient => {
  const { hostname, port } = new URL(endpoint);
  const agent = new Agent({ keepAlive: true });
  const call = (target: string, body: string): Promise<EngineReply> =>
    new Promise((resolve, reject) => {
      const headers = {
        'content-type': 'application/x-amz-json-1.0',
        'content-length': Buffer.byteLength(body),
        'x-amz-target': target,
        'x-amz-date': '20260101T000000Z',
        authorization: SIGNATURE,
      };
      const outgoing = request({ hostname, port, method: 'POST', path: '/', headers, agent }, (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => void chunks.push(chunk));
        incoming.on('error', reject);
        incoming.on('end', () =>
          resolve({ status: incoming.statusCode ?? 500, body: Buffer.concat(chunks).toString() }),
        );
      });
      outgoing.setTimeout(NO_ANSWER_AFTER_MS, () => outgoing.destroy(new Error(`${target} got no answer.`)));
      outgoing.on('error', reject);
      outgoing.end(body);
    });
  return Object.assign(call, { close: () => agent.destroy() });
};

/** The engine refused one of the sandbox's own calls. */
export class EngineRefused extends Error {
  readonly type: string;
  constructor(target: string, { body }: EngineReply) {
    super(`The DynamoDB engine refused ${target}: ${body}`);
    this.type = /"__type":\s*"(?:[^"#]*#)?([^"]+)"/.exec(body)?.[1] ?? '';
  }
}

/** The parsed answer of one of the sandbox's own calls. @throws EngineRefused */
export const ask = async <T>(client: EngineClient, target: string, input: object): Promise<T> => {
  const reply = await client(target, JSON.stringify(input));
  if (reply.status !== 200) throw new EngineRefused(target, reply);
  return JSON.parse(reply.body) as T;
};
