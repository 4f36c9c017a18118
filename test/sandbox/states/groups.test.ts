import { describe, expect, test } from 'vitest';
import { callback, createWorld, only, START, task, throws } from './world.ts';

const pass = (more: object = {}) => ({ Type: 'Pass', End: true, ...more });
const workflow = (States: Record<string, object>) => ({ StartAt: Object.keys(States)[0], States });
const brief = (world: ReturnType<typeof createWorld>, arn: string) =>
  world.events(arn).map(({ id, previousEventId, type }) => [id, previousEventId, type]);

describe('branches in parallel', () => {
  test('give their outputs in order, each branch chained to the start event', async () => {
    const world = createWorld();
    const outcome = await world.run(
      {
        Both: {
          Type: 'Parallel',
          Arguments: { n: '{% $states.input.n + 1 %}' },
          Branches: [
            workflow({ Hello: pass({ Output: '{% $states.input.n %}' }) }),
            workflow({ World: pass({ Output: '{% $states.input.n * 10 %}' }) }),
          ],
          Assign: { sum: '{% $sum($states.result) %}' },
          Next: 'Say',
        },
        Say: pass({ Output: ['{% $sum %}', '{% $states.input %}'] }),
      },
      { n: 1 },
    );
    expect(outcome.output).toEqual([22, [2, 20]]);
    expect(brief(world, outcome.arn)).toEqual([
      [1, 0, 'ExecutionStarted'],
      [2, 0, 'ParallelStateEntered'],
      [3, 2, 'ParallelStateStarted'],
      [4, 3, 'PassStateEntered'],
      [5, 4, 'PassStateExited'],
      [6, 3, 'PassStateEntered'],
      [7, 6, 'PassStateExited'],
      [8, 7, 'ParallelStateSucceeded'],
      [9, 7, 'ParallelStateExited'],
      [10, 9, 'PassStateEntered'],
      [11, 10, 'PassStateExited'],
      [12, 11, 'ExecutionSucceeded'],
    ]);
  });

  test('see the variables from outside and keep their own to themselves', async () => {
    const { output } = await createWorld().run({
      Set: { Type: 'Pass', Assign: { outer: 1 }, Next: 'Both' },
      Both: {
        Type: 'Parallel',
        Branches: [
          workflow({
            A: { Type: 'Pass', Assign: { own: '{% $outer + 1 %}' }, Next: 'B' },
            B: pass({ Output: '{% $own %}' }),
          }),
          workflow({ C: pass({ Output: "{% $exists($own) ? 'seen' : 'not seen' %}" }) }),
        ],
        End: true,
      },
    });
    expect(output).toEqual([2, 'not seen']);
  });

  test('wait side by side', async () => {
    const world = createWorld();
    const wait = (Seconds: number) =>
      workflow({ [`W${Seconds}`]: { Type: 'Wait', Seconds, Output: Seconds, End: true } });
    world.define({ Both: { Type: 'Parallel', Branches: [wait(60), wait(30)], End: true } });
    const arn = world.start();
    await world.clock.advanceTo(START + 60_000);
    expect(world.outcome(arn)).toEqual({ status: 'SUCCEEDED', output: [60, 30] });
  });

  test('are aborted when one fails, and the state can be retried or caught', async () => {
    const world = createWorld({ bad: throws('Bad', 'no'), ask: () => ({ payload: 1 }) });
    world.define({
      Both: {
        Type: 'Parallel',
        Branches: [
          workflow({ Ask: callback('ask', { TimeoutSeconds: 99 }) }),
          workflow({ Rest: { Type: 'Wait', Seconds: 99, End: true } }),
          workflow({ Bad: task('bad') }),
        ],
        Retry: [{ ErrorEquals: ['Bad'], MaxAttempts: 1, IntervalSeconds: 5 }],
        Catch: [{ ErrorEquals: ['Bad'], Output: '{% $states.errorOutput.Error %}', Next: 'Caught' }],
        End: true,
      },
      Caught: pass(),
    });
    const arn = world.start();
    expect(world.clock.pending().map(({ what }) => what)).toEqual(['run-1: Both is tried again']);
    await world.clock.advanceTo(START + 60_000);
    expect(world.outcome(arn)).toEqual({ status: 'SUCCEEDED', output: 'Bad' });
    const failing = ['TaskFailed', 'TaskStateAborted', 'WaitStateAborted', 'ParallelStateFailed'];
    const marks = only(world.events(arn), ...failing, 'ParallelStateStarted', 'ParallelStateExited');
    expect(marks.map(({ type }) => type)).toEqual([
      ...['ParallelStateStarted', ...failing],
      ...['ParallelStateStarted', ...failing, 'ParallelStateExited'],
    ]);
    expect(world.clock.pending()).toEqual([]);
  });

  test('a Fail state in a branch fails the whole', async () => {
    const outcome = await createWorld().run({
      Both: {
        Type: 'Parallel',
        Branches: [
          workflow({ Stop: { Type: 'Fail', Error: 'Stopped' } }),
          workflow({ Ok: { Type: 'Succeed' } }),
        ],
        End: true,
      },
    });
    expect(outcome).toEqual({ arn: outcome.arn, status: 'FAILED', error: 'Stopped' });
  });
});

describe('a map over items', () => {
  const each = (States: Record<string, object>, more: object = {}) => ({
    Type: 'Map',
    ItemProcessor: workflow(States),
    End: true,
    ...more,
  });

  test('answers in the order of the items, with the events AWS writes', async () => {
    const world = createWorld();
    const outcome = await world.run(
      {
        Each: each(
          { Twice: pass({ Output: '{% $states.input * 2 %}' }) },
          { Items: '{% $states.input.list %}' },
        ),
      },
      { list: [5, 7] },
    );
    expect(outcome.output).toEqual([10, 14]);
    expect(brief(world, outcome.arn)).toEqual([
      [1, 0, 'ExecutionStarted'],
      [2, 0, 'MapStateEntered'],
      [3, 2, 'MapStateStarted'],
      [4, 3, 'MapIterationStarted'],
      [5, 3, 'MapIterationStarted'],
      [6, 4, 'PassStateEntered'],
      [7, 6, 'PassStateExited'],
      [8, 7, 'MapIterationSucceeded'],
      [9, 5, 'PassStateEntered'],
      [10, 9, 'PassStateExited'],
      [11, 10, 'MapIterationSucceeded'],
      [12, 11, 'MapStateSucceeded'],
      [13, 11, 'MapStateExited'],
      [14, 13, 'ExecutionSucceeded'],
    ]);
    expect(only(world.events(outcome.arn), 'MapStateStarted', 'MapIterationStarted')).toMatchObject([
      { mapStateStartedEventDetails: { length: 2 } },
      { mapIterationStartedEventDetails: { name: 'Each', index: 0 } },
      { mapIterationStartedEventDetails: { name: 'Each', index: 1 } },
    ]);
  });

  test('selects what each iteration gets, also where that takes JSONata itself', async () => {
    const { output } = await createWorld().run(
      {
        Each: each(
          { Say: pass({ Output: ['{% $states.input %}', '{% $states.context.Map.Item.Index %}'] }) },
          {
            ItemSelector: {
              all: '{% $states.input.names.first %}',
              one: '{% $map([$states.context.Map.Item.Value], function($v) { $v.first & $states.context.Map.Item.Index }) %}',
            },
            Items: '{% $states.input.names %}',
          },
        ),
      },
      { names: [{ first: 'ann' }, { first: 'bob' }] },
    );
    expect(output).toEqual([
      [{ all: ['ann', 'bob'], one: 'ann0' }, 0],
      [{ all: ['ann', 'bob'], one: 'bob1' }, 1],
    ]);
  });

  test.each([
    [50, { status: 'SUCCEEDED', output: [null, 2, null, 4] }],
    [49, { status: 'FAILED', error: 'Odd' }],
  ])('tolerates %i percent of failures in distributed mode, and no more', async (percent, outcome) => {
    const world = createWorld({
      odd: (item: number) =>
        item % 2 ? { payload: null, error: { errorType: 'Odd', errorMessage: 'no' } } : { payload: item },
    });
    const ask = task('arn:aws:lambda:us-east-1:123456789012:function:odd', {
      Output: '{% $states.result.Payload %}',
    });
    const ItemProcessor = {
      ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
      ...workflow({ Ask: ask }),
    };
    const share = { MaxConcurrency: 1, ToleratedFailurePercentage: percent };
    const all = await world.run({ Each: { ...each({}), ItemProcessor, Items: [1, 2, 3, 4], ...share } });
    expect(all).toMatchObject(outcome);
    expect(world.calls).toHaveLength(percent === 50 ? 4 : 3);
  });

  test('tolerates nothing unless it is distributed', () => {
    const world = createWorld();
    const inline = { Each: each({ Say: pass() }, { Items: [1], ToleratedFailurePercentage: 10 }) };
    expect(() => world.define(inline)).toThrow('ToleratedFailurePercentage is for distributed mode');
  });

  test('runs at most MaxConcurrency iterations at a time', async () => {
    const world = createWorld();
    const rest = { Rest: { Type: 'Wait', Seconds: 10, Output: '{% $millis() %}', End: true } };
    world.define({ Each: each(rest, { Items: [1, 2, 3, 4, 5], MaxConcurrency: '{% 2 %}' }) });
    const arn = world.start();
    await world.clock.advanceTo(START + 60_000);
    expect(world.outcome(arn).output).toEqual([10, 10, 20, 20, 30].map((second) => START + second * 1000));
  });

  test('takes thousands of items one by one without growing the stack', async () => {
    const world = createWorld();
    const items = Array.from({ length: 4000 }, (_, index) => index);
    const outcome = await world.run({ Each: each({ Say: pass() }, { MaxConcurrency: 1 }) }, items);
    expect(outcome.output).toEqual(items);
  });

  test('of no items answers an empty list', async () => {
    expect((await createWorld().run({ Each: each({ Say: pass() }) }, [])).output).toEqual([]);
  });

  test('of something that is no list fails', async () => {
    const outcome = await createWorld().run({ Each: each({ Say: pass() }, { Items: '{% 7 %}' }) });
    expect(outcome).toMatchObject({ status: 'FAILED', error: 'States.QueryEvaluationError' });
  });

  test('fails with its first failing iteration and aborts the rest', async () => {
    const world = createWorld({ bad: throws('Bad', 'no') });
    const branch = {
      Which: {
        Type: 'Choice',
        Choices: [{ Condition: '{% $states.input = 1 %}', Next: 'Bad' }],
        Default: 'Rest',
      },
      Rest: { Type: 'Wait', Seconds: 60, End: true },
      Bad: task('bad'),
    };
    const outcome = await world.run({ Each: each(branch, { Items: [0, 1, 2] }) });
    expect(outcome).toMatchObject({ status: 'FAILED', error: 'Bad' });
    const failedAt = only(world.events(outcome.arn), 'TaskFailed')[0]?.id;
    expect(world.events(outcome.arn).slice(-6)).toMatchObject([
      { type: 'MapIterationFailed', previousEventId: failedAt, mapIterationFailedEventDetails: { index: 1 } },
      { type: 'WaitStateAborted', previousEventId: failedAt },
      {
        type: 'MapIterationAborted',
        previousEventId: failedAt,
        mapIterationAbortedEventDetails: { index: 0 },
      },
      {
        type: 'MapIterationAborted',
        previousEventId: failedAt,
        mapIterationAbortedEventDetails: { index: 2 },
      },
      { type: 'MapStateFailed', previousEventId: failedAt },
      { type: 'ExecutionFailed', executionFailedEventDetails: { error: 'Bad' } },
    ]);
    expect(world.clock.pending()).toEqual([]);
  });
});
