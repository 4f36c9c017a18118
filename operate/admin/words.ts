import type { Command } from 'commander';
import { type Terminal, type Where, whereTo } from '../common/command-line.ts';
import { type Office, openOffice } from './office.ts';

/** Does what one command is for, in an office of its own. @returns how it ended */
export type Does<O> = (office: Office, options: O & Where, ...words: string[]) => Promise<number>;

/** Makes commands that say how they ended. */
export interface Words {
  /** A command of its own name; positional words follow the office and the options. */
  command<O>(parent: Command, usage: string, description: string, does: Does<O>): Command;
}

/** @param ended told how a command ended */
export const wordsTo = (print: Terminal, ended: (code: number) => void): Words => ({
  command: (parent, usage, description, does) =>
    whereTo(parent.command(usage).description(description)).action(async (...given: unknown[]) => {
      const options = given.at(-2) as Parameters<typeof does>[1];
      const office = await openOffice(options, print);
      ended(await does(office, options, ...(given.slice(0, -2) as string[])));
    }),
});

export const withReason = (made: Command): Command =>
  made.requiredOption('--reason <text>', 'why; it stays in the record of the plan, so no names');

export const withJson = (made: Command): Command => made.option('--json', 'as JSON');

export const withYes = (made: Command): Command => made.option('-y, --yes', 'asks nothing');
