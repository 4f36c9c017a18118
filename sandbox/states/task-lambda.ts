import { AwsError, type InvokeResult } from '../types.ts';
import { uuid } from './functions.ts';
import { StatesError } from './states-error.ts';
import type { Attempt } from './steps/task.ts';
import { functionEvents, integrationEvents, taskFailed, taskSucceeded } from './task-events.ts';
import type { Thread } from './thread.ts';

const invokeEvents = integrationEvents('lambda', 'invoke');
const TAKEN = new Set(['FunctionName', 'Payload', 'Qualifier', 'InvocationType']);

/** A Task whose resource is the function itself: arguments in, the function's answer out. */
export function startFunction(arn: string): (thread: Thread, attempt: Attempt) => void {
  const events = functionEvents(arn);
  return (thread, attempt) => {
    events.started(thread, attempt);
    invoke(thread, arn, attempt.arguments, {
      answered: ({ payload }) => taskSucceeded(thread, events, payload ?? null),
      failed: (failure) => taskFailed(thread, events, failure),
    });
  };
}

/** `lambda:invoke`: the answer comes in AWS's envelope. */
export function startInvoke(thread: Thread, attempt: Attempt) {
  const call = invocation(thread, attempt.arguments);
  invokeEvents.started(thread, attempt);
  invoke(thread, call.arn, call.payload, {
    answered: ({ payload }) => taskSucceeded(thread, invokeEvents, envelope(thread, call, payload)),
    failed: (failure) => taskFailed(thread, invokeEvents, failure),
  });
}

export interface Invocation {
  /** With its qualifier, if one is asked for. */
  arn: string;
  qualifier: string | undefined;
  payload: unknown;
}

/** @throws StatesError States.Runtime for arguments `lambda:invoke` does not take */
export function invocation(thread: Thread, given: unknown): Invocation {
  const {
    FunctionName: name,
    Qualifier: qualifier,
    Payload: payload = {},
    ...rest
  } = (given ?? {}) as Record<string, unknown>;
  const odd = Object.keys(rest).find((key) => !TAKEN.has(key));
  if (odd !== undefined)
    throw refused(thread, `The field '${odd}' is not supported by lambda:invoke in the sandbox.`);
  if (typeof name !== 'string' || name === '') throw refused(thread, "The field 'FunctionName' is required.");
  if (rest.InvocationType !== undefined && rest.InvocationType !== 'RequestResponse') {
    throw refused(
      thread,
      `The InvocationType '${String(rest.InvocationType)}' is not supported by the sandbox.`,
    );
  }
  const { region, account } = thread.execution.host.options;
  const arn = name.startsWith('arn:') ? name : `arn:aws:lambda:${region}:${account}:function:${name}`;
  if (typeof qualifier !== 'string') return { arn, qualifier: arn.split(':')[7], payload };
  return { arn: `${arn}:${qualifier}`, qualifier, payload };
}

function refused(thread: Thread, what: string): StatesError {
  return new StatesError('States.Runtime', thread.runtimeCause(what));
}

export function envelope(thread: Thread, { qualifier }: Invocation, payload: unknown): object {
  return {
    ExecutedVersion: qualifier !== undefined && /^\d+$/.test(qualifier) ? qualifier : '$LATEST',
    Payload: payload ?? null,
    SdkHttpMetadata: { HttpStatusCode: 200 },
    SdkResponseMetadata: { RequestId: uuid(thread.execution.host.random) },
    StatusCode: 200,
  };
}

export interface Hearing {
  answered(result: InvokeResult): void;
  failed(failure: StatesError): void;
}

/**
 * Invokes a function for the thread, under its machine's role and in flight on the clock. An answer that comes after the
 * thread moved on is dropped.
 */
export function invoke(thread: Thread, arn: string, payload: unknown, hearing: Hearing) {
  const { host, machine } = thread.execution;
  let waiting = true;
  thread.hold(() => {
    waiting = false;
  });
  const hear = (result: InvokeResult) => {
    if (!waiting) return;
    if (result.error === undefined) hearing.answered(result);
    else hearing.failed(functionError(result.error));
  };
  const broke = (error: unknown) => {
    if (waiting) hearing.failed(invokeError(error));
  };
  let answer: InvokeResult | Promise<InvokeResult>;
  try {
    checkRole(thread, arn);
    answer = host.options.invokeLambda(arn, payload, machine.roleArn);
  } catch (error) {
    return broke(error);
  }
  if (!(answer instanceof Promise)) return hear(answer);
  const done = host.clock.busy(`${thread.place} invokes ${arn}`);
  void answer.then(hear, broke).finally(done);
}

function checkRole(thread: Thread, resource: string) {
  const { host, machine } = thread.execution;
  try {
    host.options.authorize?.(machine.roleArn, { action: 'lambda:InvokeFunction', resource });
  } catch {
    throw new StatesError(
      'Lambda.AWSLambdaException',
      deniedCause(machine.roleArn, 'lambda:InvokeFunction', resource),
    );
  }
}

/** The sentence Lambda refuses with; names role, action and resource. */
export function deniedCause(role: string, action: string, resource: string, service = 'AWSLambda'): string {
  const sentence = `User: ${role} is not authorized to perform: ${action} on resource: ${resource}`;
  const why = `because no identity-based policy allows the ${action} action`;
  return `${sentence} ${why} (Service: ${service}; Status Code: 403; Error Code: AccessDeniedException; Proxy: null)`;
}

function functionError({
  errorType,
  errorMessage,
  stackTrace,
}: NonNullable<InvokeResult['error']>): StatesError {
  const trace = stackTrace === undefined ? {} : { trace: stackTrace };
  return new StatesError(errorType, JSON.stringify({ errorType, errorMessage, ...trace }));
}

function invokeError(error: unknown): StatesError {
  if (error instanceof StatesError) return error;
  if (!(error instanceof AwsError)) return new StatesError('Lambda.SdkClientException', String(error));
  const denied = error.code.startsWith('AccessDenied');
  return new StatesError(denied ? 'Lambda.AWSLambdaException' : `Lambda.${error.code}`, error.message);
}
