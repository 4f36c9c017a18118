import type { ManagerCheckIns, ReportCard } from '../../domain/index.ts';

/** So many check-ins of one manager, and what became of them; the rest were in time. */
export const managed = (changes: Partial<ManagerCheckIns> = {}): ManagerCheckIns => {
  const { asked = 2, late = 0, unanswered = 0, theirs = asked } = changes;
  return {
    ...{ name: 'Dana Whitfield', email: 'dana.whitfield@agency.example' },
    ...{ asked, theirs, onTime: theirs - late - unanswered, late, unanswered, notSaid: 0 },
    ...changes,
  };
};

/** A plan of the District's pack that ended as met, with two of two check-ins in time. */
export const card = (changes: Partial<ReportCard> = {}): ReportCard => ({
  planId: 'plnaaaaaaaaaaaaaaaaaaaa',
  status: 'closed',
  pack: 'us-dc-6b1410@2024-12',
  timeZone: 'America/New_York',
  endDate: '2027-02-04',
  outcome: 'met',
  checkIns: { over: 2, held: 2, missed: 0 },
  managers: [managed()],
  missedBy: { manager: 0, employee: 0, excused: 0, open: 0 },
  decisions: [{ dueAt: '2027-02-19T22:00:00Z', madeAt: '2027-02-18T15:00:00Z' }],
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
