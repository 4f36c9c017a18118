import { checkAnswer } from '../check-answer.ts';
import type { Command, Context } from '../commands.ts';
import { NotAsked, RequestClosed } from '../errors.ts';
import type { Fact } from '../events.ts';
import type { Plan, Request } from '../plan.ts';
import { pinnedRules, refuseIfAny } from '../rules.ts';
import { same } from '../same.ts';
import { outcomeOf } from './outcome.ts';

/**
 * Takes one person's answer. The same answer twice is said once; a changed answer while the question is open
 * stands beside the old one in the record; a closed question takes none.
 */
export function answerRequest(
  command: Extract<Command, { type: 'AnswerRequest' }>,
  plan: Plan,
  context: Context,
): Fact[] {
  const { requestId, by, answer } = command;
  const request = plan.requests[requestId];
  const person = request?.respondents.find((respondent) => respondent.participant === by);
  if (!request || !person || answer.kind !== request.kind) throw new NotAsked(requestId);
  if (same(person.answer, answer)) return [];
  if (request.status !== 'open') throw new RequestClosed(requestId, request.closedAt ?? plan.updatedAt);
  // A rule's default holds from its moment on, however late the workflow is to write it down.
  if (request.legalDefault && request.legalDefault.at <= context.now) {
    throw new RequestClosed(requestId, request.legalDefault.at);
  }
  const rules = pinnedRules(plan, context.library);
  refuseIfAny(checkAnswer(answer, { by, request, plan, today: rules.calendar.dayOf(context.now) }, rules));
  const complete = answer.kind === 'decision' || othersAnswered(request, by);
  return [
    { type: 'RequestAnswered', requestId, by, answer, complete },
    ...(answer.kind === 'decision' ? outcomeOf(answer, by, requestId, plan, context, rules) : []),
  ];
}

function othersAnswered(request: Request, by: string): boolean {
  return request.respondents.every(
    (person) => person.participant === by || !person.required || person.answer,
  );
}
