import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { LIVE } from '../domain/index.ts';
import { type Difference, type DrivenPlan, difference, planIn } from './restore/difference.ts';
import { type Partitions, partitionsOf, put, type Row, write } from './restore/rows.ts';

export { backFrom, type PastTable } from './restore/past-table.ts';

export interface RestoreOptions {
  client: DynamoDBClient;
  /** The table the system works on, and the one that holds what it is to become like. */
  live: string;
  restored: string;
  /** Says what would happen; nothing is written. */
  dryRun?: boolean;
  /** Mails that were owed then and have been sent since are not sent again: HR is asked what became of them. */
  holdMail?: boolean;
  /** Of the plans that changed: what their executions need. */
  runs: {
    /** Ends the execution of a run, if there is one. */
    stop(planId: string, run: number): Promise<unknown>;
    /** Gives the plan another run in place of this one, by its record. */
    restart(planId: string, run: number): Promise<unknown>;
  };
  /** Told after every partition. */
  onProgress?(sofar: Readonly<Restored>): void;
}

/** What was done, or would be. */
export interface Restored extends Omit<Difference, 'changes'> {
  /** Partitions looked at, and those of them that an earlier, interrupted run had finished. */
  looked: number;
  finishedBefore: number;
  /** Partitions that differ, and the rows written and removed in them. */
  changed: number;
  rowsWritten: number;
  rowsRemoved: number;
  /** Plans that go on from then with another run. */
  restarted: number;
  /** Plans that were not there yet: they are gone. */
  plansRemoved: string[];
}

/** Somebody changes this plan faster than it can be put back. */
export class PlanKeepsChanging extends Error {
  readonly code = 'plan_keeps_changing';
  constructor(partition: string) {
    super(`${partition} keeps changing. Run the same command once more: it goes on where it stopped.`);
    this.name = 'PlanKeepsChanging';
  }
}

const ATTEMPTS = 10;
/** Rows of the restored table that say of a partition that it is being put back (with its plan as it was), or has been. */
const MARK = 'RESTORED#';

/**
 * Makes the live table what the restored one says, plan by plan: each in one transaction where it fits, so that nobody
 * meets half of one. What is settled there stays settled, and sends nothing; what was owed then is owed again. Plans that
 * live get another run, because theirs belongs to a future that is no more. Cut short, it goes on where it stopped.
 *
 * @throws PlanKeepsChanging; whatever DynamoDB or Step Functions refuses.
 */
export async function restore(options: RestoreOptions): Promise<Restored> {
  const { client, dryRun = false, onProgress } = options;
  const [live, past] = [partitionsOf(client, options.live), partitionsOf(client, options.restored)];
  const total: Restored = {
    ...{ looked: 0, finishedBefore: 0, changed: 0, rowsWritten: 0, rowsRemoved: 0, restarted: 0 },
    ...{ plansRemoved: [], eventsLost: 0, answersLost: 0, mailAgain: 0, effectsAgain: 0 },
  };
  for await (const pk of everyKey(past, live)) {
    total.looked += 1;
    const marks = await past.rows(`${MARK}${pk}`);
    if (marks.has('DONE')) total.finishedBefore += 1;
    else {
      await putBack(pk, { live, past }, planIn(marks, 'BEGUN'), options, total);
      if (!dryRun) await put(client, options.restored, { ...markOf(pk), sk: { S: 'DONE' } });
    }
    onProgress?.(total);
  }
  return total;
}

const markOf = (pk: string): Row => ({ pk: { S: `${MARK}${pk}` } });

/** What was there then, and then what has come since. */
async function* everyKey(past: Partitions, live: Partitions): AsyncGenerator<string> {
  const then = new Set<string>();
  for await (const pk of past.keys()) {
    if (pk.startsWith(MARK) || then.has(pk)) continue;
    then.add(pk);
    yield pk;
  }
  for await (const pk of live.keys()) if (!then.has(pk)) yield pk;
}

async function putBack(
  pk: string,
  { live, past }: { live: Partitions; past: Partitions },
  begun: DrivenPlan | undefined,
  options: RestoreOptions,
  total: Restored,
): Promise<void> {
  const { client, dryRun = false, holdMail = false } = options;
  const wanted = await past.rows(pk);
  for (let attempt = 1; ; attempt += 1) {
    const now = await live.rows(pk);
    const found = difference(now, wanted, holdMail);
    const was = begun ?? planIn(now);
    if (found.changes.length === 0 && !begun) return;
    // Cut short after this, the plan still gets the other run that it needs.
    if (!dryRun && was && !begun)
      await put(client, options.restored, { ...now.get('PLAN'), ...markOf(pk), sk: { S: 'BEGUN' } });
    if (!dryRun && !(await write(client, options.live, found.changes))) {
      if (attempt === ATTEMPTS) throw new PlanKeepsChanging(pk);
      continue;
    }
    count(found, total);
    await drive(was, planIn(wanted), options, total);
    return;
  }
}

function count({ changes, ...found }: Difference, total: Restored): void {
  total.changed += 1;
  total.rowsWritten += changes.filter((change) => 'put' in change).length;
  total.rowsRemoved += changes.filter((change) => 'remove' in change).length;
  for (const name of ['eventsLost', 'answersLost', 'mailAgain', 'effectsAgain'] as const)
    total[name] += found[name];
}

/** The execution that runs knows what the record does not, and waits for what is not to come. */
async function drive(
  was: DrivenPlan | undefined,
  is: DrivenPlan | undefined,
  { dryRun, runs }: Pick<RestoreOptions, 'dryRun' | 'runs'>,
  total: Restored,
): Promise<void> {
  if (was && !is) total.plansRemoved.push(was.planId);
  const isLive = is && LIVE.some((status) => status === is.status);
  if (isLive) total.restarted += 1;
  if (dryRun) return;
  if (was && was.run > 0) await runs.stop(was.planId, was.run);
  if (isLive) await runs.restart(is.planId, is.run);
}
