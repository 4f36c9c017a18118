import { Option } from 'commander';
import { EXIT_HELP, program, run, type Terminal, type Where, whereTo } from '../common/command-line.ts';
import { whatIsMeant } from '../common/configuration.ts';
import { Cannot, EXIT } from '../common/exit.ts';
import { EVERYTHING, PREFLIGHT } from './checks.ts';
import { examine } from './examine.ts';
import { worldOf } from './gather.ts';
import { lineOf, summaryOf } from './report.ts';
import type { World } from './world.ts';

interface Options extends Where {
  json?: boolean;
  beforeDeploy?: boolean;
  mailsADay: string;
}

const HELP = `
Every line is ok, TO DO (before people use it), WRONG or cannot tell, says what that means for people, and what to type. Nothing is changed.

Examples:
  npm run doctor -- --stage prod
  npm run doctor -- --stage prod --json | jq '.[] | select(.is != "ok")'
  npm run doctor -- --stage staging --before-deploy
  npm run doctor -- --stage dev --endpoint http://127.0.0.1:4020        (the sandbox)
${EXIT_HELP}`;

const numberFrom = (text: string): number => {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  throw new Cannot(
    `--mails-a-day takes a whole number above 0, not "${text}".`,
    'For instance: --mails-a-day 500',
  );
};

/**
 * `npm run doctor`: what is wrong with a deployment, and with the account it is in.
 *
 * @param change lets tests put a part of the world in place of the real one, such as DNS
 * @returns the exit code
 */
export async function doctor(
  words: readonly string[],
  print: Terminal,
  change: (world: World) => World = (world) => world,
): Promise<number> {
  let ended: number = EXIT.fine;
  const command = whereTo(
    program(
      'npm run doctor --',
      'Checks a deployment, and the account it is in, and says how to mend what is wrong.',
      print,
    ),
  )
    .option('--json', 'one JSON array of findings: check, is, says, fix')
    .option('--before-deploy', 'only what must be right before anything is deployed')
    .addOption(
      new Option('--mails-a-day <number>', 'as many e-mails are expected within 24 hours').default('200'),
    )
    .addHelpText('after', HELP)
    .action(async (options: Options) => {
      const mailsADay = numberFrom(options.mailsADay);
      const world = change(await worldOf(await whatIsMeant(options), mailsADay));
      const checks = options.beforeDeploy ? PREFLIGHT : EVERYTHING;
      const findings = await examine(checks, world, (finding) => {
        if (!options.json) print.say(lineOf(finding));
      });
      print.say(options.json ? JSON.stringify(findings, null, 2) : `\n${summaryOf(findings)}`);
      if (findings.some(({ is, isBlind }) => is === 'wrong' || isBlind)) ended = EXIT.found;
    });
  return run(command, words, print, () => ended);
}
