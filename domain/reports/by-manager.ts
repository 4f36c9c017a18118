import type { ReportCard } from '../report-card.ts';
import type { ManagerCheckIns } from './asked-managers.ts';
import { SMALLEST_GROUP } from './small-groups.ts';

type Counts = Omit<ManagerCheckIns, 'name' | 'email'>;

/** How one manager kept the check-ins they were asked about; `null` where too few were theirs to say anything. */
export type ManagerRow = { name: string; email: string; plans: number } & {
  [count in keyof Counts]: number | null;
} & {
  /** `onTime` of `theirs`, from 0 to 1. */
  rate: number | null;
};

const COUNTS = ['asked', 'theirs', 'onTime', 'late', 'unanswered', 'notSaid'] as const;

/** Everybody who was asked about a check-in as a supervisor, the least punctual first, those left out last. */
export function managersOf(cards: readonly ReportCard[]): ManagerRow[] {
  return [
    ...Map.groupBy(
      cards.flatMap(({ managers }) => managers),
      ({ email }) => email,
    ),
  ]
    .map(([email, own]) => {
      const sum = (of: keyof Counts): number => own.reduce((total, one) => total + one[of], 0);
      const isShown = sum('theirs') >= SMALLEST_GROUP;
      const shown = (of: keyof Counts): number | null => (isShown ? sum(of) : null);
      return {
        ...{ name: own.at(-1)?.name ?? '', email, plans: own.length },
        ...(Object.fromEntries(COUNTS.map((count) => [count, shown(count)])) as Record<
          keyof Counts,
          number | null
        >),
        rate: isShown ? sum('onTime') / sum('theirs') : null,
      };
    })
    .sort((a, b) => (a.rate ?? 2) - (b.rate ?? 2) || (a.name < b.name ? -1 : 1));
}

/** How the check-ins of all plans went, whoever was asked. */
export function checkInsOf(cards: readonly ReportCard[]): ReportCard['checkIns'] {
  const sum = (of: keyof ReportCard['checkIns']): number =>
    cards.reduce((total, { checkIns }) => total + checkIns[of], 0);
  return { over: sum('over'), held: sum('held'), missed: sum('missed') };
}
