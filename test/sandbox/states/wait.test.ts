import { describe, expect, test } from 'vitest';
import { callback, createWorld, DAY, only, START } from './world.ts';

const exits = (world: ReturnType<typeof createWorld>, arn: string) =>
  only(world.events(arn), 'WaitStateExited').map(({ timestamp }) => timestamp * 1000);

describe('waiting', () => {
  test.each([25, 45, 90, 180, 365])('for %i days ends to the millisecond', async (days) => {
    const world = createWorld();
    world.define({ Rest: { Type: 'Wait', Seconds: days * 86_400, End: true } });
    const arn = world.start();
    await world.clock.advanceTo(START + days * DAY - 1);
    expect([world.status(arn), world.types(arn).at(-1)]).toEqual(['RUNNING', 'WaitStateEntered']);
    await world.clock.advanceTo(START + days * DAY);
    expect([world.status(arn), exits(world, arn)]).toEqual(['SUCCEEDED', [START + days * DAY]]);
  });

  test('until a timestamp leaves its milliseconds out, as Step Functions does', async () => {
    const world = createWorld();
    world.define({ Rest: { Type: 'Wait', Timestamp: '{% $states.input.at %}', End: true } });
    const arn = world.start({ at: '2027-01-05T09:00:00.999-05:00' });
    await world.clock.advanceTo(START + 2 * DAY);
    expect(exits(world, arn)).toEqual([Date.parse('2027-01-05T14:00:00Z')]);
  });

  test('until a moment that is past takes no time', async () => {
    const world = createWorld();
    const { arn, status } = await world.run({
      Rest: { Type: 'Wait', Timestamp: '2026-01-01T00:00:00Z', Next: 'Not' },
      Not: { Type: 'Wait', Seconds: 0, End: true },
    });
    expect([status, exits(world, arn)]).toEqual(['SUCCEEDED', [START, START]]);
  });

  test.each([
    ['Timestamp', '{% "tomorrow" %}'],
    ['Timestamp', '{% 7 %}'],
    ['Seconds', '{% 1.5 %}'],
    ['Seconds', '{% -1 %}'],
    ['Seconds', '{% "5" %}'],
  ])('fails when %s is %s', async (field, value) => {
    const outcome = await createWorld().run({ Rest: { Type: 'Wait', [field]: value, End: true } });
    expect(outcome).toMatchObject({ status: 'FAILED', error: 'States.QueryEvaluationError' });
  });

  test('tells the clock what it waits for', () => {
    const world = createWorld();
    world.define({ 'Wait for the start date': { Type: 'Wait', Seconds: 60, End: true } });
    world.start();
    expect(world.clock.pending()).toEqual([
      { at: START + 60_000, what: 'run-1: Wait for the start date is over' },
    ]);
  });

  test('can assign and shape its output', async () => {
    const world = createWorld();
    world.define({
      Rest: { Type: 'Wait', Seconds: 60, Assign: { at: '{% $now() %}' }, Output: 'rested', Next: 'Say' },
      Say: { Type: 'Pass', Output: ['{% $at %}', '{% $states.input %}'], End: true },
    });
    const arn = world.start();
    await world.clock.advanceTo(START + 60_000);
    expect(world.outcome(arn).output).toEqual(['2027-01-04T14:01:00.000Z', 'rested']);
  });
});

describe('the time limit of an execution', () => {
  test('ends it whatever it is doing, with the details AWS leaves empty', async () => {
    const world = createWorld({ ask: () => ({ payload: 1 }) });
    world.define({ Ask: callback('ask') }, { TimeoutSeconds: 120 });
    const arn = world.start();
    await world.clock.advanceTo(START + DAY);
    expect(world.engine.describeExecution({ executionArn: arn })).toMatchObject({
      status: 'TIMED_OUT',
      stopDate: (START + 120_000) / 1000,
    });
    expect(world.events(arn).at(-1)).toMatchObject({
      type: 'ExecutionTimedOut',
      executionTimedOutEventDetails: {},
    });
    expect(world.clock.pending()).toEqual([]);
  });

  test('is dropped when the execution ends before', async () => {
    const world = createWorld();
    await world.run({ Done: { Type: 'Succeed' } }, {}, { TimeoutSeconds: 120 });
    expect(world.clock.pending()).toEqual([]);
  });

  test('is one year for everybody', async () => {
    const world = createWorld({ ask: () => ({ payload: 1 }) });
    world.define({ Ask: callback('ask') });
    const waiting = world.start();
    const long = world.define({ Rest: { Type: 'Wait', Seconds: 99_999_999, End: true } }, {}, 'long');
    const resting = world.start({}, 'run-1', long);
    await world.clock.advanceTo(START + 365 * DAY - 1);
    expect([world.status(waiting), world.status(resting)]).toEqual(['RUNNING', 'RUNNING']);
    await world.clock.advanceTo(START + 365 * DAY);
    expect([world.status(waiting), world.status(resting)]).toEqual(['TIMED_OUT', 'TIMED_OUT']);
  });
});
