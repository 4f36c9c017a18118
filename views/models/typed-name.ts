import type { Answer, ParticipantId, Plan } from '../../domain/plan.ts';
import { sameName } from '../../domain/same-name.ts';
import { ownNameOf } from './plan-view.ts';

/** The name typed under an answer, when it is not the name of whoever answered; case and spaces aside. */
export function otherNameTyped(answer: Answer, by: ParticipantId, plan: Plan): string | undefined {
  // Whoever did not sign on paper wrote no name.
  if (!('typedName' in answer) || answer.typedName === '') return undefined;
  return sameName(answer.typedName, ownNameOf(plan, by)) ? undefined : answer.typedName;
}
