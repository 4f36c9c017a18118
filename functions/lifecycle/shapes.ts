import type { NextState } from '../../domain/next.ts';
import type { Instant, PlanId } from '../../domain/plan.ts';

interface Ids {
  planId: PlanId;
  run: number;
  /** Of this shape. Older shapes must stay readable as long as an execution that sends them may live: a year. */
  schemaVersion: 1;
}

export type NextEvent = Ids & {
  action: 'next';
  /** When the execution began, with milliseconds; definitions from before it was sent are still running. */
  startedAt?: string;
};
export type AwaitEvent = Ids & {
  action: 'await';
  taskToken: string;
  /** The state that waits. */
  awaiting: NextState;
  /** When the wait gives up. */
  until: Instant;
};
export type FailedEvent = Ids & { action: 'failed'; error: string };

/** What the workflow sends. Ids and moments only. */
export type LifecycleEvent = NextEvent | AwaitEvent | FailedEvent;

/** Where the workflow goes. `at` and `until` as in the domain's Next. */
export interface Directions {
  state: NextState | 'A newer run drives this plan';
  at?: Instant;
  until?: Instant;
}
