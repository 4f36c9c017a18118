import { SFNClient, StartExecutionCommand, StopExecutionCommand } from '@aws-sdk/client-sfn';
import { afterEach, expect, test } from 'vitest';
import { bootSandbox, type Sandbox } from '../../sandbox/sandbox.ts';
import { littleApp } from './fixtures/app.ts';

const START = '2027-01-05T14:00:00.000Z';
const MACHINE = 'arn:aws:states:us-east-1:123456789012:stateMachine:service-Machine';
const HOUR = 3_600_000;
let sandbox: Sandbox;

afterEach(() => sandbox.close());

type Properties = Record<string, unknown>;
const propertiesOf = (service: Record<string, unknown>, id: string): Properties =>
  (service.Resources as Record<string, { Properties: Properties }>)[id]?.Properties ?? {};

/** The app with a sweeper that finds nothing to do, so that its runs after the first are left out. */
const boot = async (change: (service: Record<string, unknown>) => void = () => undefined) => {
  const assembly = littleApp((service) => {
    propertiesOf(service, 'Sweeper').Handler = 'index.idle';
    change(service);
  });
  sandbox = await bootSandbox({ assembly, start: START, onError: () => undefined });
};

const sfn = () =>
  new SFNClient({
    endpoint: sandbox.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
  });

const begin = async (): Promise<string> => {
  const input = { stateMachineArn: MACHINE, name: 'run', input: '{"note":"run"}' };
  const { executionArn } = await sfn().send(new StartExecutionCommand(input));
  return `${executionArn}`;
};

/** At how many hours from the start the sweeper ran, up to this hour. */
const sweepsUntil = async (hours: number): Promise<number> => {
  await sandbox.clock.advanceTo(Date.parse(START) + hours * HOUR);
  return sandbox.meter.read()['invocations.Sweeper'] ?? 0;
};

test('where nothing goes wrong one run a day is left', async () => {
  await boot();
  await begin();
  expect(await sweepsUntil(23)).toBe(1);
});

test('from a fault that is switched on every run is made, and from none it is not', async () => {
  await boot();
  await sweepsUntil(2);
  sandbox.faults.replace([]);
  expect(await sweepsUntil(4)).toBe(1);
  sandbox.faults.replace([{ name: 'bounce', service: 'ses' }]);
  expect(await sweepsUntil(8)).toBe(5);
  expect(sandbox.faults.active()).toMatchObject([{ name: 'bounce', struck: 0 }]);
});

test('from an execution that somebody stopped every run is made', async () => {
  await boot();
  const executionArn = await begin();
  expect(await sweepsUntil(4)).toBe(1);
  await sfn().send(new StopExecutionCommand({ executionArn }));
  expect(await sweepsUntil(8)).toBe(5);
  expect(sandbox.states.overview()).toMatchObject([{ status: 'ABORTED' }]);
});

test('from an execution that failed every run is made', async () => {
  await boot((service) => {
    const machine = propertiesOf(service, 'Machine');
    const fails = { Type: 'Fail', Error: 'Broken' };
    const states = { Rest: { Type: 'Wait', Seconds: 3.5 * 3600, Next: 'Break' }, Break: fails };
    machine.DefinitionString = JSON.stringify({ QueryLanguage: 'JSONata', StartAt: 'Rest', States: states });
    delete machine.DefinitionSubstitutions;
  });
  await begin();
  expect(await sweepsUntil(3)).toBe(1);
  expect(await sweepsUntil(8)).toBe(6);
  expect(sandbox.states.overview()).toMatchObject([{ status: 'FAILED' }]);
});
