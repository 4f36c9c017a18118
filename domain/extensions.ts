import { daysInclusive } from './calendar.ts';
import { addDays } from './days.ts';
import type { RulePack } from './pack.ts';
import type { Day, Plan } from './plan.ts';

/** More time that is over in less than a week is none. */
const LEAST_DAYS_LEFT = 7;

/**
 * The last days an extension decided `today` may run to: whole increments after the current end, never past the total
 * cap counted over all versions from the first day (D8), and each with at least a week to go. Empty when no time is
 * left to give. A pack without increments offers each week up to its cap.
 */
export function extensionOptions(plan: Plan, pack: RulePack, today: Day): Day[] {
  const step = pack.duration.incrementDays.is ?? 7;
  const cap = pack.duration.maxTotalDays.is ?? pack.duration.maxDays.is * 2;
  const options: Day[] = [];
  for (let day = addDays(plan.endDate, step); within(day); day = addDays(day, step)) {
    if (day >= addDays(today, LEAST_DAYS_LEFT)) options.push(day);
  }
  return options;

  function within(day: Day): boolean {
    return daysInclusive(plan.draft.startDate, day) <= cap;
  }
}
