import type { Instant } from '../../../domain/plan.ts';
import type { PlanInList } from '../../../views/admin/plans-list/model.ts';

/** One plan in a file: moments in UTC, several values in one cell with semicolons between. */
export interface ExportedPlan {
  planId: string;
  who: string;
  title: string;
  supervisor: string;
  status: string;
  outcome: string;
  waitingOn: string;
  waitingSince: Instant | '';
  nextDue: Instant | '';
  decisionDue: Instant | '';
  mailDidNotArrive: 'yes' | 'no' | '';
}

export function exported(plan: PlanInList): ExportedPlan {
  const nameOf = (id: string): string => plan.participants.find((one) => one.id === id)?.name ?? id;
  const people = new Set(plan.waiting.flatMap((one) => one.for));
  const supervisors = plan.participants.filter(({ role }) => role === 'supervisor');
  return {
    planId: plan.planId,
    who: nameOf(plan.about),
    title: plan.title,
    supervisor: supervisors.map(({ name }) => name).join('; '),
    status: plan.status,
    outcome: plan.outcome ?? '',
    waitingOn: [...people].map(nameOf).join('; '),
    waitingSince: plan.waiting.map(({ since }) => since).sort()[0] ?? '',
    nextDue: plan.waiting[0]?.dueAt ?? '',
    decisionDue: plan.decisionDueAt ?? '',
    mailDidNotArrive: plan.bounced === undefined ? '' : plan.bounced ? 'yes' : 'no',
  };
}

export const COLUMNS: readonly (keyof ExportedPlan)[] = [
  ...(['planId', 'who', 'title', 'supervisor', 'status', 'outcome'] as const),
  ...(['waitingOn', 'waitingSince', 'nextDue', 'decisionDue', 'mailDidNotArrive'] as const),
];
