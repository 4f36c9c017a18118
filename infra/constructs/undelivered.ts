import { CfnOutput, Duration } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct, type IConstruct } from 'constructs';
import { answerFor } from '../answer-for.ts';

/**
 * Keeps what could not be delivered, until somebody looks. Its id begins with `Undelivered` and ends with what it keeps, as
 * `UndeliveredMail`; the output of the stack that tells its address is called `UndeliveredMailUrl`.
 */
export class Undelivered extends Construct {
  readonly queue: Queue;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.queue = new Queue(this, 'Queue', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    answerFor(this.queue, {
      SQS3: 'It is where others put what they gave up; people look at it, and nothing is taken out of it by itself.',
    });
    new CfnOutput(this, 'Url', { value: this.queue.queueUrl }).overrideLogicalId(`${id}Url`);
  }
}

/** All queues of this kind in a stack so far, by what they keep: `mail`. */
export const undeliveredIn = (scope: IConstruct): Record<string, Queue> =>
  Object.fromEntries(
    scope.node
      .findAll()
      .filter((each) => each instanceof Undelivered)
      .map(({ node, queue }) => [node.id.replace(/^Undelivered/, '').toLowerCase(), queue]),
  );
