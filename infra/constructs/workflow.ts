import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CfnDeletionPolicy, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Policy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import {
  type CfnStateMachine,
  CfnStateMachineVersion,
  DefinitionBody,
  LogLevel,
  StateMachine,
} from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { answerFor } from '../answer-for.ts';
import { projectRoot } from '../paths.ts';
import { logsOf } from './key.ts';

/** The longest that Step Functions takes: a data key is paid for each time it is asked for. */
const DATA_KEY_SECONDS = 900;

export interface WorkflowProps {
  /** What its file in workflows/ is called, without its ending. */
  name: string;
  /** A changed logical id would replace the state machine and strand everything that it is driving. */
  logicalId: string;
  /** The function that it calls, and the word that stands for it in the file. */
  calls: IFunction;
  calledAs: string;
  /** What the definition and the histories are encrypted with. */
  key: IKey;
  logRetention: RetentionDays;
}

/** A workflow of workflows/ as a state machine that may call one function; its log tells steps, and no data. */
export function workflow(scope: Construct, props: WorkflowProps): { machine: StateMachine; role: Role } {
  const { name, logicalId, calls, calledAs, key, logRetention } = props;
  const role = new Role(scope, 'Role', { assumedBy: new ServicePrincipal('states.amazonaws.com') });
  role.addToPolicy(
    new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [calls.functionArn] }),
  );
  role.addToPolicy(writingItsLog(key, Stack.of(scope)));
  answerFor(role, {
    'IAM5[Resource::*]':
      'Step Functions sets up the delivery of its log, and X-Ray takes traces, for the account as a whole: neither knows a narrower resource.',
  });
  const definition = readFileSync(join(projectRoot, 'workflows', `${name}.asl.json`), 'utf8');
  const machine = new StateMachine(scope, 'StateMachine', {
    definitionBody: DefinitionBody.fromString(definition),
    definitionSubstitutions: { [calledAs]: calls.functionArn },
    role,
    tracingEnabled: true,
    logs: {
      level: LogLevel.ALL,
      includeExecutionData: false,
      destination: new LogGroup(scope, 'Log', {
        // Under any other prefix the account's log resource policy grows with every state machine until it is full.
        logGroupName: `/aws/vendedlogs/states/${Stack.of(scope).stackName}-${name}`,
        retention: logRetention,
        removalPolicy: RemovalPolicy.DESTROY,
      }),
    },
  });
  const resource = machine.node.defaultChild as CfnStateMachine;
  resource.overrideLogicalId(logicalId);
  // Should it ever be replaced all the same, what it drives goes on.
  resource.cfnOptions.updateReplacePolicy = CfnDeletionPolicy.RETAIN;
  encrypt(scope, { resource, role, key, arn: machine.stateMachineArn });
  publish(scope, { resource, name, definition });
  return { machine, role };
}

/** The CDK would bind the key to a name that is not known before the state machine is made. */
function encrypt(
  scope: Construct,
  { resource, role, key, arn }: { resource: CfnStateMachine; role: Role; key: IKey; arn: string },
): void {
  resource.encryptionConfiguration = {
    type: 'CUSTOMER_MANAGED_KMS_KEY',
    kmsKeyId: key.keyArn,
    kmsDataKeyReusePeriodSeconds: DATA_KEY_SECONDS,
  };
  // A policy of its own, because the machine waits for its role's. Not by kms:ViaService: executions call KMS as the role.
  new Policy(scope, 'Key', {
    roles: [role],
    statements: [
      new PolicyStatement({
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
        resources: [key.keyArn],
        // Parts of a map run are executions of the machine under the label of a state.
        conditions: { StringLike: { 'kms:EncryptionContext:aws:states:stateMachineArn': [arn, `${arn}/*`] } },
      }),
    ],
  });
}

const writingItsLog = (key: IKey, stack: Stack): PolicyStatement =>
  new PolicyStatement({
    actions: ['kms:GenerateDataKey'],
    resources: [key.keyArn],
    conditions: { StringEquals: { 'kms:EncryptionContext:SourceArn': logsOf(stack) } },
  });

/** Keeps each definition that was ever deployed, under a number: docs/decisions/0022-versions-without-an-alias.md. */
function publish(
  scope: Construct,
  { resource, name, definition }: { resource: CfnStateMachine; name: string; definition: string },
): void {
  const hash = createHash('sha256').update(definition).digest('hex');
  const version = new CfnStateMachineVersion(scope, 'Version', {
    stateMachineArn: resource.ref,
    // A new revision replaces this resource, which is kept: so each gets a number of its own.
    stateMachineRevisionId: resource.attrStateMachineRevisionId,
    description: `workflows/${name}.asl.json, sha256 ${hash}`,
  });
  version.overrideLogicalId(`${resource.logicalId}Version`);
  version.applyRemovalPolicy(RemovalPolicy.RETAIN);
}
