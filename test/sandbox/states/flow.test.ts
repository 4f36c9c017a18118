import { describe, expect, test } from 'vitest';
import { createWorld, MACHINE, ROLE, START } from './world.ts';

const EXECUTION = 'arn:aws:states:us-east-1:123456789012:execution:machine:run-1';
const whole = { truncated: false };

describe('going from state to state', () => {
  test('a history has the events, ids and details AWS writes', async () => {
    const world = createWorld();
    const { arn } = await world.run(
      {
        First: { Type: 'Pass', Assign: { who: '{% $states.input.who %}', n: 1 }, Next: 'Which' },
        Which: {
          Type: 'Choice',
          Choices: [{ Condition: "{% $who = 'ann' %}", Next: 'Done' }],
          Default: 'First',
        },
        Done: { Type: 'Succeed', Output: { hello: '{% $who %}' } },
      },
      { who: 'ann' },
    );
    const input = '{"who":"ann"}';
    const at = { timestamp: START / 1000 };
    const entered = (name: string) => ({ stateEnteredEventDetails: { name, input, inputDetails: whole } });
    expect(arn).toBe(EXECUTION);
    expect(world.events(arn)).toEqual([
      {
        ...at,
        id: 1,
        previousEventId: 0,
        type: 'ExecutionStarted',
        executionStartedEventDetails: { input, inputDetails: whole, roleArn: ROLE },
      },
      { ...at, id: 2, previousEventId: 0, type: 'PassStateEntered', ...entered('First') },
      {
        ...at,
        id: 3,
        previousEventId: 2,
        type: 'PassStateExited',
        stateExitedEventDetails: {
          name: 'First',
          output: input,
          outputDetails: whole,
          assignedVariables: { who: '"ann"', n: '1' },
          assignedVariablesDetails: whole,
        },
      },
      { ...at, id: 4, previousEventId: 3, type: 'ChoiceStateEntered', ...entered('Which') },
      {
        ...at,
        id: 5,
        previousEventId: 4,
        type: 'ChoiceStateExited',
        stateExitedEventDetails: { name: 'Which', output: input, outputDetails: whole },
      },
      { ...at, id: 6, previousEventId: 5, type: 'SucceedStateEntered', ...entered('Done') },
      {
        ...at,
        id: 7,
        previousEventId: 6,
        type: 'SucceedStateExited',
        stateExitedEventDetails: { name: 'Done', output: '{"hello":"ann"}', outputDetails: whole },
      },
      {
        ...at,
        id: 8,
        previousEventId: 7,
        type: 'ExecutionSucceeded',
        executionSucceededEventDetails: { output: '{"hello":"ann"}', outputDetails: whole },
      },
    ]);
  });

  test('the first rule that holds decides, with its own Assign and Output', async () => {
    const rule = (least: number, word: string) => ({
      Condition: `{% $states.input.n >= ${least} %}`,
      Assign: { word },
      Output: { was: '{% $states.input.n %}' },
      Next: 'Say',
    });
    const states = {
      Sort: { Type: 'Choice', Choices: [rule(10, 'big'), rule(5, 'middle')], Default: 'Small' },
      Say: { Type: 'Pass', Output: { word: '{% $word %}', input: '{% $states.input %}' }, End: true },
      Small: { Type: 'Pass', Output: 'small', End: true },
    };
    expect((await createWorld().run(states, { n: 12 })).output).toEqual({ word: 'big', input: { was: 12 } });
    expect((await createWorld().run(states, { n: 7 })).output).toEqual({ word: 'middle', input: { was: 7 } });
    expect((await createWorld().run(states, { n: 1 })).output).toBe('small');
  });

  test("a Choice's own Assign and Output count when its Default is taken", async () => {
    const { output } = await createWorld().run({
      Sort: {
        Type: 'Choice',
        Choices: [{ Condition: '{% false %}', Next: 'Say' }],
        Assign: { a: 1 },
        Output: { o: 2 },
        Default: 'Say',
      },
      Say: { Type: 'Pass', Output: ['{% $a %}', '{% $states.input.o %}'], End: true },
    });
    expect(output).toEqual([1, 2]);
  });

  test('no rule and no Default fails with States.NoChoiceMatched', async () => {
    const outcome = await createWorld().run(
      {
        Sort: { Type: 'Choice', Choices: [{ Condition: '{% $states.input.n > 1 %}', Next: 'Say' }] },
        Say: { Type: 'Pass', End: true },
      },
      { n: 0 },
    );
    expect(outcome).toMatchObject({ status: 'FAILED', error: 'States.NoChoiceMatched' });
  });

  test('a condition that is no boolean is an evaluation error, not a truthy value', async () => {
    const outcome = await createWorld().run({
      Sort: { Type: 'Choice', Choices: [{ Condition: "{% 'yes' %}", Next: 'Say' }], Default: 'Say' },
      Say: { Type: 'Pass', End: true },
    });
    expect(outcome).toMatchObject({
      status: 'FAILED',
      error: 'States.QueryEvaluationError',
      cause:
        "An error occurred while executing the state 'Sort' (entered at the event id #2). The JSONata expression ''yes'' " +
        "specified for the field 'Choices[0]/Condition' returned an unexpected type. Expected 'boolean', but was 'string'.",
    });
  });

  test('variables assigned together see the values from before', async () => {
    const { output } = await createWorld().run({
      One: { Type: 'Pass', Assign: { a: 1, b: 2 }, Next: 'Swap' },
      Swap: {
        Type: 'Pass',
        Assign: { a: '{% $b %}', b: '{% $a %}' },
        Output: '{% $a * 10 + $b %}',
        Next: 'End',
      },
      End: { Type: 'Pass', Output: ['{% $a %}', '{% $b %}', '{% $states.input %}'], End: true },
    });
    expect(output).toEqual([2, 1, 12]);
  });

  test('the context object tells the execution, the machine and the state', async () => {
    const { output } = await createWorld().run(
      { Look: { Type: 'Pass', Output: '{% $states.context %}', End: true } },
      { some: 'input' },
    );
    expect(output).toEqual({
      Execution: {
        Id: EXECUTION,
        Input: { some: 'input' },
        StartTime: '2027-01-04T14:00:00.000Z',
        Name: 'run-1',
        RoleArn: ROLE,
        RedriveCount: 0,
      },
      StateMachine: { Id: MACHINE, Name: 'machine' },
      State: { Name: 'Look', EnteredTime: '2027-01-04T14:00:00.000Z' },
    });
  });

  test('text that is no expression stands for itself, at any depth', async () => {
    const literal = { a: null, b: ' {% 1 %} ', c: ['$states.input', { d: '$.x' }], e: {}, f: [] };
    const { output } = await createWorld().run({ Say: { Type: 'Pass', Output: literal, End: true } });
    expect(output).toEqual(literal);
  });

  test('a Fail state ends the execution with its error and cause', async () => {
    const world = createWorld();
    const outcome = await world.run(
      { Stop: { Type: 'Fail', Error: 'PlanBroken', Cause: "{% 'plan ' & $states.input.id %}" } },
      { id: 7 },
    );
    expect(outcome).toMatchObject({ status: 'FAILED', error: 'PlanBroken', cause: 'plan 7' });
    expect(world.events(outcome.arn).slice(1)).toMatchObject([
      { type: 'FailStateEntered', id: 2, previousEventId: 0 },
      {
        type: 'ExecutionFailed',
        id: 3,
        previousEventId: 2,
        executionFailedEventDetails: { error: 'PlanBroken', cause: 'plan 7' },
      },
    ]);
  });

  test('an expression without a value names its field and fails the state', async () => {
    const world = createWorld();
    const outcome = await world.run({
      Say: { Type: 'Pass', Output: { v: ['{% $states.input.no %}'] }, End: true },
    });
    const cause =
      "The JSONata expression '$states.input.no' specified for the field 'Output/v[0]' returned nothing (undefined).";
    expect(outcome).toMatchObject({
      status: 'FAILED',
      error: 'States.QueryEvaluationError',
      cause: `An error occurred while executing the state 'Say' (entered at the event id #2). ${cause}`,
    });
    expect(world.events(outcome.arn)[2]).toMatchObject({
      type: 'EvaluationFailed',
      previousEventId: 2,
      evaluationFailedEventDetails: {
        error: 'States.QueryEvaluationError',
        cause,
        location: 'Output/v[0]',
        state: 'Say',
      },
    });
  });

  test('an output over 256 KiB fails with States.DataLimitExceeded', async () => {
    const big = (length: number) => ({
      Say: { Type: 'Pass', Output: `{% $pad('', ${length}, 'é') %}`, End: true },
    });
    expect((await createWorld().run(big(131_070))).status).toBe('SUCCEEDED');
    expect(await createWorld().run(big(131_072))).toMatchObject({
      status: 'FAILED',
      error: 'States.DataLimitExceeded',
    });
  });

  test('the history limit fails the execution with its 25,000th event', async () => {
    const world = createWorld();
    const outcome = await world.run({
      Round: { Type: 'Pass', Next: 'Again' },
      Again: { Type: 'Pass', Next: 'Round' },
    });
    expect(outcome).toMatchObject({
      status: 'FAILED',
      error: 'States.Runtime',
      cause: 'The execution reached the maximum number of history events (25000).',
    });
    const last = world.engine.getExecutionHistory({
      executionArn: outcome.arn,
      reverseOrder: true,
      maxResults: 1,
    });
    expect(last.events).toMatchObject([{ id: 25_000, type: 'ExecutionFailed', previousEventId: 24_999 }]);
  });

  test('each state entered counts as one transition', async () => {
    const counts: Record<string, number> = {};
    const meter = {
      count: (name: string, by = 1) => {
        counts[name] = (counts[name] ?? 0) + by;
      },
      read: () => counts,
    };
    await createWorld({}, { meter }).run({ A: { Type: 'Pass', Next: 'B' }, B: { Type: 'Succeed' } });
    expect(counts).toEqual({ transitions: 2 });
  });
});
