import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import {
  type AslState,
  everSent,
  shapeOf,
  type Workflow,
  workflowNamed,
  workflows,
} from '../workflows/asl.ts';

// Its package has no type declarations.
const aslValidator = createRequire(import.meta.url)('asl-validator') as (definition: unknown) => unknown;

const YEAR = 365 * 24 * 3600;
const PASSING = [
  'Lambda.ClientExecutionTimeoutException',
  'Lambda.ServiceException',
  'Lambda.AWSLambdaException',
  'Lambda.SdkClientException',
  'Lambda.TooManyRequestsException',
];
/** Errors that no second attempt makes good. */
const FINAL: Record<string, string[]> = {
  'plan-lifecycle': ['StaleRun', 'PlanNotFound', 'UnknownEvent'],
  // What is wrong with a row is kept beside it; the worker throws only what may pass.
  'bulk-work': [],
};
/** All that payloads may carry: ids, numbers, moments, names of our own. */
const CARRIED: Record<string, string[]> = {
  'plan-lifecycle': ['planId', 'run', 'startedAt', 'awaiting', 'until', 'taskToken', 'error'],
  'bulk-work': ['jobId', 'phase', 'attempt', 'part', 'error'],
};

const ofType = ({ states }: Workflow, type: string) => states.filter(([, { Type }]) => Type === type);
const waitsForPeople = ({ Resource }: AslState) => Resource?.endsWith('.waitForTaskToken') ?? false;
const payload = ({ Arguments }: AslState) => Arguments?.Payload ?? {};

test('CDK-5: every workflow is looked at here', () => {
  expect(workflows.map(({ name }) => name)).toEqual(['bulk-work', 'plan-lifecycle']);
});

describe.each(workflows)('$name', (workflow) => {
  const { name, text, machine, scopes } = workflow;
  const tasks = ofType(workflow, 'Task');

  test('CDK-5, SFN-11: it is valid Amazon States Language, in JSONata that Step Functions takes', () => {
    expect(aslValidator(JSON.parse(text))).toMatchObject({ isValid: true, errors: [] });
    expect(machine.QueryLanguage).toBe('JSONata');
    expect(text).not.toContain('"$.');
    // These came with JSONata 2.1, which Step Functions refuses.
    expect(text).not.toMatch(/\?\?|\?:|\$eval/);
  });

  test('SFN-1: it ends before the year that Step Functions allows, and every task before that', () => {
    expect(machine.TimeoutSeconds).toBeLessThan(YEAR);
    for (const [state, { TimeoutSeconds }] of tasks) {
      expect(['number', 'string'], state).toContain(typeof TimeoutSeconds);
      if (typeof TimeoutSeconds === 'number') expect(TimeoutSeconds, state).toBeLessThanOrEqual(900);
    }
  });

  test('SFN-1: a wait for people gives up by a moment, and then the workflow asks again what is next', () => {
    for (const [state, { TimeoutSeconds, Catch }] of tasks.filter(([, each]) => waitsForPeople(each))) {
      expect(TimeoutSeconds, state).toMatch(
        /\$toMillis\(\$until\).*\$toMillis\(\$states\.context\.Execution\.StartTime\)/,
      );
      expect(Catch?.[0], state).toMatchObject({
        ErrorEquals: ['States.Timeout'],
        Next: 'Decide what is next',
      });
    }
  });

  test('SFN-1: whatever else goes wrong is caught and recorded; only what records it has nobody behind it', () => {
    for (const [state, { Catch }] of Object.entries(machine.States).filter(([, { Type }]) =>
      /Task|Map/.test(Type),
    )) {
      const last = Catch?.at(-1);
      expect(last?.ErrorEquals, state).toEqual(['States.ALL']);
      if (state === 'Record the failure') expect(machine.States[last?.Next ?? '']?.Type).toBe('Fail');
      else expect(last?.Next, state).toBe('Record the failure');
    }
  });

  test('SFN-1: a task inside a map may give up, and the map, which tolerates that, says so', () => {
    const inside = scopes.slice(1).flatMap(({ States }) => Object.entries(States));
    expect(inside.every(([, { Retry }]) => (Retry?.length ?? 0) > 0)).toBe(true);
    for (const [, state] of ofType(workflow, 'Map'))
      expect(state).toMatchObject({
        ToleratedFailurePercentage: 100,
        Catch: [{ ErrorEquals: ['States.ALL'] }],
      });
  });

  test('SFN-1: every choice has a way out', () => {
    for (const [state, { Default }] of ofType(workflow, 'Choice')) expect(Default, state).toBeTruthy();
  });

  test('SFN-2: what no second attempt makes good is not tried again; what passes by itself is, with full jitter', () => {
    for (const [state, { Retry = [] }] of tasks) {
      const final = FINAL[name] ?? [];
      const rest = final.length > 0 ? Retry.slice(1) : Retry;
      if (final.length > 0) expect(Retry[0], state).toEqual({ ErrorEquals: final, MaxAttempts: 0 });
      expect(rest[0]?.ErrorEquals, state).toEqual(PASSING);
      // A function that ran out of memory or time is Lambda.Unknown, which this name takes in.
      expect(
        rest.flatMap(({ ErrorEquals }) => ErrorEquals),
        state,
      ).toContain('States.TaskFailed');
      for (const retry of rest) {
        expect(retry, state).toMatchObject({ JitterStrategy: 'FULL', BackoffRate: 2 });
        expect(retry.MaxDelaySeconds, state).toBeLessThanOrEqual(300);
        expect(retry.MaxAttempts, state).toBeLessThanOrEqual(8);
      }
    }
  });

  test('SFN-2: a wait that ran out of time is no failure to be tried again', () => {
    for (const [state, each] of tasks.filter(([, each]) => waitsForPeople(each)))
      expect(
        each.Retry?.flatMap(({ ErrorEquals }) => ErrorEquals),
        state,
      ).not.toContain('States.Timeout');
  });

  test('SFN-3, SFN-11: whoever waits hands the token over, and nobody else does', () => {
    for (const [state, each] of tasks)
      expect(payload(each).taskToken, state).toBe(
        waitsForPeople(each) ? '{% $states.context.Task.Token %}' : undefined,
      );
  });

  test('SFN-6, SFN-11: payloads carry ids, numbers, moments and our own names, and the number of their shape', () => {
    for (const [state, each] of tasks) {
      const fields = Object.keys(payload(each)).filter(
        (field) => !['action', 'schemaVersion'].includes(field),
      );
      expect(
        fields.filter((field) => !CARRIED[name]?.includes(field)),
        state,
      ).toEqual([]);
      expect(Object.keys(payload(each)), state).toEqual(expect.arrayContaining(['action', 'schemaVersion']));
    }
  });

  test('SFN-6: what failed ends with words of our own: no error text of anybody is carried on', () => {
    expect(text).not.toMatch(/errorOutput\.Cause/);
    for (const [state, each] of ofType(workflow, 'Fail'))
      expect(JSON.stringify(each), state).not.toContain('{%');
  });

  test('SFN-7: who waits for the clock waits for a moment, never for so many seconds', () => {
    for (const [state, { Timestamp, Seconds }] of ofType(workflow, 'Wait')) {
      expect(Timestamp, state).toBeTruthy();
      expect(Seconds, state).toBeUndefined();
    }
  });

  test('SFN-8: every shape that it sends is kept, for the functions of the years to come', () => {
    const { sent } = everSent(name);
    const kept = sent.map(({ state, resource, payload }) => shapeOf(state, resource, payload));
    const shapes = tasks.map(([state, each]) => shapeOf(state, each.Resource ?? '', payload(each)));
    expect(shapes.filter((shape) => !kept.includes(shape))).toEqual([]);
  });

  test('SFN-11: nothing in it is bound to an account, a region or a version of a function', () => {
    expect(text).not.toMatch(/\d{12}|arn:aws:lambda|us-east-1|Qualifier/);
    const { calls } = everSent(name);
    expect(new Set([...text.matchAll(/\$\{(\w+)\}/g)].map(([, placeholder]) => placeholder))).toEqual(
      new Set([calls]),
    );
    for (const [state, { Arguments }] of tasks) expect(Arguments?.FunctionName, state).toBe(`\${${calls}}`);
  });

  test('SFN-11: every state can be reached, and from every state an end', () => {
    const next = ({ Next, Default, Choices = [], Catch = [] }: AslState): string[] =>
      [Next, Default, ...Choices.map((choice) => choice.Next), ...Catch.map((caught) => caught.Next)].filter(
        (to) => to !== undefined,
      );
    for (const { StartAt, States } of scopes) {
      const reached = new Set([StartAt]);
      for (const state of reached) for (const to of next(States[state] as AslState)) reached.add(to);
      expect([...reached].sort()).toEqual(Object.keys(States).sort());
      const isEnd = ({ Type, End }: AslState) => Type === 'Succeed' || Type === 'Fail' || End === true;
      const ending = new Set(Object.keys(States).filter((state) => isEnd(States[state] as AslState)));
      for (let before = -1; before !== ending.size; ) {
        before = ending.size;
        for (const [state, each] of Object.entries(States))
          if (next(each).some((to) => ending.has(to))) ending.add(state);
      }
      expect([...ending].sort()).toEqual(Object.keys(States).sort());
    }
  });
});

test('SFN-12: a wait that is longer than an execution may live is handed to another one, two weeks before the year is over', () => {
  const { States } = workflowNamed('plan-lifecycle').machine;
  const days = 350;
  expect(States['Go to what is next']?.Choices?.[0]).toEqual({
    Condition: `{% $at = '' ? false : $toMillis($at) > $toMillis($states.context.Execution.StartTime) + ${days * 86_400_000} %}`,
    Next: 'Wait for another execution',
  });
  const handOver = States['Wait for another execution'];
  expect(handOver?.Timestamp).toContain(`${days * 86_400_000}`);
  expect(handOver?.Next).toBe('Decide what is next');
});
