import { daysInclusive } from './calendar.ts';
import { addDays } from './days.ts';
import { lastDayAllowed } from './opportunity.ts';
import type { RulePack } from './pack.ts';
import type { Day, Plan } from './plan.ts';

/** More time that is over in less than a week is none. */
const LEAST_DAYS_LEFT = 7;

/**
 * The last days an extension decided `today` may run to: whole increments after the current end, never past the total
 * cap counted over all versions (D8) without the days the clock stood still, and each with at least a week to go.
 * Empty when no time is left to give. A pack without increments offers each week up to its cap. Days given back for
 * what the manager missed are no step: nobody loses an extension by them.
 */
export function extensionOptions(
  plan: Pick<Plan, 'draft' | 'pauses' | 'versions'>,
  pack: RulePack,
  today: Day,
): Day[] {
  const step = pack.duration.incrementDays.is ?? 7;
  const last = lastDayAllowed(plan, pack);
  const { endDate } = plan.draft;
  const options: Day[] = [];
  for (let day = addDays(endDate, step - daysCredited(plan)); day <= last; day = addDays(day, step)) {
    if (day > endDate && day >= addDays(today, LEAST_DAYS_LEFT)) options.push(day);
  }
  return options;
}

/** By how many days credits moved the end; one that was given late moved it by more days than it gave. */
function daysCredited({ versions }: Pick<Plan, 'versions'>): number {
  return versions
    .map(({ because, endDate }, at) =>
      because === 'credited' ? daysBetween(versions[at - 1]?.endDate, endDate) : 0,
    )
    .reduce((days, moved) => days + moved, 0);
}

const daysBetween = (before: Day | undefined, after: Day): number =>
  before === undefined ? 0 : daysInclusive(before, after) - 1;
