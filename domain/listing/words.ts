import type { Plan } from '../plan.ts';

/** At most this many words of one plan are found by. */
export const MOST_WORDS = 14;
/** A word is looked up by its first letters. */
export const SHORTEST_WORD = 2;
const LONGEST_WORD = 40;

/** Letters that no decomposition takes apart, as people without that key on their keyboard write them. */
const WRITTEN_AS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
};

/** The words of a text as they are looked up: lower case, without accents and punctuation, each once. */
export function foldedWords(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[ßæœøđðłþı]/g, (letter) => WRITTEN_AS[letter] ?? letter);
  const words = plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length >= SHORTEST_WORD);
  return [...new Set(words.map((word) => word.slice(0, LONGEST_WORD)))];
}

/**
 * What a plan is found by: the names of the person it is about and of who supervises, its id, then as many words of its
 * title as there is room for.
 */
export function wordsOf({ id, draft }: Pick<Plan, 'id' | 'draft'>): string[] {
  const { participants, subject } = draft;
  const named = [
    ...participants.filter((person) => person.id === subject.participant),
    ...participants.filter(({ role }) => role === 'supervisor'),
  ].map(({ name }) => name);
  return foldedWords([...named, id, draft.title].join(' ')).slice(0, MOST_WORDS);
}

/** Whether every word looked for begins one of the plan's. */
export const hasWords = (words: readonly string[], wanted: readonly string[]): boolean =>
  wanted.every((start) => words.some((word) => word.startsWith(start)));
