import { createHash } from 'node:crypto';
import type { Poisoned } from '../../dynamodb/streams.ts';
import type { DeployedStack } from '../../template/deployed-stack.ts';
import { AwsError, type Resource, type WireService } from '../../types.ts';
import { type DeadLetter, deadLetterIn } from '../dead-letters.ts';
import { jsonReply, requireMembers, unknownAction } from '../protocol.ts';

const ACTIONS = ['GetQueueAttributes', 'ReceiveMessage', 'DeleteMessage'];

interface Queue {
  url: string;
  arn: string;
}

interface Held extends DeadLetter {
  of: Poisoned;
  receipt: string;
}

const hashed = (algorithm: string, text: string): string => createHash(algorithm).update(text).digest('hex');

/** Amazon SQS, as far as dead-letter queues need it: what was given up is what the sandbox lists as `poisoned`. */
export const sqsService = (options: {
  resources: readonly Resource[];
  stacks: readonly DeployedStack[];
  poisoned(): readonly Poisoned[];
}): WireService => {
  /** Taken out by their receipts; the list itself stays for whoever looks at the sandbox. */
  const deleted = new Set<Poisoned>();
  const queue = (url: unknown): Queue | undefined => {
    const all = options.stacks.flatMap(({ resources }) => resources);
    const found = all.find(({ type, physicalId }) => type === 'AWS::SQS::Queue' && physicalId === url);
    return found && { url: found.physicalId, arn: found.arn };
  };
  const find = (url: unknown): Queue => {
    const found = queue(url);
    if (found) return found;
    throw new AwsError('AWS.SimpleQueueService.NonExistentQueue', 'The specified queue does not exist.');
  };
  const held = ({ arn }: Queue): Held[] =>
    options.poisoned().flatMap((of) => {
      const letter = deleted.has(of) ? undefined : deadLetterIn(arn, of, options.resources);
      return letter
        ? [{ ...letter, of, receipt: hashed('sha256', `${of.at} ${of.source} ${letter.body}`) }]
        : [];
    });

  const answers: Record<string, (asked: Queue, input: Record<string, unknown>) => Record<string, unknown>> = {
    GetQueueAttributes: (asked) => ({
      Attributes: {
        QueueArn: asked.arn,
        ApproximateNumberOfMessages: `${held(asked).length}`,
        ApproximateNumberOfMessagesNotVisible: '0',
        ApproximateNumberOfMessagesDelayed: '0',
      },
    }),
    DeleteMessage: (asked, { ReceiptHandle }) => {
      const gone = held(asked).find(({ receipt }) => receipt === ReceiptHandle);
      if (gone) deleted.add(gone.of);
      return {};
    },
    ReceiveMessage: (asked, { MaxNumberOfMessages }) => {
      const Messages = held(asked)
        .slice(0, Math.min(Number(MaxNumberOfMessages ?? 1), 10))
        .map(messageOf);
      return Messages.length > 0 ? { Messages } : {};
    },
  };
  return {
    target: 'AmazonSQS',
    signingName: 'sqs',
    permissions: (action, { QueueUrl }) => [
      { action: `sqs:${action}`, resource: queue(QueueUrl)?.arn ?? '*' },
    ],
    handle: async (action, input) => {
      const answer = answers[action];
      if (!answer) throw unknownAction('sqs', action, ACTIONS);
      requireMembers(input, ['QueueUrl']);
      return jsonReply(answer(find(input.QueueUrl), input));
    },
  };
};

/** All attributes, whichever were asked for. */
const messageOf = ({ body, attributes, receipt, of }: Held) => ({
  MessageId: receipt.slice(0, 36),
  ReceiptHandle: receipt,
  Body: body,
  MD5OfBody: hashed('md5', body),
  Attributes: { SentTimestamp: `${Date.parse(of.at)}`, ApproximateReceiveCount: '1' },
  MessageAttributes: Object.fromEntries(
    Object.entries(attributes).map(([name, StringValue]) => [name, { DataType: 'String', StringValue }]),
  ),
});
