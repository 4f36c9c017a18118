import type { RuleLibrary } from './pack.ts';
import type { Attributed, Instant } from './plan.ts';
import { GROUPINGS, type ReportCard } from './report-card.ts';
import { type GroupTable, tableOf } from './reports/by-group.ts';
import { checkInsOf, type ManagerRow, managersOf } from './reports/by-manager.ts';
import { type DecisionCounts, decisionCounts } from './reports/decisions.ts';
import { isYearOver, type Quarter } from './reports/quarter.ts';
import { SMALLEST_GROUP } from './reports/small-groups.ts';

export type { ManagerCheckIns } from './reports/asked-managers.ts';
export * from './reports/by-group.ts';
export * from './reports/by-manager.ts';
export * from './reports/decisions.ts';
export * from './reports/quarter.ts';
export * from './reports/small-groups.ts';

/** How the plans whose last day lies in some quarters went, in numbers. */
export interface Report {
  from: Quarter;
  to: Quarter;
  /** Groups of fewer are left out. */
  smallestGroup: number;
  plans: number;
  decisions: DecisionCounts;
  checkIns: ReportCard['checkIns'] & { managers: ManagerRow[] };
  missedBy: Record<Attributed | 'open', number>;
  /** Whether these quarters are one calendar year that is over: only such periods cannot be subtracted from each other. */
  isYearOver: boolean;
  /** How many plans ended with each outcome; `null` of any other period, and when too few ended at all. */
  outcomes: { outcome: string; title: string; met: boolean; plans: number }[] | null;
  /** `null` of any other period than a calendar year that is over. */
  groups: GroupTable[] | null;
}

/** @param cards those of the period, in any order */
export function reportOf(
  cards: readonly ReportCard[],
  period: { from: Quarter; to: Quarter },
  { library, now }: { library: RuleLibrary; now: Instant },
): Report {
  const isOver = isYearOver(period, now.slice(0, 10));
  const outcomeOf = ({ pack, outcome }: ReportCard) =>
    library.pack(pack)?.decision.outcomes.is.find(({ code }) => code === outcome);
  const isMet = (card: ReportCard): boolean => outcomeOf(card)?.met === true;
  const missedBy = (whose: Attributed | 'open'): number =>
    cards.reduce((sum, card) => sum + card.missedBy[whose], 0);
  const ended = cards.filter(({ outcome }) => outcome !== null);
  const outcomes = [...Map.groupBy(ended, ({ outcome }) => outcome ?? '')].map(([outcome, plans]) => {
    const [first] = plans;
    const known = first && outcomeOf(first);
    return { outcome, title: known?.title ?? outcome, met: known?.met ?? false, plans: plans.length };
  });
  return {
    ...period,
    smallestGroup: SMALLEST_GROUP,
    plans: cards.length,
    decisions: decisionCounts(cards, now, library),
    checkIns: { ...checkInsOf(cards), managers: managersOf(cards) },
    missedBy: {
      manager: missedBy('manager'),
      employee: missedBy('employee'),
      excused: missedBy('excused'),
      open: missedBy('open'),
    },
    isYearOver: isOver,
    outcomes:
      isOver && ended.length >= SMALLEST_GROUP
        ? outcomes.sort((a, b) => b.plans - a.plans || (a.outcome < b.outcome ? -1 : 1))
        : null,
    groups: isOver ? GROUPINGS.flatMap((grouping) => tableOf(grouping, cards, isMet) ?? []) : null,
  };
}
