import type { CatcherDefinition, RetrierDefinition } from './definition.ts';
import { matchesError, type StatesError } from './states-error.ts';
import type { Assign, Phase, Step } from './step.ts';
import type { Template } from './template.ts';
import type { Thread } from './thread.ts';

interface Catcher {
  errors: readonly string[];
  run: Phase;
}

/** A state's Retry and Catch. */
export interface Recovery {
  retriers: readonly RetrierDefinition[];
  catchers: readonly Catcher[];
}

export function createCatcher(
  definition: CatcherDefinition,
  assign: Assign | undefined,
  output: Template | undefined,
  target: () => Step,
): Catcher {
  return {
    errors: definition.ErrorEquals,
    run: (thread) => {
      const assigned = assign?.(thread);
      thread.leave(target(), output === undefined ? thread.errorOutput : output(thread), assigned);
    },
  };
}

/** Milliseconds to wait before the next attempt; undefined when the retrier has none left. */
export function retryDelay(
  retrier: RetrierDefinition,
  attempts: number,
  random: () => number,
): number | undefined {
  if (attempts >= (retrier.MaxAttempts ?? 3)) return undefined;
  const backoff = (retrier.IntervalSeconds ?? 1) * (retrier.BackoffRate ?? 2) ** attempts;
  const seconds = Math.min(backoff, retrier.MaxDelaySeconds ?? Number.POSITIVE_INFINITY);
  return Math.round(seconds * 1000 * (retrier.JitterStrategy === 'FULL' ? random() : 1));
}

/** Retries or catches the failure if the thread's state says so; answers false when nothing covers it. */
export function recover(thread: Thread, failure: StatesError): boolean {
  const { recovery } = thread.step;
  if (recovery === undefined) return false;
  const index = recovery.retriers.findIndex(({ ErrorEquals }) => matchesError(ErrorEquals, failure));
  const retrier = recovery.retriers[index];
  if (retrier !== undefined) {
    const { random } = thread.execution.host;
    const delay = retryDelay(retrier, thread.attempts.get(index) ?? 0, random);
    if (delay !== undefined) {
      thread.attempts.set(index, (thread.attempts.get(index) ?? 0) + 1);
      thread.retryAfter(delay);
      return true;
    }
  }
  const catcher = recovery.catchers.find(({ errors }) => matchesError(errors, failure));
  if (catcher === undefined) return false;
  thread.errorOutput = failure.output();
  thread.todo = catcher.run;
  return true;
}
