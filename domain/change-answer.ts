import type { ParticipantId, Plan, Request } from './plan.ts';
import { oneAnswerSettles } from './respondents.ts';

/** Whether the question closes with this person's answer, because nobody else is waited for. */
export const settlesIt = (request: Request, by: ParticipantId): boolean =>
  oneAnswerSettles(request) ||
  (request.uninvited.length === 0 &&
    request.respondents.every((person) => person.participant === by || !person.required || person.answer));

/** Whether somebody who has answered may still say it otherwise: until the question is closed (SEC-6). */
export function mayChangeAnswer(request: Request, by: ParticipantId, plan: Plan): boolean {
  const answered = request.respondents.some((person) => person.participant === by && person.answer);
  const isProposed = plan.proposal?.requestId === request.id;
  const standsStill = request.kind === 'check_in' && plan.status === 'paused';
  return answered && request.status === 'open' && !isProposed && !standsStill;
}
