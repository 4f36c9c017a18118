import { describe, expect, test } from 'vitest';
import { createClock } from '../../sandbox/clock.ts';
import type { Poisoned } from '../../sandbox/dynamodb/event-source.ts';
import { createIam } from '../../sandbox/iam.ts';
import { nextTime } from '../../sandbox/schedule/cron.ts';
import { createSchedules, UnknownSchedule, UnknownTarget } from '../../sandbox/schedule.ts';
import type { InvokeResult, Resource } from '../../sandbox/types.ts';

const START = Date.parse('2027-01-05T14:07:00.000Z');
const SWEEPER = 'arn:aws:lambda:us-east-1:123456789012:function:app-Sweeper';
const ROLE = 'arn:aws:iam::123456789012:role/app-Scheduler';

const times = (expression: string, from: string, count: number, zone?: string) => {
  const next = nextTime(expression, zone);
  const found: string[] = [];
  for (let time = Date.parse(from); found.length < count; ) {
    const at = next(time);
    if (at === undefined) return [...found, 'never'];
    time = at;
    found.push(new Date(at).toISOString().slice(0, 16));
  }
  return found;
};

describe('expressions', () => {
  test.each([
    ['rate(15 minutes)', '2027-01-05T14:07:00Z', ['2027-01-05T14:22', '2027-01-05T14:37']],
    ['rate(1 hour)', '2027-01-05T14:07:00Z', ['2027-01-05T15:07', '2027-01-05T16:07']],
    ['rate(2 days)', '2027-01-05T14:07:00Z', ['2027-01-07T14:07', '2027-01-09T14:07']],
    ['cron(0/15 * * * ? *)', '2027-01-05T14:07:00Z', ['2027-01-05T14:15', '2027-01-05T14:30']],
    ['cron(0 9 ? * MON-FRI *)', '2027-01-08T09:00:00Z', ['2027-01-11T09:00', '2027-01-12T09:00']],
    ['cron(30 6 1 JAN,jul ? *)', '2027-01-05T00:00:00Z', ['2027-07-01T06:30', '2028-01-01T06:30']],
    ['cron(0 0 29 2 ? *)', '2027-01-05T00:00:00Z', ['2028-02-29T00:00', '2032-02-29T00:00']],
    ['cron(0 12 ? * 1 *)', '2027-01-05T00:00:00Z', ['2027-01-10T12:00', '2027-01-17T12:00']],
    ['cron(0 0 1 1 ? 2027)', '2027-01-05T00:00:00Z', ['never']],
    ['at(2027-03-01T08:00:00)', '2027-01-05T00:00:00Z', ['2027-03-01T08:00', 'never']],
  ])('%s after %s', (expression, from, expected) => {
    expect(times(expression, from, 2)).toEqual(expected);
  });

  test('a zone keeps its wall clock through the change to summer time', () => {
    expect(times('cron(0 9 * * ? *)', '2027-03-13T00:00:00Z', 3, 'America/New_York')).toEqual([
      '2027-03-13T14:00',
      '2027-03-14T13:00',
      '2027-03-15T13:00',
    ]);
  });

  test.each([
    'rate(0 minutes)',
    'rate(1 week)',
    'every day',
    'cron(0 9 * *)',
    'cron(61 9 * * ? *)',
    'cron(0 9 L * ? *)',
  ])('%s is refused', (expression) => {
    expect(() => nextTime(expression)).toThrow(UnknownSchedule);
  });
});

const rule = (properties: Record<string, unknown>, type = 'AWS::Events::Rule'): Resource => ({
  stack: 'app',
  logicalId: 'SweepRule',
  type,
  arn: 'arn:aws:events:us-east-1:123456789012:rule/app-SweepRule',
  path: 'app/Sweep/Rule',
  properties: { ScheduleExpression: 'rate(15 minutes)', State: 'ENABLED', ...properties },
});

const world = (resources: Resource[], answer: () => InvokeResult = () => ({ payload: null })) => {
  const clock = createClock(START);
  const calls: { after: number; to: string; payload: unknown }[] = [];
  const poisoned: Poisoned[] = [];
  const iam = createIam(resources);
  const schedules = createSchedules({
    clock,
    iam,
    resources,
    functions: {
      invoke: async (to, payload) => {
        calls.push({ after: (clock.now() - START) / 60_000, to, payload });
        return answer();
      },
      logs: () => [],
    },
    giveUp: (given) => void poisoned.push(given),
  });
  schedules.start();
  return { clock, calls, poisoned, iam };
};

test('a rule calls its function at every due moment, with the event EventBridge sends', async () => {
  const { clock, calls } = world([rule({ Targets: [{ Id: 'T', Arn: SWEEPER }] })]);
  await clock.advanceTo(START + 24 * 3_600_000);
  expect(calls.map(({ after }) => after)).toEqual(Array.from({ length: 96 }, (_, n) => (n + 1) * 15));
  expect(calls[0]).toEqual({
    after: 15,
    to: SWEEPER,
    payload: {
      version: '0',
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      'detail-type': 'Scheduled Event',
      source: 'aws.events',
      account: '123456789012',
      time: '2027-01-05T14:22:00Z',
      region: 'us-east-1',
      resources: ['arn:aws:events:us-east-1:123456789012:rule/app-SweepRule'],
      detail: {},
    },
  });
});

test('an input of the target takes the place of the event; a rule switched off, or for events only, calls nobody', async () => {
  const { clock, calls } = world([
    rule({
      Targets: [{ Id: 'T', Arn: SWEEPER, Input: '{"full":true}' }],
      ScheduleExpression: 'rate(1 hour)',
    }),
    rule({ Targets: [{ Id: 'T', Arn: SWEEPER }], State: 'DISABLED' }),
    rule({ Targets: [{ Id: 'T', Arn: SWEEPER }], ScheduleExpression: undefined, EventPattern: {} }),
  ]);
  await clock.advanceTo(START + 3_600_000);
  expect(calls).toEqual([{ after: 60, to: SWEEPER, payload: { full: true } }]);
});

test('a failed run is tried twice more, then given up visibly', async () => {
  const failing = (): InvokeResult => ({ payload: null, error: { errorType: 'Error', errorMessage: 'no' } });
  const { clock, calls, poisoned } = world(
    [rule({ Targets: [{ Id: 'T', Arn: SWEEPER }], ScheduleExpression: 'rate(1 hour)' })],
    failing,
  );
  await clock.advanceTo(START + 100 * 60_000);
  expect(calls.map(({ after }) => after)).toEqual([60, 61, 63]);
  expect(poisoned).toEqual([
    {
      at: '2027-01-05T15:10:00.000Z',
      source: 'SweepRule',
      function: SWEEPER,
      records: [calls[0]?.payload],
      error: 'Error: no',
    },
  ]);
});

test('EventBridge Scheduler needs the right of its role', async () => {
  const schedule = rule({ Target: { Arn: SWEEPER, RoleArn: ROLE } }, 'AWS::Scheduler::Schedule');
  const role = (Action: string): Resource => ({
    ...rule({
      Policies: [{ PolicyDocument: { Statement: [{ Effect: 'Allow', Action, Resource: SWEEPER }] } }],
    }),
    logicalId: 'SchedulerRole',
    type: 'AWS::IAM::Role',
    arn: ROLE,
  });
  const allowed = world([schedule, role('lambda:InvokeFunction')]);
  await allowed.clock.advanceTo(START + 15 * 60_000);
  expect(allowed.calls).toMatchObject([{ after: 15, payload: { source: 'aws.scheduler' } }]);
  expect(allowed.iam.unused()).toEqual([]);
  const denied = world([schedule, role('lambda:ListFunctions')]);
  await expect(denied.clock.advanceTo(START + 15 * 60_000)).rejects.toThrow(
    /SweepRule is not authorized to perform: lambda:InvokeFunction/,
  );
  expect(denied.calls).toEqual([]);
});

test('targets it cannot call are refused by name', () => {
  for (const Targets of [
    [{ Id: 'T', Arn: 'arn:aws:sqs:us-east-1:123456789012:q' }],
    [{ Id: 'T', Arn: SWEEPER, InputTransformer: {} }],
  ])
    expect(() => world([rule({ Targets })])).toThrow(UnknownTarget);
});
