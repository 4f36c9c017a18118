import type { Context, Instant, Plan } from '../domain/index.ts';
import { retentionEnds } from '../domain/retention.ts';
import { pinnedRules } from '../domain/rules.ts';

/** When the record may be deleted by the rules the plan is pinned to; `null` while it is not over, or held. */
export function keptUntilOf(plan: Plan, library: Context['library']): Instant | null {
  // Most plans are not over, and need no rules looked up to say so.
  if (!plan.closedAt || plan.legalHold) return null;
  const { pack, calendar } = pinnedRules(plan, library);
  return retentionEnds(plan, pack, calendar);
}
