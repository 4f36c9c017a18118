import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import {
  DescribeSecretCommand,
  GetSecretValueCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  GetExecutionHistoryCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BUS, clientFor, EXECUTION, MACHINE, openWorld, SECRET, START } from './doors-world.ts';

let world: Awaited<ReturnType<typeof openWorld>>;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.doors.close());

describe('Step Functions by the ordinary SDK', () => {
  const client = () => new SFNClient(clientFor(world.doors.url));

  test('starting an execution reaches the engine and answers its ARN and date', async () => {
    const input = { stateMachineArn: MACHINE, name: 'pln1-r1', input: '{}' };
    const answer = await client().send(new StartExecutionCommand(input));
    expect([answer.executionArn, answer.startDate]).toEqual([EXECUTION, new Date(START)]);
    expect(world.handled).toEqual([{ name: 'startExecution', payload: input }]);
  });

  test('a refusal of the engine arrives as the exception the SDK knows', async () => {
    const start = client().send(new StartExecutionCommand({ stateMachineArn: MACHINE, name: 'taken' }));
    await expect(start).rejects.toBeInstanceOf(ExecutionAlreadyExists);
    await expect(start).rejects.toMatchObject({
      message: 'Execution Already Exists: taken',
      $metadata: { httpStatusCode: 400 },
    });
  });

  test('an execution and its history are read with dates as dates', async () => {
    const about = await client().send(new DescribeExecutionCommand({ executionArn: EXECUTION }));
    expect([about.status, about.startDate]).toEqual(['RUNNING', new Date(START)]);
    const { events } = await client().send(new GetExecutionHistoryCommand({ executionArn: EXECUTION }));
    expect(events?.map(({ type, timestamp }) => [type, timestamp])).toEqual([
      ['ExecutionStarted', new Date(START)],
      ['WaitStateEntered', new Date(START)],
    ]);
  });

  test('each action is checked on the ARN it concerns; a token on the machine that gave it out', async () => {
    await client().send(new StartExecutionCommand({ stateMachineArn: MACHINE }));
    await client().send(new StopExecutionCommand({ executionArn: EXECUTION }));
    await client().send(new SendTaskSuccessCommand({ taskToken: 'token', output: '{}' }));
    expect(world.checked).toEqual([
      { caller: 'sandbox-user', action: 'states:StartExecution', resource: MACHINE },
      { caller: 'sandbox-user', action: 'states:StopExecution', resource: EXECUTION },
      { caller: 'sandbox-user', action: 'states:SendTaskSuccess', resource: MACHINE },
    ]);
  });
});

describe('EventBridge by the ordinary SDK', () => {
  const client = () => new EventBridgeClient(clientFor(world.doors.url));
  const entry = { EventBusName: 'pip', Source: 'pip', DetailType: 'PlanClosed', Detail: '{"planId":"pln1"}' };

  test('an event is kept with its bus and its detail', async () => {
    const answer = await client().send(new PutEventsCommand({ Entries: [entry] }));
    expect(answer.FailedEntryCount).toBe(0);
    expect(world.doors.events.list()).toEqual([
      {
        id: answer.Entries?.[0]?.EventId,
        at: '2027-01-04T14:00:00Z',
        bus: 'pip',
        source: 'pip',
        detailType: 'PlanClosed',
        detail: { planId: 'pln1' },
        resources: [],
      },
    ]);
    expect(world.checked).toEqual([{ caller: 'sandbox-user', action: 'events:PutEvents', resource: BUS }]);
  });

  test('a malformed detail fails its entry only; an unknown bus fails the call', async () => {
    const { FailedEntryCount, Entries } = await client().send(
      new PutEventsCommand({ Entries: [{ ...entry, Detail: '{' }, entry] }),
    );
    expect([FailedEntryCount, Entries?.[0]?.ErrorCode]).toEqual([1, 'MalformedDetail']);
    expect(world.doors.events.list()).toHaveLength(1);
    const nowhere = client().send(new PutEventsCommand({ Entries: [{ ...entry, EventBusName: 'nowhere' }] }));
    await expect(nowhere).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      message: 'Event bus nowhere does not exist.',
    });
  });
});

describe('Secrets Manager by the ordinary SDK', () => {
  const client = () => new SecretsManagerClient(clientFor(world.doors.url));

  test('a secret is found by ARN and by name, as long as the template wants it, and the same each time', async () => {
    const byArn = await client().send(new GetSecretValueCommand({ SecretId: SECRET }));
    const byName = await client().send(new GetSecretValueCommand({ SecretId: 'LinkSecret' }));
    expect(byArn.SecretString).toMatch(/^[A-Za-z0-9]{40}$/);
    expect(byName.SecretString).toBe(byArn.SecretString);
    expect(world.checked.map(({ resource }) => resource)).toEqual([SECRET, SECRET]);
    const about = await client().send(new DescribeSecretCommand({ SecretId: SECRET }));
    expect([about.Name, about.CreatedDate]).toEqual(['LinkSecret', new Date(START)]);
  });

  test('an unknown secret is not found', async () => {
    const get = client().send(new GetSecretValueCommand({ SecretId: 'Other' }));
    await expect(get).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });
});
