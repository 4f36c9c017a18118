import type { HistoryEvent } from '@aws-sdk/client-sfn';
import { withoutTokens } from './shapes.ts';

/** One event of an execution's history. */
export interface HistoryEntry {
  /** Counts from 1. */
  id: number;
  /** The event this one follows; 0 for the first. */
  previous: number;
  /** With milliseconds. */
  at: string;
  /** As Step Functions names it: `TaskStateEntered`. */
  type: string;
  /** What belongs to the type: texts as they were sent, task tokens taken out. */
  details: Readonly<Record<string, unknown>>;
}

export function entryOf({ id, previousEventId, timestamp, type, ...more }: HistoryEvent): HistoryEntry {
  const details = Object.values(more).find((value) => typeof value === 'object' && value !== null) ?? {};
  return {
    id: id ?? 0,
    previous: previousEventId ?? 0,
    at: (timestamp ?? new Date(0)).toISOString(),
    type: type ?? '',
    details: JSON.parse(withoutTokens(JSON.stringify(details))),
  };
}
