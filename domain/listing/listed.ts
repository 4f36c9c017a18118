import type { Instant, ParticipantId } from '../plan.ts';
import type { PlanSummary } from '../summarise.ts';
import type { WaitedFor } from './card.ts';
import { shownToManager } from './filter.ts';

/** A plan as lists show it. */
export interface ListedPlan extends PlanSummary {
  /** Whom the plan is about. */
  about: ParticipantId;
  /** Whom it waits for and since when, what is due first in front; surveys are not among it. */
  waiting: Omit<WaitedFor, 'roles'>[];
  /** When its decision is due, asked for already or still ahead. */
  decisionDueAt: Instant | null;
  /** Whether a mail did not arrive and nobody put it right. */
  bounced: boolean;
}

/** Somebody of a listed plan; without an address for its manager, who has no use for it here. */
export type ListedPerson = Omit<ListedPlan['participants'][number], 'email'> & { email?: string };

export type ManagedPlan = Omit<ListedPlan, 'bounced' | 'participants' | 'nextDueAt' | 'run'> & {
  participants: ListedPerson[];
};

/**
 * A listed plan as its supervisor or reviewer is told of it: nothing of what is between HR and the employee, nor of when
 * something comes due because of it; nobody's address; nothing about lost mail. Whoever only reviews learns the outcome
 * when they are asked to decide, not from a list.
 */
export function forManager(plan: ListedPlan, address: string): ManagedPlan {
  const { bounced: _, nextDueAt: __, run: ___, ...rest } = plan;
  const supervises = plan.participants.some(
    ({ role, email }) => role === 'supervisor' && email.trim().toLowerCase() === address.trim().toLowerCase(),
  );
  return {
    ...rest,
    outcome: supervises ? plan.outcome : null,
    participants: plan.participants.map(({ email: ____, ...person }) => person),
    openRequests: shownToManager(plan.openRequests),
    waiting: shownToManager(plan.waiting),
  };
}
