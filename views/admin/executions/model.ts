import type { Instant } from '../../../domain/plan.ts';

export type ExecutionStatus = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';

export type MachineName = 'plan-lifecycle' | 'bulk-work';

export const MACHINE_NAMES: Record<MachineName, string> = {
  'plan-lifecycle': 'Plans',
  'bulk-work': 'Bulk work',
};

export const STATUS_WORDS: Record<ExecutionStatus, string> = {
  RUNNING: 'running',
  FAILED: 'failed',
  TIMED_OUT: 'timed out',
  ABORTED: 'stopped',
  SUCCEEDED: 'succeeded',
};

export interface ExecutionRow {
  name: string;
  status: ExecutionStatus;
  startedAt: Instant;
  stoppedAt?: Instant;
  /** Of one that runs: what it waits for, and where, since when, and until when. */
  title: string;
  state?: string;
  since?: Instant;
  wakesAt?: Instant;
  timeZone: string;
}

/** The address of one execution's page. */
export const executionHref = (name: string): string => `/admin/executions/${encodeURIComponent(name)}`;

/** An address with these parts of a query; what is empty is left out. */
export function withQuery(path: string, parts: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parts)) if (value) query.set(name, value);
  return query.size > 0 ? `${path}?${query}` : path;
}
