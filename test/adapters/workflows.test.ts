import { SFNClient } from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorkflows, type Workflows } from '../../adapters/workflows.ts';
import { type CannedServer, cannedServer } from './canned-server.ts';

const MACHINE = 'arn:aws:states:us-east-1:123456789012:stateMachine:plan-lifecycle';
const EXECUTION = 'arn:aws:states:us-east-1:123456789012:execution:plan-lifecycle:plnabc-r2';

const OWED = '1969-12-31T23:00:00Z';

let server: CannedServer;
let workflows: Workflows;

beforeAll(async () => {
  server = await cannedServer();
  workflows = createWorkflows({ client: new SFNClient(server.client), stateMachineArn: MACHINE });
});
afterAll(() => server.close());

const sent = () =>
  server.seen.map(({ headers, body }) => [headers['x-amz-target'], JSON.parse(body) as unknown]);

test('starts one execution per plan and run, told by ids only', async () => {
  server.json({ executionArn: EXECUTION, startDate: 1 });

  expect(await workflows.start('plnabc', 2, OWED)).toBe('started');
  expect(sent()).toEqual([
    [
      'AWSStepFunctions.StartExecution',
      {
        stateMachineArn: MACHINE,
        name: 'plnabc-r2',
        input: '{"planId":"plnabc","run":2,"schemaVersion":1}',
      },
    ],
  ]);
});

test('stops a run by its name', async () => {
  server.json({ stopDate: 1 });

  expect(await workflows.stop('plnabc', 2)).toBe('stopped');
  expect(sent()).toEqual([
    [
      'AWSStepFunctions.StopExecution',
      { executionArn: EXECUTION, error: 'Superseded', cause: 'The plan no longer needs this run.' },
    ],
  ]);
});

test('needs no run to stop', async () => {
  server.json({}, 'ExecutionDoesNotExist');

  expect(await workflows.stop('plnabc', 2)).toBe('gone');
});

test('answers a waiting task with JSON', async () => {
  server.json({});

  expect(await workflows.answer('token-1', { state: 'The plan is over' })).toBe('answered');
  expect(sent()).toEqual([
    ['AWSStepFunctions.SendTaskSuccess', { taskToken: 'token-1', output: '{"state":"The plan is over"}' }],
  ]);
});

test.each(['TaskDoesNotExist', 'TaskTimedOut', 'InvalidToken'])(
  'takes %s as moved on already',
  async (error) => {
    server.json({}, error);

    expect(await workflows.answer('token-1', {})).toBe('gone');
  },
);

test.each(['AccessDeniedException', 'StateMachineDoesNotExist', 'InvalidOutput'])(
  'passes %s on',
  async (error) => {
    server.json({}, error);

    await expect(workflows.start('plnabc', 2, OWED)).rejects.toMatchObject({ name: error });
    await expect(workflows.stop('plnabc', 2)).rejects.toMatchObject({ name: error });
    await expect(workflows.answer('token-1', {})).rejects.toMatchObject({ name: error });
  },
);
