import type { Command, Context } from '../commands.ts';
import { NotAllowedNow, PlanMovedOn } from '../errors.ts';
import type { Fact } from '../events.ts';
import type { Plan, PlanDraft, PlanStatus } from '../plan.ts';
import { textChangedAt } from '../plan-text.ts';
import { pinnedRules, refuseIfAny } from '../rules.ts';
import { same } from '../same.ts';
import { faultsBrought } from './amend/brought.ts';
import { checkEnd } from './amend/end.ts';
import { checkItemIds } from './amend/items.ts';
import { checkPast } from './amend/past.ts';
import { checkPeople, onlyAddsPeople } from './amend/people.ts';
import { decidedAs } from './extend.ts';
import { nobodyLeftToAnswer } from './revise/nobody-left.ts';
import { revise } from './revise.ts';
import { requiredWords } from './words.ts';

/** What to do instead, where a new version cannot be written. */
const WAY_TO_AMEND: Partial<Record<PlanStatus, string>> = {
  draft: 'Nobody has approved it yet, so draft it again: its whole text may be written anew.',
  approved:
    'Amend it once it has been launched, or withdraw it and draft a new plan: what was approved is not rewritten.',
  consulting: 'Wait until the employee has responded, then draft it again with what they said.',
  deciding: 'Its period is over: extend it, or record the decision. Only people may still be added to it.',
  monitoring: 'Its record stays as it is; what changes from now on needs a new plan.',
};
const IS_OVER = 'Its record stays as it is; draft a new plan.';

/** What to do instead of a new version, for any status that takes none. */
export const wayToAmend = (status: PlanStatus): string => WAY_TO_AMEND[status] ?? IS_OVER;

/** While a plan stands so, it can be given a new version; once it is decided on, only with people added. */
export const AMENDABLE: readonly PlanStatus[] = ['acknowledging', 'active', 'paused', 'deciding'];

/** A new version of a plan that runs: what is over stays as it was, and nobody is left with less time. */
export function amendPlan(
  command: Extract<Command, { type: 'AmendPlan' }>,
  plan: Plan,
  context: Context,
): Fact[] {
  const { changes, reason } = command;
  const draft: PlanDraft = { ...plan.draft, ...changes };
  const isTooLate = plan.status === 'deciding' && !onlyAddsPeople(draft, plan.draft);
  if (!AMENDABLE.includes(plan.status) || isTooLate) {
    throw new NotAllowedNow('amended', plan.status, wayToAmend(plan.status));
  }
  if (decidedAs(plan, context) === 'decided by rule') {
    throw new NotAllowedNow('amended', 'decided by rule', IS_OVER);
  }
  if (same(draft, plan.draft)) return [];
  const { version = plan.version } = command;
  if (version < textChangedAt(plan)) throw new PlanMovedOn(version, plan.version);
  const rules = pinnedRules(plan, context.library);
  const today = rules.calendar.dayOf(context.now);
  refuseIfAny([
    ...requiredWords(
      '/reason',
      reason,
      'Say why the plan is amended: both sides read it with the new version.',
    ),
    ...checkPeople(draft, plan),
    ...checkItemIds(draft, plan),
    ...checkEnd(draft, plan, rules, today),
    ...checkPast(draft, plan, today),
    ...faultsBrought(draft, plan.draft, rules).map((fault) => ({
      ...fault,
      field: `/changes${fault.field}`,
    })),
  ]);
  const revision = revise(plan, { because: 'amended', reason, draft }, rules, context);
  return [{ type: 'PlanAmended', revision }, ...nobodyLeftToAnswer(plan, revision, context, rules)];
}
