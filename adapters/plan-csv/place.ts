import type { PlanDraft } from '../../domain/draft.ts';
import { type Column, PEOPLE } from './columns.ts';

/** Where in the file it is that a JSON pointer into the draft points to. */
export interface Place {
  line: number;
  column?: Column;
}

const BY_PART: Record<string, Column> = {
  '/title': 'title',
  '/pack': 'pack',
  '/timeZone': 'timeZone',
  '/triage': 'purpose',
  '/startDate': 'startDate',
  '/endDate': 'endDate',
  '/issuer': 'issuer',
  '/issuer/absenceReason': 'absenceReason',
  '/reason': 'reason',
  '/reason/priorCoaching': 'priorCoaching',
  '/reason/evidence': 'evidence',
  '/followUps': 'followUps',
  '/subject': 'person',
  '/subject/type': 'type',
  '/participants': 'person',
  '/items': 'item',
};

const OF_ITEM: Record<string, Column> = {
  id: 'item',
  source: 'goal',
  'measure/name': 'measure',
  'measure/unit': 'unit',
  'measure/baseline': 'baseline',
  'measure/target': 'target',
  'measure/direction': 'direction',
};

/** The cell that a rule of the domain speaks of. @param lines the file's line of each item */
export function placeIn(draft: PlanDraft, lines: readonly number[], pointer: string): Place {
  const [, part = '', index = '', ...rest] = pointer.split('/');
  const first = lines[0] ?? 0;
  if (part === 'items' && /^\d+$/.test(index)) {
    const column = OF_ITEM[rest.slice(0, 2).join('/')] ?? OF_ITEM[rest[0] ?? ''] ?? itemColumn(rest[0]);
    const competency = column === 'goal' && draft.items[Number(index)]?.source.kind === 'competency';
    return { line: lines[Number(index)] ?? first, column: competency ? 'competency' : column };
  }
  if (part === 'participants' && /^\d+$/.test(index)) {
    const person = PEOPLE.find(({ id }) => id === draft.participants[Number(index)]?.id)?.column ?? 'person';
    if (rest[0] === 'language') return { line: first, column: 'language' };
    const column: Column = rest[0] === 'email' ? `${person}Email` : person;
    return { line: first, column };
  }
  if (part === 'subject' && SUBJECT.has(index)) return { line: first, column: index as Column };
  if (part === 'triage' && index !== '') return { line: first, column: index as Column };
  const column = BY_PART[`/${part}/${index}`] ?? BY_PART[`/${part}`];
  return { line: first, ...(column && { column }) };
}

const OF_SUBJECT: readonly Column[] = [
  ...(['agency', 'jobTitle', 'serviceType', 'grade', 'probationary', 'supervises'] as const),
  ...(['bargainingUnit', 'evaluationReceived', 'appraisalPeriodEnds'] as const),
];
const SUBJECT = new Set<string>(OF_SUBJECT);

function itemColumn(field: string | undefined): Column {
  switch (field) {
    case 'rating':
    case 'deficiency':
    case 'desiredOutcome':
    case 'actions':
    case 'measure':
    case 'checkIns':
    case 'support':
      return field;
    default:
      return 'item';
  }
}
