import * as z from 'zod/mini';
import { UP_TO } from '../../adapters/jobs.ts';

const UpTo = z.enum(UP_TO);

/** What `POST /api/imports` takes: `then` says what becomes of the plans, a draft when it is left out. */
export const NewImportShape = z.strictObject({
  format: z.enum(['csv', 'json']),
  name: z.string().check(z.minLength(1), z.maxLength(200)),
  // biome-ignore lint/suspicious/noThenProperty: the word for it; no shape is ever awaited
  then: z.exactOptional(UpTo),
});

/** What `POST /api/imports/{jobId}/start` takes; `again` imports a file that was imported before. */
export const StartImportShape = z.strictObject({
  // biome-ignore lint/suspicious/noThenProperty: the word for it; no shape is ever awaited
  then: z.exactOptional(UpTo),
  again: z.exactOptional(z.boolean()),
});

const Fault = z.strictObject({
  line: z.exactOptional(z.number()),
  column: z.exactOptional(z.string()),
  message: z.string(),
  rule: z.string(),
  citation: z.string(),
});

const Result = z.strictObject({
  row: z.number(),
  outcome: z.enum(['good', 'bad', 'done', 'nothing', 'refused']),
  line: z.exactOptional(z.number()),
  title: z.exactOptional(z.string()),
  planId: z.exactOptional(z.string()),
  faults: z.exactOptional(z.array(Fault)),
  warnings: z.exactOptional(z.array(z.string())),
});

/** What is answered of an import: how far it is, and the first things that are wrong. */
export const ImportShape = z.strictObject({
  jobId: z.string(),
  name: z.string(),
  format: z.enum(['csv', 'json']),
  // biome-ignore lint/suspicious/noThenProperty: the word for it; no shape is ever awaited
  then: UpTo,
  at: z.string(),
  status: z.enum(['preparing', 'running', 'checked', 'done', 'stopped', 'failed']),
  phase: z.enum(['check', 'work']),
  /** Which parts of the file are there. */
  received: z.array(z.number()),
  total: z.number(),
  progress: z.strictObject({ through: z.number(), failed: z.number(), warned: z.number() }),
  sameAs: z.exactOptional(z.string()),
  fileFaults: z.exactOptional(
    z.array(
      z.strictObject({
        line: z.exactOptional(z.number()),
        column: z.exactOptional(z.string()),
        message: z.string(),
      }),
    ),
  ),
  firstFaults: z.array(Result),
});

/** What `POST /api/imports/{jobId}/parts/{n}` answers. */
export const ReceivedShape = z.strictObject({ received: z.array(z.number()) });

/** One page of how the rows came out. */
export const ImportResultsShape = z.strictObject({
  results: z.array(Result),
  cursor: z.exactOptional(z.string()),
});
