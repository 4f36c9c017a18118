import type { ParticipantId, PlanDraft, Role } from './plan.ts';

/**
 * The participants who hold any of `roles`, in the order of the roles.
 * Whoever issued the plan stands where the supervisor would: the reviewer issues only in the supervisor's absence (D3). What is asked of the employee is asked
 * of whoever heads the department or program, where a plan is about one.
 */
export function peopleFor(roles: readonly Role[], draft: PlanDraft): ParticipantId[] {
  return [...new Set(roles.flatMap((role) => holders(role, draft)))];
}

function holders(role: Role, { issuer, subject, participants }: PlanDraft): ParticipantId[] {
  if (role === 'supervisor') return [issuer.participant];
  if (role === 'employee') return [subject.participant];
  return participants.filter((person) => person.role === role).map((person) => person.id);
}
