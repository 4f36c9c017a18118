import { Command, CommanderError } from 'commander';
import { Cannot, EXIT } from './exit.ts';
import { plainly } from './plain-errors.ts';

/** What a command prints to, and reads its words from; tests give their own. */
export interface Terminal {
  say(line: string): void;
  /** Progress and complaints: what is piped on stays clean. */
  complain(line: string): void;
}

export const terminal: Terminal = {
  say: (line) => console.log(line),
  complain: (line) => console.error(line),
};

/** Every command has these: which deployment is meant, and where. */
export interface Where {
  stage?: string;
  region?: string;
  endpoint?: string;
  config?: string;
}

export const EXIT_HELP = `
Exit codes: 0 all is well, 1 something was found that somebody has to look at, 2 nothing was done (wrong use, no
credentials, no such stage).`;

/** A command that says where it looks. */
export const whereTo = (command: Command): Command =>
  command
    .option('-s, --stage <stage>', 'the deployment: its stacks are called pip-follow-up-<stage>-…')
    .option('-c, --config <file>', 'its configuration (default: config/<stage>.json, where there is one)')
    .option('--region <region>', 'the AWS region (default: that of the configuration, then AWS_REGION)')
    .option(
      '--endpoint <url>',
      'anything that speaks as AWS does, such as the sandbox (default: AWS_ENDPOINT_URL)',
    );

/** A program that never ends the process by itself, and suggests what may have been meant. */
export const program = (name: string, description: string, print: Terminal): Command =>
  new Command(name)
    .description(description)
    .exitOverride()
    .showSuggestionAfterError(true)
    .showHelpAfterError('See --help.')
    .configureOutput({
      writeOut: (text) => print.say(text.trimEnd()),
      writeErr: (text) => print.complain(text.trimEnd()),
    });

/** Runs it with these words and answers how it ended. Never throws. */
export async function run(
  made: Command,
  words: readonly string[],
  print: Terminal,
  ended: () => number,
): Promise<number> {
  let asked: Where = {};
  made.hook('preAction', (_, command) => {
    asked = command.opts<Where>();
  });
  try {
    await made.parseAsync([...words], { from: 'user' });
    return ended();
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.fine : EXIT.cannot;
    const { stage, endpoint = process.env.AWS_ENDPOINT_URL } = asked;
    const said = plainly(error, { stage, endpoint });
    if (said) {
      print.complain(`${said.message}\n${said.wayOut}`);
      return EXIT.cannot;
    }
    print.complain(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return EXIT.cannot;
  }
}

/** @throws Cannot for a stage nobody named */
export function stageOf({ stage }: Where): string {
  if (stage === undefined) throw new Cannot('Which deployment?', 'Name it: --stage prod');
  if (/^[a-z][a-z0-9-]{0,19}$/.test(stage)) return stage;
  throw new Cannot(
    `"${stage}" is not a stage: a lowercase letter, then lowercase letters, digits or hyphens, at most 20 in all.`,
    `Did you mean ${stage.toLowerCase().replace(/[^a-z0-9-]/g, '-')}? Name it as its configuration does.`,
  );
}
