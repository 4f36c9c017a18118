import type { AnswerFault } from '../answer-fault.ts';
import type { BrokenRule } from '../errors.ts';
import type { Day, ParticipantId, Plan, Request } from '../plan.ts';
import { brokenProductRule } from '../rules.ts';
import { isBlank } from '../text.ts';

/** What an answer is checked against. */
export interface Asked {
  by: ParticipantId;
  request: Request;
  plan: Plan;
  today: Day;
}

export const checkTypedName = (name: string): BrokenRule[] =>
  isBlank(name)
    ? [
        brokenProductRule('/typedName', 'Type your name: it shows that it was you who answered.', {
          code: 'name_missing',
        }),
      ]
    : [];

/** A text that must say something, refused with `message` when it does not. */
export const checkPresent = (
  field: string,
  text: string | undefined,
  message: string,
  fault: AnswerFault,
): BrokenRule[] => (isBlank(text ?? '') ? [brokenProductRule(field, message, fault)] : []);
