import type { Item, Participant, PlanDraft, Subject, Triage } from '../../domain/draft.ts';
import { benchmarksIn, datedIn, dayIn, entriesIn, numberIn, type Read, yesOrNo } from './cells.ts';
import { type Column, PEOPLE, PLAN_COLUMNS } from './columns.ts';
import { type FileFault, unreadable } from './faults.ts';
import { followUpsIn, idOf, supportIn } from './supports.ts';

/** One line of the file, by column; an empty cell is absent. */
export interface Line {
  line: number;
  cells: Partial<Record<Column, string>>;
}

/** Reads one line's cells, and remembers what could not be read. */
class Cells {
  constructor(
    private readonly line: Line,
    private readonly faults: FileFault[],
  ) {}

  text(column: Column): string {
    return this.line.cells[column] ?? '';
  }

  /** `undefined` for an empty cell and for one that cannot be read. */
  as<T>(column: Column, read: (cell: string) => Read<T>): T | undefined {
    const cell = this.line.cells[column];
    if (cell === undefined) return undefined;
    const found = read(cell);
    if ('value' in found) return found.value;
    this.faults.push(unreadable(found.problem, this.line.line, column));
    return undefined;
  }
}

const given = <K extends string, T>(name: K, value: T | undefined | ''): { [Name in K]?: T } =>
  (value === undefined || value === '' ? {} : { [name]: value }) as { [Name in K]?: T };

/**
 * The draft that the lines of one plan say, with a stand-in for each cell that could not be read, and those cells.
 * Whether it breaks rules is for the domain.
 */
export function draftOf(lines: readonly [Line, ...Line[]]): { draft: PlanDraft; faults: FileFault[] } {
  const [first] = lines;
  const faults = lines.slice(1).flatMap((line) => otherwise(first, line));
  const plan = new Cells(first, faults);
  const type = plan.text('type').toLowerCase() || 'employee';
  const subjectType = (['employee', 'department', 'program'] as const).find((known) => known === type);
  if (!subjectType) faults.push(unreadable('Write employee, department or program.', first.line, 'type'));
  const participants = peopleIn(plan, subjectType ?? 'employee');
  const triage = triageIn(plan, faults, first);
  const followUps = plan.as('followUps', followUpsIn);
  const draft: PlanDraft = {
    title: plan.text('title'),
    ...given('pack', plan.text('pack')),
    ...given('timeZone', plan.text('timeZone')),
    ...(triage && { triage }),
    subject: subjectIn(plan, subjectType ?? 'employee'),
    participants,
    startDate: plan.as('startDate', dayIn) ?? '',
    endDate: plan.as('endDate', dayIn) ?? '',
    issuer: {
      participant: idOf(plan.text('issuer')) || 'supervisor',
      ...given('absenceReason', plan.text('absenceReason')),
    },
    reason: {
      summary: plan.text('reason'),
      priorCoaching: plan.as('priorCoaching', datedIn) ?? [],
      evidence: plan.as('evidence', datedIn) ?? [],
    },
    items: lines.map((line) => itemIn(new Cells(line, faults), line, faults)),
    ...(followUps && { followUps }),
  };
  return { draft, faults };
}

/** A later line of the plan repeats what the first says of it, or leaves it empty. */
const otherwise = (first: Line, line: Line): FileFault[] =>
  PLAN_COLUMNS.flatMap((column) => {
    const cell = line.cells[column];
    if (column === 'plan' || cell === undefined || cell === first.cells[column]) return [];
    const message = `This differs from line ${first.line}, where the plan begins: write the same, or leave it empty.`;
    return [unreadable(message, line.line, column)];
  });

const subjectIn = (plan: Cells, type: Subject['type']): Subject => ({
  type,
  participant: 'employee',
  ...given('agency', plan.text('agency')),
  ...given('jobTitle', plan.text('jobTitle')),
  ...given('serviceType', plan.text('serviceType')),
  ...given('grade', plan.text('grade')),
  ...given('probationary', plan.as('probationary', yesOrNo)),
  ...given('supervises', plan.as('supervises', yesOrNo)),
  ...given('bargainingUnit', plan.text('bargainingUnit')),
  ...given('evaluationReceived', plan.as('evaluationReceived', dayIn)),
  ...given('appraisalPeriodEnds', plan.as('appraisalPeriodEnds', dayIn)),
});

/** Everybody with a name or an address; of a department or program, the person is who heads it. */
const peopleIn = (plan: Cells, type: Subject['type']): Participant[] =>
  PEOPLE.flatMap(({ column, id, role }) => {
    const [name, email] = [plan.text(column), plan.text(`${column}Email`)];
    if (name === '' && email === '' && column !== 'person') return [];
    const language = column === 'person' ? plan.text('language') : '';
    return [
      {
        id,
        role: role === 'employee' && type !== 'employee' ? ('lead' as const) : role,
        name,
        email,
        ...(given('language', language) as Pick<Participant, 'language'>),
      },
    ];
  });

const PURPOSES = ['improvement', 'discipline', 'misconduct', 'redundancy'] as const;

function triageIn(plan: Cells, faults: FileFault[], { line, cells }: Line): Triage | undefined {
  const answers = ['expectationsKnown', 'helpGiven', 'managerDidTheirPart'] as const;
  if (cells.purpose === undefined && answers.every((name) => cells[name] === undefined)) return undefined;
  const purpose = PURPOSES.find((known) => known === plan.text('purpose').toLowerCase());
  if (!purpose) faults.push(unreadable(`Write one of ${PURPOSES.join(', ')}.`, line, 'purpose'));
  const [expectationsKnown = false, helpGiven = false, managerDidTheirPart = false] = answers.map((name) => {
    if (cells[name] === undefined)
      faults.push(unreadable('This is neither yes nor no: write one of the two.', line, name));
    return plan.as(name, yesOrNo);
  });
  return { purpose: purpose ?? 'improvement', expectationsKnown, helpGiven, managerDidTheirPart };
}

function itemIn(cells: Cells, { line, cells: row }: Line, faults: FileFault[]): Item {
  const needed = (column: 'baseline' | 'target'): number => {
    if (row[column] === undefined) faults.push(unreadable('This is empty: write a number.', line, column));
    return cells.as(column, numberIn) ?? 0;
  };
  const [baseline, target] = [needed('baseline'), needed('target')];
  const said = cells.text('direction').toLowerCase();
  const direction = said || (target < baseline ? 'decrease' : 'increase');
  if (direction !== 'increase' && direction !== 'decrease')
    faults.push(unreadable('Write increase or decrease, or leave it empty.', line, 'direction'));
  if ((row.competency === undefined) === (row.goal === undefined))
    faults.push(unreadable('Fill in one of competency and goal, and leave the other empty.', line, 'goal'));
  return {
    id: cells.text('item'),
    source: row.competency
      ? { kind: 'competency', code: row.competency }
      : { kind: 'smart_goal', goal: cells.text('goal') },
    ...given('rating', cells.as('rating', numberIn)),
    deficiency: cells.text('deficiency'),
    desiredOutcome: cells.text('desiredOutcome'),
    actions: entriesIn(cells.text('actions')).map((what) => ({ what })),
    measure: {
      name: cells.text('measure'),
      unit: cells.text('unit'),
      baseline,
      target,
      direction: direction === 'decrease' ? 'decrease' : 'increase',
    },
    checkIns: cells.as('checkIns', benchmarksIn) ?? [],
    support: cells.as('support', supportIn) ?? [],
  };
}
