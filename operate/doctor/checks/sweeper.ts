import { functionNamed, linesOf } from '../../common/functions.ts';
import { ok, unclear, wrong } from '../finding.ts';
import type { Check } from '../world.ts';

const DAY = 86_400_000;
/** It runs every 15 minutes; two rounds and a little may be missed. */
const LATE_MINUTES = 35;

/** Whether what finishes everything late runs. */
export const sweeper: Check = {
  name: 'sweeper',
  look: async ({ aws, deployment, stage }) => {
    const now = Date.parse(await aws.now());
    const name = await functionNamed(deployment, 'sweeper');
    const lastOf = async (pattern: string) =>
      (await linesOf(aws, name, { since: now - DAY, pattern, most: 1_000 })).lines.at(-1)?.at;
    const [last, failed = 0] = await Promise.all([lastOf('"swept"'), lastOf('"sweep_incomplete"')]);
    const fix = `npm run admin -- logs sweeper --stage ${stage}, then npm run admin -- sweep --stage ${stage}`;
    const deployedAt = deployment.stacks.service?.CreationTime?.getTime() ?? 0;
    if (last === undefined)
      return now - deployedAt < LATE_MINUTES * 60_000
        ? [
            unclear(
              'sweeper.ran',
              'The sweeper had no time to run yet.',
              `npm run admin -- sweep --stage ${stage}`,
            ),
          ]
        : [wrong('sweeper.ran', 'The sweeper did not run for a day: what is lost stays lost.', fix)];
    const minutes = Math.round((now - last) / 60_000);
    // A round says what it found before it says that it could not finish all of it.
    if (failed >= last)
      return [
        wrong(
          'sweeper.ran',
          `The sweeper's last round, ${minutes} minutes ago, could not finish everything.`,
          `npm run admin -- logs sweeper --errors --stage ${stage}`,
        ),
      ];
    return [
      minutes <= LATE_MINUTES
        ? ok('sweeper.ran', `The sweeper ran ${minutes} minutes ago.`)
        : wrong('sweeper.ran', `The sweeper ran last ${minutes} minutes ago; it should every 15.`, fix),
    ];
  },
};
