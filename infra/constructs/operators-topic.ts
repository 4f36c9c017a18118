import { Stack } from 'aws-cdk-lib';
import { Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';

export interface OperatorsTopicProps {
  /** Their e-mail addresses. AWS asks each to confirm, and tells them nothing before. */
  operators: readonly string[];
}

/**
 * Where whoever operates the deployment hears of trouble. It carries names of alarms, executions and figures, nobody's
 * data; and it is not encrypted with the key of the record, or it would fall silent with it.
 */
export class OperatorsTopic extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string, { operators }: OperatorsTopicProps) {
    super(scope, id);
    this.topic = new Topic(this, 'Topic', { displayName: 'PIP Follow-Up', enforceSSL: true });
    for (const address of operators) this.topic.addSubscription(new EmailSubscription(address));
    // Rules of EventBridge bring their own statement: with a condition on it theirs would not work.
    for (const service of ['cloudwatch', 'budgets']) this.letPublish(service);
  }

  /** Only on behalf of this account: another one's alarms cannot be sent here. */
  private letPublish(service: string): void {
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        sid: `From${service}`,
        effect: Effect.ALLOW,
        principals: [new ServicePrincipal(`${service}.amazonaws.com`)],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
  }
}
