import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { type CfnStateMachine, DefinitionBody, LogLevel, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { projectRoot } from '../paths.ts';

export interface PlanLifecycleProps {
  /** The function that the workflow asks what is next. */
  lifecycle: IFunction;
  logRetention: RetentionDays;
}

/** The workflow that owns a plan's time, as workflows/plan-lifecycle.asl.json has it. */
export class PlanLifecycle extends Construct {
  readonly machine: StateMachine;

  constructor(scope: Construct, id: string, props: PlanLifecycleProps) {
    super(scope, id);
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('states.amazonaws.com') });
    role.addToPolicy(
      new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [props.lifecycle.functionArn] }),
    );
    this.machine = new StateMachine(this, 'StateMachine', {
      definitionBody: DefinitionBody.fromString(
        readFileSync(join(projectRoot, 'workflows', 'plan-lifecycle.asl.json'), 'utf8'),
      ),
      definitionSubstitutions: { LifecycleFunctionArn: props.lifecycle.functionArn },
      role,
      tracingEnabled: true,
      logs: {
        level: LogLevel.ALL,
        includeExecutionData: false,
        destination: new LogGroup(this, 'Log', {
          // Under any other prefix the account's log resource policy grows with every state machine until it is full.
          logGroupName: `/aws/vendedlogs/states/${Stack.of(this).stackName}-plan-lifecycle`,
          retention: props.logRetention,
          removalPolicy: RemovalPolicy.DESTROY,
        }),
      },
    });
    // A changed logical id would replace the state machine and strand every plan it is driving.
    (this.machine.node.defaultChild as CfnStateMachine).overrideLogicalId('PlanLifecycle');
  }
}
