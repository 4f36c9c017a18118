import { RedriveExecutionCommand } from '@aws-sdk/client-sfn';
import { ORDERED_STOPS } from '../../adapters/executions/ordered-stops.ts';
import type { ExecutionItem, ExecutionStatus, MachineName } from '../../adapters/executions.ts';
import { PlanErased } from '../../adapters/store-errors.ts';
import { isLive } from '../../domain/agenda.ts';
import { PlanNotFound, Refusal } from '../../domain/errors.ts';
import { Cannot, EXIT } from '../common/exit.ts';
import type { Office } from './office.ts';

const BROKEN: readonly ExecutionStatus[] = ['FAILED', 'TIMED_OUT', 'ABORTED'];
/** So many are asked at the same time why they ended. */
const AT_ONCE = 10;
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

export interface EndedBadly extends ExecutionItem {
  /** The name of the error; what it says may hold what people wrote. */
  error?: string;
}

/** What ended badly, by whether anything is left to do about it. */
export interface EndedBadlyOnes {
  /** The newest first. */
  found: EndedBadly[];
  /** Whether there are more than were looked at. */
  isMore: boolean;
  /** Another run drives their plan since, or it is over. */
  replaced: EndedBadly[];
}

/** Executions that failed, ran out of time, or were stopped by nobody of ours. */
export async function endedBadly(
  office: Pick<Office, 'executions' | 'store'>,
  machine: MachineName,
): Promise<EndedBadlyOnes> {
  const { found, isMore } = await executionsIn(office, machine, BROKEN);
  const told: (EndedBadly & { isReplaced: boolean })[] = [];
  for (let at = 0; at < found.length; at += AT_ONCE)
    told.push(
      ...(await Promise.all(
        found.slice(at, at + AT_ONCE).map(async (one) => {
          const [{ error }, isReplaced] = await Promise.all([
            office.executions.describe(machine, one.name),
            isReplacedIn(office, one.name),
          ]);
          return { ...one, isReplaced, ...(error !== undefined && { error }) };
        }),
      )),
    );
  const isOurs = ({ status, error = '' }: EndedBadly) =>
    status === 'ABORTED' && ORDERED_STOPS.includes(error);
  const [open, over]: [EndedBadly[], EndedBadly[]] = [[], []];
  for (const { isReplaced, ...one } of told) if (!isOurs(one)) (isReplaced ? over : open).push(one);
  return { found: open, isMore, replaced: over };
}

/** Nothing is left to do about a run that another one took over from, or whose plan is over or deleted. */
async function isReplacedIn({ store }: Pick<Office, 'store'>, name: string): Promise<boolean> {
  const driven = drivenBy(name);
  if (!driven) return false;
  try {
    const plan = await store.load(driven.planId);
    return plan.run !== driven.run || !isLive(plan);
  } catch (error) {
    if (error instanceof PlanErased || error instanceof PlanNotFound) return true;
    // A record that cannot be read hides no failure.
    if (error instanceof Refusal) return false;
    throw error;
  }
}

export async function executions(
  office: Office,
  { failed, all, bulk, json }: { failed?: boolean; all?: boolean; bulk?: boolean; json?: boolean },
): Promise<number> {
  const { print } = office;
  const machine = bulk ? 'bulk-work' : 'plan-lifecycle';
  const bad = failed ? await endedBadly(office, machine) : undefined;
  const { isMore, ...listed } = bad ?? (await executionsIn(office, machine, ['RUNNING']));
  const hidden = bad && !all ? bad.replaced.length : 0;
  const found = bad && all ? [...bad.found, ...bad.replaced] : listed.found;
  if (json) print.say(JSON.stringify(found, null, 2));
  else if (found.length === 0)
    print.say(failed ? 'No execution failed that nobody took over from.' : 'No execution is running.');
  else
    for (const one of found) {
      const ended = one.stoppedAt === undefined ? '' : `, ended ${one.stoppedAt}`;
      const error = 'error' in one && one.error !== undefined ? ` by ${one.error}` : '';
      print.say(`${one.name}  ${one.status}${error}  started ${one.startedAt}${ended}`);
    }
  if (hidden > 0 && !json)
    print.say(`${hidden} more failed whose plan another run drives since, or is over: --all lists them.`);
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
