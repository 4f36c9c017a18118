import {
  DescribeExecutionCommand,
  GetExecutionHistoryCommand,
  InvalidToken,
  ListExecutionsCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createClock } from '../../sandbox/clock.ts';
import { createStatesEngine } from '../../sandbox/states/index.ts';
import { ACCOUNT, REGION } from '../../sandbox/types.ts';
import { seededRandom } from '../../sandbox/wire/random.ts';
import { clientFor, MACHINE, openWorld, START } from './doors-world.ts';

const WAITING = {
  QueryLanguage: 'JSONata',
  StartAt: 'Wait for the start date',
  States: { 'Wait for the start date': { Type: 'Wait', Seconds: 86_400, End: true } },
};

let world: Awaited<ReturnType<typeof openWorld>>;
let client: SFNClient;
beforeEach(async () => {
  const clock = createClock(START);
  const states = createStatesEngine({
    clock,
    invokeLambda: async () => ({ payload: {} }),
    random: seededRandom(1),
    region: REGION,
    account: ACCOUNT,
  });
  states.createStateMachine({ arn: MACHINE, name: 'PlanLifecycle', definition: WAITING, roleArn: 'role' });
  world = await openWorld({ more: { clock, states } });
  client = new SFNClient(clientFor(world.doors.url));
});
afterEach(() => world.doors.close());

const start = async () => {
  const input = { stateMachineArn: MACHINE, name: 'pln1-r1', input: '{"planId":"pln1"}' };
  const { executionArn } = await client.send(new StartExecutionCommand(input));
  return { executionArn };
};

test('an execution started by the SDK waits on the virtual clock and is read to its end', async () => {
  const execution = await start();
  const { executions } = await client.send(new ListExecutionsCommand({ stateMachineArn: MACHINE }));
  expect(executions?.map(({ name, status, startDate }) => [name, status, startDate])).toEqual([
    ['pln1-r1', 'RUNNING', new Date(START)],
  ]);
  await world.post('/_sandbox/clock', { advance: 'P1D' });
  const { status, stopDate } = await client.send(new DescribeExecutionCommand(execution));
  expect([status, stopDate]).toEqual(['SUCCEEDED', new Date(START + 86_400_000)]);
  const { events } = await client.send(new GetExecutionHistoryCommand(execution));
  expect(events?.map(({ type }) => type)).toEqual([
    'ExecutionStarted',
    'WaitStateEntered',
    'WaitStateExited',
    'ExecutionSucceeded',
  ]);
  expect((await world.ask('/_sandbox/executions')).body).toEqual([
    {
      arn: execution.executionArn,
      name: 'pln1-r1',
      stateMachine: 'PlanLifecycle',
      status: 'SUCCEEDED',
      state: 'Wait for the start date',
      startedAt: '2027-01-04T14:00:00Z',
      stoppedAt: '2027-01-05T14:00:00Z',
    },
  ]);
});

test('an execution is stopped by the SDK, and its page tells so', async () => {
  await client.send(
    new StopExecutionCommand({ ...(await start()), error: 'Replaced', cause: 'A newer run' }),
  );
  const { body } = await world.ask('/_sandbox/ui/executions/pln1-r1');
  expect(body).toContain('ExecutionAborted');
  expect(body).toContain('<span class="badge">stopped</span>');
});

test('a token nobody gave out is refused in the words of AWS', async () => {
  const send = client.send(new SendTaskSuccessCommand({ taskToken: 'nonsense', output: '{}' }));
  await expect(send).rejects.toBeInstanceOf(InvalidToken);
});
