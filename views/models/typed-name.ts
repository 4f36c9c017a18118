import type { Answer, ParticipantId, Plan } from '../../domain/plan.ts';
import { nameOf } from './plan-view.ts';

const bare = (name: string): string => name.normalize('NFKC').replaceAll(/\s+/g, '').toLowerCase();

/** The name typed under an answer, when it is not the name of whoever answered; case and spaces aside. */
export function otherNameTyped(answer: Answer, by: ParticipantId, plan: Plan): string | undefined {
  if (!('typedName' in answer)) return undefined;
  return bare(answer.typedName) === bare(nameOf(plan, by)) ? undefined : answer.typedName;
}
