import { describe, expect, test } from 'vitest';
import { AwsError } from '../../../sandbox/types.ts';
import { createWorld, MACHINE, ROLE, task } from './world.ts';

const END = { Type: 'Succeed' };

/** The problems a definition is refused with, without AWS's wrapping. */
function problemsOf(definition: unknown): string[] {
  const { engine } = createWorld();
  try {
    engine.createStateMachine({
      arn: MACHINE,
      name: 'machine',
      definition: definition as object,
      roleArn: ROLE,
    });
  } catch (error) {
    if (!(error instanceof AwsError) || error.code !== 'InvalidDefinition') throw error;
    const [, inner] = /^Invalid State Machine Definition: '(.*)'$/s.exec(error.message) ?? [];
    return (inner ?? error.message).split(/, (?=[A-Z_]+: )/);
  }
  return [];
}

const machine = (States: object, top: object = {}) => ({
  QueryLanguage: 'JSONata',
  StartAt: Object.keys(States)[0],
  States,
  ...top,
});
const problem = (states: object, top: object = {}) => problemsOf(machine(states, top));
const schema = (what: string, at: string) => [`SCHEMA_VALIDATION_FAILED: ${what} at ${at}`];

describe('a definition is refused by name', () => {
  test('when it is no JSON', () => {
    expect(problemsOf('{')[0]).toMatch(/^INVALID_JSON_DESCRIPTION: /);
    expect(problemsOf('[]')).toEqual(schema('The definition must be a JSON object', '/'));
  });

  test('when its query language is not JSONata', () => {
    const words = (language: string) =>
      `QueryLanguage '${language}' is not supported: the sandbox runs JSONata only`;
    expect(problemsOf({ StartAt: 'A', States: { A: END } })).toEqual(schema(words('JSONPath'), '/States/A'));
    expect(problem({ A: { ...END, QueryLanguage: 'JSONPath' } })).toEqual(
      schema(words('JSONPath'), '/States/A'),
    );
    expect(problem({ A: { ...END, QueryLanguage: 'JSONata' } }, { QueryLanguage: 'JSONPath' })).toEqual(
      schema(words('JSONPath'), '/QueryLanguage'),
    );
  });

  test.each([
    ['an unknown field', { A: { ...END, Colour: 1 } }, "Field 'Colour' is not supported", '/States/A/Colour'],
    [
      'a field of JSONPath',
      { A: { Type: 'Pass', ResultPath: '$', End: true } },
      "The field 'ResultPath' is not supported when QueryLanguage is JSONata",
      '/States/A/ResultPath',
    ],
    [
      'what the sandbox does not run',
      { A: { Type: 'Map', ItemReader: {}, ItemProcessor: { StartAt: 'B', States: { B: END } }, End: true } },
      "The field 'ItemReader' is not supported by the sandbox",
      '/States/A/ItemReader',
    ],
    ['an unknown type', { A: { Type: 'Sleep' } }, "State type 'Sleep' is not supported", '/States/A/Type'],
    [
      'an unknown resource',
      { A: task('x', { Resource: 'arn:aws:states:::sns:publish' }) },
      "The resource 'arn:aws:states:::sns:publish' is not supported",
      '/States/A/Resource',
    ],
    [
      'a callback that never passes its token',
      { A: task('x', { Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken' }) },
      'The arguments never pass $states.context.Task.Token',
      '/States/A/Arguments',
    ],
    ['no way out', { A: { Type: 'Pass' } }, "A state has either 'Next' or 'End': true", '/States/A'],
    [
      'two ways out',
      { A: { Type: 'Pass', Next: 'A', End: true } },
      "A state has either 'Next' or 'End': true",
      '/States/A',
    ],
    ['an island', { A: END, B: END }, "State 'B' is not reachable", '/States/B'],
    [
      'a bad literal wait',
      { A: { Type: 'Wait', Seconds: -1, End: true } },
      'must be an integer from 0 to 99999999',
      '/States/A/Seconds',
    ],
    [
      'a bad literal timestamp',
      { A: { Type: 'Wait', Timestamp: 'soon', End: true } },
      "'soon' is no timestamp",
      '/States/A/Timestamp',
    ],
    [
      'both waits',
      { A: { Type: 'Wait', Seconds: 1, Timestamp: '2027-01-01T00:00:00Z', End: true } },
      "A Wait has either 'Seconds' or 'Timestamp'",
      '/States/A',
    ],
    [
      'a reserved variable',
      { A: { Type: 'Pass', Assign: { states: 1 }, End: true } },
      "The variable name 'states' is reserved",
      '/States/A/Assign/states',
    ],
    [
      'a heartbeat over the limit',
      { A: task('x', { TimeoutSeconds: 5, HeartbeatSeconds: 5 }) },
      'HeartbeatSeconds must be smaller than TimeoutSeconds',
      '/States/A/HeartbeatSeconds',
    ],
    [
      'States.ALL in company',
      { A: task('x', { Retry: [{ ErrorEquals: ['States.ALL', 'X'] }] }) },
      'States.ALL must stand alone and last',
      '/States/A/Retry[0]/ErrorEquals',
    ],
  ])('for %s', (_what, states, words, at) => {
    expect(problem(states)).toEqual(schema(words, at));
  });

  test.each([
    ['a start', { A: END }, { StartAt: 'Z' }, 'StartAt', '/StartAt'],
    ['a next state', { A: { Type: 'Pass', Next: 'Z' } }, {}, 'Next', '/States/A/Next'],
    [
      'a default',
      { A: { Type: 'Choice', Choices: [{ Condition: true, Next: 'A' }], Default: 'Z' } },
      {},
      'Default',
      '/States/A/Default',
    ],
    [
      'a rule',
      { A: { Type: 'Choice', Choices: [{ Condition: true, Next: 'Z' }] } },
      {},
      'Next',
      '/States/A/Choices[0]/Next',
    ],
    [
      'a catcher',
      { A: task('x', { Catch: [{ ErrorEquals: ['X'], Next: 'Z' }] }) },
      {},
      'Next',
      '/States/A/Catch[0]/Next',
    ],
  ])('for %s that is not there', (_what, states, top, field, at) => {
    expect(problem(states, top)).toEqual([
      `MISSING_TRANSITION_TARGET: Missing '${field}' target: Z at ${at}`,
    ]);
  });

  test.each([
    ['$eval("1")', '$eval is not supported; use $parse'],
    ['$$.a', '$$ is not supported; use $states.input'],
    ['$.a', '$ has no meaning here; use $states.input'],
    ['name', 'the name name has no context here; use $states.input.name'],
    [
      '$states.input.list[name = other].x & other',
      'the name other has no context here; use $states.input.other',
    ],
    ['a ?? b', 'not JSONata: '],
    ['1 +', 'not JSONata: '],
  ])('for the expression %s', (source, why) => {
    const found = problem({ A: { Type: 'Succeed', Output: { v: [`{% ${source} %}`] } } });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(`The expression '${source}' is refused: ${why}`);
    expect(found[0]).toContain('at /States/A/Output/v[0]');
  });

  test('with every problem at once, inside branches too', () => {
    const branch = { StartAt: 'C', States: { C: { Type: 'Pass', Next: 'Z' } } };
    expect(problem({ A: { Type: 'Parallel', Branches: [branch], Colour: 1, End: true } })).toEqual([
      "SCHEMA_VALIDATION_FAILED: Field 'Colour' is not supported at /States/A/Colour",
      "MISSING_TRANSITION_TARGET: Missing 'Next' target: Z at /States/A/Branches[0]/States/C/Next",
    ]);
  });
});

test('a sound definition is taken, whether as text or as an object', () => {
  const sound = machine({ A: task('x', { TimeoutSeconds: '{% 5 %}', HeartbeatSeconds: 3 }) });
  expect(problemsOf(sound)).toEqual([]);
  expect(problemsOf(JSON.stringify(sound))).toEqual([]);
});
