import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { LIVE } from '../domain/index.ts';
import { type Difference, type DrivenPlan, difference, planIn, type Rows } from './restore/difference.ts';
import { begunWith, isMark, mark, marksOf } from './restore/marks.ts';
import { type Partitions, partitionsOf, put, write } from './restore/rows.ts';

export { backFrom, copiesOf, type PastTable, reachOf, statusOf } from './restore/past-table.ts';

export interface RestoreOptions {
  client: DynamoDBClient;
  /** The table the system works on, and the one that holds what it is to become like. */
  live: string;
  restored: string;
  /** Says what would happen; nothing is written. */
  dryRun?: boolean;
  /** Mails of which nobody knows whether they went out since are not sent again: HR is asked what became of them. */
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
export interface Restored extends Omit<Difference, 'changes' | 'versions'> {
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
  /** Partitions that are not done, and why: the same command once more takes them up. */
  failed: { partition: string; because: string }[];
}

/** Somebody changes this plan faster than it can be put back. */
export class PlanKeepsChanging extends Error {
  readonly code = 'plan_keeps_changing';
  constructor(partition: string) {
    super(`${partition} keeps changing.`);
    this.name = 'PlanKeepsChanging';
  }
}

const ATTEMPTS = 10;

/**
 * Makes the live table what the restored one says, plan by plan: each in one transaction where it fits, so that nobody
 * meets half of one. What is settled there stays settled, and sends nothing; what was owed then is owed again, but for
 * mail that went out. Plans that live get another run, because theirs belongs to a future that is no more. A plan that
 * fails is told of and keeps nobody waiting. Cut short, it goes on where it stopped: what was written once is never
 * written again, because people have answered since.
 *
 * @throws whatever DynamoDB refuses of reading the tables.
 */
export async function restore(options: RestoreOptions): Promise<Restored> {
  const { client, onProgress } = options;
  const [live, past] = [partitionsOf(client, options.live), partitionsOf(client, options.restored)];
  const total: Restored = {
    ...{ looked: 0, finishedBefore: 0, changed: 0, rowsWritten: 0, rowsRemoved: 0, restarted: 0 },
    ...{ eventsLost: 0, answersLost: 0, mailKept: 0, mailAgain: 0, mailHeld: 0, effectsAgain: 0 },
    ...{ plansRemoved: [], failed: [] },
  };
  for await (const pk of everyKey(past, live)) {
    total.looked += 1;
    const marks = await past.rows(marksOf(pk));
    if (marks.has('DONE')) total.finishedBefore += 1;
    else {
      try {
        await putBack(pk, { live, past }, marks, options, total);
      } catch (error) {
        total.failed.push({ partition: pk, because: (error as Error).name });
      }
    }
    onProgress?.(total);
  }
  return total;
}

/** What was there then, and then what has come since. */
async function* everyKey(past: Partitions, live: Partitions): AsyncGenerator<string> {
  const then = new Set<string>();
  for await (const pk of past.keys()) {
    if (isMark(pk) || then.has(pk)) continue;
    then.add(pk);
    yield pk;
  }
  for await (const pk of live.keys()) if (!then.has(pk)) yield pk;
}

interface Tables {
  live: Partitions;
  past: Partitions;
}

async function putBack(
  pk: string,
  tables: Tables,
  marks: Rows,
  options: RestoreOptions,
  total: Restored,
): Promise<void> {
  const wanted = await tables.past.rows(pk);
  const begun = begunWith(marks);
  const found = marks.has('WRITTEN')
    ? { was: begun }
    : await writeBack(pk, tables.live, wanted, begun, options, total);
  if (found) await drive(found.was, planIn(wanted), options, total);
  if (!options.dryRun) await put(options.client, options.restored, mark(pk, 'DONE'));
}

/** @returns how its plan was driven, or `undefined` when there is nothing to do. */
async function writeBack(
  pk: string,
  live: Partitions,
  wanted: Rows,
  begun: DrivenPlan | undefined,
  { client, dryRun = false, holdMail = false, ...options }: RestoreOptions,
  total: Restored,
): Promise<{ was: DrivenPlan | undefined } | undefined> {
  let was = begun;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const now = await live.rows(pk);
    const found = difference(now, wanted, holdMail);
    if (found.changes.length === 0 && !was) return undefined;
    was = newer(was, planIn(now));
    // Cut short after this, the plan still gets the other run that it needs.
    if (!dryRun && was) await put(client, options.restored, mark(pk, 'BEGUN', was));
    const written = { table: options.restored, row: mark(pk, 'WRITTEN') };
    if (dryRun || (await write(client, options.live, { pk, ...found, mark: written }))) {
      count(found, total);
      return { was };
    }
  }
  throw new PlanKeepsChanging(pk);
}

/** Half written, the plan names an older run than the one that drives it. */
const newer = (a: DrivenPlan | undefined, b: DrivenPlan | undefined): DrivenPlan | undefined =>
  a && b ? (a.run > b.run ? a : b) : (a ?? b);

const COUNTED = ['eventsLost', 'answersLost', 'mailKept', 'mailAgain', 'mailHeld', 'effectsAgain'] as const;

function count({ changes, ...found }: Difference, total: Restored): void {
  total.changed += 1;
  total.rowsWritten += changes.filter((change) => 'put' in change).length;
  total.rowsRemoved += changes.filter((change) => 'remove' in change).length;
  for (const name of COUNTED) total[name] += found[name];
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
