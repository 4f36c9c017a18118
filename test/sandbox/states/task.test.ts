import { describe, expect, test } from 'vitest';
import { AwsError } from '../../../sandbox/types.ts';
import { answers, createWorld, deferred, only, ROLE, START, task, throws } from './world.ts';

const ARN = (name: string) => `arn:aws:lambda:us-east-1:123456789012:function:${name}`;
const direct = (name: string, more: object = {}) => ({
  Type: 'Task',
  Resource: ARN(name),
  End: true,
  ...more,
});

describe('a task that invokes a function', () => {
  test('answers in the envelope of lambda:invoke, with the events of an integration', async () => {
    const world = createWorld({ greet: (payload: { who: string }) => ({ payload: { hello: payload.who } }) });
    const outcome = await world.run({ Greet: task('greet', { TimeoutSeconds: 30 }) }, { who: 'ann' });
    expect(outcome.output).toEqual({
      ExecutedVersion: '$LATEST',
      Payload: { hello: 'ann' },
      SdkHttpMetadata: { HttpStatusCode: 200 },
      SdkResponseMetadata: { RequestId: expect.stringMatching(/^[0-9a-f-]{36}$/) },
      StatusCode: 200,
    });
    const output = JSON.stringify(outcome.output);
    const named = { resourceType: 'lambda', resource: 'invoke' };
    expect(world.events(outcome.arn).slice(2, 5)).toEqual([
      {
        id: 3,
        previousEventId: 2,
        timestamp: START / 1000,
        type: 'TaskScheduled',
        taskScheduledEventDetails: {
          ...named,
          region: 'us-east-1',
          parameters: '{"FunctionName":"greet","Payload":{"who":"ann"}}',
          timeoutInSeconds: 30,
        },
      },
      {
        id: 4,
        previousEventId: 3,
        timestamp: START / 1000,
        type: 'TaskStarted',
        taskStartedEventDetails: named,
      },
      {
        id: 5,
        previousEventId: 4,
        timestamp: START / 1000,
        type: 'TaskSucceeded',
        taskSucceededEventDetails: { ...named, output, outputDetails: { truncated: false } },
      },
    ]);
  });

  test('by its own ARN answers bare, with the events of a function', async () => {
    const world = createWorld({ greet: answers({ hello: 'ann' }) });
    const outcome = await world.run({ Greet: direct('greet', { Arguments: { a: 1 } }) });
    expect(outcome.output).toEqual({ hello: 'ann' });
    expect(world.calls).toEqual([{ function: 'greet', payload: { a: 1 }, at: START }]);
    expect(world.events(outcome.arn).slice(2, 5)).toMatchObject([
      {
        type: 'LambdaFunctionScheduled',
        lambdaFunctionScheduledEventDetails: {
          resource: ARN('greet'),
          input: '{"a":1}',
          inputDetails: { truncated: false },
        },
      },
      { type: 'LambdaFunctionStarted' },
      { type: 'LambdaFunctionSucceeded', lambdaFunctionSucceededEventDetails: { output: '{"hello":"ann"}' } },
    ]);
  });

  test('shows its result to Assign and Output', async () => {
    const world = createWorld({ count: answers({ n: 5 }) });
    const { output } = await world.run(
      {
        Count: task('count', {
          Assign: { n: '{% $states.result.Payload.n %}' },
          Output: { was: '{% $states.input.n %}', is: '{% $states.result.Payload.n %}' },
          Next: 'Say',
          End: undefined,
        }),
        Say: { Type: 'Pass', Output: ['{% $n %}', '{% $states.input %}'], End: true },
      },
      { n: 4 },
    );
    expect(output).toEqual([5, { was: 4, is: 5 }]);
  });

  test('holds the clock still until the function has answered', async () => {
    const answer = deferred<{ payload: unknown }>();
    const world = createWorld({ slow: () => answer.promise });
    world.define({ Slow: task('slow', { TimeoutSeconds: 1 }) });
    const arn = world.start();
    let moved = false;
    const moving = world.clock.advanceTo(START + 5000).then(() => {
      moved = true;
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect([moved, world.clock.now(), world.status(arn)]).toEqual([false, START, 'RUNNING']);
    answer.resolve({ payload: 'done' });
    await moving;
    expect([world.clock.now(), world.status(arn)]).toEqual([START + 5000, 'SUCCEEDED']);
  });

  test("a function's error is the task's error, with its report as the cause", async () => {
    const world = createWorld({ bad: throws('PlanMissing', 'no such plan') });
    const outcome = await world.run({ Bad: task('bad') });
    const failure = {
      error: 'PlanMissing',
      cause: '{"errorType":"PlanMissing","errorMessage":"no such plan"}',
    };
    expect(outcome).toEqual({ arn: outcome.arn, status: 'FAILED', ...failure });
    expect(world.events(outcome.arn).slice(-2)).toMatchObject([
      {
        type: 'TaskFailed',
        taskFailedEventDetails: { resourceType: 'lambda', resource: 'invoke', ...failure },
      },
      { type: 'ExecutionFailed', executionFailedEventDetails: failure },
    ]);
  });

  test('an error of the service carries its name', async () => {
    const missing = () =>
      Promise.reject(new AwsError('ResourceNotFoundException', `Function not found: ${ARN('no')}`));
    const outcome = await createWorld({ no: missing }).run({ No: task('no') });
    expect(outcome).toMatchObject({
      error: 'Lambda.ResourceNotFoundException',
      cause: `Function not found: ${ARN('no')}`,
    });
  });

  test('a host that breaks fails the task and nothing else', async () => {
    const broken = () => {
      throw new TypeError('out of order');
    };
    const outcome = await createWorld({ broken }).run({ Broken: task('broken') });
    expect(outcome).toMatchObject({ status: 'FAILED', error: 'Lambda.SdkClientException' });
  });

  test('a result over 256 KiB fails the task, and States.ALL does not catch it', async () => {
    const world = createWorld({ big: answers('x'.repeat(262_145)) });
    const catching = (errors: string[]) => ({
      Big: task('big', { Catch: [{ ErrorEquals: errors, Next: 'Caught' }] }),
      Caught: { Type: 'Pass', End: true },
    });
    const outcome = await world.run(catching(['States.ALL']));
    expect(outcome).toMatchObject({ status: 'FAILED', error: 'States.DataLimitExceeded' });
    expect(only(world.events(outcome.arn), 'TaskFailed')).toHaveLength(1);
    const named = await createWorld({ big: answers('x'.repeat(262_145)) }).run(
      catching(['States.DataLimitExceeded']),
    );
    expect(named.status).toBe('SUCCEEDED');
  });

  test('a role that may not invoke the function fails the task, naming role, action and resource', async () => {
    const asked: unknown[] = [];
    const authorize = (role: string, permission: object) => {
      asked.push([role, permission]);
      throw new AwsError('AccessDeniedException', 'no');
    };
    const world = createWorld({ greet: answers(1) }, { authorize });
    const states = { Greet: task('greet', { Arguments: { FunctionName: 'greet', Qualifier: 'live' } }) };
    const outcome = await world.run(states);
    expect(asked).toEqual([[ROLE, { action: 'lambda:InvokeFunction', resource: `${ARN('greet')}:live` }]]);
    expect(outcome).toMatchObject({
      status: 'FAILED',
      error: 'Lambda.AWSLambdaException',
      cause:
        `User: ${ROLE} is not authorized to perform: lambda:InvokeFunction on resource: ${ARN('greet')}:live ` +
        'because no identity-based policy allows the lambda:InvokeFunction action ' +
        '(Service: AWSLambda; Status Code: 403; Error Code: AccessDeniedException; Proxy: null)',
    });
    expect(world.calls).toEqual([]);
  });

  test('arguments the sandbox does not take are refused by name', async () => {
    const outcome = await createWorld({ greet: answers(1) }).run({
      Greet: task('greet', { Arguments: { FunctionName: 'greet', InvocationType: 'Event' } }),
    });
    expect(outcome.cause).toContain("The InvocationType 'Event' is not supported");
  });
});

describe('a task that fails', () => {
  const flaky = (failures: number) => {
    let calls = 0;
    return () => (calls++ < failures ? throws('Busy', 'later')(null as never, '') : { payload: 'done' });
  };

  test('is tried again after growing delays, each exact to the millisecond', async () => {
    const world = createWorld({ flaky: flaky(3) });
    world.define({
      Flaky: task('flaky', {
        Retry: [
          { ErrorEquals: ['Busy'], IntervalSeconds: 2, BackoffRate: 3, MaxAttempts: 5, MaxDelaySeconds: 10 },
        ],
        Output: '{% $states.context.State.RetryCount %}',
      }),
    });
    const arn = world.start();
    await world.clock.advanceTo(START + 60_000);
    expect(world.calls.map(({ at }) => at - START)).toEqual([0, 2000, 8000, 18_000]);
    expect(world.outcome(arn)).toEqual({ status: 'SUCCEEDED', output: 3 });
    expect(world.types(arn)).toEqual([
      ...['ExecutionStarted', 'TaskStateEntered', 'TaskScheduled', 'TaskStarted', 'TaskFailed'],
      ...['TaskScheduled', 'TaskStarted', 'TaskFailed', 'TaskScheduled', 'TaskStarted', 'TaskFailed'],
      ...['TaskScheduled', 'TaskStarted', 'TaskSucceeded', 'TaskStateExited', 'ExecutionSucceeded'],
    ]);
  });

  test('waits a drawn part of the delay under full jitter', async () => {
    const world = createWorld({ flaky: flaky(1) }, { random: () => 0.25 });
    world.define({
      Flaky: task('flaky', {
        Retry: [{ ErrorEquals: ['States.ALL'], IntervalSeconds: 60, JitterStrategy: 'FULL' }],
      }),
    });
    world.start();
    await world.clock.advanceTo(START + 60_000);
    expect(world.calls.map(({ at }) => at - START)).toEqual([0, 15_000]);
  });

  test('goes to its catcher once the attempts are used up, or at once with none', async () => {
    for (const [attempts, calls] of [
      [2, 3],
      [0, 1],
    ]) {
      const world = createWorld({ bad: throws('Busy', 'later') });
      world.define({
        Bad: task('bad', {
          Retry: [{ ErrorEquals: ['Busy'], MaxAttempts: attempts }],
          Catch: [
            { ErrorEquals: ['Other'], Next: 'No' },
            { ErrorEquals: ['States.TaskFailed'], Next: 'Caught' },
          ],
        }),
        No: { Type: 'Fail' },
        Caught: { Type: 'Pass', End: true },
      });
      const arn = world.start();
      await world.clock.advanceTo(START + 60_000);
      expect([world.calls.length, world.outcome(arn)]).toEqual([
        calls,
        {
          status: 'SUCCEEDED',
          output: { Error: 'Busy', Cause: '{"errorType":"Busy","errorMessage":"later"}' },
        },
      ]);
    }
  });

  test("a catcher's Assign and Output see the error and the input", async () => {
    const world = createWorld({ bad: throws('Busy', 'later') });
    const outcome = await world.run(
      {
        Bad: task('bad', {
          Catch: [
            {
              ErrorEquals: ['States.ALL'],
              Assign: { error: '{% $states.errorOutput.Error %}' },
              Output: {
                was: '{% $states.input %}',
                cause: '{% $parse($states.errorOutput.Cause).errorMessage %}',
              },
              Next: 'Caught',
            },
          ],
        }),
        Caught: { Type: 'Pass', Output: ['{% $error %}', '{% $states.input %}'], End: true },
      },
      { id: 1 },
    );
    expect(outcome.output).toEqual(['Busy', { was: { id: 1 }, cause: 'later' }]);
    expect(world.events(outcome.arn).slice(4, 7)).toMatchObject([
      { type: 'TaskFailed', id: 5 },
      { type: 'TaskStateExited', id: 6, previousEventId: 5 },
      { type: 'PassStateEntered', id: 7, previousEventId: 6 },
    ]);
  });

  test('an expression that fails in a task can be caught too', async () => {
    const { output } = await createWorld().run({
      Bad: task('x', {
        Arguments: { FunctionName: '{% $states.input.name %}' },
        Catch: [{ ErrorEquals: ['States.QueryEvaluationError'], Output: 'caught', Next: 'Caught' }],
      }),
      Caught: { Type: 'Pass', End: true },
    });
    expect(output).toBe('caught');
  });

  test('States.Runtime is caught by nothing', async () => {
    const outcome = await createWorld({ greet: answers(1) }).run({
      Greet: task('greet', {
        Arguments: { Payload: 1 },
        Catch: [
          { ErrorEquals: ['States.Runtime'], Next: 'Caught' },
          { ErrorEquals: ['States.ALL'], Next: 'Caught' },
        ],
      }),
      Caught: { Type: 'Pass', End: true },
    });
    expect(outcome).toMatchObject({ status: 'FAILED', error: 'States.Runtime' });
  });
});
