import { Duration } from 'aws-cdk-lib';
import { type EventPattern, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { SnsTopic } from 'aws-cdk-lib/aws-events-targets';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

export interface News {
  description: string;
  pattern: EventPattern;
  /** What operators read: one text, with places that EventBridge fills in. */
  says: string;
  operators: ITopic;
  /** Keeps what the topic did not take. */
  undelivered: IQueue;
}

/** Tells operators of events on the account's own bus. */
export function newsRule(scope: Construct, id: string, news: News): Rule {
  return new Rule(scope, id, {
    description: news.description,
    eventPattern: news.pattern,
    targets: [
      new SnsTopic(news.operators, {
        message: RuleTargetInput.fromText(news.says),
        deadLetterQueue: news.undelivered,
        maxEventAge: Duration.hours(6),
        retryAttempts: 20,
      }),
    ],
  });
}
