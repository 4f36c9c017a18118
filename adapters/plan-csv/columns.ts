import type { ROLES } from '../../domain/draft.ts';

/** The columns that say something of the plan as a whole; the first line of a plan carries them. */
export const PLAN_COLUMNS = [
  'plan',
  'title',
  'pack',
  'timeZone',
  'type',
  'person',
  'personEmail',
  'language',
  'agency',
  'jobTitle',
  'serviceType',
  'grade',
  'bargainingUnit',
  'probationary',
  'supervises',
  'evaluationReceived',
  'appraisalPeriodEnds',
  'supervisor',
  'supervisorEmail',
  'reviewer',
  'reviewerEmail',
  'hr',
  'hrEmail',
  'agencyHead',
  'agencyHeadEmail',
  'mentor',
  'mentorEmail',
  'representative',
  'representativeEmail',
  'assessor',
  'assessorEmail',
  'issuer',
  'absenceReason',
  'startDate',
  'endDate',
  'reason',
  'priorCoaching',
  'evidence',
  'purpose',
  'expectationsKnown',
  'helpGiven',
  'managerDidTheirPart',
  'followUps',
] as const;

/** The columns that say something of one item; every line carries them. */
export const ITEM_COLUMNS = [
  'item',
  'competency',
  'goal',
  'rating',
  'deficiency',
  'desiredOutcome',
  'actions',
  'measure',
  'unit',
  'baseline',
  'target',
  'direction',
  'checkIns',
  'support',
] as const;

export type PlanColumn = (typeof PLAN_COLUMNS)[number];
export type Column = PlanColumn | (typeof ITEM_COLUMNS)[number];

export const COLUMNS: readonly Column[] = [...PLAN_COLUMNS, ...ITEM_COLUMNS];

/** Without these no line of the file can become a plan. */
export const REQUIRED: readonly Column[] = [
  ...(['title', 'person', 'personEmail', 'supervisor', 'supervisorEmail', 'startDate', 'endDate'] as const),
  ...(['reason', 'item', 'deficiency', 'desiredOutcome', 'measure', 'unit', 'baseline', 'target'] as const),
];

/** Who takes part, by the column that names them: their id and their role in the plan, in the order of the draft. */
export const PEOPLE = [
  { column: 'person', id: 'employee', role: 'employee' },
  { column: 'supervisor', id: 'supervisor', role: 'supervisor' },
  { column: 'reviewer', id: 'reviewer', role: 'reviewer' },
  { column: 'hr', id: 'hr', role: 'hr' },
  { column: 'agencyHead', id: 'agency-head', role: 'agency_head' },
  { column: 'mentor', id: 'mentor', role: 'mentor' },
  { column: 'representative', id: 'representative', role: 'representative' },
  { column: 'assessor', id: 'assessor', role: 'assessor' },
] as const satisfies readonly { column: PlanColumn; id: string; role: (typeof ROLES)[number] }[];

/** People write the same heading in more ways than one: case, spaces and signs aside. */
export const folded = (heading: string): string => heading.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

const BY_FOLDED = new Map<string, Column>(COLUMNS.map((name) => [folded(name), name]));

/** The column a heading stands for, if there is one. */
export const columnOf = (heading: string): Column | undefined => BY_FOLDED.get(folded(heading));
