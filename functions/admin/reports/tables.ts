import type { Report } from '../../../domain/reports.ts';
import { GROUPING_NAMES } from '../../../views/admin/reports/words.ts';

/** The tables of the reports page, by the name in the address. */
export const TABLES = ['decisions', 'outcomes', 'check-ins', 'missed', 'groups'] as const;
export type TableName = (typeof TABLES)[number];

type Cell = string | number | null;

/** A table as the lines of a file, its heading first; `null` where a number is left out. */
export function linesOf(name: TableName, report: Report): Cell[][] {
  const { decisions, checkIns, missedBy, outcomes, groups } = report;
  switch (name) {
    case 'decisions':
      return [
        ['plan', 'was due', 'business days late'],
        ...decisions.overdue.map(({ planId, dueAt, daysLate }) => [planId, dueAt, daysLate]),
        ['in time', null, decisions.onTime],
        ['late', null, decisions.late],
        ['not made yet', null, decisions.open],
      ];
    case 'outcomes':
      return [
        ['outcome', 'title', 'counts as met', 'plans'],
        ...(outcomes ?? []).map(({ outcome, title, met, plans }) => [
          outcome,
          title,
          met ? 'yes' : 'no',
          plans,
        ]),
      ];
    case 'check-ins':
      return [
        [
          ...['manager', 'address', 'plans', 'asked', 'theirs', 'in time'],
          ...['late', 'not answered', 'HR has not said', 'rate'],
        ],
        ...checkIns.managers.map((row) => [
          ...[row.name, row.email, row.plans, row.asked, row.theirs, row.onTime],
          ...[row.late, row.unanswered, row.notSaid, rounded(row.rate)],
        ]),
      ];
    case 'missed':
      return [
        ['whose doing', 'check-ins'],
        ...Object.entries(missedBy).map(([whose, count]) => [
          whose === 'open' ? 'not yet said' : whose,
          count,
        ]),
      ];
    case 'groups':
      return [
        [
          ...['by', 'group', 'plans', 'ended', 'met', 'rate', 'extended', 'mean days'],
          'below four fifths (a first look, no proof)',
        ],
        ...(groups ?? []).flatMap(({ grouping, rows }) =>
          rows.map((row) => [
            ...[GROUPING_NAMES[grouping], row.group || 'not given', row.plans, row.decided, row.met],
            ...[rounded(row.rate), row.extended, row.meanDays, row.belowFourFifths ? 'yes' : ''],
          ]),
        ),
      ];
  }
}

const rounded = (rate: number | null): number | null =>
  rate === null ? null : Math.round(rate * 1000) / 1000;
