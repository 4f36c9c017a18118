import { PlanMovedOn, PlanNotFound } from '../domain/errors.ts';
import { decide, fold, type PlanId } from '../domain/index.ts';
import { verify } from './chain.ts';
import { commitRows, take } from './commit-rows.ts';
import { doneBefore, doneRow } from './done-once.ts';
import { certificateOf, erasureOf } from './erase-plan.ts';
import { linkKey, planIdOf, planKey, rowsOf, savedKey, waitKey } from './keys.ts';
import { outboxOf } from './outbox.ts';
import { planLists } from './plan-lists.ts';
import { reportCardsOf } from './report-cards.ts';
import type { Row, Rows, Write } from './rows.ts';
import { forgotten, savedAnswer, savedAnswersOf } from './saved-answers.ts';
import type { Known, LinkRow, PlanStore, RecordedEvent, Wait } from './store.ts';
import { BrokenRecord, PlanErased, StoreBusy } from './store-errors.ts';

/** A commit that loses more races than this tells its caller to come back. */
const ATTEMPTS = 10;

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

  return {
    events,
    load: async (planId) => fold(await events(planId)),

    async commit(planId, command, context, known, { once, ifVersion } = {}) {
      const done = async () => once && doneBefore(rows, planId, once, context.now);
      let [before, repeated] = await Promise.all([known ?? newest(planId), done()]);
      const answered = command.type === 'AnswerRequest' && known?.saved ? known.link : undefined;
      const forget: Write[] = answered ? [{ row: forgotten(answered.link, context.now), when: {} }] : [];
      for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
        if (repeated !== undefined) {
          const { version, recorded } = repeated;
          const plan = fold((await events(planId)).slice(0, version));
          return { plan, events: [], repeated: recorded ? 'recorded' : 'nothing' };
        }
        const version = before?.plan.version ?? 0;
        if (ifVersion !== undefined && ifVersion !== version) throw new PlanMovedOn(ifVersion, version);
        const facts = decide(command, before?.plan, context);
        const taken = take(planId, before?.plan, before?.head, facts, context);
        const mark: Write[] = once
          ? [
              {
                row: doneRow(
                  planId,
                  once,
                  { version: taken.plan.version, recorded: facts.length > 0 },
                  context.now,
                ),
                when: { until: { absentOrAtMost: context.now } },
              },
            ]
          : [];
        if (facts.length === 0) {
          for (const write of mark) if ('row' in write) await rows.put(write.row, write.when);
          return { plan: taken.plan, events: [] };
        }
        if (await rows.transact(commitRows(taken, [...forget, ...mark]))) {
          return { plan: taken.plan, events: taken.events };
        }
        [before, repeated] = await Promise.all([newest(planId), done()]);
      }
      throw new StoreBusy(ATTEMPTS);
    },

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
    ...erasureOf(rows, events),
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
