import type { Command } from 'commander';
import * as people from './people.ts';
import { type Words, withJson } from './words.ts';

/** Who can sign in. */
export function addPeople(root: Command, { command }: Words): void {
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
}
