import type { Language } from './draft.ts';
import type { ParticipantId, Plan } from './plan.ts';

const personOf = ({ draft, former }: Plan, id: ParticipantId) =>
  [...draft.participants, ...former].find((person) => person.id === id);

/** What is spoken to somebody of the plan, or to whoever was in it; `fallback` to those who named no language. */
export const languageOf = (plan: Plan, id: ParticipantId, fallback: Language): Language =>
  personOf(plan, id)?.language ?? fallback;

/** The zone somebody of the plan reads moments in. Days are the plan's own, wherever they are read. */
export const zoneOf = (plan: Plan, id: ParticipantId): string =>
  personOf(plan, id)?.timeZone ?? plan.timeZone;
