import type * as z from 'zod/mini';
import type { ProblemCode } from './problems.ts';

type Shape = z.ZodMiniType<unknown>;

export interface Parameter {
  in: 'query' | 'header' | 'path';
  name: string;
  /** One or two sentences. */
  says: string;
  schema: Readonly<Record<string, unknown>>;
}

/** What the reference says of one route beside who may use it, which the routing table knows. */
export interface Operation {
  id: string;
  tag: string;
  summary: string;
  /** Plain sentences; paragraphs are parted by a blank line. */
  says: string;
  parameters?: readonly Parameter[];
  /** What is sent, as JSON unless `types` says otherwise. */
  body?: { shape: Shape; name: string; types?: readonly string[]; optional?: boolean };
  answers: readonly {
    status: number;
    says: string;
    shape: Shape;
    name: string;
    headers?: readonly string[];
  }[];
  problems: readonly ProblemCode[];
}

export const query = (name: string, says: string, schema: Parameter['schema']): Parameter => ({
  in: 'query',
  name,
  says,
  schema,
});

export const header = (name: string, says: string): Parameter => ({
  in: 'header',
  name,
  says,
  schema: { type: 'string' },
});

/** Which page of a list is wanted. */
export const page = (most: number, usual: number): Parameter[] => [
  query('limit', `How many at most; ${usual} when absent.`, { type: 'integer', minimum: 1, maximum: most }),
  query('cursor', 'Where the page before ended, as its answer said.', { type: 'string' }),
];

export const IDEMPOTENCY_KEY = header(
  'Idempotency-Key',
  'Names this request, 1 to 255 printable ASCII characters: sent again with the same key and body it does nothing more and is answered as the first time. With another body it is refused. Keys are each caller’s own.',
);

export const IF_MATCH = header(
  'If-Match',
  'The ETag of the plan as you read it. When something was recorded since, nothing is done and the answer is 412.',
);
