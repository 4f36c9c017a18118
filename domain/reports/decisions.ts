import type { Instant, PlanId } from '../plan.ts';
import type { ReportCard } from '../report-card.ts';

/** Decisions that were due by now, counted by when they were made. */
export interface DecisionCounts {
  due: number;
  onTime: number;
  late: number;
  /** Not made yet. */
  open: number;
  /** How many days late half of the late and open ones are at most; `null` without any. */
  medianDaysLate: number | null;
  /** Those not made yet, the oldest first. */
  overdue: { planId: PlanId; dueAt: Instant; daysLate: number }[];
}

const DAY = 86_400_000;

/** Whole days from one moment to a later one; a day that has begun counts. */
const daysLate = (dueAt: Instant, at: Instant): number =>
  Math.max(1, Math.ceil((Date.parse(at) - Date.parse(dueAt)) / DAY));

export function decisionCounts(cards: readonly ReportCard[], now: Instant): DecisionCounts {
  const due = cards.flatMap(({ planId, decision, status }) =>
    // Nobody decides about a plan that was withdrawn.
    decision && decision.dueAt <= now && !(status === 'withdrawn' && !decision.madeAt)
      ? [{ planId, dueAt: decision.dueAt, madeAt: decision.madeAt }]
      : [],
  );
  const late = due.filter(({ dueAt, madeAt }) => (madeAt ?? now) > dueAt);
  const open = late.filter(({ madeAt }) => madeAt === null);
  return {
    due: due.length,
    onTime: due.length - late.length,
    late: late.length - open.length,
    open: open.length,
    medianDaysLate: median(late.map(({ dueAt, madeAt }) => daysLate(dueAt, madeAt ?? now))),
    overdue: open
      .map(({ planId, dueAt }) => ({ planId, dueAt, daysLate: daysLate(dueAt, now) }))
      .sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1)),
  };
}

function median(numbers: readonly number[]): number | null {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}
