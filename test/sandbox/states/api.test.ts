import { beforeEach, describe, expect, test } from 'vitest';
import { callback, createWorld, DAY, MACHINE, ROLE, START, tokensOf, type World } from './world.ts';

const refuses = (code: string, call: () => unknown) =>
  expect(call).toThrow(expect.objectContaining({ code, status: 400 }));

describe('the Step Functions API', () => {
  let world: World;
  beforeEach(() => {
    world = createWorld({ ask: () => ({ payload: 1 }) });
    world.define({ Rest: { Type: 'Wait', Seconds: 60, End: true } });
  });

  test('the same name and input while running is the same execution', async () => {
    const first = world.start({ a: 1 }, 'plan-r1');
    await world.clock.advanceTo(START + 10_000);
    expect(world.start({ a: 1 }, 'plan-r1')).toBe(first);
    expect(
      world.engine.startExecution({ stateMachineArn: MACHINE, name: 'plan-r1', input: '{"a":1}' }),
    ).toEqual({
      executionArn: first,
      startDate: START / 1000,
    });
    refuses('ExecutionAlreadyExists', () => world.start({ a: 2 }, 'plan-r1'));
    await world.clock.advanceTo(START + DAY);
    refuses('ExecutionAlreadyExists', () => world.start({ a: 1 }, 'plan-r1'));
    expect(world.engine.listExecutions().executions).toHaveLength(1);
  });

  test('an execution without a name gets one of its own', () => {
    const [first, second] = [1, 2].map(
      () => world.engine.startExecution({ stateMachineArn: MACHINE }).executionArn,
    );
    expect(first).not.toBe(second);
    expect(world.engine.describeExecution({ executionArn: first ?? '' }).input).toBe('{}');
  });

  test('what cannot be is refused with the code AWS uses', () => {
    const { engine } = world;
    refuses('StateMachineDoesNotExist', () => engine.startExecution({ stateMachineArn: 'arn:x' }));
    refuses('StateMachineDoesNotExist', () => engine.describeStateMachine({ stateMachineArn: 'arn:x' }));
    refuses('StateMachineDoesNotExist', () => engine.listExecutions({ stateMachineArn: 'arn:x' }));
    refuses('InvalidExecutionInput', () => engine.startExecution({ stateMachineArn: MACHINE, input: '{' }));
    refuses('ValidationException', () =>
      engine.startExecution({ stateMachineArn: MACHINE, input: JSON.stringify('x'.repeat(262_144)) }),
    );
    for (const name of ['', 'a b', 'a/b', 'a:b', 'x'.repeat(81), 'a*']) {
      refuses('InvalidName', () => engine.startExecution({ stateMachineArn: MACHINE, name }));
    }
    for (const call of ['describeExecution', 'stopExecution', 'getExecutionHistory'] as const) {
      refuses('ExecutionDoesNotExist', () => engine[call]({ executionArn: 'arn:x' }));
    }
    refuses('StateMachineAlreadyExists', () => world.define({ Other: { Type: 'Succeed' } }));
    expect(engine.listExecutions().executions).toEqual([]);
  });

  test('an execution is described while it runs and when it is over', async () => {
    const arn = world.start({ a: 1 });
    const always = {
      executionArn: arn,
      stateMachineArn: MACHINE,
      name: 'run-1',
      startDate: START / 1000,
      input: '{"a":1}',
      inputDetails: { included: true },
      redriveCount: 0,
      redriveStatus: 'NOT_REDRIVABLE',
    };
    expect(world.engine.describeExecution({ executionArn: arn })).toEqual({
      ...always,
      status: 'RUNNING',
      redriveStatusReason: 'Execution is RUNNING and cannot be redriven',
    });
    await world.clock.advanceTo(START + DAY);
    expect(world.engine.describeExecution({ executionArn: arn })).toEqual({
      ...always,
      status: 'SUCCEEDED',
      stopDate: (START + 60_000) / 1000,
      output: '{"a":1}',
      outputDetails: { included: true },
      redriveStatusReason: 'Execution is SUCCEEDED and cannot be redriven',
    });
  });

  test('stopping aborts at once, leaves nothing waiting, and says why', async () => {
    const asking = world.define(
      { Ask: callback('ask', { TimeoutSeconds: 60 }) },
      { TimeoutSeconds: 600 },
      'asking',
    );
    const arn = world.start({}, 'run-1', asking);
    await world.clock.advanceTo(START + 5000);
    const stopped = { stopDate: (START + 5000) / 1000 };
    expect(world.engine.stopExecution({ executionArn: arn, error: 'Newer', cause: 'run 2' })).toEqual(
      stopped,
    );
    expect(world.outcome(arn)).toEqual({ status: 'ABORTED', error: 'Newer', cause: 'run 2' });
    expect(world.events(arn).at(-1)).toEqual({
      id: 6,
      previousEventId: 0,
      timestamp: (START + 5000) / 1000,
      type: 'ExecutionAborted',
      executionAbortedEventDetails: { error: 'Newer', cause: 'run 2' },
    });
    expect(world.clock.pending()).toEqual([]);
    const [token = ''] = tokensOf(world);
    refuses('TaskTimedOut', () => world.engine.sendTaskSuccess({ taskToken: token, output: '1' }));
    await world.clock.advanceTo(START + DAY);
    expect(world.engine.stopExecution({ executionArn: arn })).toEqual(stopped);
    expect(world.events(arn)).toHaveLength(6);
  });

  test('a history comes in pages, either way round, with or without data', () => {
    const arn = world.start();
    world.engine.stopExecution({ executionArn: arn });
    const page = (more: object) => world.engine.getExecutionHistory({ executionArn: arn, ...more });
    const first = page({ maxResults: 2 });
    expect(first.events.map(({ id }) => id)).toEqual([1, 2]);
    const second = page({ maxResults: 2, nextToken: first.nextToken });
    expect([second.events.map(({ id }) => id), second.nextToken]).toEqual([[3], undefined]);
    expect(page({ reverseOrder: true }).events.map(({ id }) => id)).toEqual([3, 2, 1]);
    expect(page({ includeExecutionData: false }).events[1]).toMatchObject({
      stateEnteredEventDetails: { name: 'Rest', inputDetails: { truncated: false } },
    });
    expect(JSON.stringify(page({ includeExecutionData: false }))).not.toContain('"input":');
    refuses('InvalidToken', () => page({ nextToken: 'garbage' }));
  });

  test('executions are listed newest first, by machine and status', async () => {
    const other = world.define({ Done: { Type: 'Succeed' } }, {}, 'other');
    world.start({}, 'one');
    world.start({}, 'two');
    world.start({}, 'three', other);
    const names = (request: object) =>
      world.engine.listExecutions(request).executions.map(({ name }) => name);
    expect(names({})).toEqual(['three', 'two', 'one']);
    expect(names({ stateMachineArn: MACHINE })).toEqual(['two', 'one']);
    expect(names({ statusFilter: 'SUCCEEDED' })).toEqual(['three']);
    const { nextToken } = world.engine.listExecutions({ maxResults: 2 });
    expect(names({ maxResults: 2, nextToken })).toEqual(['one']);
  });

  test('machines are listed and described', () => {
    const item = { stateMachineArn: MACHINE, name: 'machine', type: 'STANDARD', creationDate: START / 1000 };
    expect(world.engine.listStateMachines()).toEqual({ stateMachines: [item] });
    const { definition, ...described } = world.engine.describeStateMachine({ stateMachineArn: MACHINE });
    expect(described).toEqual({ ...item, status: 'ACTIVE', roleArn: ROLE });
    expect(JSON.parse(definition)).toMatchObject({ StartAt: 'Rest' });
  });

  test('a running execution keeps the definition it started with', async () => {
    const before = world.start({}, 'before');
    const definition = {
      QueryLanguage: 'JSONata',
      StartAt: 'New',
      States: { New: { Type: 'Succeed', Output: 2 } },
    };
    world.engine.updateStateMachine({ stateMachineArn: MACHINE, definition });
    const after = world.start({}, 'after');
    await world.clock.advanceTo(START + DAY);
    expect([world.outcome(before).output, world.outcome(after).output]).toEqual([{}, 2]);
    const of = (executionArn: string) =>
      JSON.parse(world.engine.describeStateMachineForExecution({ executionArn }).definition).StartAt;
    expect([of(before), of(after)]).toEqual(['Rest', 'New']);
  });

  test('an overview names the state each execution is in', async () => {
    const arn = world.start();
    const item = { arn, name: 'run-1', stateMachine: 'machine', state: 'Rest', startedAt: START };
    expect(world.engine.overview()).toEqual([{ ...item, status: 'RUNNING', stoppedAt: undefined }]);
    await world.clock.advanceTo(START + DAY);
    expect(world.engine.overview()).toEqual([{ ...item, status: 'SUCCEEDED', stoppedAt: START + 60_000 }]);
  });

  test('a reset forgets executions, tokens and timers, and keeps the machines', () => {
    const asking = world.define(
      { Ask: callback('ask', { TimeoutSeconds: 60 }) },
      { TimeoutSeconds: 600 },
      'asking',
    );
    world.start({}, 'run-1', asking);
    world.start();
    world.engine.reset();
    expect([world.engine.overview(), world.clock.pending()]).toEqual([[], []]);
    const [token = ''] = tokensOf(world);
    refuses('TaskDoesNotExist', () => world.engine.sendTaskSuccess({ taskToken: token, output: '1' }));
    expect(world.status(world.start())).toBe('RUNNING');
  });
});
