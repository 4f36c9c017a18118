import type { ExecutionListItem } from '@aws-sdk/client-sfn';
import type { Instant } from '../../domain/plan.ts';

/** Every way an execution can stand that pages filter by, in the order they are offered. */
export const STATUSES = ['RUNNING', 'FAILED', 'TIMED_OUT', 'ABORTED', 'SUCCEEDED'] as const;
export type ExecutionStatus = (typeof STATUSES)[number];

export interface ExecutionItem {
  name: string;
  status: ExecutionStatus;
  startedAt: Instant;
  stoppedAt?: Instant;
}

export interface ExecutionDetails extends ExecutionItem {
  arn: string;
  /** JSON text; task tokens are taken out. */
  input: string;
  output?: string;
  error?: string;
  cause?: string;
}

type Listed = Partial<Pick<ExecutionListItem, 'name' | 'startDate' | 'stopDate'>> & {
  status?: string | undefined;
};

export const itemOf = ({ name, status, startDate, stopDate }: Listed): ExecutionItem => ({
  name: name ?? '',
  // An execution that waits to be redriven has ended as much as any other that failed.
  status: STATUSES.find((known) => known === status) ?? 'FAILED',
  startedAt: instantOf(startDate),
  ...(stopDate && { stoppedAt: instantOf(stopDate) }),
});

/** To the second, as every moment in a record. */
export const instantOf = (date: Date | undefined): Instant =>
  `${(date ?? new Date(0)).toISOString().slice(0, 19)}Z`;

/** Whoever has the token of a task can end it: no page shows one. */
export const withoutTokens = (text: string | undefined): string =>
  (text ?? '').replaceAll(/(\\*"(?:taskToken|TaskToken|Token)\\*"\s*:\s*\\*")[^"\\]+/g, '$1(not shown)');
