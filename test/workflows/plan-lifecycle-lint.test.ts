import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { NEXT_STATES } from '../../domain/next.ts';

// Its package has no type declarations.
const aslValidator = createRequire(import.meta.url)('asl-validator') as (definition: unknown) => unknown;
const text = readFileSync(new URL('../../workflows/plan-lifecycle.asl.json', import.meta.url), 'utf8');
const machine = JSON.parse(text) as Machine;
const states = Object.entries(machine.States);
const tasks = states.filter(([, state]) => state.Type === 'Task');
const waits = tasks.filter(([, state]) => state.Resource?.endsWith('.waitForTaskToken'));

interface State {
  Type: string;
  Comment?: string;
  Resource?: string;
  Arguments?: { FunctionName: string; Payload: Record<string, unknown> };
  TimeoutSeconds?: number | string;
  Retry?: { ErrorEquals: string[]; MaxAttempts: number; MaxDelaySeconds?: number; JitterStrategy?: string }[];
  Catch?: { ErrorEquals: string[]; Next: string }[];
  Choices?: { Condition: string; Next: string }[];
  Default?: string;
  Next?: string;
  Timestamp?: string;
}
interface Machine {
  StartAt: string;
  QueryLanguage: string;
  TimeoutSeconds: number;
  States: Record<string, State>;
}

test('it is valid Amazon States Language', () => {
  expect(aslValidator(JSON.parse(text))).toMatchObject({ isValid: true, errors: [] });
});

test('it is JSONata throughout, and ends before the year that Step Functions allows', () => {
  expect(machine.QueryLanguage).toBe('JSONata');
  expect(text).not.toContain('"$.');
  // These came with JSONata 2.1, which Step Functions refuses.
  expect(text).not.toMatch(/\?\?|\?:|\$eval/);
  expect(machine.TimeoutSeconds).toBeLessThan(365 * 24 * 3600);
});

test('every state says what it is for', () => {
  expect(states.filter(([, { Comment = '' }]) => Comment.length < 20).map(([name]) => name)).toEqual([]);
});

/** Where each name the domain may give leads; beside these there is the end of runs that are history. */
const ROUTED = [...NEXT_STATES, 'A newer run drives this plan'];

test('everywhere the domain may send the workflow there is a state of that name, and a way to it', () => {
  const { Choices = [], Default } = machine.States['Go to what is next'] as State;
  const [tooFar, ...ways] = Choices;
  expect(ways).toEqual(ROUTED.map((name) => ({ Condition: `{% $state = '${name}' %}`, Next: name })));
  expect(states.map(([name]) => name)).toEqual(expect.arrayContaining(ROUTED));
  expect(tooFar?.Next).toBe('Wait for another execution');
  expect(Default).toBe('Unknown next step');
});

test('what the domain calls awaiting is a wait for people, what it calls waiting or watching one for the clock', () => {
  const named = (pattern: RegExp) => NEXT_STATES.filter((name) => pattern.test(name));
  expect(waits.map(([name]) => name)).toEqual(named(/^Await /));
  const clocks = states.filter(([, { Timestamp }]) => Timestamp === '{% $at %}');
  expect(clocks.map(([name]) => name)).toEqual(named(/^(Wait|Watch) /));
  expect(states.filter(([, { Type }]) => Type === 'Succeed').map(([name]) => name)).toEqual([
    ...named(/^(Ready|The plan) /),
    'A newer run drives this plan',
  ]);
});

test('a wait for the clock asks what is next, but for the two that lead straight to a question', () => {
  const straight = states.flatMap(([name, { Timestamp, Next }]) =>
    Timestamp && Next !== 'Decide what is next' ? [[name, Next]] : [],
  );
  expect(straight).toEqual([
    ['Wait for the next check-in', 'Await check-in answers'],
    ['Wait for the decision to open', 'Await the decision'],
  ]);
});

describe.each(tasks)('the task %s', (name, state) => {
  test('has a time limit', () => {
    expect(['number', 'string']).toContain(typeof state.TimeoutSeconds);
  });

  test('retries what passes by itself, with full jitter and a longest delay, and nothing else', () => {
    const [final, ...retries] = state.Retry ?? [];
    expect(final).toEqual({ ErrorEquals: ['StaleRun', 'PlanNotFound', 'UnknownEvent'], MaxAttempts: 0 });
    expect(retries.length).toBeGreaterThan(0);
    expect(retries[0]?.ErrorEquals).toEqual([
      'Lambda.ClientExecutionTimeoutException',
      'Lambda.ServiceException',
      'Lambda.AWSLambdaException',
      'Lambda.SdkClientException',
      'Lambda.TooManyRequestsException',
    ]);
    for (const { JitterStrategy, MaxDelaySeconds } of retries) {
      expect({ JitterStrategy, MaxDelaySeconds }).toEqual({
        JitterStrategy: 'FULL',
        MaxDelaySeconds: expect.any(Number),
      });
    }
  });

  test('catches everything that is left', () => {
    const last = state.Catch?.at(-1);
    expect(last?.ErrorEquals).toEqual(['States.ALL']);
    expect(last?.Next).toBe(name === 'Record the failure' ? 'The run failed' : 'Record the failure');
  });

  test('sends ids, moments and names of its own only', () => {
    const ids = ['action', 'planId', 'run', 'schemaVersion'];
    const allowed = [...ids, 'startedAt', 'awaiting', 'until', 'taskToken', 'error'];
    const keys = Object.keys(state.Arguments?.Payload ?? {});
    expect(keys.filter((key) => !allowed.includes(key))).toEqual([]);
    expect(keys).toEqual(expect.arrayContaining(ids));
  });
});

describe.each(waits)('the wait for people %s', (name, state) => {
  test('hands its task token over', () => {
    expect(state.Arguments?.Payload.taskToken).toBe('{% $states.context.Task.Token %}');
  });

  test('says which wait it is, and is like every other in all else', () => {
    expect(state.Arguments?.Payload.awaiting).toBe(name);
    const alike = ({ Comment, Arguments, ...rest }: State) => ({
      ...rest,
      Arguments: { ...Arguments, Payload: { ...Arguments?.Payload, awaiting: '' } },
    });
    expect(alike(state)).toEqual(alike(machine.States['Await the decision'] as State));
  });

  test('asks again what is next when nobody answers, and ends quietly when another run drives', () => {
    expect(state.Catch?.map(({ ErrorEquals, Next }) => [ErrorEquals, Next])).toEqual([
      [['States.Timeout'], 'Decide what is next'],
      [['StaleRun'], 'A newer run drives this plan'],
      [['States.ALL'], 'Record the failure'],
    ]);
    expect(state.Retry?.flatMap(({ ErrorEquals }) => ErrorEquals)).not.toContain('States.Timeout');
  });
});

test('a task that waits for nobody is asked again when it takes too long', () => {
  const retried = tasks.filter(([, { Retry = [] }]) =>
    Retry.some(({ ErrorEquals }) => ErrorEquals.includes('States.Timeout')),
  );
  expect(retried.map(([name]) => name)).toEqual(['Decide what is next', 'Record the failure']);
});

test('nothing is bound to an account: functions come in by name', () => {
  const names = [...text.matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name);
  expect([...new Set(names)]).toEqual(['LifecycleFunctionArn']);
  expect(text).not.toMatch(/\d{12}|arn:aws:lambda/);
  for (const [, { Arguments }] of tasks) expect(Arguments?.FunctionName).toBe(`\${LifecycleFunctionArn}`);
});

test('every state can be reached, and from every state an end', () => {
  const next = ({ Next, Default, Choices = [], Catch = [] }: State): string[] =>
    [Next, Default, ...Choices.map((choice) => choice.Next), ...Catch.map((caught) => caught.Next)].filter(
      (name) => name !== undefined,
    );
  const reached = new Set([machine.StartAt]);
  for (const name of reached) for (const to of next(machine.States[name] as State)) reached.add(to);
  expect([...reached].sort()).toEqual(states.map(([name]) => name).sort());

  const ending = new Set(
    states.filter(([, { Type }]) => Type === 'Succeed' || Type === 'Fail').map(([name]) => name),
  );
  for (let grew = true; grew; ) {
    const more = states.filter(
      ([name, state]) => !ending.has(name) && next(state).some((to) => ending.has(to)),
    );
    for (const [name] of more) ending.add(name);
    grew = more.length > 0;
  }
  expect(ending.size).toBe(states.length);
});
