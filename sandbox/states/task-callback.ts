import { limitedText } from './limits.ts';
import { StatesError } from './states-error.ts';
import type { Attempt } from './steps/task.ts';
import { integrationEvents, taskFailed, taskSucceeded, taskTimedOut } from './task-events.ts';
import { envelope, invocation, invoke } from './task-lambda.ts';
import type { Thread } from './thread.ts';

const events = integrationEvents('lambda', 'invoke.waitForTaskToken');

/**
 * `lambda:invoke.waitForTaskToken`: invokes the function, then waits until somebody comes with the token or a time limit
 * passes. The token is good from the invocation on, so an answer may be in before the function has returned.
 */
export function startCallback(thread: Thread, attempt: Attempt) {
  const call = invocation(thread, attempt.arguments);
  events.started(thread, attempt);
  openToken(thread, attempt);
  invoke(thread, call.arn, call.payload, {
    answered: ({ payload }) => {
      thread.todo = (parked) =>
        events.submitted(parked, limitedText(envelope(parked, call, payload), 'lambda'));
      thread.drive();
    },
    failed: (failure) => taskFailed(thread, events, failure),
  });
}

function openToken(thread: Thread, { timeout, heartbeat }: Attempt) {
  const { tokens, clock } = thread.execution.host;
  const token = thread.token as string;
  const deadline = timeout === undefined ? Number.POSITIVE_INFINITY : thread.now + timeout * 1000;
  thread.timer(deadline, `${thread.place}: its time limit`, () => taskTimedOut(thread, events, false));
  const life = heartbeat === undefined ? undefined : heartbeatTimer();
  tokens.open(token, {
    succeed: (text, value) => taskSucceeded(thread, events, value, { text }),
    fail: (error, cause) => taskFailed(thread, events, new StatesError(error ?? '', cause)),
    heartbeat: () => life?.again(),
  });
  thread.hold(() => tokens.close(token));
  life?.again();

  function heartbeatTimer() {
    let timer = { cancel() {} };
    thread.hold(() => timer.cancel());
    return {
      again() {
        timer.cancel();
        const time = thread.now + (heartbeat as number) * 1000;
        timer = clock.at(time, `${thread.place}: its heartbeat`, () => taskTimedOut(thread, events, true));
      },
    };
  }
}
