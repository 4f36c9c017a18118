import type { BrokenRule } from '../errors.ts';

/** The fields of a draft in the order a reader meets them; siblings only ever compare with siblings. */
const FIELDS = [
  ...['title', 'pack', 'timeZone', 'triage', 'subject', 'participants', 'startDate', 'endDate'],
  ...['issuer', 'reason', 'items', 'followUps', 'settings', 'date', 'summary', 'priorCoaching', 'evidence'],
  ...['purpose', 'id', 'type', 'participant', 'absenceReason', 'role', 'name', 'email', 'language'],
  ...['agency', 'jobTitle', 'serviceType', 'grade', 'probationary', 'supervises', 'bargainingUnit'],
  ...['evaluationReceived', 'appraisalPeriodEnds', 'source', 'kind', 'code', 'goal', 'rating', 'deficiency'],
  ...[
    'desiredOutcome',
    'actions',
    'measure',
    'unit',
    'baseline',
    'target',
    'direction',
    'checkIns',
    'support',
  ],
  ...['benchmark', 'what', 'owner', 'due', 'responsible', 'outcome', 'agenda', 'questions'],
  ...['onDecisionOverdue', 'mode', 'verifiedBy'],
];

/** Sorts by where the field stands in the draft; what is wrong with one field keeps its order. */
export function inDocumentOrder(rules: BrokenRule[]): BrokenRule[] {
  return rules
    .map((rule) => ({ rule, place: placeOf(rule.field) }))
    .sort((a, b) => comparePlaces(a.place, b.place))
    .map(({ rule }) => rule);
}

function placeOf(field: string): number[] {
  return field
    .split('/')
    .slice(1)
    .map((part) => (/^\d+$/.test(part) ? Number(part) : FIELDS.indexOf(part)));
}

function comparePlaces(a: number[], b: number[]): number {
  for (const [depth, place] of a.entries()) {
    const other = b[depth];
    if (other === undefined) return 1;
    if (place !== other) return place - other;
  }
  return a.length - b.length;
}
