import type { PlanStatus, RequestKind, Role } from '../../../domain/plan.ts';
import type { QueryValues } from './model.ts';

export const STATUS_NAMES: Readonly<Record<PlanStatus | 'live', string>> = {
  live: 'Live, whatever stage',
  draft: 'Draft (not approved)',
  approved: 'Approved, not launched',
  consulting: 'With the employee to respond',
  acknowledging: 'Launched, not started',
  active: 'Under way',
  paused: 'Paused',
  deciding: 'Waiting for its decision',
  monitoring: 'Met, still watched',
  closed: 'Closed',
  withdrawn: 'Withdrawn',
};

/** What somebody is waited for with. */
export const KIND_NAMES: Readonly<Record<RequestKind, string>> = {
  acknowledgement: 'Signature',
  check_in: 'Check-in',
  survey: 'Survey',
  support: 'Word on promised support',
  response: 'Response',
  attribution: 'Who missed a check-in',
  approval: 'Approval of the decision',
  accommodation: 'Request for an adjustment',
  decision: 'Decision',
};

export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  employee: 'the employee',
  lead: 'the head of the department or program',
  supervisor: 'the supervisor',
  reviewer: 'the reviewer',
  hr: 'HR',
  agency_head: 'the agency head',
  mentor: 'the mentor',
  assessor: 'the assessor',
  stakeholder: 'a stakeholder',
  representative: 'the representative',
};

const daysOf = (days: string): string => `${days} business day${days === '1' ? '' : 's'}`;

/** Each filter in words, by the name of its field. */
const FILTER_NAMES: Readonly<Record<string, (value: string) => string>> = {
  q: (value) => `the words “${value}”`,
  status: (value) => `the status “${STATUS_NAMES[value as PlanStatus] ?? value}”`,
  waitingOn: (value) => `waiting on ${ROLE_NAMES[value as Role] ?? value}`,
  overdue: () => 'overdue',
  bounced: () => 'mail did not arrive',
  decisionWithinDays: (value) => `decision due within ${daysOf(value)}`,
};

/** Whether the filters can name people: words of names and titles, or somebody's address. */
export const namesSomebody = ({ q, waitingOn }: QueryValues): boolean =>
  Boolean(q) || Boolean(waitingOn?.includes('@'));

export const WHY_NOT_SAVED =
  'They can name people, and a saved view is kept when the record it was about is deleted. Bookmark or share the address of this page instead.';

/** The filters that are set, in words. */
export const filtersIn = (values: QueryValues): { field: string; text: string }[] =>
  Object.entries(FILTER_NAMES).flatMap(([field, say]) =>
    values[field] ? [{ field, text: say(values[field]) }] : [],
  );
