import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { DoorName } from '../doors.ts';

export type WorkflowName = 'plan-lifecycle' | 'bulk-work';

/** The functions that are handed rows by the table's stream. */
export const FEEDS = ['effects', 'mailer'] as const satisfies DoorName[];

/** Everything of a deployment that somebody has to know of when it fails. */
export interface Watched {
  stage: string;
  functions: Record<DoorName, Lambda>;
  workflows: Record<WorkflowName, StateMachine>;
  /** What was given up, by what it is. */
  queues: Record<string, Queue>;
  api: HttpApi;
  table: Table;
  /** The key that the record is encrypted with, where it has one of its own. */
  key?: IKey | undefined;
}
