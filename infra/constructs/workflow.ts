import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { type CfnStateMachine, DefinitionBody, LogLevel, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { projectRoot } from '../paths.ts';

export interface WorkflowProps {
  /** What its file in workflows/ is called, without its ending. */
  name: string;
  /** A changed logical id would replace the state machine and strand everything that it is driving. */
  logicalId: string;
  /** The function that it calls, and the word that stands for it in the file. */
  calls: IFunction;
  calledAs: string;
  logRetention: RetentionDays;
}

/** A workflow of workflows/ as a state machine that may call one function; its log tells steps, and no data. */
export function workflow(scope: Construct, props: WorkflowProps): { machine: StateMachine; role: Role } {
  const { name, logicalId, calls, calledAs, logRetention } = props;
  const role = new Role(scope, 'Role', { assumedBy: new ServicePrincipal('states.amazonaws.com') });
  role.addToPolicy(
    new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [calls.functionArn] }),
  );
  const machine = new StateMachine(scope, 'StateMachine', {
    definitionBody: DefinitionBody.fromString(
      readFileSync(join(projectRoot, 'workflows', `${name}.asl.json`), 'utf8'),
    ),
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
  (machine.node.defaultChild as CfnStateMachine).overrideLogicalId(logicalId);
  return { machine, role };
}
