import type { ReportCard } from '../../domain/index.ts';

/** A plan of the District's pack that ended as met, with two of two check-ins in time. */
export const card = (changes: Partial<ReportCard> = {}): ReportCard => ({
  planId: 'plnaaaaaaaaaaaaaaaaaaaa',
  status: 'closed',
  pack: 'us-dc-6b1410@2024-12',
  endDate: '2027-02-04',
  outcome: 'met',
  manager: { name: 'Dana Whitfield', email: 'dana.whitfield@agency.example' },
  checkIns: { over: 2, held: 2, onTime: 2, missed: 0 },
  missedBy: { manager: 0, employee: 0, excused: 0, open: 0 },
  decision: { dueAt: '2027-02-19T22:00:00Z', madeAt: '2027-02-18T15:00:00Z' },
  days: 60,
  extensions: 0,
  daysCredited: 0,
  daysTolled: 0,
  groups: { agency: 'Buildings' },
  ...changes,
});

/** So many of the same. */
export const cards = (count: number, changes: Partial<ReportCard> = {}): ReportCard[] =>
  Array.from({ length: count }, () => card(changes));
