import { ArnFormat, type Stack } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { DoorName } from './doors.ts';
import { rights, type Subject } from './rights.ts';
import type { Config } from './settings.ts';

/** What a subject of infra/rights.ts stands for in this deployment. */
export interface Meaning {
  arns: string[];
  conditions?: Record<string, Record<string, string>>;
}

export type Meanings = Partial<Record<Subject, Meaning>>;

/** The policy statements of a function's rights; none for what this deployment does not have. Throws when a right is about something the caller did not name. */
export const statementsFor = (door: DoorName, meanings: Meanings): PolicyStatement[] =>
  rights[door].flatMap(({ on, may }) => {
    const meaning = meanings[on];
    if (!meaning)
      throw new Error(`infra/rights.ts gives ${door} rights on ${on}, which it is not connected to.`);
    if (meaning.arns.length === 0) return [];
    return new PolicyStatement({
      actions: [...may],
      resources: meaning.arns,
      ...(meaning.conditions && { conditions: meaning.conditions }),
    });
  });

export const tableMeanings = (table: Table): Meanings => ({
  table: { arns: [table.tableArn] },
  'index due': { arns: [`${table.tableArn}/index/due`] },
  'index plans': { arns: [`${table.tableArn}/index/plans`] },
  'table stream': { arns: [table.tableStreamArn as string] },
});

export const workflowMeanings = (stack: Stack, machine: StateMachine, which?: 'bulk'): Meanings => ({
  [which === 'bulk' ? 'bulk state machine' : 'state machine']: { arns: [machine.stateMachineArn] },
  [which === 'bulk' ? 'bulk executions' : 'executions']: {
    arns: [
      stack.formatArn({
        service: 'states',
        resource: 'execution',
        resourceName: `${machine.stateMachineName}:*`,
        arnFormat: ArnFormat.COLON_RESOURCE_NAME,
      }),
    ],
  },
});

/** SES checks the identity that is verified: the address itself, or else its domain. */
export const senderMeaning = (stack: Stack, { address }: Config['sender']): Meanings => ({
  'sender identities': {
    arns: [address.slice(address.lastIndexOf('@') + 1), address].map((identity) =>
      stack.formatArn({ service: 'ses', resource: 'identity', resourceName: identity }),
    ),
    conditions: { StringEquals: { 'ses:FromAddress': address } },
  },
});
