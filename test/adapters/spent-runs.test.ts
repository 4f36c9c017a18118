import { SFNClient } from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createWorkflows, type Workflows } from '../../adapters/workflows.ts';
import { createClock } from '../../sandbox/clock.ts';
import { createFaults } from '../../sandbox/faults.ts';
import { createMeter } from '../../sandbox/meter.ts';
import { createStatesEngine } from '../../sandbox/states/index.ts';
import { type Endpoint, openEndpoint } from '../../sandbox/wire/endpoint.ts';
import { createWire } from '../../sandbox/wire/router.ts';
import { statesService } from '../../sandbox/wire/states.ts';

const ACCOUNT = { region: 'us-east-1', account: '123456789012' };
const MACHINE = 'arn:aws:states:us-east-1:123456789012:stateMachine:plan-lifecycle';
const DAY = 86_400_000;
const WAIT_A_MONTH = {
  QueryLanguage: 'JSONata',
  StartAt: 'Wait',
  States: { Wait: { Type: 'Wait', Seconds: 30 * 86_400, End: true } },
};

const clock = createClock(Date.parse('2027-01-05T09:00:00Z'));
let endpoint: Endpoint;
let workflows: Workflows;
let engine: ReturnType<typeof createStatesEngine>;

beforeAll(async () => {
  engine = createStatesEngine({
    ...ACCOUNT,
    clock,
    random: () => 0.5,
    invokeLambda: async () => ({ payload: null }),
  });
  engine.createStateMachine({
    arn: MACHINE,
    name: 'plan-lifecycle',
    definition: WAIT_A_MONTH,
    roleArn: 'role',
  });
  const wire = createWire({
    services: [statesService(engine, [MACHINE])],
    iam: { check: () => undefined, unused: () => [], denied: () => [] },
    faults: createFaults(),
    meter: createMeter(),
    callerOf: () => undefined,
  });
  endpoint = await openEndpoint();
  endpoint.serve((request) => wire.answer(request));
  const client = new SFNClient({
    endpoint: endpoint.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
  });
  workflows = createWorkflows({ client, stateMachineArn: MACHINE });
});
afterAll(() => endpoint.close());
beforeEach(() => {
  engine.reset();
  clock.reset(Date.parse('2027-01-05T09:00:00Z'));
});

const now = () => new Date(clock.now()).toISOString();
const laterBy = (days: number) => clock.advanceTo(clock.now() + days * DAY);

test('T15: a run that was started for the same decision is ours, whether it still runs or has ended', async () => {
  const owed = now();
  expect(await workflows.start('plnabc', 2, owed)).toBe('started');
  await laterBy(1);
  expect(await workflows.start('plnabc', 2, owed)).toBe('started');
  await workflows.stop('plnabc', 2);
  expect(await workflows.start('plnabc', 2, owed)).toBe('already');
  expect(engine.overview()).toHaveLength(1);
});

test('T15: a name from before the decision is spent, whether its execution still runs or has ended', async () => {
  await workflows.start('plnabc', 2, now());
  await laterBy(1);
  expect(await workflows.start('plnabc', 2, now())).toBe('spent');
  await workflows.stop('plnabc', 2);
  expect(await workflows.start('plnabc', 2, now())).toBe('spent');
  expect(engine.overview()).toHaveLength(1);
});

test('T15: the next run that can be had is the first whose name nobody has had', async () => {
  for (const run of [2, 3, 5]) await workflows.start('plnabc', run, now());
  expect(await workflows.unusedRun('plnabc', 2)).toBe(4);
  expect(await workflows.unusedRun('plnabc', 5)).toBe(6);
  expect(await workflows.unusedRun('plnxyz', 2)).toBe(2);
});
