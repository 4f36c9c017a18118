import type { DoorName } from './doors.ts';

/** What rights are about. The service stack says which ARNs each of these stands for. */
export type Subject =
  | 'table'
  | 'index due'
  | 'index plans'
  | 'table stream'
  | 'link secret'
  | 'session secret'
  | 'client secret'
  | 'bulk state machine'
  | 'bulk executions'
  | 'state machine'
  | 'executions'
  | 'event bus'
  | 'sender identities'
  | 'undelivered';

export interface Right {
  on: Subject;
  may: readonly string[];
}

/** Loading a plan: its row, then its events. */
const load = ['dynamodb:GetItem', 'dynamodb:Query'];
/** A commit is one transaction that puts rows; the plan row under the condition of its version. */
const commit = [...load, 'dynamodb:PutItem'];
/** Claiming what is owed and saying how it ended. */
const settle = 'dynamodb:UpdateItem';
const readStream: Right[] = [
  {
    on: 'table stream',
    may: [
      'dynamodb:DescribeStream',
      'dynamodb:GetRecords',
      'dynamodb:GetShardIterator',
      'dynamodb:ListStreams',
    ],
  },
  { on: 'undelivered', may: ['sqs:SendMessage'] },
];

/** All that each function may do, besides writing its own log and traces. Nothing else is granted anywhere. */
export const rights: Record<DoorName, Right[]> = {
  // A counter of the forms sent through a link is the one row that is changed in place.
  pages: [
    { on: 'table', may: [...commit, settle] },
    { on: 'link secret', may: ['secretsmanager:GetSecretValue'] },
  ],
  api: [
    { on: 'table', may: [...commit, 'dynamodb:BatchGetItem', settle] },
    { on: 'index plans', may: ['dynamodb:Query'] },
    { on: 'index due', may: ['dynamodb:Query'] },
    { on: 'bulk state machine', may: ['states:StartExecution'] },
    { on: 'bulk executions', may: ['states:StopExecution'] },
  ],
  admin: [
    { on: 'table', may: [...commit, 'dynamodb:BatchGetItem', settle] },
    { on: 'index plans', may: ['dynamodb:Query'] },
    { on: 'index due', may: ['dynamodb:Query'] },
    { on: 'session secret', may: ['secretsmanager:GetSecretValue'] },
    { on: 'client secret', may: ['secretsmanager:GetSecretValue'] },
    { on: 'bulk state machine', may: ['states:StartExecution'] },
    { on: 'bulk executions', may: ['states:StopExecution'] },
  ],
  // A run is started anew by the record; the workflow itself is only looked at, and stopped.
  executions: [
    // Of bulk work that is stopped the row says so.
    { on: 'table', may: [...commit, 'dynamodb:BatchGetItem', settle] },
    { on: 'session secret', may: ['secretsmanager:GetSecretValue'] },
    {
      on: 'state machine',
      may: ['states:ListExecutions', 'states:DescribeStateMachine'],
    },
    {
      on: 'bulk state machine',
      may: ['states:ListExecutions', 'states:DescribeStateMachine'],
    },
    {
      on: 'executions',
      may: [
        'states:DescribeExecution',
        'states:GetExecutionHistory',
        'states:DescribeStateMachineForExecution',
        'states:StopExecution',
      ],
    },
    {
      on: 'bulk executions',
      may: [
        'states:DescribeExecution',
        'states:GetExecutionHistory',
        'states:DescribeStateMachineForExecution',
        'states:StopExecution',
      ],
    },
  ],
  jobs: [{ on: 'table', may: [...commit, settle] }],
  // A task token is kept only beside the plan it was given for.
  lifecycle: [{ on: 'table', may: [...commit, 'dynamodb:ConditionCheckItem'] }],
  effects: [
    { on: 'table', may: [...load, settle] },
    ...readStream,
    { on: 'state machine', may: ['states:StartExecution', 'states:SendTaskSuccess'] },
    { on: 'executions', may: ['states:StopExecution'] },
    { on: 'event bus', may: ['events:PutEvents'] },
  ],
  // The record says of a mail that is given up that it did not arrive.
  mailer: [
    { on: 'table', may: [...commit, settle] },
    ...readStream,
    { on: 'link secret', may: ['secretsmanager:GetSecretValue'] },
    { on: 'sender identities', may: ['ses:SendRawEmail'] },
  ],
  // The only function that deletes anything: records whose time is over.
  sweeper: [
    { on: 'table', may: [...commit, settle, 'dynamodb:DeleteItem'] },
    { on: 'index due', may: ['dynamodb:Query'] },
  ],
};
