import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

export interface SweepScheduleProps {
  sweeper: IFunction;
  undelivered: IQueue;
}

/** Calls the sweeper every 15 minutes. */
export class SweepSchedule extends Construct {
  constructor(scope: Construct, id: string, props: SweepScheduleProps) {
    super(scope, id);
    new Rule(this, 'Rule', {
      description: 'Finishes whatever is late',
      schedule: Schedule.rate(Duration.minutes(15)),
      targets: [
        new LambdaFunction(props.sweeper, {
          deadLetterQueue: props.undelivered,
          // By then the next round has done it.
          maxEventAge: Duration.minutes(10),
          retryAttempts: 2,
        }),
      ],
    });
  }
}
