import { daysInclusive } from './calendar.ts';
import { addDays } from './days.ts';
import type { RulePack } from './pack.ts';
import type { Day, Plan } from './plan.ts';

type Lived = Pick<Plan, 'draft' | 'pauses'>;

/** Days of the period on which the clock stood still. A pause from before the period moved its start and cost none. */
export function tolledDays({ draft, pauses }: Lived): number {
  return pauses
    .filter(({ from }) => from >= draft.startDate)
    .reduce((days, pause) => days + (pause.tolledDays ?? 0), 0);
}

/** Calendar days the employee has to improve, by the plan as it reads now; days on which the clock stood still are not among them. */
export function opportunityDays(plan: Lived): number {
  return daysInclusive(plan.draft.startDate, plan.draft.endDate) - tolledDays(plan);
}

/** The most opportunity days a plan may have with everything that was ever added (D8); twice its longest where no rule says. */
export const mostDays = ({ duration }: RulePack): number =>
  duration.maxTotalDays.is ?? duration.maxDays.is * 2;

/** The last day no amendment, extension or credit may move the end past. */
export function lastDayAllowed(plan: Lived, pack: RulePack): Day {
  return addDays(plan.draft.startDate, mostDays(pack) + tolledDays(plan) - 1);
}
