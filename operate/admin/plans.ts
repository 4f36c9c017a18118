import type { Command } from '../../domain/commands.ts';
import { Refusal } from '../../domain/errors.ts';
import type { Instant, PlanId, PlanStatus } from '../../domain/plan.ts';
import { Cannot, EXIT } from '../common/exit.ts';
import { minutesBefore, type Office } from './office.ts';

/** As the sweeper counts it: a workflow acts within seconds of the moment it waits for. */
export const LATE_MINUTES = 10;

export interface LatePlan {
  planId: PlanId;
  status: PlanStatus;
  run: number;
  due: Instant;
  minutesLate: number;
}

/** Plans whose due moment has passed with nobody driving them, the latest first. */
export async function latePlans({ store, now }: Pick<Office, 'store' | 'now'>): Promise<LatePlan[]> {
  const at = await now();
  const due = await store.due(minutesBefore(at, LATE_MINUTES));
  return due.flatMap(({ planId, status, run, nextDueAt }) =>
    nextDueAt === null
      ? []
      : [
          {
            ...{ planId, status, run, due: nextDueAt },
            minutesLate: Math.round((Date.parse(at) - Date.parse(nextDueAt)) / 60_000),
          },
        ],
  );
}

/** All plans, the newest first, and then all canaries; ids and states alone. */
async function* allPlans({ store, now }: Office) {
  const at = await now();
  for (const canaries of [false, true]) {
    let cursor: string | undefined;
    do {
      const page = await store.list({ canaries, limit: 100, ...(cursor !== undefined && { cursor }) }, at);
      yield* page.plans;
      cursor = page.cursor;
    } while (cursor !== undefined);
  }
}

export const planIds = async (office: Office): Promise<PlanId[]> => {
  const ids: PlanId[] = [];
  for await (const { planId } of allPlans(office)) ids.push(planId);
  return ids;
};

export async function plans(
  office: Office,
  { late, json }: { late?: boolean; json?: boolean },
): Promise<number> {
  const { print } = office;
  if (late) {
    const found = await latePlans(office);
    if (json) print.say(JSON.stringify(found, null, 2));
    else if (found.length === 0) print.say('No plan is late.');
    else
      for (const { planId, status, run, due, minutesLate } of found)
        print.say(`${planId}  ${status}  run ${run}  due ${due}, ${minutesLate} minutes late`);
    return found.length > 0 ? EXIT.found : EXIT.fine;
  }
  const all: object[] = [];
  for await (const { planId, status, run, nextDueAt } of allPlans(office)) {
    if (json) all.push({ planId, status, run, nextDueAt });
    else print.say(`${planId}  ${status}  run ${run}  next ${nextDueAt ?? 'nothing'}`);
  }
  if (json) print.say(JSON.stringify(all, null, 2));
  return EXIT.fine;
}

/** Gives a command to a plan, in the caller's name. @returns whether anything was recorded */
async function tell(office: Office, planId: PlanId, command: Command): Promise<boolean> {
  const { events } = await office.store.commit(planId, command, await office.context(planId));
  return events.length > 0;
}

/** Another run, from the record. */
export async function restart(office: Office, planId: PlanId, reason: string): Promise<number> {
  const { run } = await office.store.load(planId);
  const isNew = await tell(office, planId, { type: 'RestartRun', run, because: 'by_operator', reason });
  office.print.say(
    isNew
      ? `Run ${run + 1} of ${planId} starts from the record; run ${run} is stopped, if there still is one.`
      : `Somebody was faster: another run drives ${planId} already.`,
  );
  return EXIT.fine;
}

/** Keeps the records of a plan and of those it is compared with, each by a hold of its own; none unless all exist. */
export async function hold(
  office: Office,
  planId: PlanId,
  comparators: readonly PlanId[],
  reason: string,
): Promise<number> {
  const all = [...new Set([planId, ...comparators])];
  for (const one of all) await isThere(office, one);
  for (const one of all) {
    const isNew = await tell(office, one, { type: 'SetLegalHold', reason });
    office.print.say(
      isNew
        ? `The record of ${one} is kept, whatever its age, until it is released.`
        : `${one} is on hold already.`,
    );
  }
  return EXIT.fine;
}

async function isThere({ store }: Office, planId: PlanId): Promise<void> {
  try {
    await store.load(planId);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Cannot(`${planId}: ${error.message} Nothing is held.`, error.wayOut);
  }
}

export async function release(office: Office, planId: PlanId, reason: string): Promise<number> {
  const isNew = await tell(office, planId, { type: 'ReleaseLegalHold', reason });
  office.print.say(
    isNew
      ? `From now on the record of ${planId} is kept only as long as the rules say.`
      : `${planId} is not on hold.`,
  );
  return EXIT.fine;
}
