import { createHash } from 'node:crypto';
import type { Poisoned } from '../../dynamodb/streams.ts';
import type { DeployedStack } from '../../template/deployed-stack.ts';
import { AwsError, type WireService } from '../../types.ts';
import { jsonReply, requireMembers, unknownAction } from '../protocol.ts';

const ACTIONS = ['GetQueueAttributes', 'ReceiveMessage', 'DeleteMessage'];

interface Queue {
  url: string;
  arn: string;
  /** Logical ids of what gives up into it. */
  sources: Set<string>;
}

const textOf = (value: unknown): string => JSON.stringify(value) ?? '';

const queuesOf = (stacks: readonly DeployedStack[]): Queue[] => {
  const resources = stacks.flatMap((stack) => stack.resources);
  return resources
    .filter(({ type }) => type === 'AWS::SQS::Queue')
    .map(({ physicalId, arn, logicalId: own }) => {
      // Mappings and rules name the queue by its ARN, somewhere in what they say.
      const feeding = resources.filter(
        ({ logicalId, properties, type }) =>
          logicalId !== own && !type.startsWith('AWS::SQS::') && textOf(properties).includes(`"${arn}"`),
      );
      return { url: physicalId, arn, sources: new Set(feeding.map(({ logicalId }) => logicalId)) };
    });
};

/** Amazon SQS, as far as dead-letter queues need it: what was given up is what the sandbox lists as `poisoned`. */
export const sqsService = (options: {
  stacks: readonly DeployedStack[];
  poisoned(): readonly Poisoned[];
}): WireService => {
  const queues = queuesOf(options.stacks);
  /** Taken out by their receipts; the list itself stays for whoever looks at the sandbox. */
  const deleted = new Set<Poisoned>();
  const find = (url: unknown): Queue => {
    const found = queues.find((queue) => queue.url === url);
    if (found) return found;
    throw new AwsError('AWS.SimpleQueueService.NonExistentQueue', 'The specified queue does not exist.');
  };
  const held = ({ sources }: Queue) =>
    options.poisoned().filter((each) => sources.has(each.source) && !deleted.has(each));
  const receiptOf = (one: Poisoned): string =>
    createHash('sha256')
      .update(`${one.at} ${one.source} ${textOf(one.records)}`)
      .digest('hex');

  return {
    target: 'AmazonSQS',
    signingName: 'sqs',
    permissions: (action, { QueueUrl }) => [
      { action: `sqs:${action}`, resource: queues.find(({ url }) => url === QueueUrl)?.arn ?? '*' },
    ],
    handle: async (action, input) => {
      if (!ACTIONS.includes(action)) throw unknownAction('sqs', action, ACTIONS);
      requireMembers(input, ['QueueUrl']);
      const queue = find(input.QueueUrl);
      if (action === 'GetQueueAttributes') {
        const ApproximateNumberOfMessages = `${held(queue).length}`;
        const none = { ApproximateNumberOfMessagesNotVisible: '0', ApproximateNumberOfMessagesDelayed: '0' };
        return jsonReply({ Attributes: { QueueArn: queue.arn, ApproximateNumberOfMessages, ...none } });
      }
      if (action === 'DeleteMessage') {
        const gone = held(queue).find((one) => receiptOf(one) === input.ReceiptHandle);
        if (gone) deleted.add(gone);
        return jsonReply({});
      }
      const most = Math.min(Number(input.MaxNumberOfMessages ?? 1), 10);
      const Messages = held(queue)
        .slice(0, most)
        .map((one) => {
          const Body = textOf({
            requestContext: { functionArn: one.function, condition: 'RetryAttemptsExhausted' },
            timestamp: one.at,
            error: one.error,
            records: one.records.length,
          });
          const MD5OfBody = createHash('md5').update(Body).digest('hex');
          return { MessageId: receiptOf(one).slice(0, 36), ReceiptHandle: receiptOf(one), Body, MD5OfBody };
        });
      return jsonReply(Messages.length > 0 ? { Messages } : {});
    },
  };
};
