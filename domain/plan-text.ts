import type { PlanDraft } from './draft.ts';
import type { Plan } from './plan.ts';

/**
 * The plan as it reads, without what is no text of it: where people's mail goes, and the language and zone they read it
 * in. Whoever signs, signs for this.
 */
export const planText = (draft: PlanDraft): unknown => ({
  ...draft,
  participants: draft.participants.map(({ email: _, language: __, timeZone: ___, ...person }) => person),
});

/** The draft with another address for one of its people. */
export const withAddress = (draft: PlanDraft, participant: string, email: string): PlanDraft => ({
  ...draft,
  participants: draft.participants.map((person) =>
    person.id === participant ? { ...person, email } : person,
  ),
});

/** The number of the event since which a launched plan reads as it does, people's addresses included; 0 before its launch. */
export const textChangedAt = ({ versions, readdressed }: Pick<Plan, 'versions' | 'readdressed'>): number =>
  Math.max(0, ...versions.map(({ seq }) => seq), ...readdressed.map(({ seq }) => seq));
