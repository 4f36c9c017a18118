import type { Command } from 'commander';
import { EXIT_HELP, program, run, type Terminal, type Where, whereTo } from '../common/command-line.ts';
import { durationOf } from '../common/durations.ts';
import { Cannot, EXIT } from '../common/exit.ts';
import { queueNamed } from '../common/queues.ts';
import * as executing from './executions.ts';
import { exporting } from './export.ts';
import * as keyring from './keys.ts';
import { logs } from './logs.ts';
import { mails } from './mails.ts';
import { migrate } from './migrate.ts';
import { type Office, openOffice, planIdIn } from './office.ts';
import * as people from './people.ts';
import * as planning from './plans.ts';
import { queue } from './queue.ts';
import { type RestoreTo, restoring } from './restore.ts';
import { status } from './status.ts';
import { sweep } from './sweep.ts';
import { teardown } from './teardown.ts';

const HELP = `
Nothing personal is printed but by export and users. What changes a plan stands in its record, in your name.

Examples:
  npm run admin -- first-user --stage prod --email you@agency.org --name "Your Name"
  npm run admin -- status --stage prod
  npm run admin -- restart plnabcdefghijklmnopqrst --reason "Its run failed on a bad deployment" --stage prod
  npm run admin -- export --all records/ --stage prod
  npm run admin -- keys rotate links --stage prod
  npm run admin -- restore --to 2027-03-16T13:00:00Z --stage prod
${EXIT_HELP}`;

/** Runs one command in an office of its own and keeps how it ended. */
type Does<O> = (office: Office, options: O & Where, ...words: string[]) => Promise<number>;

const most = (text: string): number => {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0 && number <= 10_000) return number;
  throw new Cannot(
    `--limit takes a whole number from 1 to 10000, not "${text}".`,
    'For instance: --limit 100',
  );
};

const stepIn = (text: string | undefined): 'add' | 'use' | undefined => {
  if (text === undefined || text === 'add' || text === 'use') return text;
  throw new Cannot(`--step takes add or use, not "${text}".`, 'Leave it out to do both, five minutes apart.');
};

/** `npm run admin`: what platform engineers do to a running deployment. @returns the exit code */
export async function admin(words: readonly string[], print: Terminal): Promise<number> {
  let ended: number = EXIT.fine;
  const root = program('npm run admin --', 'Looks after a deployment.', print).addHelpText('after', HELP);

  /** A command of its own name; positional words follow the office and the options. */
  const command = <O>(parent: Command, usage: string, description: string, does: Does<O>): Command =>
    whereTo(parent.command(usage).description(description)).action(async (...given: unknown[]) => {
      const options = given.at(-2) as O & Where;
      const office = await openOffice(options, print);
      ended = await does(office, options, ...(given.slice(0, -2) as string[]));
    });
  const withReason = (made: Command): Command =>
    made.requiredOption('--reason <text>', 'why; it stays in the record of the plan, so no names');
  const withJson = (made: Command): Command => made.option('--json', 'as JSON');

  command<{ email: string; name: string }>(
    root,
    'first-user',
    'Creates whoever starts the first plan, in the groups hr and operator.',
    people.firstUser,
  )
    .requiredOption('--email <address>', 'where they are written to, and what they sign in by')
    .requiredOption('--name <name>', 'as others read it');
  const users = root.command('users').description('Who can sign in.');
  withJson(
    command<people.UserOptions & { json?: boolean }>(
      users,
      'list',
      'Everybody, with their groups.',
      people.listUsers,
    ),
  ).option('--group <group>', 'only those in it');
  command<people.UserOptions>(
    users,
    'add <email>',
    'Puts somebody into a group, and creates them where --name is given.',
    (office, options, email = '') => people.addUser(office, email, options),
  )
    .requiredOption('--group <group>', 'hr, manager, auditor, operator or recorder')
    .option('--name <name>', 'creates them when they are not there yet');
  command<people.UserOptions>(
    users,
    'remove <email>',
    'Takes somebody out of a group.',
    (office, options, email = '') => people.removeUser(office, email, options),
  ).requiredOption('--group <group>', 'hr, manager, auditor, operator or recorder');

  withJson(command(root, 'status', 'One screen: what there is to look after.', status));
  withJson(
    command<{ late?: boolean; json?: boolean }>(root, 'plans', 'Plans by their ids.', planning.plans),
  ).option('--late', 'only those whose due moment has passed with nobody driving them');
  withReason(
    command<{ reason: string }>(
      root,
      'restart <plan>',
      'Starts another run of a plan from its record.',
      (office, { reason }, plan = '') => planning.restart(office, planIdIn(plan), reason),
    ),
  );
  withReason(
    command<{ reason: string }>(
      root,
      'hold <plan>',
      'Keeps the record of a plan, whatever its age.',
      (office, { reason }, plan = '') => planning.hold(office, planIdIn(plan), reason),
    ),
  );
  withReason(
    command<{ reason: string }>(root, 'release <plan>', 'Ends that.', (office, { reason }, plan = '') =>
      planning.release(office, planIdIn(plan), reason),
    ),
  );
  withJson(
    command<{ failed?: boolean; bulk?: boolean; json?: boolean }>(
      root,
      'executions',
      'Executions that run, or that failed.',
      executing.executions,
    ),
  )
    .option('--failed', 'those that failed or ran out of time')
    .option('--bulk', 'of imports and bulk work, instead of plans');
  command(
    root,
    'redrive <execution>',
    'Lets an execution go on at the state that failed.',
    (office, _, name = '') => executing.redrive(office, name),
  );
  command<{ dryRun?: boolean; reason?: string }>(
    root,
    'migrate',
    'Moves plans whose execution runs an older definition onto the newest.',
    migrate,
  )
    .option('--dry-run', 'only says which')
    .option('--reason <text>', 'what the records say of it');

  withJson(
    command<{ unknown?: boolean; pending?: boolean; failed?: boolean; json?: boolean }>(
      root,
      'mails',
      'Mails that are not where they should be.',
      mails,
    ),
  )
    .option('--pending', 'owed and not handed over')
    .option('--unknown', 'nobody knows whether they left')
    .option('--failed', 'they did not leave');
  command<{ redrive?: boolean }>(
    root,
    'queue <name>',
    'What was given up: effects, mail, sweeps or feedback.',
    (office, options, name = '') => queue(office, queueNamed(name), options),
  ).option('--redrive', 'does it after all, and empties the queue');
  command(root, 'sweep', 'One round of the sweeper, now.', sweep);
  command<{ error?: string; since: string; limit: string }>(
    root,
    'logs <function>',
    'What a function wrote, such as pages, api, admin, mailer, sweeper.',
    (office, { error, since, limit }, name = '') =>
      logs(office, name, {
        ...(error !== undefined && { error }),
        since: durationOf(since, '--since'),
        most: most(limit),
      }),
  )
    .option('--error <name>', 'only lines that name it')
    .option('--since <time>', 'how far back', '1h')
    .option('--limit <number>', 'so many lines', '200');

  const keys = root.command('keys').description('Keys that links, sessions and the edge are sealed with.');
  command(keys, 'list <which>', 'Their names: of links, sessions or origin.', (office, _, which = '') =>
    keyring.listKeys(office, keyring.secretNamed(which)),
  );
  command<{ step?: string }>(
    keys,
    'rotate <which>',
    'Adds a key, waits until all functions have read it, and uses it.',
    (office, { step }, which = '') => {
      const only = stepIn(step);
      return keyring.rotate(office, keyring.secretNamed(which), only ? { step: only } : {});
    },
  ).option('--step <step>', 'only add, or only use the one that was added');
  command<{ yes?: boolean }>(
    keys,
    'retire <which> <key>',
    'Takes a key out: what it sealed opens nothing any more.',
    (office, options, which = '', key = '') =>
      keyring.retire(office, keyring.secretNamed(which), key, options),
  ).option('-y, --yes', 'asks nothing');

  command<{ all?: string | true }>(
    root,
    'export <plan-or-folder> [folder]',
    'Writes sealed records: export PLAN FOLDER, or export --all FOLDER.',
    (office, { all }, first = '', second) => {
      if (all) return exporting(office, 'all', first);
      if (second === undefined)
        throw new Cannot('Where to?', 'npm run admin -- export PLAN FOLDER, or export --all FOLDER');
      return exporting(office, [planIdIn(first)], second);
    },
  ).option('--all', 'every plan there is');
  command<RestoreTo>(root, 'restore', 'Makes the record what it was at an earlier moment.', restoring)
    .requiredOption('--to <moment>', 'in UTC, such as 2027-03-16T13:00:00Z')
    .option('--apply', 'does it; without it only says what would happen')
    .option('--hold-mail', 'mails sent since are not sent again: HR is asked about them')
    .option('-y, --yes', 'asks nothing');
  command<{ export: string }>(
    root,
    'teardown',
    'Exports everything, verifies it, and says what to type to take the stage down.',
    (office, options) => teardown(office, options.export),
  ).requiredOption('--export <folder>', 'where the records go');

  return run(root, words, print, () => ended);
}
