import type { Context } from '../commands.ts';
import type { Fact } from '../events.ts';
import type { Outcome, RulePack } from '../pack.ts';
import { peopleFor } from '../people.ts';
import type { Decision, DecisionAnswer, ParticipantId, Plan, RequestId } from '../plan.ts';
import type { Rules } from '../rules.ts';
import { isBlank } from '../text.ts';
import { afterFacts } from './after-facts.ts';
import { extensionFacts } from './extend.ts';
import { startMonitoring } from './monitoring.ts';
import { askForResponse } from './response.ts';

/** Everybody who is owed the written decision, was chased for it or had to confirm it, each with a link to read it. */
export function copies(plan: Plan, id: RequestId, pack: RulePack, context: Context): Decision['copies'] {
  const asked = (requestId: RequestId) =>
    plan.requests[requestId]?.respondents.map((person) => person.participant) ?? [];
  const people = new Set([
    ...peopleFor(pack.decision.copiesTo.is, plan.draft),
    ...[id, ...(plan.proposal?.awaiting ?? [])].flatMap(asked),
  ]);
  return [...people].map((participant) => ({ participant, link: context.newLinkId() }));
}

/** What the pack says of an outcome's code. */
export function outcomeNamed(code: string, pack: RulePack): Outcome {
  const outcome = pack.decision.outcomes.is.find((known) => known.code === code);
  if (!outcome) throw new RangeError(`Rule pack ${pack.id} has no outcome ${code}.`);
  return outcome;
}

/**
 * What follows from a decision that counts: the record of it, and a plan that is closed, goes on, or waits for the
 * employee's response before it closes. `plan` has the answer already.
 */
export function outcomeOf(
  answer: DecisionAnswer,
  by: ParticipantId,
  requestId: RequestId,
  plan: Plan,
  context: Context,
  rules: Rules,
  proposedBy?: ParticipantId,
): Fact[] {
  const { kind: _, ...decided } = answer;
  const recorded: Fact = {
    type: 'DecisionRecorded',
    requestId,
    decision: {
      ...decided,
      by,
      at: context.now,
      ...(proposedBy ? { proposedBy } : {}),
      copies: copies(plan, requestId, rules.pack, context),
    },
  };
  const after = afterFacts([recorded], plan, context);
  return [recorded, ...whatFollows(answer, requestId, after, context, rules)];
}

function whatFollows(
  answer: DecisionAnswer,
  requestId: RequestId,
  plan: Plan,
  context: Context,
  rules: Rules,
): Fact[] {
  if (answer.extendTo) {
    const reason = isBlank(answer.summary ?? '')
      ? answer.reasons.map((given) => given.reason).join(' ')
      : (answer.summary ?? '');
    return extensionFacts(plan, { endDate: answer.extendTo, reason }, rules, context);
  }
  if (outcomeNamed(answer.outcome, rules.pack).met) return closedAsMet(answer.outcome, plan, context, rules);
  const response = askForResponse(requestId, plan, context, rules);
  return response ? [response] : [{ type: 'PlanClosed', outcome: answer.outcome }];
}

/** The plan is over, and what comes after success begins. */
export function closedAsMet(outcome: string, plan: Plan, context: Context, rules: Rules): Fact[] {
  return [{ type: 'PlanClosed', outcome }, ...startMonitoring(plan, context, rules)];
}
