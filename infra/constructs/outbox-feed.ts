import {
  EventSourceMapping,
  FilterCriteria,
  FilterRule,
  type IFunction,
  StartingPosition,
} from 'aws-cdk-lib/aws-lambda';
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

export interface OutboxFeedProps {
  /** ARN of the table's stream. */
  stream: string;
  to: IFunction;
  /** The outbox kinds that the function takes care of. */
  kinds: string[];
  /** Told which records were given up. */
  undelivered: IQueue;
}

/** Hands outbox rows that became, or were made, PENDING to a function, by the table's stream. */
export class OutboxFeed extends Construct {
  constructor(scope: Construct, id: string, props: OutboxFeedProps) {
    super(scope, id);
    new EventSourceMapping(this, 'Mapping', {
      target: props.to,
      eventSourceArn: props.stream,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 10,
      // One worker for each shard: functions/mailer/pace.ts counts on it (SES-7).
      parallelizationFactor: 1,
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      retryAttempts: 8,
      onFailure: new SqsDlq(props.undelivered),
      filters: [
        FilterCriteria.filter({
          eventName: FilterRule.or('INSERT', 'MODIFY'),
          dynamodb: {
            NewImage: {
              status: { S: FilterRule.isEqual('PENDING') },
              kind: { S: FilterRule.or(...props.kinds) },
            },
          },
        }),
      ],
    });
  }
}
