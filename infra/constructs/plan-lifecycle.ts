import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { workflow } from './workflow.ts';

export interface PlanLifecycleProps {
  /** The function that the workflow asks what is next. */
  lifecycle: IFunction;
  key: IKey;
  logRetention: RetentionDays;
}

/** The workflow that owns a plan's time, as workflows/plan-lifecycle.asl.json has it. */
export class PlanLifecycle extends Construct {
  readonly machine: StateMachine;

  constructor(scope: Construct, id: string, { lifecycle, key, logRetention }: PlanLifecycleProps) {
    super(scope, id);
    this.machine = workflow(this, {
      name: 'plan-lifecycle',
      logicalId: 'PlanLifecycle',
      calls: lifecycle,
      calledAs: 'LifecycleFunctionArn',
      key,
      logRetention,
    }).machine;
  }
}
