import { daysInclusive } from '../../calendar.ts';
import type { Context } from '../../commands.ts';
import type { Fact } from '../../events.ts';
import type { Day, Pause, Plan, PlanDraft } from '../../plan.ts';
import type { Rules } from '../../rules.ts';
import { followUpsOf } from '../../schedule.ts';
import { shiftDraft, type Topic } from '../../shift.ts';
import { withMoreTime } from '../extend.ts';
import { revise } from '../revise.ts';

/**
 * The clock runs again from `on`: every day from the first of the pause on moves by the days it stood still, or by
 * `by` when the plan was over in between and stood still for longer than the pause.
 */
export function resumed(
  plan: Plan,
  pause: Pause,
  { on, by }: { on: Day; by?: number },
  rules: Rules,
  context: Context,
): Fact[] {
  const { calendar } = rules;
  const tolledDays = by ?? daysInclusive(pause.from, on) - 1;
  const today = calendar.dayOf(context.now);
  const { draft, dayOf } = shiftDraft(
    plan.draft,
    {
      from: pause.from,
      by: tolledDays,
      notBefore: today,
      isOver: (topic, date) => isOver(plan, topic, date),
    },
    calendar,
  );
  const isLate = by !== undefined && plan.draft.endDate < today;
  const followed = isLate ? followedUp(draft, plan.draft.endDate, rules, context) : draft;
  const shift = { begins: pause.beginsAt, by: tolledDays, dayOf };
  const revision = revise(plan, { because: 'resumed', draft: followed, shift }, rules, context);
  return [{ type: 'PlanResumed', on, tolledDays, revision }];
}

/** Days given when every check-in is over are followed up as well. */
function followedUp(draft: PlanDraft, from: Day, rules: Rules, context: Context): PlanDraft {
  const today = rules.calendar.dayOf(context.now);
  if (followUpsOf(draft).some(({ date }) => date > today)) return draft;
  return withMoreTime({ ...draft, endDate: from }, draft.endDate, rules, context);
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
