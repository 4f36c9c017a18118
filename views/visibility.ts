import { type ParticipantId, type Plan, ROLES, type Role } from '../domain/plan.ts';

/** When somebody sees what they do not see anyway. */
export const CONDITIONS = [
  /** Once they are asked to decide or to confirm a decision, or are sent a copy of one. */
  'deciding',
  /** Of the check-ins they are asked about themselves; of all, once they are to decide. */
  'asked',
  /** What is addressed to them alone. */
  'theirs',
] as const;
export type Condition = (typeof CONDITIONS)[number];
export type Cell = 'yes' | 'no' | Condition;

type Row = Record<Role, Cell>;

/** One row: everybody who is not named sees nothing. Whoever heads a department is asked as an employee is. */
function seenBy({ employee = 'no', ...others }: Partial<Omit<Row, 'lead'>>): Row {
  const nobody = Object.fromEntries(ROLES.map((role) => [role, 'no'])) as Row;
  return { ...nobody, ...others, employee, lead: employee };
}

const EVERYBODY = seenBy(Object.fromEntries(ROLES.map((role) => [role, 'yes'])));
const NOBODY = seenBy({});
const HR = seenBy({ hr: 'yes' });
const BOTH_SIDES = { employee: 'yes', supervisor: 'yes', hr: 'yes' } as const;
const WHO_DECIDES = { reviewer: 'deciding', agency_head: 'deciding' } as const;
/** Told when something stays open, before they are ever asked themselves. */
const WHO_HELPS = { reviewer: 'yes', agency_head: 'yes' } as const;
const OUTSIDE = { mentor: 'yes', assessor: 'yes' } as const;
const IN_THEIR_CHECK_INS = {
  reviewer: 'asked',
  agency_head: 'asked',
  mentor: 'asked',
  assessor: 'asked',
} as const;
const STANDS_BY = { representative: 'yes' } as const;

/**
 * Who may see what, by the part they have in the plan. Pages ask this table, and `docs/reference/visibility.md` is
 * written from it: what it does not grant is not shown. Whoever reads the record through the API is not in it.
 */
export const VISIBILITY = {
  subject: EVERYBODY,
  own_answers: EVERYBODY,
  people: seenBy({ ...BOTH_SIDES, ...WHO_HELPS, ...OUTSIDE, ...STANDS_BY }),
  goals: seenBy({ ...BOTH_SIDES, ...WHO_HELPS, ...OUTSIDE, ...STANDS_BY }),
  reason: seenBy({ ...BOTH_SIDES, ...WHO_DECIDES, ...STANDS_BY }),
  evidence: seenBy({ ...BOTH_SIDES, ...WHO_DECIDES, ...STANDS_BY }),
  triage: HR,
  acknowledgements: seenBy({ ...BOTH_SIDES, ...WHO_DECIDES }),
  answers_open: NOBODY,
  answers_closed: seenBy({ ...BOTH_SIDES, ...IN_THEIR_CHECK_INS }),
  silence: seenBy({ ...BOTH_SIDES, ...WHO_HELPS }),
  responses: seenBy({ ...BOTH_SIDES, ...IN_THEIR_CHECK_INS }),
  readings: seenBy({ ...BOTH_SIDES, ...WHO_DECIDES }),
  recognitions: seenBy({ ...BOTH_SIDES, ...WHO_DECIDES }),
  support_delivered: seenBy({ ...BOTH_SIDES, ...WHO_DECIDES }),
  support_notes: HR,
  survey_results: seenBy({ ...BOTH_SIDES, ...WHO_DECIDES }),
  survey_answers: NOBODY,
  surveyed_people: NOBODY,
  missed_by: seenBy({ ...BOTH_SIDES, ...WHO_DECIDES }),
  missed_question: HR,
  pause: seenBy({ ...BOTH_SIDES, ...WHO_HELPS, ...OUTSIDE, ...STANDS_BY }),
  pause_reason: HR,
  adjustment_asked: seenBy({ employee: 'yes', hr: 'yes' }),
  adjustment_answer: HR,
  changes: seenBy({ ...BOTH_SIDES, ...WHO_DECIDES, ...STANDS_BY }),
  handover: seenBy({ supervisor: 'theirs', hr: 'yes' }),
  proposal: seenBy({ supervisor: 'yes', hr: 'yes', ...WHO_DECIDES }),
  returned: seenBy({ supervisor: 'yes', hr: 'yes', ...WHO_DECIDES }),
  decision: seenBy({ ...BOTH_SIDES, ...WHO_DECIDES, ...STANDS_BY }),
  aftermath: seenBy({ ...BOTH_SIDES, ...WHO_DECIDES, ...STANDS_BY }),
  told: HR,
  undelivered: HR,
  legal_hold: HR,
  office_notes: NOBODY,
  addresses: NOBODY,
} as const satisfies Record<string, Row>;

/** A kind of information. */
export type FactKind = keyof typeof VISIBILITY;
export const FACT_KINDS = Object.keys(VISIBILITY) as FactKind[];

/** Which conditions hold for somebody at the moment they read. */
export type Situation = Partial<Record<Condition, boolean>>;

/** Whether somebody of this part sees this kind of information now. */
export function maySee(part: Role, fact: FactKind, now: Situation = {}): boolean {
  const cell: Cell = VISIBILITY[fact][part];
  if (cell === 'asked') return now.asked === true || now.deciding === true;
  return cell === 'yes' || (cell !== 'no' && now[cell] === true);
}

/**
 * The part somebody has in a plan. Whom it is about and who issues it count as such, whatever role they are written down
 * with; `undefined` of somebody who has left it.
 */
export function partOf({ draft }: Plan, id: ParticipantId): Role | undefined {
  const person = draft.participants.find((each) => each.id === id);
  if (!person) return undefined;
  if (draft.subject.participant === id) return draft.subject.type === 'employee' ? 'employee' : 'lead';
  return draft.issuer.participant === id ? 'supervisor' : person.role;
}

/** Whether somebody is, or was, asked to decide or to confirm a decision, or was sent a copy of one. */
export const isDeciding = ({ requests, decisions }: Plan, id: ParticipantId): boolean =>
  decisions.some(({ copies }) => copies.some(({ participant }) => participant === id)) ||
  Object.values(requests).some(
    ({ kind, respondents }) =>
      (kind === 'decision' || kind === 'approval') &&
      respondents.some(({ participant }) => participant === id),
  );

/** Whether this reader of a plan sees a kind of information now; `more` is what holds of this one piece of it. */
export function sees(
  { plan, reader }: { plan: Plan; reader: ParticipantId },
  fact: FactKind,
  more: Omit<Situation, 'deciding'> = {},
): boolean {
  const part = partOf(plan, reader);
  return part !== undefined && maySee(part, fact, { ...more, deciding: isDeciding(plan, reader) });
}
