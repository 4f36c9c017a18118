import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { afterEach, expect, test } from 'vitest';
import { createClock } from '../../sandbox/clock.ts';
import { CannotDeploy } from '../../sandbox/deploy/refusals.ts';
import { createFunctions } from '../../sandbox/lambda/pool.ts';
import { createMeter } from '../../sandbox/meter.ts';
import { bootSandbox, type Sandbox } from '../../sandbox/sandbox.ts';
import { post } from '../../sandbox/story/http.ts';
import type { Resource } from '../../sandbox/types.ts';
import { littleApp } from './fixtures/app.ts';

const START = '2027-01-05T14:00:00.000Z';
const HOUR = 3_600_000;
const MACHINE = 'arn:aws:states:us-east-1:123456789012:stateMachine:service-Machine';

type Json = Record<string, unknown>;
type Change = Parameters<typeof littleApp>[0];

const running: Sandbox[] = [];
afterEach(async () => {
  for (const sandbox of running.splice(0)) await sandbox.close();
});

const boot = async () => {
  const sandbox = await bootSandbox({ assembly: littleApp(), start: START, scheduleEvery: 'PT0S' });
  running.push(sandbox);
  return sandbox;
};

const begin = (sandbox: Sandbox, note: string) =>
  new SFNClient({
    region: 'us-east-1',
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    endpoint: sandbox.url,
  }).send(
    new StartExecutionCommand({ stateMachineArn: MACHINE, name: note, input: JSON.stringify({ note }) }),
  );

const resourcesOf = (service: Json) => service.Resources as Record<string, { Properties: Json }>;

const propertiesOf = (service: Json, id: string): Json => resourcesOf(service)[id]?.Properties ?? {};

/** The workflow with another second state, and a function of another code behind it. */
const later: Change = (service) => {
  const machine = propertiesOf(service, 'Machine');
  machine.DefinitionString = `${machine.DefinitionString}`.replaceAll('Write it down', 'Note it');
  propertiesOf(service, 'Writer').Handler = 'index.idle';
};

const afterHours = (sandbox: Sandbox, hours: number) =>
  sandbox.clock.advanceTo(Date.parse(START) + hours * HOUR);

const definitionOf = (sandbox: Sandbox, name: string) =>
  sandbox.states.describeStateMachineForExecution({
    executionArn: `${MACHINE.replace(':stateMachine:', ':execution:')}:${name}`,
  }).definition;

test('what runs keeps its workflow, and is served by the new code; what starts after runs the new one', async () => {
  const sandbox = await boot();
  await begin(sandbox, 'before');
  await afterHours(sandbox, 1);

  const done = await sandbox.deploy(littleApp(later));
  expect(done).toEqual({ added: [], changed: ['service: Writer', 'service: Machine'], removed: [] });
  await begin(sandbox, 'after');

  const newest = sandbox.states.describeStateMachine({ stateMachineArn: MACHINE }).definition;
  expect(definitionOf(sandbox, 'after')).toBe(newest);
  expect(definitionOf(sandbox, 'before')).not.toBe(newest);
  await afterHours(sandbox, 26);
  expect(sandbox.states.overview()).toMatchObject([
    { name: 'before', status: 'SUCCEEDED', state: 'Write it down' },
    { name: 'after', status: 'SUCCEEDED', state: 'Note it' },
  ]);
  expect(sandbox.functions.logs().filter(({ function: name }) => name === 'Writer')).toEqual([]);
});

test('an invocation that has begun ends on the code it began with', async () => {
  const saying = (word: string): Resource => ({
    ...{ stack: 'service', logicalId: 'Says', type: 'AWS::Lambda::Function', path: 'Says' },
    arn: 'arn:aws:lambda:us-east-1:123456789012:function:says',
    properties: {
      Handler: 'index.handler',
      Role: 'role',
      Code: {
        ZipFile: `exports.handler = () => new Promise((end) => setTimeout(() => end('${word}'), 150));`,
      },
    },
  });
  const pool = createFunctions({
    clock: createClock(0),
    meter: createMeter(),
    resources: [saying('old')],
    asset: () => undefined,
    url: 'http://127.0.0.1:1',
  });
  const begun = pool.invoke('Says', {});
  pool.prepare([saying('new')], () => undefined)();
  expect((await pool.invoke('Says', {})).payload).toBe('new');
  expect((await begun).payload).toBe('old');
  expect(pool.isRunning()).toBe(false);
  await pool.close();
});

test('roles count at once: a deployment that takes the right to invoke away makes the running workflow fail', async () => {
  const sandbox = await boot();
  await begin(sandbox, 'stranded');
  await sandbox.deploy(
    littleApp((service) => {
      propertiesOf(service, 'MachineRole').Policies = [];
    }),
  );
  await afterHours(sandbox, 25);
  expect(sandbox.states.overview()).toMatchObject([{ name: 'stranded', status: 'FAILED' }]);
  expect(sandbox.iam.denied()).toMatchObject([{ caller: 'Machine', action: 'lambda:InvokeFunction' }]);
});

test('schedules and stream filters are read again; a schedule that stays keeps its hour', async () => {
  const sandbox = await boot();
  await afterHours(sandbox, 0.5);
  await sandbox.deploy(
    littleApp((service) => {
      propertiesOf(service, 'Feed').FilterCriteria = { Filters: [{ Pattern: '{"eventName":["REMOVE"]}' }] };
      resourcesOf(service).Daily = structuredClone({
        ...(resourcesOf(service).Hourly as { Properties: Json }),
      });
      propertiesOf(service, 'Daily').ScheduleExpression = 'rate(1 day)';
    }),
  );
  await begin(sandbox, 'unseen');
  const fired = await sandbox.clock.advanceTo(Date.parse(START) + 26 * HOUR);
  expect(
    fired.filter(({ what }) => what.startsWith('schedule')).map(({ at, what }) => [at, what]),
  ).toContainEqual(['2027-01-06T14:30:00.000Z', 'schedule Daily']);
  expect(sandbox.meter.read()).toMatchObject({ 'invocations.Sweeper': 27, 'invocations.Writer': 1 });
  expect(sandbox.meter.read()['invocations.Reader']).toBeUndefined();
});

test.each<[string, string, Change, Change]>([
  [
    'a table with other keys',
    'data: Table (AWS::DynamoDB::Table): KeySchema cannot be changed while the table holds its rows. Start the sandbox anew to try it.',
    () => undefined,
    (data) => {
      propertiesOf(data, 'Table').KeySchema = [{ AttributeName: 'pk', KeyType: 'HASH' }];
    },
  ],
  [
    'a workflow under another logical id',
    'service: Machine (AWS::StepFunctions::StateMachine) is not there any more, and waiting would be stranded. Keep its logical id.',
    (service) => {
      const { Machine, ...others } = resourcesOf(service);
      service.Resources = { ...others, Renamed: Machine };
    },
    () => undefined,
  ],
])('%s is refused by name, and nothing has changed', async (_, said, change, changeData) => {
  const sandbox = await boot();
  await begin(sandbox, 'waiting');
  const before = JSON.stringify(sandbox.resources);
  const assembly = littleApp((service) => {
    later(service);
    change?.(service);
  }, changeData);

  await expect(sandbox.deploy(assembly)).rejects.toThrow(new CannotDeploy([said]));
  await expect(post(sandbox.url, '/_sandbox/deploy', { assembly })).rejects.toThrow(said);

  expect(JSON.stringify(sandbox.resources)).toBe(before);
  await afterHours(sandbox, 25);
  expect(sandbox.functions.logs().map(({ line }) => line)).toEqual(['wrote waiting']);
});

test('what cannot be run at all, or is no assembly, is refused in words', async () => {
  const sandbox = await boot();
  const assembly = littleApp((service) => {
    propertiesOf(service, 'Machine').DefinitionString = '{"States":{}}';
  });
  await expect(post(sandbox.url, '/_sandbox/deploy', { assembly })).rejects.toThrow('InvalidDefinition');
  await expect(post(sandbox.url, '/_sandbox/deploy', { assembly: '/nowhere' })).rejects.toThrow(
    'There is no manifest.json in /nowhere.',
  );
  await expect(post(sandbox.url, '/_sandbox/deploy', { assembly: '' })).rejects.toThrow('assembly');
});
