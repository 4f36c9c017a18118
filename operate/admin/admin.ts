import { EXIT_HELP, program, run, type Terminal } from '../common/command-line.ts';
import { EXIT } from '../common/exit.ts';
import { wordsTo } from './words.ts';
import { addPeople } from './words-people.ts';
import { addPlans } from './words-plans.ts';
import { addRecords } from './words-records.ts';
import { addWork } from './words-work.ts';

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

/** `npm run admin`: what platform engineers do to a running deployment. @returns the exit code */
export async function admin(given: readonly string[], print: Terminal): Promise<number> {
  let ended: number = EXIT.fine;
  const root = program('npm run admin --', 'Looks after a deployment.', print).addHelpText('after', HELP);
  const words = wordsTo(print, (code) => {
    ended = code;
  });
  for (const add of [addPeople, addWork, addPlans, addRecords]) add(root, words);
  return run(root, given, print, () => ended);
}
