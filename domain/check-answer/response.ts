import type { BrokenRule } from '../errors.ts';
import type { ResponseAnswer } from '../plan.ts';
import { brokenProductRule } from '../rules.ts';
import { isBlank } from '../text.ts';
import { type Asked, checkPresent } from './asked.ts';

/** A response has words; a waiver has none, and is the employee's own. */
export function checkResponse({ choice, text }: ResponseAnswer, { by, plan }: Asked): BrokenRule[] {
  if (choice === 'respond') {
    return checkPresent('/text', text, 'Write what you want to say, or choose to say nothing.', {
      code: 'response_missing',
    });
  }
  return [
    ...(by === plan.draft.subject.participant
      ? []
      : [
          brokenProductRule('/choice', 'Only the person the plan is about can do without a response.', {
            code: 'waiver_not_yours',
          }),
        ]),
    ...(isBlank(text ?? '')
      ? []
      : [
          brokenProductRule('/text', 'To have these words kept, choose to respond; or remove them.', {
            code: 'waiver_with_words',
          }),
        ]),
  ];
}
