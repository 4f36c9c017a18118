import { AwsError } from '../types.ts';
import type { Execution } from './execution.ts';
import { limitedText } from './limits.ts';
import { StatesError } from './states-error.ts';
import type { Attempt } from './steps/task.ts';
import { integrationEvents, taskFailed, taskSucceeded, taskTimedOut } from './task-events.ts';
import { deniedCause } from './task-lambda.ts';
import type { Thread } from './thread.ts';

/** `states:startExecution`, which only starts, and `.sync:2`, which waits for the end and answers the parsed output. */
export function startNested(resource: 'startExecution' | 'startExecution.sync:2') {
  const events = integrationEvents('states', resource);
  return (thread: Thread, attempt: Attempt) => {
    events.started(thread, attempt);
    const child = tryStart(thread, attempt.arguments);
    if (child instanceof StatesError) return taskFailed(thread, events, child);
    const started = { ExecutionArn: child.arn, StartDate: child.startedAt };
    if (resource === 'startExecution') return taskSucceeded(thread, events, started);
    events.submitted(thread, limitedText(started, 'states'));
    const end = () => {
      if (child.status === 'SUCCEEDED') taskSucceeded(thread, events, described(child));
      else taskFailed(thread, events, new StatesError('States.TaskFailed', JSON.stringify(described(child))));
    };
    if (child.status !== 'RUNNING') return end();
    child.onEnd = end;
    thread.hold(() => {
      child.onEnd = undefined;
      thread.execution.host.stop(child, undefined, undefined);
    });
    const deadline = thread.now + (attempt.timeout ?? Number.POSITIVE_INFINITY) * 1000;
    thread.timer(deadline, `${thread.place}: its time limit`, () => taskTimedOut(thread, events, false));
  };
}

function tryStart(thread: Thread, given: unknown): Execution | StatesError {
  const { host, machine } = thread.execution;
  const {
    StateMachineArn: stateMachineArn,
    Name: name,
    Input: input = {},
  } = (given ?? {}) as Record<string, unknown>;
  const permission = { action: 'states:StartExecution', resource: String(stateMachineArn) };
  try {
    host.options.authorize?.(machine.roleArn, permission);
  } catch {
    const cause = deniedCause(machine.roleArn, permission.action, permission.resource, 'AWSStepFunctions');
    return new StatesError('StepFunctions.AccessDeniedException', cause);
  }
  try {
    return host.start({
      stateMachineArn: String(stateMachineArn),
      ...(typeof name === 'string' ? { name } : {}),
      input: typeof input === 'string' ? input : JSON.stringify(input),
    });
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    return new StatesError(`StepFunctions.${error.code}Exception`, error.message);
  }
}

function described(child: Execution): object {
  const { output, error, cause } = child.outcome;
  return {
    ExecutionArn: child.arn,
    Input: JSON.parse(child.inputText),
    InputDetails: { Included: true },
    Name: child.name,
    ...(output === undefined ? {} : { Output: JSON.parse(output), OutputDetails: { Included: true } }),
    ...(error === undefined ? {} : { Error: error }),
    ...(cause === undefined ? {} : { Cause: cause }),
    RedriveCount: 0,
    RedriveStatus: 'NOT_REDRIVABLE',
    StartDate: child.startedAt,
    StateMachineArn: child.machine.arn,
    Status: child.status,
    StopDate: child.stoppedAt,
  };
}
