import { beforeEach, describe, expect, test } from 'vitest';
import { AwsError } from '../../../sandbox/types.ts';
import { createWorld, MACHINE, ROLE, START, type World } from './world.ts';

const CHILD = MACHINE.replace(/machine$/, 'child');
const CHILD_RUN = 'arn:aws:states:us-east-1:123456789012:execution:child:c-1';

const start = (suffix = '', more: object = {}) => ({
  Type: 'Task',
  Resource: `arn:aws:states:::states:startExecution${suffix}`,
  Arguments: { StateMachineArn: CHILD, Name: 'c-1', Input: { n: '{% $states.input.n %}' } },
  End: true,
  ...more,
});

describe('an execution that starts another', () => {
  let world: World;
  beforeEach(() => {
    world = createWorld();
    world.define(
      {
        Rest: { Type: 'Wait', Seconds: 60, Next: 'Which' },
        Which: {
          Type: 'Choice',
          Choices: [{ Condition: '{% $states.input.n > 0 %}', Next: 'Ok' }],
          Default: 'No',
        },
        Ok: { Type: 'Pass', Output: { doubled: '{% $states.input.n * 2 %}' }, End: true },
        No: { Type: 'Fail', Error: 'TooSmall', Cause: 'n' },
      },
      {},
      'child',
    );
  });

  test('goes on at once with startExecution', async () => {
    const { output } = await world.run({ Start: start() }, { n: 1 });
    expect(output).toEqual({ ExecutionArn: CHILD_RUN, StartDate: START });
    expect(world.status(CHILD_RUN)).toBe('RUNNING');
  });

  test("waits for the end with .sync:2 and gets the child's parsed output", async () => {
    world.define({ Start: start('.sync:2') });
    const arn = world.start({ n: 4 });
    expect(world.types(arn).slice(2)).toEqual(['TaskScheduled', 'TaskStarted', 'TaskSubmitted']);
    await world.clock.advanceTo(START + 60_000);
    expect(world.outcome(arn).output).toMatchObject({
      ExecutionArn: CHILD_RUN,
      Input: { n: 4 },
      Output: { doubled: 8 },
      Status: 'SUCCEEDED',
      StateMachineArn: CHILD,
      StopDate: START + 60_000,
    });
  });

  test('fails with States.TaskFailed when the child fails', async () => {
    world.define({ Start: start('.sync:2') });
    const arn = world.start({ n: 0 });
    await world.clock.advanceTo(START + 60_000);
    expect(world.outcome(arn)).toMatchObject({ status: 'FAILED', error: 'States.TaskFailed' });
    const { cause } = world.engine.describeExecution({ executionArn: arn });
    expect(JSON.parse(cause ?? '')).toMatchObject({ Status: 'FAILED', Error: 'TooSmall', Cause: 'n' });
  });

  test('stops the child it waits for when it is stopped itself', async () => {
    world.define({ Start: start('.sync:2') });
    const arn = world.start({ n: 4 });
    world.engine.stopExecution({ executionArn: arn });
    expect([world.status(arn), world.status(CHILD_RUN)]).toEqual(['ABORTED', 'ABORTED']);
  });

  test('is told of a name that is taken and of a machine that is not there', async () => {
    world.start({}, 'c-1', CHILD);
    expect(await world.run({ Start: start() }, { n: 1 })).toMatchObject({
      error: 'StepFunctions.ExecutionAlreadyExistsException',
    });
    const missing = start('', { Arguments: { StateMachineArn: `${CHILD}x` } });
    expect(await createWorld().run({ Start: missing })).toMatchObject({
      error: 'StepFunctions.StateMachineDoesNotExistException',
    });
  });

  test('needs the right to', async () => {
    const asked: unknown[] = [];
    const strict = createWorld(
      {},
      {
        authorize: (role, permission) => {
          asked.push([role, permission]);
          throw new AwsError('AccessDeniedException', 'no');
        },
      },
    );
    const outcome = await strict.run({ Start: start() }, { n: 1 });
    expect(asked).toEqual([[ROLE, { action: 'states:StartExecution', resource: CHILD }]]);
    expect(outcome).toMatchObject({ status: 'FAILED', error: 'StepFunctions.AccessDeniedException' });
  });
});
