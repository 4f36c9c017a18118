import type { ParticipantId, PlanDraft, Role } from './plan.ts';

/**
 * The participants who hold any of `roles`, in the order of the roles.
 * Whoever issued the plan stands where the supervisor would: the reviewer issues only in the supervisor's absence (D3).
 */
export function peopleFor(roles: readonly Role[], draft: PlanDraft): ParticipantId[] {
  const ids = roles.flatMap((role) =>
    role === 'supervisor'
      ? [draft.issuer.participant]
      : draft.participants.filter((person) => person.role === role).map((person) => person.id),
  );
  return [...new Set(ids)];
}
