import type { ParticipantId, Plan } from '../../domain/plan.ts';

/** Whether this person issued the plan to somebody else: they confirm having issued it, not having received it. */
export const isIssuer = ({ draft }: Plan, id: ParticipantId): boolean =>
  draft.issuer.participant === id && draft.subject.participant !== id;
