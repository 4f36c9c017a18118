import { Refusal } from '../../domain/errors.ts';
import type { PlanId } from '../../domain/plan.ts';
import { confirm } from '../common/ask.ts';
import { EXIT } from '../common/exit.ts';
import { drivenBy } from './executions.ts';
import type { Office } from './office.ts';

const REASON = 'Moved onto the newest definition of the workflow.';

export interface Migration {
  apply?: boolean;
  yes?: boolean;
  /** What the records say of it. */
  reason?: string;
}

interface Old {
  planId: PlanId;
  run: number;
}

async function runningPlans({ executions }: Office): Promise<string[]> {
  const names: string[] = [];
  let token: string | undefined;
  do {
    const page = await executions.list({
      ...{ machine: 'plan-lifecycle', status: 'RUNNING', limit: 100 },
      ...(token !== undefined && { token }),
    });
    names.push(...page.executions.map(({ name }) => name));
    token = page.token;
  } while (token !== undefined);
  return names;
}

/** Those of running executions that drive a plan by an older definition. */
async function oldOnes({ print, executions, store }: Office, names: readonly string[]): Promise<Old[]> {
  const found: Old[] = [];
  for (const [at, name] of names.entries()) {
    if (at > 0 && at % 50 === 0) print.complain(`${at} of ${names.length} looked at ...`);
    const driven = drivenBy(name);
    if (!driven || (await executions.version('plan-lifecycle', name)).current) continue;
    if ((await store.load(driven.planId)).run === driven.run) found.push(driven);
  }
  return found;
}

/**
 * Gives every plan whose execution runs an older definition another run, which runs the newest; without `apply` it says
 * which. Done a second time it finds nothing: what is moved runs the newest.
 */
export async function migrate(office: Office, { apply, yes, reason = REASON }: Migration): Promise<number> {
  const { print, store, stage } = office;
  const names = await runningPlans(office);
  const old = await oldOnes(office, names);
  if (old.length === 0) {
    print.say(allNew(names.length));
    return EXIT.fine;
  }
  for (const { planId, run } of old)
    print.say(`${planId}: run ${run} is on an older definition; run ${run + 1} takes over.`);
  if (!apply) {
    print.say(
      `${old.length} of ${names.length} would be moved. Nothing was changed. To do it: npm run admin -- migrate --apply --stage ${stage}`,
    );
    return EXIT.fine;
  }
  const runs = old.length === 1 ? 'One plan gets' : `${old.length} plans get`;
  await confirm(`${runs} another run, and the record says so; nobody is written to because of it.`, yes);
  const contexts = await office.contexts();
  let moved = 0;
  for (const { planId, run } of old) {
    const command = { type: 'RestartRun', run, because: 'new_workflow', reason } as const;
    try {
      await store.commit(planId, command, contexts(planId));
      moved += 1;
    } catch (error) {
      // It ended, or got another run, since it was looked at.
      if (!(error instanceof Refusal)) throw error;
      print.say(`${planId}: not moved. ${error.message}`);
    }
  }
  print.say(`${moved} of ${names.length} ${moved === 1 ? 'was' : 'were'} moved.`);
  return EXIT.fine;
}

const allNew = (running: number): string =>
  running === 0
    ? 'No execution runs.'
    : running === 1
      ? 'The one running execution is on the newest definition.'
      : `All ${running} running executions are on the newest definition.`;
