import type { TextFault } from './answer-fault.ts';

const MOVES_LINES = /[\p{Cc}\u2028\u2029]/u;
const TURNS_TEXT = /[\u202A-\u202E\u2066-\u2069]/u;

/** The most characters of a text, and of one shown on a single line. */
export const LONG_TEXT = 4000;
export const SHORT_TEXT = 200;

/** Whether something can be seen: text of spaces or of characters without a shape says nothing. */
export function isBlank(text: string): boolean {
  return !/[\p{L}\p{N}\p{P}\p{S}]/u.test(text);
}

/** What is wrong with a text: too long, broken, or holding what cannot be read; each with its sentence and way out. */
export function textFaults(
  text: string,
  limits: { oneLine: boolean; longest: number },
): { fault: TextFault; message: string }[] {
  const { oneLine, longest } = limits;
  const found: TextFault[] = [];
  if (text.length > longest) found.push({ code: 'too_long', length: text.length, longest });
  if (!text.isWellFormed()) found.push({ code: 'broken_character' });
  if (MOVES_LINES.test(oneLine ? text : text.replace(/[\r\n\t]/g, ''))) {
    found.push({ code: oneLine ? 'one_line' : 'unreadable_characters' });
  }
  if (TURNS_TEXT.test(text)) found.push({ code: 'reversing_marks' });
  return found.map((fault) => ({ fault, message: sentence(fault) }));
}

/** The sentences alone. */
export const textProblems = (text: string, limits: { oneLine: boolean; longest: number }): string[] =>
  textFaults(text, limits).map(({ message }) => message);

function sentence(fault: TextFault): string {
  switch (fault.code) {
    case 'too_long':
      return `This is ${fault.length} characters long: shorten it to ${fault.longest}.`;
    case 'broken_character':
      return 'This holds a broken character: type the text again.';
    case 'one_line':
      return 'Write this on one line.';
    case 'unreadable_characters':
      return 'This holds characters that cannot be shown: remove them.';
    case 'reversing_marks':
      return 'This holds marks that reverse the text: remove them.';
  }
}
