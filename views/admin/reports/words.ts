import type { Grouping } from '../../../domain/report-card.ts';

export const GROUPING_NAMES: Record<Grouping, string> = {
  agency: 'Agency',
  jobTitle: 'Job title',
  grade: 'Grade',
  serviceType: 'Service type',
  bargainingUnit: 'Bargaining unit',
};

/** What stands where a number is left out. */
export const LEFT_OUT = 'left out';

export const percent = (rate: number | null): string =>
  rate === null ? LEFT_OUT : `${Math.round(rate * 100)} %`;

export const number = (value: number | null): string => (value === null ? LEFT_OUT : String(value));

export const days = (count: number): string => `${count} ${count === 1 ? 'day' : 'days'}`;

/** A quarter as people say it: `2026-Q4` is Q4 2026. */
export const quarterName = (quarter: string): string => `${quarter.slice(5)} ${quarter.slice(0, 4)}`;
