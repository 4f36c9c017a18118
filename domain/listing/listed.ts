import { idsAt } from '../managed.ts';
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

export type ManagedPlan = Omit<ListedPlan, keyof typeof NOT_TOLD | 'participants'> & {
  participants: ListedPerson[];
};

/** What is HR's own, and what changes when something happens that a manager is not told of. */
const NOT_TOLD = { bounced: true, nextDueAt: true, run: true, version: true, updatedAt: true } as const;

/**
 * A listed plan as its supervisor or reviewer is told of it: nothing of what is between HR and the employee, nor of when
 * something came or comes due because of it; nobody's address; nothing about lost mail; nobody who is only surveyed.
 * Whoever only reviews learns the outcome when they are asked to decide, not from a list.
 */
export function forManager(plan: ListedPlan, address: string): ManagedPlan {
  const { bounced: _, nextDueAt: __, run: ___, version: ____, updatedAt: _____, ...rest } = plan;
  const mine = idsAt(plan.participants, address);
  const supervises = plan.participants.some(({ id, role }) => role === 'supervisor' && mine.includes(id));
  return {
    ...rest,
    outcome: supervises ? plan.outcome : null,
    participants: plan.participants
      .filter(({ role }) => role !== 'stakeholder')
      .map(({ email: ______, ...person }) => person),
    openRequests: shownToManager(plan.openRequests),
    waiting: shownToManager(plan.waiting),
  };
}
