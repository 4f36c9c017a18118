import { limitedText } from './limits.ts';
import { StatesError } from './states-error.ts';
import type { Phase } from './step.ts';
import type { Attempt } from './steps/task.ts';
import type { Thread } from './thread.ts';

const NOT_TRUNCATED = Object.freeze({ truncated: false });

/** Writes one kind of task's events, and carries its outcome into the thread. */
export interface TaskEvents {
  /** How AWS names the task where a result is too large. */
  who: string;
  started(thread: Thread, attempt: Attempt): void;
  submitted(thread: Thread, text: string): void;
  succeeded(thread: Thread, text: string): void;
  failed(thread: Thread, failure: StatesError): void;
  timedOut(thread: Thread, failure: StatesError): void;
}

/** Events of an integration (`TaskScheduled` …). */
export function integrationEvents(resourceType: string, resource: string): TaskEvents {
  const named = { resourceType, resource };
  return {
    who: resourceType,
    started: (thread, attempt) => {
      const { region } = thread.execution.host.options;
      const parameters = hideToken(thread, limitedText(attempt.arguments, resourceType));
      thread.record('TaskScheduled', 'taskScheduledEventDetails', {
        ...named,
        region,
        parameters,
        ...(attempt.timeout === undefined ? {} : { timeoutInSeconds: attempt.timeout }),
        ...(attempt.heartbeat === undefined ? {} : { heartbeatInSeconds: attempt.heartbeat }),
      });
      thread.record('TaskStarted', 'taskStartedEventDetails', named);
    },
    submitted: (thread, text) => {
      const output = hideToken(thread, text);
      thread.record('TaskSubmitted', 'taskSubmittedEventDetails', {
        ...named,
        output,
        outputDetails: NOT_TRUNCATED,
      });
    },
    succeeded: (thread, output) => {
      thread.record('TaskSucceeded', 'taskSucceededEventDetails', {
        ...named,
        output,
        outputDetails: NOT_TRUNCATED,
      });
    },
    failed: (thread, failure) => {
      thread.record('TaskFailed', 'taskFailedEventDetails', { ...named, ...reason(failure) });
    },
    timedOut: (thread, failure) => {
      thread.record('TaskTimedOut', 'taskTimedOutEventDetails', { ...named, ...reason(failure) });
    },
  };
}

/** Events of a Task whose resource is a function's own ARN (`LambdaFunctionScheduled` …). */
export function functionEvents(arn: string): TaskEvents {
  return {
    who: arn,
    started: (thread, attempt) => {
      const { arguments: given } = attempt;
      thread.record('LambdaFunctionScheduled', 'lambdaFunctionScheduledEventDetails', {
        resource: arn,
        input: given === thread.input ? thread.inputText : limitedText(given, arn),
        inputDetails: NOT_TRUNCATED,
        ...(attempt.timeout === undefined ? {} : { timeoutInSeconds: attempt.timeout }),
      });
      thread.record('LambdaFunctionStarted');
    },
    submitted: () => {},
    succeeded: (thread, output) => {
      const details = { output, outputDetails: NOT_TRUNCATED };
      thread.record('LambdaFunctionSucceeded', 'lambdaFunctionSucceededEventDetails', details);
    },
    failed: (thread, failure) => {
      thread.record('LambdaFunctionFailed', 'lambdaFunctionFailedEventDetails', reason(failure));
    },
    timedOut: (thread, failure) => {
      thread.record('LambdaFunctionTimedOut', 'lambdaFunctionTimedOutEventDetails', reason(failure));
    },
  };
}

const complete: Phase = (thread) => thread.finish(thread.result);

/** Goes on with the task's result. `parsed` is given where the text came from outside. */
export function taskSucceeded(thread: Thread, events: TaskEvents, value: unknown, parsed?: { text: string }) {
  thread.resume((resumed) => {
    const text = parsed?.text ?? textOf(resumed, events, value);
    events.succeeded(resumed, text);
    // What the next states see is the JSON, not a handler's live object.
    resumed.result = parsed === undefined ? JSON.parse(text) : value;
    resumed.todo = complete;
  });
}

function textOf(thread: Thread, events: TaskEvents, value: unknown): string {
  try {
    return limitedText(value, events.who);
  } catch (failure) {
    if (failure instanceof StatesError) events.failed(thread, failure);
    throw failure;
  }
}

/** Fails the task: retried, caught or the end of the execution. */
export function taskFailed(thread: Thread, events: TaskEvents, failure: StatesError) {
  thread.resume((resumed) => {
    events.failed(resumed, failure);
    throw failure;
  });
}

export function taskTimedOut(thread: Thread, events: TaskEvents, heartbeat: boolean) {
  thread.resume((resumed) => {
    const failure = new StatesError('States.Timeout', undefined, { heartbeat });
    events.timedOut(resumed, failure);
    throw failure;
  });
}

function reason({ error, detail }: StatesError): object {
  return { ...(error === '' ? {} : { error }), ...(detail === undefined ? {} : { cause: detail }) };
}

function hideToken({ token, execution }: Thread, text: string): string {
  if (token === undefined || execution.host.options.hideTaskTokens !== true) return text;
  return text.replaceAll(token, '<task token>');
}
