import type { Poisoned } from '../dynamodb/event-source.ts';
import type { Clock, Functions } from '../types.ts';

/** A call that nobody waits for. */
export interface AsynchronousCall {
  /** Logical id of whatever makes it. */
  source: string;
  functionArn: string;
  payload: unknown;
  /** Attempts after the first. */
  retries: number;
}

export interface AsynchronousOptions {
  clock: Pick<Clock, 'now' | 'at'>;
  functions: Functions;
  /** Told of a call that failed at its last attempt. */
  giveUp(poisoned: Poisoned): void;
}

/** Lambda waits a minute, then two, before it runs a failed asynchronous invocation again. */
const RETRY_AFTER_MS = [60_000, 120_000];

/** Calls functions as Lambda does for services that do not wait for the answer. */
export const asynchronousCalls = ({ clock, functions, giveUp }: AsynchronousOptions) => {
  const call = async (one: AsynchronousCall, tries = 0): Promise<void> => {
    const { source, functionArn, payload, retries } = one;
    const { error } = await functions.invoke(functionArn, payload);
    if (!error) return;
    const delay = RETRY_AFTER_MS[tries];
    if (delay !== undefined && tries < retries) {
      clock.at(clock.now() + delay, `${source} is tried again`, () => call(one, tries + 1));
      return;
    }
    giveUp({
      at: new Date(clock.now()).toISOString(),
      source,
      function: functionArn,
      records: [payload],
      error: `${error.errorType}: ${error.errorMessage}`,
    });
  };
  return (one: AsynchronousCall): Promise<void> => call(one);
};
