import { DeleteMessageCommand, type Message, ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { EXIT } from '../common/exit.ts';
import { QUEUES, type QueueName, waitingIn } from '../common/queues.ts';
import { aboutOf, sentAt } from './dead-letter.ts';
import type { Office } from './office.ts';
import { doAgain } from './redrive.ts';

const PER_CALL = 10;
/** Whoever looks does not keep others from looking. */
const LOOKED_AT_SECONDS = 0;
/** Long enough to do what they are about. */
const WORKED_ON_SECONDS = 120;

async function take(office: Office, name: QueueName, VisibilityTimeout: number): Promise<Message[]> {
  const QueueUrl = office.deployment.output(QUEUES[name].output);
  const { Messages = [] } = await office.aws.sqs().send(
    new ReceiveMessageCommand({
      ...{ QueueUrl, MaxNumberOfMessages: PER_CALL, VisibilityTimeout },
      MessageSystemAttributeNames: ['SentTimestamp'],
      MessageAttributeNames: ['ERROR_CODE'],
    }),
  );
  return Messages;
}

async function drop({ aws, deployment }: Office, name: QueueName, { ReceiptHandle }: Message): Promise<void> {
  const QueueUrl = deployment.output(QUEUES[name].output);
  await aws.sqs().send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
}

/** How much is in which queue, and since when. */
export async function allQueues(office: Office): Promise<number> {
  const { print, stage, aws, deployment } = office;
  let sum = 0;
  for (const name of Object.keys(QUEUES) as QueueName[]) {
    const waiting = (await waitingIn(aws, deployment, name)) ?? 0;
    sum += waiting;
    const seen = waiting > 0 ? (await take(office, name, LOOKED_AT_SECONDS)).map(sentAt).sort() : [];
    const since = seen[0] ? `, since ${seen[0]} or earlier` : '';
    print.say(`${`${waiting}`.padStart(6)}  ${name}: ${QUEUES[name].holds}${since}`);
  }
  if (sum > 0) print.say(`\nWhat they are about: npm run admin -- queue NAME --stage ${stage}`);
  return sum > 0 ? EXIT.found : EXIT.fine;
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
  if (redrive) return emptied(office, name, waiting);
  print.say(`${waiting} ${QUEUES[name].holds}:`);
  for (const message of await take(office, name, LOOKED_AT_SECONDS)) print.say(`  ${aboutOf(message)}`);
  print.say(`\nWhen the cause is mended: npm run admin -- queue ${name} --redrive --stage ${stage}`);
  return EXIT.found;
}

async function emptied(office: Office, name: QueueName, waiting: number): Promise<number> {
  const { print, stage } = office;
  const again = doAgain(office, name);
  let done = 0;
  for (;;) {
    const messages = await take(office, name, WORKED_ON_SECONDS);
    if (messages.length === 0) break;
    for (const message of messages) {
      const failed = await again(message);
      if (failed) {
        print.say(
          `It failed again (${failed}): ${aboutOf(message)}. The message stays; done so far: ${done}.`,
        );
        const door = {
          sweeps: 'sweeper',
          mail: 'mailer',
          effects: 'effects',
          feedback: 'feedback',
          news: '',
        };
        print.say(`Look why: npm run admin -- logs ${door[name]} --errors --stage ${stage}`);
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
