import { ArnFormat, type Stack } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { DoorName } from './doors.ts';
import { type Right, rights, type Subject, usesOfTheKey } from './rights.ts';
import { configurationSetName, identitiesOf } from './sender.ts';
import type { Config } from './settings.ts';

/** What a subject of infra/rights.ts stands for in this deployment. */
export interface Meaning {
  arns: string[];
  conditions?: Record<string, Record<string, string | string[]>>;
}

export type Meanings = Partial<Record<Subject, Meaning>>;

/**
 * The policy statements of a function's rights, with the uses of the key that they need; none for what this deployment does
 * not have. Throws when a right is about something the caller did not name.
 */
export const statementsFor = (door: DoorName, meanings: Meanings): PolicyStatement[] => {
  const given = rights[door].filter(({ on }) => meaningOf(on, door, meanings).arns.length > 0);
  return [...given, ...usesOfTheKey(given)].map((right) =>
    statement(right, meaningOf(right.on, door, meanings)),
  );
};

const meaningOf = (on: Subject, door: DoorName, meanings: Meanings): Meaning => {
  const meaning = meanings[on];
  if (!meaning)
    throw new Error(`infra/rights.ts gives ${door} rights on ${on}, which it is not connected to.`);
  return meaning;
};

const statement = ({ may }: Right, { arns, conditions }: Meaning): PolicyStatement =>
  new PolicyStatement({ actions: [...may], resources: arns, ...(conditions && { conditions }) });

export const tableMeanings = (table: Table): Meanings => ({
  table: { arns: [table.tableArn] },
  // Imported files, bulk work and drafts in the workspace are in partitions of other names.
  'rows of plans': {
    arns: [table.tableArn],
    conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['PLAN#*'] } },
  },
  'index due': { arns: [`${table.tableArn}/index/due`] },
  'index plans': { arns: [`${table.tableArn}/index/plans`] },
  'table stream': { arns: [table.tableStreamArn as string] },
});

/** The key counts only for a request that the service makes on behalf of the function; called directly it refuses. */
export const keyMeanings = (stack: Stack, key: IKey): Meanings => {
  const through = (service: string): Meaning => ({
    arns: [key.keyArn],
    conditions: { StringEquals: { 'kms:ViaService': `${service}.${stack.region}.amazonaws.com` } },
  });
  return {
    'key through dynamodb': through('dynamodb'),
    'key through secretsmanager': through('secretsmanager'),
    'key through states': through('states'),
  };
};

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

/**
 * Sending from the one address: SES asks for the identity that is verified and, since every mail goes out with it, for the
 * configuration set (SES-9).
 */
export const senderMeaning = (
  stack: Stack,
  { sender, stage }: Pick<Config, 'sender' | 'stage'>,
): Meanings => {
  const ses = (resource: string, resourceName: string) =>
    stack.formatArn({ service: 'ses', resource, resourceName });
  return {
    'sender identities': {
      arns: [
        ...identitiesOf(sender).map((identity) => ses('identity', identity)),
        ses('configuration-set', configurationSetName(stage)),
      ],
      conditions: { StringEquals: { 'ses:FromAddress': sender.address } },
    },
  };
};
