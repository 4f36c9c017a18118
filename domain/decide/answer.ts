import { settlesIt } from '../change-answer.ts';
import { checkAnswer } from '../check-answer.ts';
import type { Command, Context } from '../commands.ts';
import { NotAsked, RequestClosed } from '../errors.ts';
import type { Fact } from '../events.ts';
import type { Answer, AnswerEvidence, ParticipantId, Plan, Request } from '../plan.ts';
import { broken, brokenProductRule, pinnedRules, type Rules, refuseIfAny } from '../rules.ts';
import { same } from '../same.ts';
import { afterFacts } from './after-facts.ts';
import { approvalsNeeded, propose } from './approval.ts';
import { consequencesOf } from './consequences.ts';

/**
 * Takes one person's answer. The same answer twice is said once; a changed answer while the question is open
 * stands beside the old one in the record; a closed question takes none.
 */
export function answerRequest(
  command: Extract<Command, { type: 'AnswerRequest' }>,
  plan: Plan,
  context: Context,
): Fact[] {
  const { requestId, by, answer, evidence } = command;
  const request = plan.requests[requestId];
  const rules = pinnedRules(plan, context.library);
  if (request) refuseProposer(request, by, plan, rules);
  const person = request?.respondents.find((respondent) => respondent.participant === by);
  if (!request || !person || answer.kind !== request.kind) throw new NotAsked(requestId);
  if (same(person.answer, answer)) return [];
  refuseIfClosed(request, plan, context);
  // Whoever left the plan keeps what they said, and says no more.
  if (!plan.draft.participants.some(({ id }) => id === by)) throw new NotAsked(requestId);
  refuseWhileWaiting(request, plan);
  refuseIfAny(checkAnswer(answer, { by, request, plan, today: rules.calendar.dayOf(context.now) }, rules));
  return taken({ answer, by, ...(evidence ? { evidence } : {}) }, request, plan, context, rules);
}

/** What an answer that may be given brings about. */
export function taken(
  given: { answer: Answer; by: ParticipantId; evidence?: AnswerEvidence },
  request: Request,
  plan: Plan,
  context: Context,
  rules: Rules,
): Fact[] {
  const { answer, by } = given;
  const { id: requestId } = request;
  if (answer.kind === 'decision') {
    const needed = approvalsNeeded(answer, by, plan, rules);
    if (needed.length > 0) {
      const said: Fact = { type: 'RequestAnswered', requestId, ...given, complete: false };
      return [said, ...propose(needed, { answer, by, requestId }, plan, context, rules)];
    }
  }
  const complete = settlesIt(request, by);
  const said: Fact = { type: 'RequestAnswered', requestId, ...given, complete };
  const heard = afterFacts([said], plan, context);
  return [said, ...consequencesOf({ answer, by, request, plan: heard, before: plan }, context, rules)];
}

/** A rule's default holds from its moment on, however late the workflow is to write it down. */
function refuseIfClosed(request: Request, plan: Plan, { now }: Context): void {
  if (request.status !== 'open') throw new RequestClosed(request.id, request.closedAt ?? plan.updatedAt);
  const decision = request.kind === 'approval' ? plan.requests[request.regarding ?? ''] : request;
  const struck = decision?.legalDefault?.at;
  if (struck !== undefined && struck <= now) throw new RequestClosed(request.id, struck);
}

/** Whoever proposes a decision is never the one who confirms it (D10, H9). */
function refuseProposer(request: Request, by: ParticipantId, plan: Plan, { pack }: Rules): void {
  if (request.kind !== 'approval' || plan.proposal?.by !== by) return;
  const { noSurprise, separateDecider } = pack.decision;
  const rule = request.approval === 'separate_decider' ? separateDecider : noSurprise;
  const message =
    'Whoever proposes this decision does not confirm it: one of the others who were asked does.';
  refuseIfAny([broken('', message, rule, pack, { code: 'proposer_confirms' })]);
}

function refuseWhileWaiting(request: Request, plan: Plan): void {
  if (request.kind === 'check_in' && plan.status === 'paused') {
    const message = 'The plan stands still just now. Answer when it goes on: the time for it moves along.';
    refuseIfAny([brokenProductRule('', message, { code: 'plan_stands_still' })]);
  }
  if (request.kind === 'decision' && plan.proposal?.requestId === request.id) {
    const message =
      'A decision is proposed already and waits for somebody to confirm it. Another can be given once it is sent back.';
    refuseIfAny([brokenProductRule('', message, { code: 'decision_proposed' })]);
  }
}
