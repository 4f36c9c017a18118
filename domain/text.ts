const MOVES_LINES = /[\p{Cc}\u2028\u2029]/u;
const TURNS_TEXT = /[\u202A-\u202E\u2066-\u2069]/u;

/** The most characters of a text, and of one shown on a single line. */
export const LONG_TEXT = 4000;
export const SHORT_TEXT = 200;

/** Whether something can be seen: text of spaces or of characters without a shape says nothing. */
export function isBlank(text: string): boolean {
  return !/[\p{L}\p{N}\p{P}\p{S}]/u.test(text);
}

/** What is wrong with a text: too long, broken, or holding what cannot be read; one sentence each with the way out. */
export function textProblems(text: string, limits: { oneLine: boolean; longest: number }): string[] {
  const problems: string[] = [];
  if (text.length > limits.longest)
    problems.push(`This is ${text.length} characters long: shorten it to ${limits.longest}.`);
  if (!text.isWellFormed()) problems.push('This holds a broken character: type the text again.');
  if (MOVES_LINES.test(limits.oneLine ? text : text.replace(/[\r\n\t]/g, ''))) {
    problems.push(
      limits.oneLine ? 'Write this on one line.' : 'This holds characters that cannot be shown: remove them.',
    );
  }
  if (TURNS_TEXT.test(text)) problems.push('This holds marks that reverse the text: remove them.');
  return problems;
}
