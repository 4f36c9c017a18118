import { expect, test } from 'vitest';
import { createPlanStore } from '../../adapters/plan-store.ts';
import type { Rows } from '../../adapters/rows.ts';
import {
  addDays,
  agenda,
  type Command,
  MOST_LISTINGS,
  type Participant,
  type Role,
} from '../../domain/index.ts';
import { decided } from '../support/answers.ts';
import { dcDraft } from '../support/plans.ts';
import { memoryTable } from '../support/store.ts';
import { StoredPlan } from '../support/stored-plan.ts';

// DynamoDB takes at most 100 rows at once. The store refuses more; this lives the largest plan there can be.

const ROLES: Role[] = ['hr', 'hr', 'hr', 'mentor', 'assessor', 'representative'];
const more: Participant[] = Array.from({ length: 16 }, (_, n) => {
  return {
    id: `extra-${n}`,
    role: ROLES[n % 6] as Role,
    name: `Extra ${n}`,
    email: `extra-${n}@agency.example`,
  };
});
const stakeholders: Participant[] = Array.from({ length: 80 }, (_, n) => {
  return { id: `holder-${n}`, role: 'stakeholder', name: `Holder ${n}`, email: `holder-${n}@agency.example` };
});
const TITLE =
  'Many words that somebody may look for in a title which is longer than anybody would ever need it';
const draft = dcDraft({
  title: TITLE,
  participants: [...dcDraft().participants, ...more, ...stakeholders],
  followUps: ['2026-12-16', '2026-12-17'].map((date) => {
    return { date, type: 'survey', questions: ['Do you get an answer in time?'] };
  }),
});

function counting(): { rows: Rows; largest: () => number } {
  const { rows } = memoryTable();
  let largest = 0;
  const transact: Rows['transact'] = (writes) => {
    largest = Math.max(largest, writes.length);
    return rows.transact(writes);
  };
  return { rows: { ...rows, transact }, largest: () => largest };
}

test('everything that happens to a plan of twenty people and eighty stakeholders fits into one transaction', async () => {
  const { rows, largest } = counting();
  const plan = new StoredPlan(createPlanStore(rows));
  const until = async (now: string): Promise<void> => {
    for (;;) {
      const current = await plan.store.load(plan.id);
      const due = agenda(current)[0]?.at;
      if (!due || due > now) break;
      if (due > plan.now) plan.now = due;
      await plan.commit({ type: 'Advance', run: current.run });
    }
    plan.now = now;
  };
  const people = (change: (person: Participant) => Participant): Command => ({
    type: 'AmendPlan',
    changes: {
      title: `Anew: ${TITLE.toUpperCase().split(' ').reverse().join(' ')}`,
      participants: draft.participants.map(change),
    },
    reason: 'Everybody moved.',
  });

  await plan.commit({ type: 'DraftPlan', planId: plan.id, draft });
  await plan.commit({ type: 'ApprovePlan' });
  await plan.commit({ type: 'LaunchPlan' });
  await until('2026-12-08T15:00:00Z');
  await until('2026-12-18T15:00:00Z');
  await plan.commit({ type: 'AskAccommodation', by: 'employee' });
  // Both at once would be another person: whoever the plan is found by gets another name, everybody else moves.
  await plan.commit(
    people((one) =>
      ['employee', 'supervisor'].includes(one.role)
        ? { ...one, name: `New ${one.name}` }
        : { ...one, email: `new.${one.email}` },
    ),
  );
  await until('2026-12-21T15:00:00Z');
  await plan.commit({ type: 'CorrectAddress', participant: 'hr', email: 'priya@agency.example' });
  await plan.commit({ type: 'PausePlan', from: '2026-12-21', reason: 'approved_absence' });
  await until('2026-12-28T15:00:00Z');
  await plan.commit({ type: 'ResumePlan', on: '2026-12-28' });
  const { draft: now } = await plan.store.load(plan.id);
  await until(`${addDays(now.endDate, 3)}T15:00:00Z`);
  await plan.commit({
    type: 'AnswerRequest',
    requestId: 'decision',
    by: 'supervisor',
    answer: decided('met', { explanation: 'It has turned around.' }),
  });
  await until('2027-03-30T15:00:00Z');
  await plan.commit({ type: 'WithdrawPlan', reason: 'Only to see.' }).catch(() => undefined);

  expect((await plan.store.load(plan.id)).decisions).toHaveLength(1);
  expect(largest()).toBeLessThanOrEqual(100);
  expect(largest()).toBeGreaterThan(80);
  expect(MOST_LISTINGS).toBeLessThanOrEqual(40);
});
