import type { Message } from '@aws-sdk/client-sqs';
import type { QueueName } from '../common/queues.ts';
import { aboutOf, eventIn } from './dead-letter.ts';
import { invoke } from './invoke.ts';
import { justAfter, type Office } from './office.ts';

/** Does what a message is about. @returns the name of the error when it failed again */
type Again = (message: Message) => Promise<string | undefined>;

/** Hands everything that is owed and late to the stream once more, from the record. */
async function nudgeAll({ store, now }: Office): Promise<number> {
  const at = await now();
  let nudged = 0;
  for (const { planId, key, status } of await store.lateOutbox(justAfter(at)))
    if (status === 'PENDING' && (await store.nudge(planId, key, at))) nudged += 1;
  return nudged;
}

/** Done once, however many messages ask for it. */
const once = (does: () => Promise<string | undefined>): Again => {
  let done: Promise<string | undefined> | undefined;
  return () => {
    done ??= does();
    return done;
  };
};

/**
 * How what a queue holds is done after all. Of a feed's batch only its place in the stream was kept: the record knows what
 * of it is still owed, and the sweeper does the same on its own.
 */
export function doAgain(office: Office, name: QueueName): Again {
  const { print } = office;
  switch (name) {
    case 'feedback':
      return async (message) => (await invoke(office, 'feedback', eventIn(message) ?? {})).error;
    case 'sweeps':
      return once(async () => (await invoke(office, 'sweeper', {})).error);
    case 'news':
      return async (message) => {
        print.say(`Nobody was told: ${aboutOf(message)}`);
        return undefined;
      };
    default:
      return once(async () => {
        const nudged = await nudgeAll(office);
        print.say(
          `A batch of the stream cannot be handed over a second time. By the record ${nudged} of what was owed is still to be done; it is handed over now, and the sweeper does the rest.`,
        );
        return undefined;
      });
  }
}
