import type { ReportCard } from '../report-card.ts';
import { hiddenGroups } from './small-groups.ts';

/** How one manager kept the check-ins of their plans; `null` where too few are over to say. */
export interface ManagerRow {
  name: string;
  email: string;
  plans: number;
  over: number | null;
  held: number | null;
  onTime: number | null;
  missed: number | null;
  /** `onTime` of `over`, from 0 to 1. */
  rate: number | null;
}

/** Every manager whose plans had a check-in that is over, the least punctual first, those left out last. */
export function managersOf(cards: readonly ReportCard[]): ManagerRow[] {
  const counted = [...Map.groupBy(cards, ({ manager }) => manager.email)]
    .map(([email, own]) => ({
      email,
      name: own.at(-1)?.manager.name ?? '',
      plans: own.length,
      ...checkInsOf(own),
    }))
    .filter(({ over }) => over > 0);
  const hidden = hiddenGroups(counted.map(({ email, over }) => ({ name: email, size: over })));
  return counted
    .map(({ name, email, plans, ...counts }) => ({
      ...{ name, email, plans },
      ...(hidden.has(email)
        ? { over: null, held: null, onTime: null, missed: null, rate: null }
        : { ...counts, rate: counts.onTime / counts.over }),
    }))
    .sort((a, b) => (a.rate ?? 2) - (b.rate ?? 2) || (a.name < b.name ? -1 : 1));
}

export function checkInsOf(cards: readonly ReportCard[]): ReportCard['checkIns'] {
  const sum = (of: keyof ReportCard['checkIns']): number =>
    cards.reduce((total, { checkIns }) => total + checkIns[of], 0);
  return { over: sum('over'), held: sum('held'), onTime: sum('onTime'), missed: sum('missed') };
}
