import type { OutboxRow } from '../../adapters/store.ts';
import type { Instant } from '../../domain/plan.ts';
import type { PlanSummary } from '../../domain/summarise.ts';
import { minutesBefore } from './minutes-before.ts';

/** Two rounds have given such a plan a new run, and neither helped. */
const STUCK_MINUTES = 30;

/** How late things are, in whole minutes and counts; the alarms of infra/alarm-list.ts are made of them. */
export interface Lateness {
  /** How long the effect has been owed that has waited longest; what is held on purpose, as for the night, waits for nothing. */
  oldestPendingMinutes: number;
  /** How long ago something fell due in the plan that nobody has moved on for longest. */
  oldestOverdueMinutes: number;
  /** Plans that stay where they are although they were given new runs. */
  stuckPlans: number;
}

/** What is late, of the unfinished effects and the plans that a round has found. */
export function lateness(
  unfinished: readonly OutboxRow[],
  overdue: readonly Pick<PlanSummary, 'nextDueAt'>[],
  now: Instant,
): Lateness {
  const owedSince = unfinished
    .filter(({ status }) => status === 'PENDING')
    .map(({ createdAt, owedFrom = createdAt }) => owedFrom);
  const dueSince = overdue.flatMap(({ nextDueAt }) => nextDueAt ?? []);
  const stuck = minutesBefore(now, STUCK_MINUTES);
  return {
    oldestPendingMinutes: longest(owedSince, now),
    oldestOverdueMinutes: longest(dueSince, now),
    stuckPlans: dueSince.filter((at) => at < stuck).length,
  };
}

const longest = (since: readonly Instant[], now: Instant): number =>
  Math.max(0, ...since.map((at) => Math.floor((Date.parse(now) - Date.parse(at)) / 60_000)));
