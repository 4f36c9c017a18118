import type { Grouping, ReportCard } from '../report-card.ts';
import { hiddenGroups, SMALLEST_GROUP } from './small-groups.ts';

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
  /** The rate is below four fifths of the highest one in the table. */
  belowFourFifths: boolean;
}

export interface GroupTable {
  grouping: Grouping;
  rows: GroupRow[];
  total: Omit<GroupRow, 'group' | 'belowFourFifths'>;
  /** The group with the highest rate, when there are two to compare. */
  highest: string | null;
}

/** The group of plans that do not say. */
export const NOT_GIVEN = '';

/** 29 CFR 1607.4(D): a rate of less than four fifths of the highest is generally looked into. */
const FOUR_FIFTHS = 0.8;

/** Outcomes and durations by one kind of group; `undefined` when no plan says which group it is of. */
export function tableOf(
  grouping: Grouping,
  cards: readonly ReportCard[],
  isMet: (card: ReportCard) => boolean,
): GroupTable | undefined {
  const groups = [...Map.groupBy(cards, ({ groups }) => groups[grouping] ?? NOT_GIVEN)];
  if (!groups.some(([name]) => name !== NOT_GIVEN)) return undefined;
  const counted = groups.map(([name, members]) => ({ name, ...countOf(members, isMet) }));
  const hidden = hiddenGroups(counted.map(({ name, plans }) => ({ name, size: plans })));
  const undecided = hiddenGroups(
    counted.map(({ name, decided }) => ({ name, size: decided })),
    hidden,
  );
  const shown = counted.map(({ name, ...count }) => ({
    group: name,
    ...count,
    ...(hidden.has(name) && { plans: null, extended: null, meanDays: null }),
    ...(undecided.has(name) && { decided: null, met: null, rate: null }),
  }));
  const rated = shown.filter(
    ({ decided, rate }) => decided !== null && decided >= SMALLEST_GROUP && rate !== null,
  );
  const best = rated.length > 1 ? rated.reduce((a, b) => ((b.rate ?? 0) > (a.rate ?? 0) ? b : a)) : undefined;
  const total = countOf(cards, isMet);
  return {
    grouping,
    rows: shown
      .map((row) => ({
        ...row,
        belowFourFifths:
          best !== undefined && rated.includes(row) && (row.rate ?? 0) < FOUR_FIFTHS * (best.rate ?? 0),
      }))
      .sort((a, b) => (b.plans ?? -1) - (a.plans ?? -1) || (a.group < b.group ? -1 : 1)),
    total: cards.length >= SMALLEST_GROUP ? total : NOTHING,
    highest: best?.group ?? null,
  };
}

const NOTHING = { plans: null, decided: null, met: null, rate: null, extended: null, meanDays: null };

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
