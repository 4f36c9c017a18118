import { type Column, ITEM_COLUMNS, PLAN_COLUMNS } from '../../../adapters/plan-csv/columns.ts';
import { spreadsheetCsv } from '../../../adapters/spreadsheet-csv.ts';
import type { WebResponse } from '../../http.ts';

/** Columns that few need are left out of the template; docs/reference/import.md lists them all. */
const LEFT_OUT = new Set<Column>([
  ...(['language', 'bargainingUnit', 'evaluationReceived', 'appraisalPeriodEnds'] as const),
  ...(['representative', 'representativeEmail', 'assessor', 'assessorEmail', 'absenceReason'] as const),
  ...(['agencyHead', 'agencyHeadEmail', 'issuer', 'probationary', 'supervises', 'serviceType'] as const),
]);
const SHOWN: readonly Column[] = [...PLAN_COLUMNS, ...ITEM_COLUMNS].filter((name) => !LEFT_OUT.has(name));

const NOTES: Partial<Record<Column, string>> = {
  plan: 'notes',
  title: 'Case notes written in time',
  pack: 'general',
  timeZone: 'America/New_York',
  type: 'employee',
  person: 'Jordan Reyes',
  personEmail: 'jordan.reyes@agency.example',
  jobTitle: 'Case Worker',
  supervisor: 'Dana Whitfield',
  supervisorEmail: 'dana.whitfield@agency.example',
  hr: 'Priya Raman',
  hrEmail: 'priya.raman@agency.example',
  mentor: 'Robin Adeyemi',
  mentorEmail: 'robin.adeyemi@agency.example',
  startDate: '2027-01-11',
  endDate: '2027-03-12',
  reason: 'Case notes were late or incomplete in three months.',
  priorCoaching:
    '2026-10-05: Went through the backlog together.; 2026-11-02: Agreed on an hour a day for notes.',
  evidence: '2026-11-16: 14 of 40 notes were late.',
  purpose: 'improvement',
  expectationsKnown: 'yes',
  helpGiven: 'yes',
  managerDidTheirPart: 'yes',
  followUps: '2027-01-20: coaching',
  item: 'timeliness',
  goal: 'Write nine of ten case notes within two days.',
  deficiency: 'Notes are written a week late.',
  desiredOutcome: 'Nine of ten notes are written within two days.',
  actions: 'Block an hour a day for notes.; Review open notes every Friday.',
  measure: 'Notes in time',
  unit: 'percent',
  baseline: '60',
  target: '90',
  checkIns: '2027-01-25=65; 2027-02-08=75; 2027-02-22=80; 2027-03-08=90',
  support: 'training by supervisor until 2027-01-29: Course on structured notes',
};

/** The same plan's second item: only the plan's key is repeated. */
const SECOND: Partial<Record<Column, string>> = {
  plan: 'notes',
  item: 'completeness',
  goal: 'Fill in every required part of nine of ten case notes.',
  deficiency: 'A third of the notes lack the assessment.',
  desiredOutcome: 'Nine of ten notes are complete.',
  actions: 'Use the checklist on every note.',
  measure: 'Complete notes',
  unit: 'percent',
  baseline: '65',
  target: '90',
  checkIns: '2027-01-25=70; 2027-02-08=78; 2027-02-22=84; 2027-03-08=90',
};

const OTHER: Partial<Record<Column, string>> = {
  ...NOTES,
  plan: 'calls',
  title: 'Calls returned the same day',
  person: 'Sam Okafor',
  personEmail: 'sam.okafor@agency.example',
  reason: 'Callers waited two days and longer in October and November.',
  mentor: '',
  mentorEmail: '',
  followUps: '',
  item: 'calls',
  goal: 'Return eight of ten calls on the day they come in.',
  deficiency: 'Half of the calls are returned after two days.',
  desiredOutcome: 'Eight of ten calls are returned the same day.',
  actions: 'Keep the hour before closing free for calls.',
  measure: 'Calls returned the same day',
  baseline: '50',
  target: '80',
  checkIns: '2027-01-25=58; 2027-02-08=66; 2027-02-22=74; 2027-03-08=80',
  support: '',
};

/** A file that can be imported as it is: two plans, one of them with two items. */
export const templateCsv = (): string =>
  spreadsheetCsv([SHOWN, ...[NOTES, SECOND, OTHER].map((line) => SHOWN.map((column) => line[column] ?? ''))]);

export const template = async (): Promise<WebResponse> => ({
  status: 200,
  headers: {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': 'attachment; filename="plans-template.csv"',
  },
  body: templateCsv(),
});
