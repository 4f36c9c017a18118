import { decide } from '../domain/decide.ts';
import { PlanMovedOn } from '../domain/errors.ts';
import { fold } from '../domain/evolve.ts';
import type { PlanId } from '../domain/ids.ts';
import { commitRows, take } from './commit-rows.ts';
import { doneBefore, doneRow } from './done-once.ts';
import type { Rows, Write } from './rows.ts';
import { forgotten } from './saved-answers.ts';
import type { Known, PlanStore, RecordedEvent } from './store.ts';
import { StoreBusy } from './store-errors.ts';

/** A commit that loses more races than this tells its caller to come back. */
const ATTEMPTS = 10;

/** How a record is read, before it is written. */
interface Reading {
  events(planId: PlanId): Promise<RecordedEvent[]>;
  newest(planId: PlanId): Promise<Known | undefined>;
}

/** The part of the store that decides and records. */
export const committer = (rows: Rows, { events, newest }: Reading): Pick<PlanStore, 'commit'> => ({
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
});
