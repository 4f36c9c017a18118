import { EXIT } from '../common/exit.ts';
import { drivenBy } from './executions.ts';
import type { Office } from './office.ts';

const REASON = 'Moved onto the newest definition of the workflow.';

/**
 * Gives every plan whose execution runs an older definition another run, which runs the newest. Done a second time it
 * finds nothing: what is moved runs the newest.
 */
export async function migrate(
  office: Office,
  { dryRun, reason = REASON }: { dryRun?: boolean; reason?: string },
): Promise<number> {
  const { print, executions, store } = office;
  let moved = 0;
  let looked = 0;
  let token: string | undefined;
  const names: string[] = [];
  do {
    const page = await executions.list({
      ...{ machine: 'plan-lifecycle', status: 'RUNNING', limit: 100 },
      ...(token !== undefined && { token }),
    });
    names.push(...page.executions.map(({ name }) => name));
    token = page.token;
  } while (token !== undefined);
  for (const name of names) {
    looked += 1;
    if (looked % 50 === 0) print.complain(`${looked} of ${names.length} looked at, ${moved} moved ...`);
    const driven = drivenBy(name);
    if (!driven || (await executions.version('plan-lifecycle', name)).current) continue;
    const { planId, run } = driven;
    if ((await store.load(planId)).run !== run) continue;
    if (!dryRun) {
      const command = { type: 'RestartRun', run, because: 'new_workflow', reason } as const;
      await store.commit(planId, command, await office.context(planId));
    }
    moved += 1;
    print.say(
      `${planId}: run ${run} is on an older definition${dryRun ? '' : `; run ${run + 1} takes over`}.`,
    );
  }
  print.say(
    moved === 0
      ? `All ${looked} running executions are on the newest definition.`
      : `${moved} of ${looked} ${dryRun ? 'would be moved' : 'were moved'}.`,
  );
  return EXIT.fine;
}
