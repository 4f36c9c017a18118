import { DeleteMessageCommand, type Message, ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { EXIT } from '../common/exit.ts';
import { QUEUES, type QueueName, waitingIn } from '../common/queues.ts';
import { invoke } from './invoke.ts';
import { justAfter, type Office } from './office.ts';

const PER_CALL = 10;
/** Whoever looks does not keep others from looking. */
const LOOKED_AT_SECONDS = 0;
/** Long enough to do what they are about. */
const WORKED_ON_SECONDS = 120;

async function take(office: Office, name: QueueName, VisibilityTimeout: number): Promise<Message[]> {
  const QueueUrl = office.deployment.output(QUEUES[name].output);
  const { Messages = [] } = await office.aws
    .sqs()
    .send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: PER_CALL, VisibilityTimeout }));
  return Messages;
}

const drop = async (
  { aws, deployment }: Office,
  name: QueueName,
  { ReceiptHandle }: Message,
): Promise<void> => {
  await aws
    .sqs()
    .send(new DeleteMessageCommand({ QueueUrl: deployment.output(QUEUES[name].output), ReceiptHandle }));
};

/** What a message says of itself without anybody's words: when, which function, how it failed. */
function aboutOf({ Body = '' }: Message): string {
  try {
    const said = JSON.parse(Body) as Record<string, unknown>;
    const context = (said.requestContext ?? {}) as Record<string, unknown>;
    const parts = [said.timestamp ?? said.time, context.condition, said['detail-type'], said.error];
    return parts.filter((part) => typeof part === 'string').join('  ') || 'a message';
  } catch {
    return 'a message that is not JSON';
  }
}

/** Everything owed and late goes to the stream once more; what the messages pointed at is among it. */
async function nudgeAll({ store, now }: Office): Promise<number> {
  const at = await now();
  const late = await store.lateOutbox(justAfter(at));
  let nudged = 0;
  for (const { planId, key, status } of late)
    if (status === 'PENDING' && (await store.nudge(planId, key, at))) nudged += 1;
  return nudged;
}

/** How the messages of a queue are done after all; answers what to say, or `undefined` when it failed again. */
async function doAgain(office: Office, name: QueueName, message: Message): Promise<boolean> {
  if (name === 'feedback') {
    const { error } = await invoke(office, 'feedback', JSON.parse(message.Body ?? '{}'));
    return error === undefined;
  }
  if (name === 'sweeps') return (await invoke(office, 'sweeper', {})).error === undefined;
  await nudgeAll(office);
  return true;
}

/** Shows what a queue of given-up work holds, or does it after all and empties it. */
export async function queue(
  office: Office,
  name: QueueName,
  { redrive }: { redrive?: boolean },
): Promise<number> {
  const { print, stage } = office;
  const waiting = (await waitingIn(office.aws, office.deployment, name)) ?? 0;
  if (waiting === 0) {
    print.say(`No ${QUEUES[name].holds}.`);
    return EXIT.fine;
  }
  if (!redrive) {
    print.say(`${waiting} ${QUEUES[name].holds}:`);
    for (const message of await take(office, name, LOOKED_AT_SECONDS)) print.say(`  ${aboutOf(message)}`);
    print.say(
      `\nWhen the cause is mended: npm run admin -- queue ${name} --redrive --stage ${stage}. What is owed is in the record as well: the sweeper does it either way.`,
    );
    return EXIT.found;
  }
  let done = 0;
  for (;;) {
    const messages = await take(office, name, WORKED_ON_SECONDS);
    if (messages.length === 0) break;
    for (const message of messages) {
      if (!(await doAgain(office, name, message))) {
        print.say(`It failed again: ${aboutOf(message)}. The message stays; done so far: ${done}.`);
        print.say(`Look why: npm run admin -- logs ${name === 'sweeps' ? 'sweeper' : name} --stage ${stage}`);
        return EXIT.found;
      }
      await drop(office, name, message);
      done += 1;
    }
    print.complain(`${done} of ${waiting} done ...`);
  }
  print.say(`${done} done after all; the queue is empty.`);
  return EXIT.fine;
}
