import { daysInclusive } from '../calendar.ts';
import { dayIn } from '../days.ts';
import type { RuleLibrary } from '../pack.ts';
import type { Instant, PlanId } from '../plan.ts';
import type { ReportCard } from '../report-card.ts';
import { rulesFor } from '../rules.ts';

/** Decisions that were due by now, counted by when they were made. */
export interface DecisionCounts {
  due: number;
  /** Made on the last day at the latest, at whatever hour. */
  onTime: number;
  late: number;
  /** Not made yet, and the last day for it is over. */
  open: number;
  /** How many business days late half of the late and open ones are at most; `null` without any. */
  medianDaysLate: number | null;
  /** Those not made yet, the oldest first. `daysLate` are business days of the plan's own calendar. */
  overdue: { planId: PlanId; dueAt: Instant; daysLate: number }[];
}

/** @param library has the calendars of the plans' packs */
export function decisionCounts(
  cards: readonly ReportCard[],
  now: Instant,
  library: RuleLibrary,
): DecisionCounts {
  const due = cards.flatMap(({ planId, decisions, pack, timeZone }) =>
    decisions
      .filter(({ dueAt }) => dueAt <= now)
      .map(({ dueAt, madeAt }) => {
        const calendar = rulesFor(pack, timeZone, library)?.calendar;
        const [last, day] = [dayIn(dueAt, timeZone), dayIn(madeAt ?? now, timeZone)];
        // A day off that the decision came on is late as well, if only by the day that has begun.
        const days = calendar?.businessDaysBetween(last, day) ?? daysInclusive(last, day) - 1;
        return { planId, dueAt, isMade: madeAt !== null, daysLate: day > last ? Math.max(1, days) : 0 };
      })
      // Its last day is not over before midnight.
      .filter(({ isMade, daysLate }) => isMade || daysLate > 0),
  );
  const late = due.filter(({ daysLate }) => daysLate > 0);
  const open = late.filter(({ isMade }) => !isMade);
  return {
    due: due.length,
    onTime: due.length - late.length,
    late: late.length - open.length,
    open: open.length,
    medianDaysLate: median(late.map(({ daysLate }) => daysLate)),
    overdue: open
      .map(({ planId, dueAt, daysLate }) => ({ planId, dueAt, daysLate }))
      .sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1)),
  };
}

function median(numbers: readonly number[]): number | null {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}
