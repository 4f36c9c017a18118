import { PlanNotFound } from '../domain/errors.ts';
import { decide, fold, type Plan, type PlanId } from '../domain/index.ts';
import { verify } from './chain.ts';
import { commitRows, take } from './commit-rows.ts';
import { certificateOf, erasureOf } from './erase-plan.ts';
import { linkKey, planKey, rowsOf, waitKey } from './keys.ts';
import { outboxOf } from './outbox.ts';
import { planLists } from './plan-lists.ts';
import type { Rows } from './rows.ts';
import type { LinkRow, PlanStore, RecordedEvent, Wait } from './store.ts';
import { BrokenRecord, PlanErased, StoreBusy } from './store-errors.ts';

/** A commit that loses more races than this tells its caller to come back. */
const ATTEMPTS = 10;

/** The store on any table: everything but input and output. */
export function createPlanStore(rows: Rows): PlanStore {
  const read = async (planId: PlanId): Promise<RecordedEvent[]> => {
    // A query may see half of a transaction that commits while it runs, which looks like a gap. A gap that is
    // still there on a second look is one.
    try {
      return await readOnce(rows, planId);
    } catch (error) {
      if (!(error instanceof BrokenRecord)) throw error;
      return readOnce(rows, planId);
    }
  };
  const events = async (planId: PlanId): Promise<RecordedEvent[]> => {
    const recorded = await read(planId);
    if (recorded.length === 0) throw new PlanNotFound();
    return recorded;
  };

  return {
    events,
    load: async (planId) => fold(await events(planId)),

    async commit(planId, command, context) {
      for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
        const past = await read(planId);
        const before: Plan | undefined = past.length > 0 ? fold(past) : undefined;
        const facts = decide(command, before, context);
        const taken = take(planId, before, past.at(-1)?.hash, facts, context);
        if (facts.length === 0 || (await rows.transact(commitRows(taken)))) {
          return { plan: taken.plan, events: taken.events };
        }
      }
      throw new StoreBusy(ATTEMPTS);
    },

    async link(linkId) {
      const key = linkKey(linkId);
      const row = key && (await rows.get(key));
      if (!row) return undefined;
      const { pk, sk, ...link } = row;
      return link as unknown as LinkRow;
    },

    putWait: (planId, { token, run, sinceVersion }) =>
      rows.transact([
        { check: planKey(planId), when: { run: [run], version: [sinceVersion] } },
        { row: { ...waitKey(planId), token, run, sinceVersion }, when: {} },
      ]),

    async wait(planId) {
      const row = await rows.get(waitKey(planId));
      if (!row) return undefined;
      const { pk, sk, ...wait } = row;
      return wait as unknown as Wait;
    },

    ...planLists(rows),
    ...outboxOf(rows),
    ...erasureOf(rows, events),
  };
}

/** Reads the plan row first: the events read after it can only be more, so fewer means that some were taken away. */
async function readOnce(rows: Rows, planId: PlanId): Promise<RecordedEvent[]> {
  const summary = await rows.get(planKey(planId));
  // A plan row goes first when a record is deleted: what may still be there of the rest is nobody's to read.
  const certificate = summary ? undefined : await certificateOf(rows, planId);
  if (certificate) throw new PlanErased(certificate);
  const found = await rows.query(rowsOf(planId, 'EVENT'));
  const events = found.map(({ pk, sk, ...event }) => event as unknown as RecordedEvent);
  verify(planId, events);
  if (events.length < Number(summary?.version ?? 0)) throw new BrokenRecord(events.length + 1);
  return events;
}
