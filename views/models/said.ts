import type { Language } from '../../domain/draft.ts';
import type { ParticipantId, Plan } from '../../domain/plan.ts';

/**
 * Who wrote something, as far as it tells its language: `plan` for what stands in the plan, which is in the language of
 * the organisation; else the language that its writer reads.
 */
export type Said = 'plan' | Language;

/** In what somebody of the plan wrote; whoever named no language wrote in that of the plan. */
export const saidBy = ({ draft, former }: Plan, id: ParticipantId | undefined): Said =>
  [...draft.participants, ...former].find((person) => person.id === id)?.language ?? 'plan';
