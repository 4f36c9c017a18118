import { beforeEach, describe, expect, test } from 'vitest';
import type { InvokeResult } from '../../../sandbox/types.ts';
import { callback, createWorld, DAY, deferred, only, START, throws, tokensOf, type World } from './world.ts';

type Late = { promise: Promise<InvokeResult>; resolve(value: InvokeResult | Promise<InvokeResult>): void };

const gone = { code: 'TaskTimedOut', message: "Task Timed Out: 'Provided task does not exist anymore'" };

describe('a task that waits for its token', () => {
  let world: World;
  const open = (more: object = {}) => {
    world.define({ Ask: callback('ask', more) });
    const arn = world.start();
    return { arn, token: tokensOf(world)[0] as string };
  };
  beforeEach(() => {
    world = createWorld({ ask: () => ({ payload: 'asked' }) });
  });

  test('goes on with what the token came back with, months later', async () => {
    const { arn, token } = open({ Output: '{% $states.result.answer %}', TimeoutSeconds: 8_640_000 });
    await world.clock.advanceTo(START + 90 * DAY);
    expect(world.status(arn)).toBe('RUNNING');
    expect(world.engine.sendTaskSuccess({ taskToken: token, output: '{"answer":42}' })).toEqual({});
    expect(world.outcome(arn)).toEqual({ status: 'SUCCEEDED', output: 42 });
    const named = { resourceType: 'lambda', resource: 'invoke.waitForTaskToken' };
    expect(world.events(arn).slice(2, 6)).toMatchObject([
      {
        type: 'TaskScheduled',
        taskScheduledEventDetails: {
          ...named,
          parameters: JSON.stringify({ FunctionName: 'ask', Payload: { token } }),
          timeoutInSeconds: 8_640_000,
        },
      },
      { type: 'TaskStarted', taskStartedEventDetails: named },
      {
        type: 'TaskSubmitted',
        taskSubmittedEventDetails: { ...named, output: expect.stringContaining('"asked"') },
      },
      {
        type: 'TaskSucceeded',
        timestamp: (START + 90 * DAY) / 1000,
        previousEventId: 5,
        taskSucceededEventDetails: { ...named, output: '{"answer":42}', outputDetails: { truncated: false } },
      },
    ]);
  });

  test('keeps the token out of the history when asked to', async () => {
    world = createWorld({ ask: (payload) => ({ payload }) }, { hideTaskTokens: true });
    const { arn, token } = open();
    await world.clock.settle();
    expect(token).toMatch(/^[\w-]{99}$/);
    expect(JSON.stringify(world.events(arn))).not.toContain(token);
    expect(only(world.events(arn), 'TaskScheduled')[0]?.taskScheduledEventDetails).toMatchObject({
      parameters: '{"FunctionName":"ask","Payload":{"token":"<task token>"}}',
    });
  });

  test('times out at its limit to the millisecond, and the late token is told so', async () => {
    const { arn, token } = open({ TimeoutSeconds: 3600 });
    await world.clock.advanceTo(START + 3_599_999);
    expect(world.status(arn)).toBe('RUNNING');
    await world.clock.advanceTo(START + 3_600_000);
    expect(world.outcome(arn)).toEqual({ status: 'FAILED', error: 'States.Timeout' });
    expect(world.events(arn).slice(-2)).toMatchObject([
      {
        type: 'TaskTimedOut',
        taskTimedOutEventDetails: {
          resourceType: 'lambda',
          resource: 'invoke.waitForTaskToken',
          error: 'States.Timeout',
        },
      },
      { type: 'ExecutionFailed', executionFailedEventDetails: { error: 'States.Timeout' } },
    ]);
    expect(() => world.engine.sendTaskSuccess({ taskToken: token, output: '1' })).toThrow(
      expect.objectContaining(gone),
    );
  });

  test('takes its time limit from an expression', async () => {
    world.define({
      Ask: callback('ask', {
        TimeoutSeconds: '{% $max([1, $ceil(($toMillis($states.input.until) - $millis()) / 1000)]) %}',
        Catch: [{ ErrorEquals: ['States.Timeout'], Output: '{% $now() %}', Next: 'Late' }],
      }),
      Late: { Type: 'Pass', End: true },
    });
    const arn = world.start({ until: '2027-01-06T09:30:00Z' });
    await world.clock.advanceTo(START + 5 * DAY);
    expect(world.outcome(arn)).toEqual({ status: 'SUCCEEDED', output: '2027-01-06T09:30:00.000Z' });
  });

  test('a time limit that is no positive integer is an evaluation error', async () => {
    const { arn } = open({ TimeoutSeconds: '{% 0.5 %}' });
    expect(world.outcome(arn)).toMatchObject({ status: 'FAILED', error: 'States.QueryEvaluationError' });
  });

  test('a missed heartbeat is a States.Timeout that States.HeartbeatTimeout catches', async () => {
    world.define({
      Ask: callback('ask', {
        HeartbeatSeconds: 60,
        Catch: [{ ErrorEquals: ['States.HeartbeatTimeout'], Next: 'Silent' }],
      }),
      Silent: { Type: 'Pass', End: true },
    });
    const arn = world.start();
    await world.clock.advanceTo(START + 60_000);
    expect(world.outcome(arn)).toEqual({ status: 'SUCCEEDED', output: { Error: 'States.Timeout' } });
    // A time limit of the whole task is no missed heartbeat.
    const catching = [{ ErrorEquals: ['States.HeartbeatTimeout'], Next: 'Silent' }];
    const silent = { Type: 'Pass', End: true };
    const limited = world.define(
      { Ask: callback('ask', { TimeoutSeconds: 9, Catch: catching }), Silent: silent },
      {},
      'limited',
    );
    const plain = world.start({}, 'run-1', limited);
    await world.clock.advanceTo(START + DAY);
    expect(world.outcome(plain)).toEqual({ status: 'FAILED', error: 'States.Timeout' });
  });

  test('each heartbeat gives another period, never beyond the time limit', async () => {
    const { arn, token } = open({ HeartbeatSeconds: 60, TimeoutSeconds: 150 });
    for (const second of [50, 100, 149]) {
      await world.clock.advanceTo(START + second * 1000);
      world.engine.sendTaskHeartbeat({ taskToken: token });
    }
    await world.clock.advanceTo(START + 149_999);
    expect(world.status(arn)).toBe('RUNNING');
    await world.clock.advanceTo(START + 150_000);
    expect(world.outcome(arn)).toEqual({ status: 'FAILED', error: 'States.Timeout' });
  });

  test('a failure sent with the token fails the task', async () => {
    const { arn, token } = open();
    world.engine.sendTaskFailure({ taskToken: token, error: 'Refused', cause: 'not now' });
    expect(world.outcome(arn)).toEqual({ status: 'FAILED', error: 'Refused', cause: 'not now' });
    expect(() => world.engine.sendTaskFailure({ taskToken: token })).toThrow(expect.objectContaining(gone));
  });

  test('a second answer is refused', () => {
    const { token } = open();
    world.engine.sendTaskSuccess({ taskToken: token, output: '1' });
    expect(() => world.engine.sendTaskSuccess({ taskToken: token, output: '2' })).toThrow(
      expect.objectContaining(gone),
    );
    expect(() => world.engine.sendTaskHeartbeat({ taskToken: token })).toThrow(expect.objectContaining(gone));
  });

  test('tokens nobody was given are told apart from garbage', () => {
    const other = createWorld({ ask: () => ({ payload: 1 }) }, { random: () => 0.5 });
    other.define({ Ask: callback('ask') });
    other.start();
    const [foreign] = tokensOf(other);
    const send = (taskToken: string) => () => world.engine.sendTaskSuccess({ taskToken, output: '1' });
    expect(send(foreign as string)).toThrow(expect.objectContaining({ code: 'TaskDoesNotExist' }));
    expect(send(`${foreign?.slice(0, -1)}!`)).toThrow(expect.objectContaining({ code: 'InvalidToken' }));
    expect(send('garbage')).toThrow(
      expect.objectContaining({ code: 'InvalidToken', message: "Invalid Token: 'Invalid token'" }),
    );
  });

  test('an answer that is no JSON is refused and the task still waits', () => {
    const { arn, token } = open();
    expect(() => world.engine.sendTaskSuccess({ taskToken: token, output: 'yes' })).toThrow(
      expect.objectContaining({ code: 'InvalidOutput' }),
    );
    expect(world.status(arn)).toBe('RUNNING');
  });

  test('may be answered before the function has returned', async () => {
    const answer = deferred<{ payload: unknown }>();
    world = createWorld({ ask: () => answer.promise });
    const { arn, token } = open();
    world.engine.sendTaskSuccess({ taskToken: token, output: '"early"' });
    expect(world.outcome(arn)).toEqual({ status: 'SUCCEEDED', output: 'early' });
    answer.resolve({ payload: 'too late' });
    await world.clock.settle();
    expect(only(world.events(arn), 'TaskSubmitted')).toEqual([]);
  });

  test.each([
    ['answers', (late: Late) => late.resolve({ payload: 'too late' })],
    [
      'fails',
      (late: Late) => late.resolve({ payload: null, error: { errorType: 'Broken', errorMessage: 'no' } }),
    ],
    ['breaks', (late: Late) => late.resolve(Promise.reject(new Error('no connection')))],
  ])('a function that %s after its task was over does nothing to the next state', async (_, end) => {
    const late: Late = deferred<InvokeResult>();
    world = createWorld({ ask: () => late.promise });
    world.define({
      Ask: callback('ask', { End: undefined, Next: 'Rest' }),
      Rest: { Type: 'Wait', Seconds: 60, End: true },
    });
    const arn = world.start();
    world.engine.sendTaskSuccess({ taskToken: tokensOf(world)[0] as string, output: '"early"' });
    const before = world.types(arn);
    end(late);
    await world.clock.settle();
    expect(before.at(-1)).toBe('WaitStateEntered');
    expect(world.types(arn)).toEqual(before);
    await world.clock.advanceTo(START + 60_000);
    expect(world.outcome(arn)).toEqual({ status: 'SUCCEEDED', output: 'early' });
  });

  test('fails when the function does, and its token is dead', async () => {
    world = createWorld({ ask: throws('Broken', 'no') });
    const { arn, token } = open();
    expect(world.outcome(arn)).toMatchObject({ status: 'FAILED', error: 'Broken' });
    expect(() => world.engine.sendTaskSuccess({ taskToken: token, output: '1' })).toThrow(
      expect.objectContaining(gone),
    );
  });

  test('gets a new token with every attempt', async () => {
    const { arn } = open({
      TimeoutSeconds: 60,
      Retry: [{ ErrorEquals: ['States.Timeout'], MaxAttempts: 1 }],
    });
    await world.clock.advanceTo(START + 61_000);
    const [first, second] = tokensOf(world) as [string, string];
    expect(second).not.toBe(first);
    expect(() => world.engine.sendTaskSuccess({ taskToken: first, output: '1' })).toThrow(
      expect.objectContaining(gone),
    );
    world.engine.sendTaskSuccess({ taskToken: second, output: '2' });
    expect(world.outcome(arn)).toMatchObject({ status: 'SUCCEEDED', output: 2 });
  });

  test('leaves no timer behind', async () => {
    const { token } = open({ HeartbeatSeconds: 60, TimeoutSeconds: 3600 });
    expect(world.clock.pending()).toEqual([
      { at: START + 60_000, what: 'run-1: Ask: its heartbeat' },
      { at: START + 3_600_000, what: 'run-1: Ask: its time limit' },
    ]);
    world.engine.sendTaskSuccess({ taskToken: token, output: '1' });
    expect(world.clock.pending()).toEqual([]);
  });
});
