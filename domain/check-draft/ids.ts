import type { BrokenRule } from '../errors.ts';
import { brokenProductRule } from '../rules.ts';

/** Ids travel in messages, keys and logs, so they are short, plain, and never an address. Forty fit, with all around them, into a tag of a mail. */
const ID = /^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$/;

/** What is wrong with an id that must be unique among `taken`, as a list of nothing or one. */
export function checkId(field: string, id: string, taken: string[]): BrokenRule[] {
  if (!ID.test(id)) {
    return [
      brokenProductRule(
        field,
        'Use letters, digits, - and _ for an id, 40 at most, beginning with a letter or digit.',
      ),
    ];
  }
  return taken.includes(id)
    ? [brokenProductRule(field, 'This id is used before: give each one its own.')]
    : [];
}
