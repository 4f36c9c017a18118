import { addDays } from './days.ts';
import { lastDayAllowed } from './opportunity.ts';
import type { RulePack } from './pack.ts';
import type { Day, Plan } from './plan.ts';

/** More time that is over in less than a week is none. */
const LEAST_DAYS_LEFT = 7;

/**
 * The last days an extension decided `today` may run to: whole increments after the current end, never past the total
 * cap counted over all versions (D8) without the days the clock stood still, and each with at least a week to go.
 * Empty when no time is left to give. A pack without increments offers each week up to its cap.
 */
export function extensionOptions(plan: Pick<Plan, 'draft' | 'pauses'>, pack: RulePack, today: Day): Day[] {
  const step = pack.duration.incrementDays.is ?? 7;
  const last = lastDayAllowed(plan, pack);
  const options: Day[] = [];
  for (let day = addDays(plan.draft.endDate, step); day <= last; day = addDays(day, step)) {
    if (day >= addDays(today, LEAST_DAYS_LEFT)) options.push(day);
  }
  return options;
}
