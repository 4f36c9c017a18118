/** Words to look for, and the phrases in which they mean something harmless. A `*` stands for any ending. */
export interface WordList {
  words: readonly string[];
  harmless?: readonly string[];
}

/**
 * A search for whole words and phrases, in any case and with either apostrophe: `age` is not found in "page".
 * It answers what was found, as it is written in the text, each once.
 */
export function searchFor({ words, harmless = [] }: WordList): (text: string) => string[] {
  const [wanted, passed] = [patternOf(words), patternOf(harmless)];
  return (text) => {
    const plain = text.normalize('NFC');
    const left = harmless.length > 0 ? plain.replace(passed, (phrase) => '·'.repeat(phrase.length)) : plain;
    return [...new Set([...left.matchAll(wanted)].map(([found]) => found.replace(/\s+/g, ' ')))];
  };
}

/** The longest phrase wins, so that "sick leave" is found as such and not as "sick". */
function patternOf(phrases: readonly string[]): RegExp {
  const longestFirst = [...phrases].sort((a, b) => b.length - a.length);
  const either = longestFirst.map((phrase) =>
    phrase
      .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
      .replaceAll("'", "['’]")
      .replaceAll('*', '[\\p{L}\\p{M}]*')
      .replaceAll('-', '[-‐‑–]')
      .replaceAll(' ', '\\s+'),
  );
  return new RegExp(`(?<![\\p{L}\\p{M}\\p{N}_])(?:${either.join('|')})(?![\\p{L}\\p{M}\\p{N}_])`, 'giu');
}
