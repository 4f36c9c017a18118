import { namesNumber } from './numbers.ts';
import { OBSERVABLE, VAGUE } from './verbs.ts';
import { searchFor } from './words.ts';

const vague = searchFor(VAGUE);
// What is left out must still be read as a word, or the noun after it would begin the clause.
const withoutVague = (text: string): string =>
  vague(text).reduce(
    (left, found) => left.replaceAll(found, 'Ø'),
    text.normalize('NFC').replace(/\s+/g, ' '),
  );
const observable = searchFor(OBSERVABLE);
/** Where English puts a verb: at the beginning of a clause, or after a word that calls for one. */
const asVerb = searchFor({
  words: ['to', 'by', 'and', 'then', 'or', 'will', 'must', 'is', 'are', 'be', 'been'],
});
const english = searchFor({
  words: [
    'the',
    'of',
    'to',
    'and',
    'with',
    'for',
    'every',
    'each',
    'by',
    'from',
    'is',
    'are',
    'be',
    'at',
    'more',
  ],
});

/** The vague words of a step that says nothing to be seen; `undefined` when it does, or is in another language. */
export function isVagueAction(text: string): { found: string[] } | undefined {
  const found = vague(text);
  if (found.length > 0) return saysWhatIsDone(text) ? undefined : { found };
  return observable(text).length === 0 && english(text).length > 0 ? { found } : undefined;
}

/** The vague words of an outcome that nobody could tell from its opposite; a number or an act is enough to tell. */
export function isVagueOutcome(text: string): { found: string[] } | undefined {
  const found = vague(text);
  const told = namesNumber(text) || saysWhatIsDone(text);
  return found.length === 0 || told ? undefined : { found };
}

/** Beside vague words a noun such as "work" or "report" is not enough: the act must stand where a verb does. */
function saysWhatIsDone(text: string): boolean {
  const clauses = withoutVague(text).split(/[^\p{L}\p{M}\p{N}'’\s-]+/u);
  return clauses.some((clause) => {
    const words = clause.trim().split(/\s+/);
    return words.some(
      (word, place) =>
        observable(word).length > 0 && (place === 0 || asVerb(words[place - 1] ?? '').length > 0),
    );
  });
}
