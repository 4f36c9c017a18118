import { RedriveExecutionCommand } from '@aws-sdk/client-sfn';
import type { ExecutionItem, ExecutionStatus, MachineName } from '../../adapters/executions.ts';
import { Cannot, EXIT } from '../common/exit.ts';
import type { Office } from './office.ts';

export const BROKEN: readonly ExecutionStatus[] = ['FAILED', 'TIMED_OUT', 'ABORTED'];
/** So many of each status are looked at. */
const MOST = 100;

/** Executions in these states, the newest first; `isMore` when there are more of one. */
export async function executionsIn(
  { executions }: Pick<Office, 'executions'>,
  machine: MachineName,
  statuses: readonly ExecutionStatus[],
): Promise<{ found: ExecutionItem[]; isMore: boolean }> {
  const lists = await Promise.all(
    statuses.map((status) => executions.list({ machine, status, limit: MOST })),
  );
  const found = lists.flatMap((list) => list.executions);
  return {
    found: found.sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1)),
    isMore: lists.some(({ token }) => token !== undefined),
  };
}

/** The plan and run an execution drives; `undefined` for bulk work. */
export const drivenBy = (name: string): { planId: string; run: number } | undefined => {
  const [, planId, run] = /^(pln[a-z2-7]{20})-r(\d+)$/.exec(name) ?? [];
  return planId && run ? { planId, run: Number(run) } : undefined;
};

export async function executions(
  office: Office,
  { failed, bulk, json }: { failed?: boolean; bulk?: boolean; json?: boolean },
): Promise<number> {
  const { print } = office;
  const statuses = failed ? BROKEN.filter((status) => status !== 'ABORTED') : (['RUNNING'] as const);
  const { found, isMore } = await executionsIn(office, bulk ? 'bulk-work' : 'plan-lifecycle', statuses);
  if (json) print.say(JSON.stringify(found, null, 2));
  else if (found.length === 0) print.say(failed ? 'No execution failed.' : 'No execution is running.');
  else for (const { name, status, startedAt } of found) print.say(`${name}  ${status}  started ${startedAt}`);
  if (isMore && !json) print.say(`There are more: these are the newest ${MOST} of each.`);
  return failed && found.length > 0 ? EXIT.found : EXIT.fine;
}

/** Lets an execution go on at the state that failed. */
export async function redrive(office: Office, wanted: string): Promise<number> {
  const { deployment, aws, print, store } = office;
  const name = wanted.slice(wanted.lastIndexOf(':') + 1);
  const driven = drivenBy(name);
  if (driven) {
    const plan = await store.load(driven.planId);
    if (plan.run !== driven.run)
      throw new Cannot(
        `Run ${plan.run} drives ${driven.planId} now: run ${driven.run} would end at once.`,
        `Nothing, or: npm run admin -- restart ${driven.planId} --reason "…" --stage ${office.stage}`,
      );
  }
  const machine = driven ? 'StateMachineArn' : 'BulkStateMachineArn';
  const executionArn = `${deployment.output(machine).replace(':stateMachine:', ':execution:')}:${name}`;
  try {
    await aws.sfn().send(new RedriveExecutionCommand({ executionArn }));
  } catch (error) {
    const { name: code, message } = error as Error;
    if (code === 'ExecutionDoesNotExist')
      throw new Cannot(
        `There is no execution ${name}.`,
        `npm run admin -- executions --failed --stage ${office.stage}`,
      );
    if (code !== 'ExecutionNotRedrivable') throw error;
    throw new Cannot(
      `${name} cannot go on where it stopped: ${message}.`,
      driven
        ? `Start another run from the record: npm run admin -- restart ${driven.planId} --reason "…" --stage ${office.stage}`
        : 'Continue the bulk work on its page of the admin site.',
    );
  }
  print.say(`${name} goes on at the state that failed.`);
  return EXIT.fine;
}
