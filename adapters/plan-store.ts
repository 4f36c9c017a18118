import { PlanNotFound } from '../domain/errors.ts';
import { decide, fold, type PlanId } from '../domain/index.ts';
import { verify } from './chain.ts';
import { commitRows, take } from './commit-rows.ts';
import { certificateOf, erasureOf } from './erase-plan.ts';
import { linkKey, planIdOf, planKey, rowsOf, waitKey } from './keys.ts';
import { outboxOf } from './outbox.ts';
import { planLists } from './plan-lists.ts';
import type { Row, Rows } from './rows.ts';
import type { Known, LinkRow, PlanStore, RecordedEvent, Wait } from './store.ts';
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

  const newest = async (planId: PlanId): Promise<Known | undefined> => {
    const past = await read(planId);
    const last = past.at(-1);
    return last && { plan: fold(past), head: last.hash };
  };

  return {
    events,
    load: async (planId) => fold(await events(planId)),

    async commit(planId, command, context, known) {
      let before = known ?? (await newest(planId));
      for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
        const facts = decide(command, before?.plan, context);
        const taken = take(planId, before?.plan, before?.head, facts, context);
        if (facts.length === 0 || (await rows.transact(commitRows(taken)))) {
          return { plan: taken.plan, events: taken.events };
        }
        before = await newest(planId);
      }
      throw new StoreBusy(ATTEMPTS);
    },

    async behind(linkId) {
      const key = linkKey(linkId);
      if (!key) return undefined;
      // Asked for together, so that a page waits for the table once.
      const reading = newest(planIdOf(linkId));
      reading.catch(() => undefined);
      const link = linkOf(await rows.get(key));
      const known = link && (await reading);
      return known && { link, ...known };
    },

    async link(linkId) {
      const key = linkKey(linkId);
      return key && linkOf(await rows.get(key));
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

function linkOf(row: Row | undefined): LinkRow | undefined {
  if (!row) return undefined;
  const { pk, sk, ...link } = row;
  return link as unknown as LinkRow;
}

/**
 * The plan row tells how many events there are at least. Both are asked for together, so a commit in between may look
 * like events that were taken away; they are back on a second look.
 */
async function readOnce(rows: Rows, planId: PlanId): Promise<RecordedEvent[]> {
  const [summary, found] = await Promise.all([
    rows.get(planKey(planId)),
    rows.query(rowsOf(planId, 'EVENT')),
  ]);
  // A plan row goes first when a record is deleted: what may still be there of the rest is nobody's to read.
  const certificate = summary ? undefined : await certificateOf(rows, planId);
  if (certificate) throw new PlanErased(certificate);
  const events = found.map(({ pk, sk, ...event }) => event as unknown as RecordedEvent);
  verify(planId, events);
  if (events.length < Number(summary?.version ?? 0)) throw new BrokenRecord(events.length + 1);
  return events;
}
