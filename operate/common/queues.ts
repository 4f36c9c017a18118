import { GetQueueAttributesCommand } from '@aws-sdk/client-sqs';
import type { Aws } from './aws.ts';
import type { Deployment } from './deployment.ts';
import { Cannot } from './exit.ts';

/** The queues of what could not be delivered, by the names they have in commands. */
export const QUEUES = {
  effects: { output: 'UndeliveredEffectsUrl', holds: 'effects of plans that were not performed' },
  mail: { output: 'UndeliveredMailUrl', holds: 'mails that were not handed over' },
  sweeps: { output: 'UndeliveredSweepsUrl', holds: 'rounds of the sweeper that could not be started' },
  feedback: { output: 'UndeliveredFeedbackUrl', holds: 'news of SES about mails that were not taken' },
  news: { output: 'UndeliveredNewsUrl', holds: 'notices to operators that were not handed over' },
} as const;

export type QueueName = keyof typeof QUEUES;

export const isQueue = (name: string): name is QueueName => Object.hasOwn(QUEUES, name);

/** @throws Cannot for a name no queue has */
export function queueNamed(name: string): QueueName {
  if (isQueue(name)) return name;
  throw new Cannot(`There is no queue "${name}".`, `There are ${Object.keys(QUEUES).join(', ')}.`);
}

/** How many messages wait in a queue, in flight or not; `undefined` when this stage has no such queue. */
export async function waitingIn(
  aws: Aws,
  deployment: Deployment,
  name: QueueName,
): Promise<number | undefined> {
  const QueueUrl = deployment.outputs.get(QUEUES[name].output);
  if (QueueUrl === undefined) return undefined;
  const asked = new GetQueueAttributesCommand({
    QueueUrl,
    AttributeNames: ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'],
  });
  const { Attributes = {} } = await aws.sqs().send(asked);
  const { ApproximateNumberOfMessages, ApproximateNumberOfMessagesNotVisible } = Attributes;
  return Number(ApproximateNumberOfMessages ?? 0) + Number(ApproximateNumberOfMessagesNotVisible ?? 0);
}
