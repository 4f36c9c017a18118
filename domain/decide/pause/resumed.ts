import { daysInclusive } from '../../calendar.ts';
import type { Context } from '../../commands.ts';
import type { Fact } from '../../events.ts';
import type { Day, Pause, Plan } from '../../plan.ts';
import type { Rules } from '../../rules.ts';
import { shiftDraft, type Topic } from '../../shift.ts';
import { revise } from '../revise.ts';

/** The clock runs again from `on`: every day from the first of the pause on moves by the days it stood still. */
export function resumed(plan: Plan, pause: Pause, on: Day, rules: Rules, context: Context): Fact[] {
  const tolledDays = daysInclusive(pause.from, on) - 1;
  const { calendar } = rules;
  const { draft, dayOf } = shiftDraft(
    plan.draft,
    {
      from: pause.from,
      by: tolledDays,
      notBefore: calendar.dayOf(context.now),
      isOver: (topic, date) => isOver(plan, topic, date),
    },
    calendar,
  );
  const shift = { begins: pause.beginsAt, by: tolledDays, dayOf };
  const revision = revise(plan, { because: 'resumed', draft, shift }, rules, context);
  return [{ type: 'PlanResumed', on, tolledDays, revision }];
}

function isOver(plan: Plan, topic: Topic, date: Day): boolean {
  return Object.values(plan.requests).some(
    (request) =>
      request.date === date &&
      (topic === 'support' ? request.kind === 'support' : request.followUp?.type === topic) &&
      request.status !== 'open' &&
      request.status !== 'superseded',
  );
}
