import { planReadableUntil } from './links.ts';
import type { Instant, Participant, ParticipantId, Plan } from './plan.ts';
import { isMisdirected, sameAddress } from './wrong-person.ts';

/** Who may read a plan by signing in as its supervisor or reviewer. */
export interface Managed {
  by: ParticipantId[];
  /** From this moment on nobody does; `null` while it has no end. */
  until: Instant | null;
}

/**
 * Supervisors and reviewers, but for those whose mail reaches somebody else: from the launch, or from the draft being
 * shared with the employee, for as long as a link to the plan opens it. `null` before.
 */
export function managedOf(plan: Plan): Managed | null {
  const isShared = Object.values(plan.requests).some(({ responseTo }) => responseTo === 'draft');
  if (plan.versions.length === 0 && !isShared) return null;
  const by = plan.draft.participants
    .filter(({ id, role }) => (role === 'supervisor' || role === 'reviewer') && !isMisdirected(id, plan))
    .map(({ id }) => id);
  return { by, until: planReadableUntil(plan) ?? null };
}

/** Whether that time has begun and is not over. */
export const isManagedAt = (
  managed: Pick<Managed, 'until'> | null | undefined,
  now: Instant,
): managed is Managed => managed != null && (managed.until === null || now < managed.until);

/** As whom of a plan's supervisors and reviewers the owner of an address may read it now. */
export function managersAt(plan: Plan, address: string, now: Instant): ParticipantId[] {
  const managed = managedOf(plan);
  if (!isManagedAt(managed, now)) return [];
  return idsAt(plan.draft.participants, address).filter((id) => managed.by.includes(id));
}

/** Whoever of these people is written to at that address. */
export const idsAt = (
  participants: readonly Pick<Participant, 'id' | 'email'>[],
  address: string,
): ParticipantId[] => participants.filter(({ email }) => sameAddress(email, address)).map(({ id }) => id);

/**
 * Whether a plan is about the owner of that address. It is also when somebody said there that its mail is not for them:
 * nobody gets to act on their own plan by saying so.
 */
export const isAbout = (
  subject: ParticipantId,
  participants: readonly Pick<Participant, 'id' | 'email'>[],
  address: string,
): boolean => idsAt(participants, address).includes(subject);
