import type { Context } from '../commands.ts';
import type { Fact } from '../events.ts';
import type { Answer, ParticipantId, Plan, Request, SupportAnswer } from '../plan.ts';
import type { Rules } from '../rules.ts';
import { accommodationTaken } from './accommodation.ts';
import { approvalTaken } from './approval.ts';
import { askWhoMissed, attributionTaken } from './attribution.ts';
import { broughtAlong } from './brought-along.ts';
import { outcomeOf } from './outcome.ts';
import { afterResponse } from './response.ts';

/** An answer that was just taken: `request` and `before` are as they were, `plan` has the answer. */
export interface Taken {
  answer: Answer;
  by: ParticipantId;
  request: Request;
  plan: Plan;
  before: Plan;
}

/** What follows from an answer, beside the record of it. */
export function consequencesOf(taken: Taken, context: Context, rules: Rules): Fact[] {
  const { answer, by, plan, request } = taken;
  const isComplete = plan.requests[request.id]?.status === 'answered';
  switch (answer.kind) {
    case 'acknowledgement':
    case 'survey':
      return [];
    case 'check_in':
      return isComplete ? whenBothAnswered(taken, context, rules) : [];
    case 'support':
      return undelivered(answer, taken);
    case 'response':
      return isComplete ? afterResponse(request, plan) : [];
    case 'attribution':
      return attributionTaken(answer, request, plan, context, rules);
    case 'approval':
      return approvalTaken(answer, by, plan, context, rules);
    case 'accommodation':
      return accommodationTaken(answer, plan, context, rules);
    case 'decision':
      return outcomeOf(answer, by, request.id, plan, context, rules);
  }
}

function whenBothAnswered({ plan, request }: Taken, context: Context, rules: Rules): Fact[] {
  const answered = plan.requests[request.id];
  return answered
    ? [...broughtAlong(answered, plan, context, rules), ...askWhoMissed(answered, plan, context, rules)]
    : [];
}

/** Only the person it was promised to says that something was not delivered; each promise is reported once. */
function undelivered({ promises }: SupportAnswer, { before, by, request }: Taken): Fact[] {
  const { participant } = before.draft.subject;
  if (by !== participant) return [];
  const earlier = request.respondents.find((person) => person.participant === by)?.answer;
  const reported = earlier?.kind === 'support' ? earlier.promises : [];
  return promises
    .filter(({ delivered }) => delivered !== 'yes')
    .filter(
      ({ item, what }) =>
        !reported.some((said) => said.item === item && said.what === what && said.delivered !== 'yes'),
    )
    .map(({ item, what }) => ({ type: 'SupportUndelivered' as const, requestId: request.id, item, what }));
}
