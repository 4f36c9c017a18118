import { ArnFormat, Stack } from 'aws-cdk-lib';
import { Policy, PolicyStatement, type Role } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { allExecutionsOf, answerFor, EVERY_EXECUTION } from '../answer-for.ts';
import { workflow } from './workflow.ts';

export interface BulkWorkProps {
  /** The function that works off a part. */
  worker: IFunction;
  key: IKey;
  logRetention: RetentionDays;
}

/** The workflow that has imports and bulk commands done, as workflows/bulk-work.asl.json has it. */
export class BulkWork extends Construct {
  readonly machine: StateMachine;

  constructor(scope: Construct, id: string, { worker, key, logRetention }: BulkWorkProps) {
    super(scope, id);
    const { machine, role } = workflow(this, {
      name: 'bulk-work',
      logicalId: 'BulkWork',
      calls: worker,
      calledAs: 'JobsFunctionArn',
      key,
      logRetention,
    });
    this.machine = machine;
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
    const parts = new Policy(this, 'Parts', {
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
    answerFor(parts, {
      [allExecutionsOf(this, 'BulkWork')]: EVERY_EXECUTION,
      [allExecutionsOf(this, 'BulkWork', '/*')]: EVERY_EXECUTION,
    });
  }
}
