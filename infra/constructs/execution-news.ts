import { EventField, Match } from 'aws-cdk-lib/aws-events';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { ORDERED_STOPS } from '../../adapters/executions/ordered-stops.ts';
import { newsRule } from './news-rule.ts';

export interface ExecutionNewsProps {
  workflows: readonly StateMachine[];
  operators: ITopic;
  undelivered: IQueue;
}

/**
 * Tells operators which execution ended badly, within seconds. Step Functions may lose such an event, so that nothing
 * rests on it: the alarms count by themselves, and the sweeper finds the plan when something is due.
 */
export class ExecutionNews extends Construct {
  constructor(scope: Construct, id: string, { workflows, operators, undelivered }: ExecutionNewsProps) {
    super(scope, id);
    const name = EventField.fromPath('$.detail.name');
    const status = EventField.fromPath('$.detail.status');
    const tell = (id: string, description: string, detail: Record<string, unknown>): void => {
      newsRule(this, id, {
        description,
        pattern: {
          source: ['aws.states'],
          detailType: ['Step Functions Execution Status Change'],
          detail: { stateMachineArn: workflows.map((machine) => machine.stateMachineArn), ...detail },
        },
        says: `The execution ${name} ended as ${status}. Its history is on the admin site under Executions; what to do: docs/runbooks/executions-failed.md`,
        operators,
        undelivered,
      });
    };
    tell('Failed', 'Executions that failed or took longer than they may', {
      status: ['FAILED', 'TIMED_OUT'],
    });
    tell('Aborted', 'Executions that were stopped by nobody of ours', {
      status: ['ABORTED'],
      // Stopped without a word, an event has no error or an empty one; `anything-but` alone asks for one.
      error: Match.anyOf(Match.anythingBut(...ORDERED_STOPS), Match.doesNotExist(), Match.nullValue()),
    });
  }
}
