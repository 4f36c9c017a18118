import type { PlanDraft } from '../../plan.ts';
import { planText } from '../../plan-text.ts';
import { same } from '../../same.ts';

/** Whether nothing is different but the language or the zone that people read the plan in, or where their mail goes: then nobody signs anew. */
export const onlyReadOtherwise = (before: PlanDraft, after: PlanDraft): boolean =>
  !same(before, after) && same(planText(before), planText(after));
