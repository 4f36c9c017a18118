import type { Command } from 'commander';
import { Cannot } from '../common/exit.ts';
import { exporting } from './export.ts';
import * as keyring from './keys.ts';
import { planIdIn } from './office.ts';
import { type RestoreTo, restoring } from './restore.ts';
import { teardown } from './teardown.ts';
import { type Words, withYes } from './words.ts';

const stepIn = (text: string | undefined): 'add' | 'use' | undefined => {
  if (text === undefined || text === 'add' || text === 'use') return text;
  throw new Cannot(`--step takes add or use, not "${text}".`, 'Leave it out to do both, five minutes apart.');
};

/** The record as a whole, and what it is sealed with. */
export function addRecords(root: Command, { command }: Words): void {
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
  withYes(
    command<{ yes?: boolean }>(
      keys,
      'retire <which> <key>',
      'Takes a key out: what it sealed opens nothing any more.',
      (office, options, which = '', key = '') =>
        keyring.retire(office, keyring.secretNamed(which), key, options),
    ),
  );
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
  withYes(
    command<RestoreTo>(
      root,
      'restore',
      'Makes the record what it was at an earlier moment; without one it says between which moments.',
      restoring,
    )
      .option('--to <moment>', 'in UTC, such as 2027-03-16T13:00:00Z')
      .option('--from <table>', 'what a table of this region holds instead, such as one that was copied here')
      .option('--apply', 'does it; without it only says what would happen')
      .option('--hold-mail', 'mails that a reader may have got are not sent again: HR is asked about them'),
  );
  command<{ export: string }>(
    root,
    'teardown',
    'Exports everything, verifies it, and says what to type to take the stage down.',
    (office, options) => teardown(office, options.export),
  ).requiredOption('--export <folder>', 'where the records go');
}
