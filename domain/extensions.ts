import { daysInclusive } from './calendar.ts';
import { addDays } from './days.ts';
import type { RulePack } from './pack.ts';
import type { Day, Plan } from './plan.ts';

/**
 * The last days an extension may run to: whole increments after the current end, never past the total cap
 * counted over all versions from the first day (D8). Empty when no time is left to give.
 * A pack without increments offers each week up to its cap.
 */
export function extensionOptions(plan: Plan, pack: RulePack): Day[] {
  const step = pack.duration.incrementDays.is ?? 7;
  const cap = pack.duration.maxTotalDays.is ?? pack.duration.maxDays.is * 2;
  const options: Day[] = [];
  for (
    let day = addDays(plan.endDate, step);
    daysInclusive(plan.draft.startDate, day) <= cap;
    day = addDays(day, step)
  ) {
    options.push(day);
  }
  return options;
}
