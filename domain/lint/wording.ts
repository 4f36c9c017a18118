import type { PlanDraft } from '../draft.ts';
import { ABSOLUTES, CHARACTER, FAULTLESS, HEARSAY, MEDICAL, PROTECTED } from './lists.ts';
import { namesNumber } from './numbers.ts';
import type { LintRuleId, Warning } from './rules.ts';
import { textsToRead } from './texts.ts';
import { searchFor } from './words.ts';

/** Three words or more between marks of quotation; a label such as “urgent” is none. Apostrophes mark too much else. */
const QUOTE = /["“”„«»](?:[^\s"“”„«»]+\s+){2,}[^\s"“”„«»]+\s*["“”„«»]/gu;

const absolutes = searchFor(ABSOLUTES);
const unbounded = searchFor(FAULTLESS);
const faultless = (text: string): string[] => (namesNumber(text) ? [] : unbounded(text));

const LOOK_FOR: { rule: LintRuleId; search: (text: string) => string[]; message: string }[] = [
  {
    rule: 'G-CHARACTER',
    search: searchFor(CHARACTER),
    message:
      'This is about what somebody is like, which cannot be measured: say what was done or left undone, and when.',
  },
  {
    rule: 'G-ABSOLUTE',
    search: (text) => [...absolutes(text), ...faultless(text)],
    message: 'One exception is enough to disprove or to fail this: say how often, such as nine times in ten.',
  },
  {
    rule: 'G-HEARSAY',
    search: searchFor(HEARSAY),
    message: 'This rests on hearsay or a guess: say what is on record, with its day, or leave it out.',
  },
  {
    rule: 'G-QUOTE',
    search: (text) => text.match(QUOTE) ?? [],
    message: 'This reads as a direct quote: tell what happened in your own words, with its day.',
  },
  {
    rule: 'G-PROTECTED',
    search: searchFor(PROTECTED),
    message:
      'This may name something the law protects, which says nothing about how work was done: leave it out, unless it is the subject of the work itself.',
  },
  {
    rule: 'G-MEDICAL',
    search: searchFor(MEDICAL),
    message:
      'This may name a fact about somebody’s health, which is kept in another file: leave it out, and send a need for adjustment to HR.',
  },
];

/** What the texts of a plan had better not say: one warning for each text and rule, with the words found. */
export function lintWording(draft: PlanDraft): Warning[] {
  return textsToRead(draft).flatMap(({ field, text }) =>
    LOOK_FOR.flatMap(({ rule, search, message }) => {
      // What a measure counts may well be what is free of errors.
      if (rule === 'G-ABSOLUTE' && field.endsWith('/measure/name')) return [];
      const found = search(text);
      return found.length > 0 ? [{ field, rule, message, found: found.join(', ') }] : [];
    }),
  );
}
