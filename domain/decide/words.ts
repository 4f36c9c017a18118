import type { BrokenRule } from '../errors.ts';
import { brokenProductRule } from '../rules.ts';
import { isBlank, LONG_TEXT, SHORT_TEXT, textProblems } from '../text.ts';

/** What is wrong with words that must be said; `missing` is the sentence for when they are not. */
export function requiredWords(field: string, text: string, missing: string): BrokenRule[] {
  return isBlank(text) ? [brokenProductRule(field, missing)] : optionalWords(field, text);
}

/** The same of something short on one line, such as a name. */
export function requiredLine(field: string, text: string, missing: string): BrokenRule[] {
  if (isBlank(text)) return [brokenProductRule(field, missing)];
  return textProblems(text, { oneLine: true, longest: SHORT_TEXT }).map((problem) =>
    brokenProductRule(field, problem),
  );
}

/** What is wrong with words that may be left out. */
export function optionalWords(field: string, text: string | undefined): BrokenRule[] {
  return textProblems(text ?? '', { oneLine: false, longest: LONG_TEXT }).map((problem) =>
    brokenProductRule(field, problem),
  );
}
