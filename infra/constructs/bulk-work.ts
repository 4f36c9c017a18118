import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ArnFormat, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Policy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { type CfnStateMachine, DefinitionBody, LogLevel, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { projectRoot } from '../paths.ts';

export interface BulkWorkProps {
  /** The function that works off a part. */
  worker: IFunction;
  logRetention: RetentionDays;
}

/** The workflow that has imports and bulk commands done, as workflows/bulk-work.asl.json has it. */
export class BulkWork extends Construct {
  readonly machine: StateMachine;

  constructor(scope: Construct, id: string, props: BulkWorkProps) {
    super(scope, id);
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('states.amazonaws.com') });
    role.addToPolicy(
      new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [props.worker.functionArn] }),
    );
    this.machine = new StateMachine(this, 'StateMachine', {
      definitionBody: DefinitionBody.fromString(
        readFileSync(join(projectRoot, 'workflows', 'bulk-work.asl.json'), 'utf8'),
      ),
      definitionSubstitutions: { JobsFunctionArn: props.worker.functionArn },
      role,
      tracingEnabled: true,
      logs: {
        level: LogLevel.ALL,
        includeExecutionData: false,
        destination: new LogGroup(this, 'Log', {
          // Under any other prefix the account's log resource policy grows with every state machine until it is full.
          logGroupName: `/aws/vendedlogs/states/${Stack.of(this).stackName}-bulk-work`,
          retention: props.logRetention,
          removalPolicy: RemovalPolicy.DESTROY,
        }),
      },
    });
    (this.machine.node.defaultChild as CfnStateMachine).overrideLogicalId('BulkWork');
    this.letItStartItsParts(role);
  }

  /** Each part is an execution of the same state machine; a policy of its own, because the machine waits for its role's. */
  private letItStartItsParts(role: Role): void {
    const stack = Stack.of(this);
    // Its own executions, and those that a map run starts under the label of its state.
    const [own, ofParts] = [':*', '/*'].map((which) =>
      stack.formatArn({
        service: 'states',
        resource: 'execution',
        resourceName: `${this.machine.stateMachineName}${which}`,
        arnFormat: ArnFormat.COLON_RESOURCE_NAME,
      }),
    ) as [string, string];
    new Policy(this, 'Parts', {
      roles: [role],
      statements: [
        new PolicyStatement({
          actions: ['states:StartExecution'],
          resources: [this.machine.stateMachineArn],
        }),
        new PolicyStatement({
          actions: ['states:DescribeExecution', 'states:StopExecution'],
          resources: [own, ofParts],
        }),
      ],
    });
  }
}
