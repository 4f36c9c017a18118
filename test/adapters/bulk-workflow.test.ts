import { SFNClient } from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BulkWorkflow, createBulkWorkflow } from '../../adapters/bulk-workflow.ts';
import { type CannedServer, cannedServer } from './canned-server.ts';

const MACHINE = 'arn:aws:states:us-east-1:123456789012:stateMachine:bulk-work';
const RUN = { jobId: 'jobaaaaaaaaaaaaaaaaaaaa', phase: 'check', attempt: 2 } as const;

let server: CannedServer;
let bulk: BulkWorkflow;

beforeAll(async () => {
  server = await cannedServer();
  bulk = createBulkWorkflow({ client: new SFNClient(server.client), stateMachineArn: MACHINE });
});
afterAll(() => server.close());

const last = () => {
  const { headers, body } = server.seen.at(-1) ?? { call: '', headers: {}, body: '' };
  return [headers['x-amz-target'], JSON.parse(body) as unknown];
};

test('starts one execution per attempt, told by ids and numbers only', async () => {
  server.json({ executionArn: 'x', startDate: 1 });
  await bulk.start(RUN);
  expect(last()).toEqual([
    'AWSStepFunctions.StartExecution',
    {
      stateMachineArn: MACHINE,
      name: 'jobaaaaaaaaaaaaaaaaaaaa-check-2',
      input: '{"jobId":"jobaaaaaaaaaaaaaaaaaaaa","phase":"check","attempt":2}',
    },
  ]);
});

test('stops it by its name', async () => {
  server.json({ stopDate: 1 });
  await bulk.stop(RUN);
  expect(last()).toEqual([
    'AWSStepFunctions.StopExecution',
    {
      executionArn: `${MACHINE.replace('stateMachine', 'execution')}:jobaaaaaaaaaaaaaaaaaaaa-check-2`,
      error: 'Stopped',
      cause: 'Whoever began this work stopped it.',
    },
  ]);
});

test('needs nothing to be done that is so already, and hides no other failure', async () => {
  server.json({}, 'ExecutionAlreadyExists');
  await bulk.start(RUN);
  await expect(bulk.stop(RUN)).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' });
  server.json({}, 'ExecutionDoesNotExist');
  await bulk.stop(RUN);
  await expect(bulk.start(RUN)).rejects.toMatchObject({ name: 'ExecutionDoesNotExist' });
});
