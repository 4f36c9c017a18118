import type { Grouping } from '../../../domain/report-card.ts';

export const GROUPING_NAMES: Record<Grouping, string> = {
  agency: 'Agency',
  jobTitle: 'Job title',
  grade: 'Grade',
  serviceType: 'Service type',
  bargainingUnit: 'Bargaining unit',
};

/** A group as the organisation writes it; plans that say none stand together. */
export const groupName = (group: string): string => (group === '' ? 'not given' : group);

/** What stands where a number is left out. */
export const LEFT_OUT = 'left out';

export const percent = (rate: number | null): string =>
  rate === null ? LEFT_OUT : `${Math.round(rate * 100)} %`;

export const number = (value: number | null): string => (value === null ? LEFT_OUT : String(value));

export const days = (count: number): string => `${count} ${count === 1 ? 'day' : 'days'}`;

/** Why there is nothing about outcomes and groups for any other period. */
export const WHY_A_YEAR =
  'This is shown for one whole calendar year that is over, and for no other period: two periods that overlap could be subtracted, and what is left would tell of single people.';

/** A quarter as people say it: `2026-Q4` is Q4 2026. */
export const quarterName = (quarter: string): string => `${quarter.slice(5)} ${quarter.slice(0, 4)}`;
