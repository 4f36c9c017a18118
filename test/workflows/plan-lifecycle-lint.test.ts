import { describe, expect, test } from 'vitest';
import { NEXT_STATES } from '../../domain/next.ts';
import { type AslState, workflowNamed } from './asl.ts';

// What holds for every workflow is looked at in test/infra/asl.test.ts; this is about what the domain expects of this one.
const { machine } = workflowNamed('plan-lifecycle');
const states = Object.entries(machine.States);
const tasks = states.filter(([, state]) => state.Type === 'Task');
const waits = tasks.filter(([, state]) => state.Resource?.endsWith('.waitForTaskToken'));

test('every state says what it is for', () => {
  expect(states.filter(([, { Comment = '' }]) => Comment.length < 20).map(([name]) => name)).toEqual([]);
});

/** Where each name the domain may give leads; beside these there is the end of runs that are history. */
const ROUTED = [...NEXT_STATES, 'A newer run drives this plan'];

test('everywhere the domain may send the workflow there is a state of that name, and a way to it', () => {
  const { Choices = [], Default } = machine.States['Go to what is next'] as AslState;
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

describe.each(waits)('the wait for people %s', (name, state) => {
  test('says which wait it is, and is like every other in all else', () => {
    expect(state.Arguments?.Payload?.awaiting).toBe(name);
    const alike = ({ Comment, Arguments, ...rest }: AslState) => ({
      ...rest,
      Arguments: { ...Arguments, Payload: { ...Arguments?.Payload, awaiting: '' } },
    });
    expect(alike(state)).toEqual(alike(machine.States['Await the decision'] as AslState));
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
