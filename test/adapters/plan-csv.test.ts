import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { describe, expect, test } from 'vitest';
import { UnreadableFile } from '../../adapters/plan-csv/faults.ts';
import { placeIn } from '../../adapters/plan-csv/place.ts';
import { type PlanInFile, plansIn } from '../../adapters/plan-files.ts';
import type { PlanDraft } from '../../domain/index.ts';
import { templateCsv } from '../../functions/admin/import/template.ts';
import { planFile } from '../support/plan-file.ts';

async function* inSlices(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

async function read(text: string, size = 1_000_000): Promise<PlanInFile[]> {
  const plans: PlanInFile[] = [];
  for await (const plan of plansIn('csv', inSlices(text, size))) plans.push(plan);
  return plans;
}

const refused = async (text: string) => {
  const error = await read(text).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(UnreadableFile);
  return (error as UnreadableFile).faults.map(({ line, message }) => [line, message]);
};

/** The line of the file where the header is `columns` and each further line one of `lines`. */
const file = (columns: string, ...lines: string[]): string => [columns, ...lines].join('\n');
const COLUMNS =
  'plan,title,person,personEmail,supervisor,supervisorEmail,startDate,endDate,reason,item,goal,deficiency,desiredOutcome,measure,unit,baseline,target,checkIns';
const line = (over: Record<string, string> = {}): string => {
  const values: Record<string, string> = {
    title: 'Notes in time',
    person: 'Jordan Reyes',
    personEmail: 'jordan@agency.example',
    supervisor: 'Dana Whitfield',
    supervisorEmail: 'dana@agency.example',
    startDate: '2027-01-11',
    endDate: '2027-03-12',
    reason: 'Notes were late.',
    item: 'notes',
    goal: 'Nine of ten in two days.',
    deficiency: 'A week late.',
    desiredOutcome: 'Two days.',
    measure: 'In time',
    unit: 'percent',
    baseline: '60',
    target: '90',
    checkIns: '2027-01-25=65; 2027-02-08=75',
    ...over,
  };
  return COLUMNS.split(',')
    .map((name) => values[name] ?? '')
    .map((cell) => (/[",\n;]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(',');
};

describe('the template', () => {
  test('says two plans, one of them with two items', async () => {
    const [notes, calls, ...more] = await read(templateCsv());
    expect(more).toEqual([]);
    expect(notes).toEqual({
      line: 2,
      lines: [2, 3],
      faults: [],
      draft: {
        title: 'Case notes written in time',
        pack: 'general',
        timeZone: 'America/New_York',
        triage: {
          purpose: 'improvement',
          expectationsKnown: true,
          helpGiven: true,
          managerDidTheirPart: true,
        },
        subject: { type: 'employee', participant: 'employee', jobTitle: 'Case Worker' },
        participants: [
          { id: 'employee', role: 'employee', name: 'Jordan Reyes', email: 'jordan.reyes@agency.example' },
          {
            id: 'supervisor',
            role: 'supervisor',
            name: 'Dana Whitfield',
            email: 'dana.whitfield@agency.example',
          },
          { id: 'hr', role: 'hr', name: 'Priya Raman', email: 'priya.raman@agency.example' },
          { id: 'mentor', role: 'mentor', name: 'Robin Adeyemi', email: 'robin.adeyemi@agency.example' },
        ],
        startDate: '2027-01-11',
        endDate: '2027-03-12',
        issuer: { participant: 'supervisor' },
        reason: {
          summary: 'Case notes were late or incomplete in three months.',
          priorCoaching: [
            { date: '2026-10-05', summary: 'Went through the backlog together.' },
            { date: '2026-11-02', summary: 'Agreed on an hour a day for notes.' },
          ],
          evidence: [{ date: '2026-11-16', summary: '14 of 40 notes were late.' }],
        },
        items: [
          {
            id: 'timeliness',
            source: { kind: 'smart_goal', goal: 'Write nine of ten case notes within two days.' },
            deficiency: 'Notes are written a week late.',
            desiredOutcome: 'Nine of ten notes are written within two days.',
            actions: [
              { what: 'Block an hour a day for notes.' },
              { what: 'Review open notes every Friday.' },
            ],
            measure: {
              name: 'Notes in time',
              unit: 'percent',
              baseline: 60,
              target: 90,
              direction: 'increase',
            },
            checkIns: [
              { date: '2027-01-25', benchmark: 65 },
              { date: '2027-02-08', benchmark: 75 },
              { date: '2027-02-22', benchmark: 80 },
              { date: '2027-03-08', benchmark: 90 },
            ],
            support: [
              {
                kind: 'training',
                what: 'Course on structured notes',
                owner: 'supervisor',
                due: '2027-01-29',
              },
            ],
          },
          {
            id: 'completeness',
            source: { kind: 'smart_goal', goal: 'Fill in every required part of nine of ten case notes.' },
            deficiency: 'A third of the notes lack the assessment.',
            desiredOutcome: 'Nine of ten notes are complete.',
            actions: [{ what: 'Use the checklist on every note.' }],
            measure: {
              name: 'Complete notes',
              unit: 'percent',
              baseline: 65,
              target: 90,
              direction: 'increase',
            },
            checkIns: [
              { date: '2027-01-25', benchmark: 70 },
              { date: '2027-02-08', benchmark: 78 },
              { date: '2027-02-22', benchmark: 84 },
              { date: '2027-03-08', benchmark: 90 },
            ],
            support: [],
          },
        ],
        followUps: [{ date: '2027-01-20', type: 'coaching' }],
      },
    });
    expect(calls).toMatchObject({ line: 4, lines: [4], faults: [] });
  });

  test.each([
    ['cut anywhere', (text: string) => read(text, 7)],
    ['with semicolons between the columns', (text: string) => read(reparted(text, ';'))],
    ['with tabs between the columns', (text: string) => read(reparted(text, '\t'))],
    [
      'without its byte order mark, with old line ends',
      (text: string) => read(text.slice(1).replaceAll('\r\n', '\r')),
    ],
    [
      'with headings as people write them',
      (text: string) => read(text.replace('startDate', 'Start date').replace('personEmail', 'PERSON E-MAIL')),
    ],
  ])('says the same %s', async (_, other) => {
    expect(await other(templateCsv())).toEqual(await read(templateCsv()));
  });
});

/** The same table with another sign between its cells. */
const reparted = (text: string, delimiter: string): string =>
  stringify(parse(text, { bom: true }), { delimiter, record_delimiter: '\r\n' });

test('a large file is read as it comes: the lines are those of the spreadsheet', async () => {
  const plans = await read(planFile(50), 333);
  expect(plans.map(({ line: at }) => at)).toEqual(Array.from({ length: 50 }, (_, index) => index + 2));
  expect(plans.at(-1)?.draft).toMatchObject({ title: 'Case notes 50', endDate: '2027-03-12' });
});

test('a cell may run over lines, and lists in it may be parted by its line breaks', async () => {
  const text = file(
    COLUMNS,
    line({ plan: 'a', reason: 'Late.\nOften; very often.', checkIns: '2027-01-25=65\n2027-02-08=75' }),
    line({ plan: 'b' }),
  );
  const [first, second] = await read(text);
  expect(first?.draft).toMatchObject({
    reason: { summary: 'Late.\nOften; very often.' },
    items: [
      {
        checkIns: [
          { date: '2027-01-25', benchmark: 65 },
          { date: '2027-02-08', benchmark: 75 },
        ],
      },
    ],
  });
  expect([first?.line, second?.line]).toEqual([2, 5]);
});

test('a department is headed by the person, and a measure that falls is told by its numbers', async () => {
  const [plan] = await read(file(`${COLUMNS},type`, `${line({ baseline: '41', target: '14' })},department`));
  const draft = plan?.draft as PlanDraft;
  expect(draft.subject).toEqual({ type: 'department', participant: 'employee' });
  expect(draft.participants[0]?.role).toBe('lead');
  expect(draft.items[0]?.measure.direction).toBe('decrease');
});

describe('a file that cannot be read says why', () => {
  test('empty', async () => expect(await refused('')).toEqual([[undefined, 'The file is empty.']]));

  test('not UTF-8', async () =>
    expect(await refused(file(COLUMNS, line({ person: 'J\ufffdrg' })))).toEqual([
      [2, expect.stringContaining('not UTF-8')],
    ]));

  test('two bytes a letter', async () =>
    expect(await refused('\u0000t\u0000i')).toEqual([[1, expect.stringContaining('not UTF-8')]]));

  test('quotes that do not match', async () =>
    expect(await refused(`${COLUMNS}\n"open`)).toEqual([
      [2, expect.stringContaining('The quotes do not match.')],
    ]));

  test('columns that are unknown, nameless, double or missing, all at once', async () => {
    expect(await refused('title,Manger,title,,personEmail\n')).toEqual([
      [1, 'The column "Manger" is not known: rename or delete it.'],
      [1, 'The column title is there twice: keep one of them.'],
      [1, 'Column 4 has no heading: give it one, or delete it.'],
      [
        1,
        'The first line names the columns. Missing: person, supervisor, supervisorEmail, startDate, endDate, reason, item, deficiency, desiredOutcome, measure, unit, baseline, target.',
      ],
      [1, 'One of the columns competency and goal is needed.'],
    ]);
  });
});

describe('a cell that cannot be read is named, with what to write', () => {
  const faultsOf = async (...lines: string[]) =>
    (await read(file(COLUMNS, ...lines))).flatMap(({ faults }) =>
      faults.map(({ line: at, column, message }) => [at, column, message]),
    );

  test.each([
    [
      'startDate',
      '1/11/2027',
      'This is not read as a day: write it as 2026-12-01, and format these cells as text in the spreadsheet.',
    ],
    ['baseline', '60,5', 'A comma is not read in numbers: write 12.5, not 12,5, and 1200, not 1,200.'],
    ['target', '90 %', 'This is not a plain number: write one such as 12 or 12.5, without a unit.'],
    ['target', '', 'This is empty: write a number.'],
    ['goal', '', 'Fill in one of competency and goal, and leave the other empty.'],
    [
      'checkIns',
      '2027-01-25',
      'Write each day with the number to reach by then: 2026-12-18=30; 2027-01-04=25.',
    ],
  ])('%s: %s', async (column, cell, message) => {
    expect(await faultsOf(line({ [column]: cell }))).toEqual([[2, column, message]]);
  });

  test('a line with too many values', async () => {
    expect(await faultsOf(`${line()},more`)).toEqual([
      [2, undefined, 'This line has 19 values, the first line has 18. Put texts with commas in quotes.'],
    ]);
  });

  test('lines of one plan that say different things, or do not stand together', async () => {
    const differs = line({ plan: 'a', title: 'Another' });
    const b = line({ plan: 'b' });
    expect(await faultsOf(line({ plan: 'a' }), differs, b, line({ plan: 'a' }))).toEqual([
      [3, 'title', 'This differs from line 2, where the plan begins: write the same, or leave it empty.'],
      [
        5,
        'plan',
        'The lines of one plan stand together: this one begins at line 2. Sort by the column plan.',
      ],
    ]);
  });
});

test('what the rules say of a draft is said of its cells', async () => {
  const [plan] = await read(templateCsv());
  const { draft, lines = [] } = plan as PlanInFile;
  const at = (pointer: string) => placeIn(draft as PlanDraft, lines, pointer);
  expect(at('/items/1/measure/target')).toEqual({ line: 3, column: 'target' });
  expect(at('/items/1/checkIns/2/benchmark')).toEqual({ line: 3, column: 'checkIns' });
  expect(at('/items/0/source/goal')).toEqual({ line: 2, column: 'goal' });
  expect(at('/items/0/support/0/owner')).toEqual({ line: 2, column: 'support' });
  expect(at('/participants/1/email')).toEqual({ line: 2, column: 'supervisorEmail' });
  expect(at('/participants/2')).toEqual({ line: 2, column: 'hr' });
  expect(at('/reason/evidence/0/date')).toEqual({ line: 2, column: 'evidence' });
  expect(at('/reason/summary')).toEqual({ line: 2, column: 'reason' });
  expect(at('/subject/jobTitle')).toEqual({ line: 2, column: 'jobTitle' });
  expect(at('/triage/helpGiven')).toEqual({ line: 2, column: 'helpGiven' });
  expect(at('/endDate')).toEqual({ line: 2, column: 'endDate' });
  expect(at('')).toEqual({ line: 2 });
});
