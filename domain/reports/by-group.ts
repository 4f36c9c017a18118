import type { Grouping, ReportCard } from '../report-card.ts';
import { highestOf, isBelowFourFifths } from './four-fifths.ts';
import { hiddenGroups, mayShowTotal, SMALLEST_GROUP } from './small-groups.ts';

/** What one group is counted by. Where too few are in it, or it would give away another group, it is left out: `null`. */
export interface GroupRow {
  group: string;
  plans: number | null;
  /** Plans that are closed with an outcome. */
  decided: number | null;
  /** Of those, the ones that were met. */
  met: number | null;
  /** `met` of `decided`, from 0 to 1. */
  rate: number | null;
  extended: number | null;
  /** The mean of the days there were to improve, to one decimal. */
  meanDays: number | null;
  /** The rate is below four fifths of the highest one that is shown, and so of any that is not. */
  belowFourFifths: boolean;
}

export interface GroupTable {
  grouping: Grouping;
  rows: GroupRow[];
  total: Omit<GroupRow, 'group' | 'belowFourFifths'>;
  /** The group with the highest rate of those whose rates are shown, when there are two to compare. */
  comparedWith: string | null;
  /** The same, unless a group is left out: then nobody can say which one is the highest. */
  highest: string | null;
}

/** The group of plans that do not say. It is counted, and compared with nobody. */
export const NOT_GIVEN = '';

/** Outcomes and durations by one kind of group; `undefined` when no plan says which group it is of. */
export function tableOf(
  grouping: Grouping,
  cards: readonly ReportCard[],
  isMet: (card: ReportCard) => boolean,
): GroupTable | undefined {
  const groups = [...Map.groupBy(cards, ({ groups }) => groups[grouping] ?? NOT_GIVEN)];
  if (!groups.some(([name]) => name !== NOT_GIVEN)) return undefined;
  const counted = groups.map(([name, members]) => ({ name, ...countOf(members, isMet) }));
  const byPlans = counted.map(({ name, plans }) => ({ name, size: plans }));
  const byDecided = counted.map(({ name, decided }) => ({ name, size: decided }));
  const hidden = hiddenGroups(byPlans);
  const undecided = hiddenGroups(byDecided, hidden);
  const compared = counted.filter(
    ({ name, decided }) => name !== NOT_GIVEN && !undecided.has(name) && decided >= SMALLEST_GROUP,
  );
  const best = highestOf(compared);
  return {
    grouping,
    rows: counted
      .map(({ name, ...count }) => ({
        group: name,
        ...without(count, { plans: hidden.has(name), decided: undecided.has(name) }),
        belowFourFifths:
          best !== undefined && compared.some((one) => one.name === name && isBelowFourFifths(one, best)),
      }))
      .sort((a, b) => (b.plans ?? -1) - (a.plans ?? -1) || (a.group < b.group ? -1 : 1)),
    total: without(countOf(cards, isMet), {
      plans: !mayShowTotal(byPlans, hidden),
      decided: !mayShowTotal(byDecided, undecided),
    }),
    comparedWith: best?.name ?? null,
    // Whatever the rates of those left out are: to be silent only when one of them is higher would tell of them.
    highest: [...undecided].every((name) => name === NOT_GIVEN) ? (best?.name ?? null) : null,
  };
}

type Count = ReturnType<typeof countOf>;

/** The counts without those that go by all plans, those that go by the ended ones, or both. */
const without = (count: Count, hidden: { plans: boolean; decided: boolean }): GroupTable['total'] => ({
  ...count,
  ...(hidden.plans && { plans: null, extended: null, meanDays: null }),
  ...(hidden.decided && { decided: null, met: null, rate: null }),
});

function countOf(cards: readonly ReportCard[], isMet: (card: ReportCard) => boolean) {
  const decided = cards.filter(({ outcome }) => outcome !== null);
  const met = decided.filter(isMet).length;
  const days = cards.reduce((sum, card) => sum + card.days, 0);
  return {
    plans: cards.length,
    decided: decided.length,
    met,
    rate: decided.length > 0 ? met / decided.length : null,
    extended: cards.filter(({ extensions }) => extensions > 0).length,
    meanDays: cards.length > 0 ? Math.round((days / cards.length) * 10) / 10 : null,
  };
}
