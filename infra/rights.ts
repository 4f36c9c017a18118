import type { DoorName } from './doors.ts';

/** What rights are about. The service stack says which ARNs each of these stands for. */
export type Subject =
  | 'table'
  | 'rows of plans'
  | 'index due'
  | 'index plans'
  | 'table stream'
  | 'link secret'
  | 'session secret'
  | 'client secret'
  | 'origin secret'
  | 'bulk state machine'
  | 'bulk executions'
  | 'state machine'
  | 'executions'
  | 'event bus'
  | 'sender identities'
  | 'sending account'
  | 'undelivered'
  | KeyUse;

/** The key of the deployment, as far as one service uses it for whoever reads or writes what it keeps. */
export type KeyUse = 'key through dynamodb' | 'key through secretsmanager' | 'key through states';

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

/** Knowing by its key that a request came through CloudFront. */
const knowTheEdge: Right = { on: 'origin secret', may: ['secretsmanager:GetSecretValue'] };

/** All that each function may do, besides writing its own log and traces. Nothing else is granted anywhere. */
export const rights: Record<DoorName, Right[]> = {
  // A counter of the forms sent through a link is the one row that is changed in place.
  pages: [
    { on: 'rows of plans', may: [...commit, settle] },
    { on: 'link secret', may: ['secretsmanager:GetSecretValue'] },
    knowTheEdge,
  ],
  api: [
    knowTheEdge,
    { on: 'table', may: [...commit, 'dynamodb:BatchGetItem', settle] },
    { on: 'index plans', may: ['dynamodb:Query'] },
    { on: 'index due', may: ['dynamodb:Query'] },
    { on: 'bulk state machine', may: ['states:StartExecution'] },
    { on: 'bulk executions', may: ['states:StopExecution'] },
  ],
  admin: [
    knowTheEdge,
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
    knowTheEdge,
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
  lifecycle: [{ on: 'rows of plans', may: [...commit, 'dynamodb:ConditionCheckItem'] }],
  // A run that cannot be had is replaced in the record.
  effects: [
    { on: 'table', may: [...commit, settle] },
    ...readStream,
    { on: 'state machine', may: ['states:StartExecution', 'states:SendTaskSuccess'] },
    { on: 'executions', may: ['states:StopExecution', 'states:DescribeExecution'] },
    { on: 'event bus', may: ['events:PutEvents'] },
  ],
  // The record says of a mail that is given up that it did not arrive.
  mailer: [
    { on: 'table', may: [...commit, settle] },
    ...readStream,
    { on: 'link secret', may: ['secretsmanager:GetSecretValue'] },
    // Accounts have asked for either of the two for one and the same call.
    { on: 'sender identities', may: ['ses:SendEmail', 'ses:SendRawEmail'] },
    // An address that HR has confirmed: SES knows no narrower resource than the account.
    { on: 'sending account', may: ['ses:DeleteSuppressedDestination'] },
  ],
  // What people must not pay for goes into the record; beside the mail's row stands what only shows that it arrived.
  feedback: [
    { on: 'rows of plans', may: [...commit, settle] },
    { on: 'undelivered', may: ['sqs:SendMessage'] },
  ],
  // The only function that deletes anything: records whose time is over.
  sweeper: [
    { on: 'table', may: [...commit, settle, 'dynamodb:DeleteItem'] },
    { on: 'index due', may: ['dynamodb:Query'] },
    // How much may still be sent today: SES knows no narrower resource than the account.
    { on: 'sending account', may: ['ses:GetAccount'] },
  ],
};

/**
 * What is encrypted with the key of the deployment: whoever may do one of these things there may use the key for it, and
 * by that service alone. Starting, answering and stopping an execution take its own role's right to the key, not the caller's.
 */
const encrypted: Record<KeyUse, { on: readonly Subject[]; to: RegExp }> = {
  'key through dynamodb': {
    on: ['table', 'rows of plans', 'index due', 'index plans', 'table stream'],
    to: /^dynamodb:(?!Describe|List)/,
  },
  'key through secretsmanager': {
    on: ['link secret', 'session secret', 'origin secret'],
    to: /^secretsmanager:GetSecretValue$/,
  },
  'key through states': {
    on: ['state machine', 'bulk state machine', 'executions', 'bulk executions'],
    to: /^states:(Describe|GetExecutionHistory)/,
  },
};

/** What these rights are worth nothing without: the uses of the key that they need. */
export const usesOfTheKey = (given: readonly Right[]): Right[] =>
  (Object.keys(encrypted) as KeyUse[])
    .filter((use) =>
      given.some(
        ({ on, may }) => encrypted[use].on.includes(on) && may.some((each) => encrypted[use].to.test(each)),
      ),
    )
    .map((on) => ({ on, may: ['kms:Decrypt'] }));
