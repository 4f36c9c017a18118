import type { Language } from '../domain/draft.ts';
import type { Words } from './words/en.ts';

const WORDS: Record<Language, () => Promise<Words>> = {
  en: async () => (await import('./words/en.ts')).en,
  es: async () => (await import('./words/es.ts')).es,
};

/** Every word people read, in one language; the others stay unread. */
export const readWords = (language: Language): Promise<Words> => WORDS[language]();
