import { LANGUAGES, type Language } from '../domain/draft.ts';
import type { ParticipantId, Plan } from '../domain/plan.ts';
import { languageOf } from '../domain/reading.ts';
import { en, type Words } from './words/en.ts';
import { es } from './words/es.ts';

export { LANGUAGES, type Language, type Words };

const WORDS: Record<Language, Words> = { en, es };

/** Every word people read, in one language. */
export const wordsIn = (language: Language): Words => WORDS[language];

/** The words somebody of the plan reads; those of `fallback` for whoever named no language. */
export const wordsFor = (plan: Plan, id: ParticipantId, fallback: Language): Words =>
  wordsIn(languageOf(plan, id, fallback));
