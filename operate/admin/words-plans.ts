import type { Command } from 'commander';
import { durationOf } from '../common/durations.ts';
import * as executing from './executions.ts';
import { LOST_FOR_DAYS, mails } from './mails.ts';
import { type Migration, migrate } from './migrate.ts';
import { planIdIn } from './office.ts';
import * as planning from './plans.ts';
import { type Words, withJson, withReason, withYes } from './words.ts';

/** Plans, what drives them, and their mail. */
export function addPlans(root: Command, { command }: Words): void {
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
    command<{ reason: string; comparator?: string[] }>(
      root,
      'hold <plan>',
      'Keeps the record of a plan, whatever its age.',
      (office, { reason, comparator = [] }, plan = '') =>
        planning.hold(office, planIdIn(plan), comparator.map(planIdIn), reason),
    ),
  ).option(
    '--comparator <plan>',
    'keeps the record of this plan, of somebody in a similar position, too; may be repeated',
    (plan: string, before: string[] = []) => [...before, plan],
  );
  withReason(
    command<{ reason: string }>(root, 'release <plan>', 'Ends that.', (office, { reason }, plan = '') =>
      planning.release(office, planIdIn(plan), reason),
    ),
  );
  withJson(
    command<{ failed?: boolean; all?: boolean; bulk?: boolean; json?: boolean }>(
      root,
      'executions',
      'Executions that run, or that failed.',
      executing.executions,
    ),
  )
    .option('--failed', 'those that failed, ran out of time or were stopped by nobody of ours')
    .option('--all', 'also those whose plan another run drives since, or that is over')
    .option('--bulk', 'of imports and bulk work, instead of plans');
  command(
    root,
    'redrive <execution>',
    'Lets an execution go on at the state that failed.',
    (office, _, name = '') => executing.redrive(office, name),
  );
  withYes(
    command<Migration>(
      root,
      'migrate',
      'Says which plans an older definition drives, and moves them onto the newest.',
      migrate,
    )
      .option('--apply', 'does it; without, it says which')
      .option('--reason <text>', 'what the records say of it'),
  );
  withJson(
    command<{ unknown?: boolean; pending?: boolean; failed?: boolean; since: string; json?: boolean }>(
      root,
      'mails',
      'Mails that are not where they should be.',
      (office, { since, ...options }) => mails(office, { ...options, since: durationOf(since, '--since') }),
    ),
  )
    .option('--pending', 'owed and not handed over')
    .option('--unknown', 'nobody knows whether they left')
    .option('--failed', 'they did not leave, came back, were rejected, or somebody complained of one')
    .option(
      '--since <time>',
      'lost within; where somebody is still to be reached, whenever',
      `${LOST_FOR_DAYS}d`,
    );
}
