import { PlanNotFound } from '../domain/errors.ts';
import { fold } from '../domain/evolve.ts';
import type { PlanId } from '../domain/ids.ts';
import { certificateOf } from './certificate.ts';
import { verify } from './chain.ts';
import { linkKey, planIdOf, planKey, rowsOf, savedKey, waitKey } from './keys.ts';
import { outboxOf } from './outbox.ts';
import { planLists } from './plan-lists.ts';
import { reportCardsOf } from './report-cards.ts';
import type { Row, Rows } from './rows.ts';
import { savedAnswer, savedAnswersOf } from './saved-answers.ts';
import type { Known, LinkRow, PlanStore, RecordedEvent, Wait } from './store.ts';
import { BrokenRecord, PlanErased } from './store-errors.ts';

/** How often a record that seems to have a gap is looked at before it is said to have one. */
const LOOKS = 3;

/** The store on any table: everything but input and output. */
export function createPlanStore(rows: Rows): PlanStore {
  const read = async (planId: PlanId): Promise<RecordedEvent[]> => {
    // A query may see half of a transaction that commits while it runs, which looks like a gap. A gap that is
    // still there on the last look is one.
    for (let look = 1; ; look++) {
      try {
        return await readOnce(rows, planId, look === 1);
      } catch (error) {
        if (!(error instanceof BrokenRecord) || look === LOOKS) throw error;
      }
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

  // Most of what is asked of a store is to read: the rules by which plans change are read with the first change.
  let changing: Promise<Pick<PlanStore, 'commit'>> | undefined;
  const committing = () => {
    changing ??= import('./commit-plan.ts').then(({ committer }) => committer(rows, { events, newest }));
    return changing;
  };

  return {
    events,
    load: async (planId) => fold(await events(planId)),

    commit: async (...given) => (await committing()).commit(...given),

    async behind(linkId) {
      const [key, beside] = [linkKey(linkId), savedKey(linkId)];
      if (!key || !beside) return undefined;
      // Asked for together, so that a page waits for the table once.
      const reading = newest(planIdOf(linkId));
      reading.catch(() => undefined);
      const [row, saved] = await Promise.all([rows.get(key), rows.get(beside).then(savedAnswer)]);
      const link = linkOf(row);
      const known = link && (await reading);
      return known && { link, ...known, ...(saved ? { saved } : {}) };
    },

    async link(linkId) {
      const key = linkKey(linkId);
      return key && linkOf(await rows.get(key));
    },

    async countPost(linkId, now) {
      const key = linkKey(linkId);
      const hour = POSTS + now.slice(0, 13).replaceAll(/\D/g, '');
      // Only where the link's row is: nobody makes rows of links that were never issued, or whose plan is deleted.
      const row = key && (await rows.update(key, { add: { [hour]: 1 } }, { link: [linkId] }));
      return Number(row?.[hour] ?? 0);
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

    ...savedAnswersOf(rows),
    ...planLists(rows),
    ...reportCardsOf(rows),
    ...outboxOf(rows),
    erase: async (planId, context) => (await import('./erase-plan.ts')).erase(rows, events, planId, context),
  };
}

/** What the counters on a link's row begin with; one per clock hour. */
const POSTS = 'posts';

function linkOf(row: Row | undefined): LinkRow | undefined {
  if (!row) return undefined;
  const { pk, sk, ...link } = row;
  const own = Object.entries(link).filter(([name]) => !name.startsWith(POSTS));
  return Object.fromEntries(own) as unknown as LinkRow;
}

/**
 * The plan row tells how many events there are at least. Asked for `together`, a commit in between may look like events
 * that were taken away; asked for one after the other, events can only be more than the row said.
 */
async function readOnce(rows: Rows, planId: PlanId, together: boolean): Promise<RecordedEvent[]> {
  const query = () => rows.query(rowsOf(planId, 'EVENT'));
  const early = together ? query() : undefined;
  early?.catch(() => undefined);
  const summary = await rows.get(planKey(planId));
  const found = await (early ?? query());
  // A plan row goes first when a record is deleted: what may still be there of the rest is nobody's to read.
  const certificate = summary ? undefined : await certificateOf(rows, planId);
  if (certificate) throw new PlanErased(certificate);
  const events = found.map(({ pk, sk, ...event }) => event as unknown as RecordedEvent);
  verify(planId, events);
  if (events.length < Number(summary?.version ?? 0)) throw new BrokenRecord(events.length + 1);
  return events;
}
