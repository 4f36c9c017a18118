import type { JobPhase } from '../../adapters/jobs.ts';
import type { RowFault } from './job.ts';

interface Ids {
  jobId: string;
  phase: JobPhase;
  attempt: number;
  /** Of this shape; definitions from before it was sent may still be running. */
  schemaVersion?: 1;
}

/** What the workflow sends. Ids and numbers only. */
export type BulkEvent =
  | (Ids & { action: 'read' })
  | (Ids & { action: 'part'; part: number })
  | (Ids & { action: 'finish' })
  | (Ids & { action: 'failed'; error: string });

/** The parts that are still to be worked on. */
export interface Reading {
  parts: { jobId: string; phase: JobPhase; attempt: number; part: number }[];
}

/** A row of bulk commands, as its part keeps it. */
export interface CommandRow {
  row: number;
  planId: string;
}

/** A row of an import: one plan of the file. */
export interface ImportRow {
  row: number;
  line: number;
  /** Of a CSV file: the line of each item. */
  lines?: number[];
  draft?: unknown;
  faults?: RowFault[];
  warnings?: string[];
}
