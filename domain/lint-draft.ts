import type { BusinessCalendar } from './calendar.ts';
import type { PlanDraft } from './draft.ts';
import { lintGoals } from './lint/goals.ts';
import { lintPace } from './lint/pace.ts';
import type { Warning } from './lint/rules.ts';
import { lintTriage } from './lint/triage.ts';
import { lintWording } from './lint/wording.ts';

export { LINT_RULES, type LintRule, type LintRuleId, type Warning } from './lint/rules.ts';

/**
 * What a plan could say better: goals that can be seen, counted and dated, numbers a person could follow, and words
 * that are fair, after what comes before a plan. Advice only: nothing is refused for it, and a draft that breaks rules can be read as well.
 * Works offline from lists of English words; texts in other languages are only checked for numbers and days.
 * `calendar` adds advice that counts working days.
 * @example lintDraft(draft).map(({ field, rule, found }) => ...) // '/items/0/deficiency', 'G-CHARACTER', 'careless'
 */
export function lintDraft(draft: PlanDraft, calendar?: BusinessCalendar): Warning[] {
  return [...lintTriage(draft), ...lintWording(draft), ...lintGoals(draft), ...lintPace(draft, calendar)];
}
