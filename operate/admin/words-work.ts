import type { Command } from 'commander';
import { durationOf } from '../common/durations.ts';
import { Cannot } from '../common/exit.ts';
import { queueNamed } from '../common/queues.ts';
import { type LogOptions, logs } from './logs.ts';
import { allQueues, queue } from './queue.ts';
import { status } from './status.ts';
import { sweep } from './sweep.ts';
import { pauseTriggers, resumeTriggers } from './triggers.ts';
import { type Words, withJson, withYes } from './words.ts';

const most = (text: string): number => {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0 && number <= 10_000) return number;
  throw new Cannot(
    `--limit takes a whole number from 1 to 10000, not "${text}".`,
    'For instance: --limit 100',
  );
};

/** What runs by itself, and what it could not do. */
export function addWork(root: Command, { command }: Words): void {
  withJson(command(root, 'status', 'One screen: what there is to look after.', status));
  command<{ redrive?: boolean }>(
    root,
    'queue [name]',
    'What was given up: effects, mail, sweeps, feedback or news; all of them when none is named.',
    (office, options, name?: string) => {
      if (name !== undefined) return queue(office, queueNamed(name), options);
      if (options.redrive)
        throw new Cannot('Of which queue?', 'Name it: npm run admin -- queue mail --redrive');
      return allQueues(office);
    },
  ).option('--redrive', 'does it after all, and empties the queue');
  command(root, 'sweep', 'One round of the sweeper, now.', sweep);
  command<{ errors?: boolean; error?: string; since: string; limit: string }>(
    root,
    'logs [function]',
    'What a function wrote, such as pages, api, admin, mailer, sweeper; of all when none is named.',
    (office, { errors, error, since, limit }, name?: string) => {
      const options: LogOptions = {
        ...(errors && { onlyErrors: true }),
        ...(error !== undefined && { error }),
        since: durationOf(since, '--since'),
        most: most(limit),
      };
      return logs(office, name, options);
    },
  )
    .option('--errors', 'only errors, and how often each was')
    .option('--error <name>', 'only lines that name it')
    .option('--since <time>', 'how far back', '1h')
    .option('--limit <number>', 'so many lines', '200');
  withYes(
    command<{ yes?: boolean }>(
      root,
      'pause-triggers',
      'Nothing is sent, started or swept any more by itself, until they are resumed.',
      pauseTriggers,
    ),
  );
  command(root, 'resume-triggers', 'Ends that: what was owed meanwhile is done.', resumeTriggers);
}
