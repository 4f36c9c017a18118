import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { ListExecutionsCommand, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { afterEach, expect, test } from 'vitest';
import { bootSandbox, type Sandbox, type SandboxOptions } from '../../sandbox/sandbox.ts';
import { NotSupported } from '../../sandbox/template/load.ts';
import { ENGINES } from '../support/dynamodb.ts';
import { whereItRuns } from '../support/engine-here.ts';
import { littleApp } from './fixtures/app.ts';

const START = '2027-01-05T14:00:00.000Z';
const HOUR = 3_600_000;
const MACHINE = 'arn:aws:states:us-east-1:123456789012:stateMachine:service-Machine';
const running: Sandbox[] = [];

afterEach(async () => {
  for (const sandbox of running.splice(0)) await sandbox.close();
});

const boot = async (options: Partial<SandboxOptions> = {}) => {
  const sandbox = await bootSandbox({ assembly: littleApp(), start: START, ...options });
  running.push(sandbox);
  return sandbox;
};

const anyone = { region: 'us-east-1', credentials: { accessKeyId: 'a', secretAccessKey: 'b' } };

const begin = (sandbox: Sandbox, note: string) =>
  new SFNClient({ ...anyone, endpoint: sandbox.url }).send(
    new StartExecutionCommand({ stateMachineArn: MACHINE, name: note, input: JSON.stringify({ note }) }),
  );

const rows = async (sandbox: Sandbox): Promise<string[]> => {
  const client = new DynamoDBClient({ ...anyone, endpoint: sandbox.url });
  const { Items = [] } = await client.send(new ScanCommand({ TableName: 'data-Table' }));
  return Items.map(({ pk, sk, at }) => `${pk?.S} ${sk?.S} at ${at?.S}`).sort();
};

type Properties = Record<string, unknown>;

/** Properties of a resource of the service stack, to be changed before it is written. */
const propertiesOf = (service: Record<string, unknown>, id: string): Properties =>
  (service.Resources as Record<string, { Properties: Properties }>)[id]?.Properties ?? {};

const afterHours = (sandbox: Sandbox, hours: number) =>
  sandbox.clock.advanceTo(Date.parse(START) + hours * HOUR);

test.for(ENGINES)(
  'on %s: workflow, function, table, stream and schedule run as the templates wire them, at their virtual moments',
  async (engine, { skip }) => {
    const sandbox = await whereItRuns(engine, () => boot({ scheduleEvery: 'PT0S', engine }));
    if (!sandbox) return skip('this machine cannot run it');
    await begin(sandbox, 'hello');
    await afterHours(sandbox, 2);
    expect(await rows(sandbox)).toEqual([
      'swept 2027-01-05T15:00:00Z at 2027-01-05T15:00:00.000Z',
      'swept 2027-01-05T16:00:00Z at 2027-01-05T16:00:00.000Z',
    ]);
    await afterHours(sandbox, 24);
    expect((await rows(sandbox)).filter((row) => !row.startsWith('swept'))).toEqual([
      'note hello at 2027-01-06T14:00:00.000Z',
      'seen hello at 2027-01-06T14:00:00.000Z',
    ]);
    expect(sandbox.functions.logs()).toEqual([
      { at: Date.parse(START) + 24 * HOUR, function: 'Writer', line: 'wrote hello' },
    ]);
    expect(sandbox.states.overview()).toMatchObject([
      { name: 'hello', status: 'SUCCEEDED', state: 'Write it down' },
    ]);
    expect(sandbox.iam.unused()).toEqual([]);
    expect(sandbox.iam.denied()).toEqual([]);
    expect(sandbox.meter.read()).toMatchObject({
      'invocations.Reader': 1,
      'invocations.Sweeper': 24,
      'invocations.Writer': 1,
      'table.writeUnits': 26,
    });
  },
);

test('the ordinary SDK, given only the endpoint, sees the executions', async () => {
  const sandbox = await boot();
  await begin(sandbox, 'seen-from-outside');
  const client = new SFNClient({ ...anyone, endpoint: sandbox.url });
  const { executions } = await client.send(new ListExecutionsCommand({ stateMachineArn: MACHINE }));
  expect(executions).toMatchObject([
    { name: 'seen-from-outside', status: 'RUNNING', startDate: new Date(START) },
  ]);
});

test('a right that is missing shows by function, action and resource', async () => {
  const assembly = littleApp((service) => {
    propertiesOf(service, 'WriterRole').Policies = [];
  });
  const sandbox = await boot({ assembly });
  await begin(sandbox, 'denied');
  await afterHours(sandbox, 24);
  expect(sandbox.iam.denied()).toEqual([
    {
      caller: 'Writer',
      action: 'dynamodb:PutItem',
      resource: 'arn:aws:dynamodb:us-east-1:123456789012:table/data-Table',
    },
  ]);
  expect(sandbox.states.overview()).toMatchObject([{ name: 'denied', status: 'FAILED' }]);
});

test('without the right to read its stream a function is not even started, as its deployment would fail', async () => {
  const assembly = littleApp((service) => {
    propertiesOf(service, 'ReaderRole').Policies = [];
  });
  await expect(boot({ assembly })).rejects.toMatchObject({
    code: 'AccessDeniedException',
    message: expect.stringContaining(
      'service-ReaderRole/Reader is not authorized to perform: dynamodb:DescribeStream',
    ),
  });
});

test('a record that is given up is listed, with what stood in the way', async () => {
  const assembly = littleApp((service) => {
    propertiesOf(service, 'Feed').MaximumRetryAttempts = 1;
  });
  const sandbox = await boot({ assembly });
  await begin(sandbox, 'poison');
  await afterHours(sandbox, 25);
  expect(sandbox.poisoned()).toMatchObject([
    {
      at: '2027-01-06T14:00:01.000Z',
      source: 'Feed',
      function: 'service-Reader',
      error: 'Error: cannot read this',
    },
  ]);
});

test('reset empties everything, puts the clock back, and the same life can be lived again', async () => {
  const sandbox = await boot();
  const live = async () => {
    await begin(sandbox, 'again');
    await afterHours(sandbox, 24);
    return { rows: await rows(sandbox), meter: sandbox.meter.read(), executions: sandbox.states.overview() };
  };
  const first = await live();
  await sandbox.reset();
  expect(sandbox.clock.now()).toBe(Date.parse(START));
  expect(await rows(sandbox)).toEqual([]);
  expect(sandbox.states.overview()).toEqual([]);
  expect(sandbox.functions.logs()).toEqual([]);
  await sandbox.reset();
  expect(await live()).toEqual(first);
});

test('runs of a schedule that are left out are said', async () => {
  const thinned = await boot();
  expect(thinned.ignored).toContainEqual({
    stack: 'service',
    logicalId: 'Hourly',
    type: 'AWS::Events::Rule',
    property: 'ScheduleExpression',
    reason: 'runs with nothing to find are left out, but for one every P1D (scheduleEvery)',
  });
  const whole = await boot({ scheduleEvery: 'PT0S' });
  expect(whole.ignored.filter(({ property }) => property === 'ScheduleExpression')).toEqual([]);
});

test('an app it cannot run is refused before anything is started, and the port is free again', async () => {
  const assembly = littleApp((service) => {
    Object.assign(service.Resources as object, { Bucket: { Type: 'AWS::S3::Bucket', Properties: {} } });
  });
  const first = await boot();
  const port = Number(new URL(first.url).port);
  await first.close();
  await expect(boot({ assembly, port })).rejects.toThrow(NotSupported);
  expect((await boot({ port })).url).toBe(`http://127.0.0.1:${port}`);
});

test('a port that is taken, or a start that is no moment, is refused', async () => {
  const first = await boot();
  await expect(boot({ port: Number(new URL(first.url).port) })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await expect(boot({ start: 'soon' })).rejects.toThrow(
    '"soon" is not a moment such as 2027-01-05T14:00:00Z.',
  );
});
