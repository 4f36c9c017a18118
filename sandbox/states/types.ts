import type { Clock, InvokeResult, Meter } from '../types.ts';

/** One entry of an execution's history as GetExecutionHistory answers it; `timestamp` is epoch seconds. */
export interface HistoryEvent {
  timestamp: number;
  type: string;
  /** Counts from 1 in recorded order. */
  id: number;
  previousEventId: number;
  /** The `...EventDetails` object that belongs to the type. */
  [details: string]: unknown;
}

export type ExecutionStatus = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';

export interface StatesOptions {
  clock: Clock;
  /** A plain (not promised) answer lets the execution go on without leaving the stack. */
  invokeLambda(functionArn: string, payload: unknown, roleArn: string): InvokeResult | Promise<InvokeResult>;
  /** Throws when the role may not do it; the task then fails as it does on AWS. */
  authorize?(roleArn: string, permission: { action: string; resource: string }): void;
  /** Answers [0, 1): retry jitter, task tokens, request ids, `$random` and `$uuid` come from it. */
  random(): number;
  meter?: Meter;
  region: string;
  account: string;
  /** Writes `<task token>` into histories where AWS writes the token itself. */
  hideTaskTokens?: boolean;
}

/** What an expression can see; see `$states` in the AWS documentation. */
export interface Scope {
  readonly input: unknown;
  readonly result: unknown;
  readonly errorOutput: unknown;
  readonly context: object;
  readonly states: object;
  /** Assigned variables by name; a branch inherits its parent's through the prototype chain. */
  readonly vars: Record<string, unknown>;
  /** Epoch milliseconds on the virtual clock. */
  readonly now: number;
  /** Answers of expressions that had to be evaluated asynchronously in this phase. */
  readonly memo: Map<object, Settled> | undefined;
}

export type Settled = { value: unknown } | { failure: unknown };
