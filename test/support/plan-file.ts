/** A CSV file of plans under the general pack that break no rule, one item each; `bad` rows have an end before their start. */
export function planFile(count: number, bad: (row: number) => boolean = () => false): string {
  const lines = Array.from({ length: count }, (_, index) => lineOf(index + 1, bad(index + 1)));
  return `${[HEADER, ...lines].join('\n')}\n`;
}

const HEADER = [
  ...['title', 'type', 'person', 'personEmail', 'supervisor', 'supervisorEmail', 'hr', 'hrEmail'],
  ...['startDate', 'endDate', 'reason', 'priorCoaching', 'evidence'],
  ...['purpose', 'expectationsKnown', 'helpGiven', 'managerDidTheirPart'],
  ...['item', 'goal', 'deficiency', 'desiredOutcome', 'actions', 'measure', 'unit', 'baseline', 'target'],
  'checkIns',
].join(',');

const lineOf = (row: number, isBad: boolean): string =>
  [
    ...[`Case notes ${row}`, 'employee', `Person ${row}`, `person.${row}@agency.example`],
    ...['Dana Whitfield', 'dana.whitfield@agency.example', 'Priya Raman', 'priya.raman@agency.example'],
    ...['2027-01-11', isBad ? '2026-12-01' : '2027-03-12'],
    'Case notes were late in three months.',
    '2026-10-05: Went through the backlog together.',
    '2026-11-16: 14 of 40 notes were late.',
    ...['improvement', 'yes', 'yes', 'yes'],
    ...['notes', 'Write nine of ten case notes within two days.', 'Notes are written a week late.'],
    'Nine of ten notes are written within two days.',
    'Block an hour a day for notes.; Review open notes every Friday.',
    ...['Notes in time', 'percent', '60', '90'],
    '2027-01-25=65; 2027-02-08=75; 2027-02-22=80; 2027-03-08=90',
  ]
    .map((cell) => (/[",;\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(',');
