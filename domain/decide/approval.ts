import type { Context } from '../commands.ts';
import type { Fact } from '../events.ts';
import type {
  ApprovalAnswer,
  ApprovalReason,
  DecisionAnswer,
  ParticipantId,
  Plan,
  Proposal,
  Request,
  RequestId,
} from '../plan.ts';
import { approvers } from '../respondents.ts';
import type { Rules } from '../rules.ts';
import { hrTask } from '../schedule.ts';
import { surpriseIn } from '../surprise.ts';
import { outcomeNamed, outcomeOf } from './outcome.ts';
import { ask } from './requests.ts';

/** Why a decision does not count before somebody else has confirmed it; empty when whoever decides decides alone. */
export function approvalsNeeded(
  answer: DecisionAnswer,
  by: ParticipantId,
  plan: Plan,
  { pack }: Rules,
): ApprovalReason[] {
  const { noSurprise, separateDecider } = pack.decision;
  const surprises = noSurprise.is && surpriseIn(plan, outcomeNamed(answer.outcome, pack)) !== null;
  // HR deciding in HR's own turn has looked at it; there is nobody else to look again.
  const canLookAgain = approvers('second_look', by, plan.draft, pack).length > 0;
  return [
    ...(surprises && canLookAgain ? ['second_look' as const] : []),
    ...(separateDecider.is.outcomes.includes(answer.outcome) ? ['separate_decider' as const] : []),
  ];
}

/** Puts a proposed decision to whoever has to confirm it; the clock of the decision runs on meanwhile. */
export function propose(
  reasons: ApprovalReason[],
  { answer, by, requestId }: Pick<Proposal, 'answer' | 'by' | 'requestId'>,
  plan: Plan,
  context: Context,
  rules: Rules,
): Fact[] {
  const before = Object.values(plan.requests).filter(({ kind }) => kind === 'approval').length;
  const questions = reasons.map((approval, at) =>
    hrTask(
      { id: `approval-${before + at + 1}`, kind: 'approval', regarding: requestId, approval },
      context.now,
      plan.draft,
      rules,
    ),
  );
  const proposal = { requestId, by, answer, at: context.now, awaiting: questions.map(({ id }) => id) };
  const proposed = { ...plan, proposal };
  return [
    { type: 'DecisionProposed', proposal },
    ...questions.map((question) => ask(question, proposed, context, rules)),
  ];
}

/**
 * What follows when somebody confirms a proposed decision or sends it back. It counts once everybody it waits for has
 * confirmed it; sent back, whoever proposed it is asked again. `plan` has the answer already.
 */
export function approvalTaken(
  answer: ApprovalAnswer,
  by: ParticipantId,
  plan: Plan,
  context: Context,
  rules: Rules,
): Fact[] {
  const { proposal } = plan;
  if (!proposal) throw new RangeError('An approval is about a proposed decision.');
  const waiting = approvalsOf(proposal, plan).filter(({ status }) => status === 'open');
  if (answer.choice === 'return') {
    return [
      ...waiting.map(({ id }): Fact => ({ type: 'RequestLapsed', requestId: id })),
      {
        type: 'AnswerReturned',
        requestId: proposal.requestId,
        to: proposal.by,
        by,
        reason: answer.reason ?? '',
      },
    ];
  }
  return waiting.length > 0 ? [] : confirmed(proposal, plan, context, rules);
}

/** A separate decider is who decided; a second look leaves the decision with whoever made it. */
function confirmed(proposal: Proposal, plan: Plan, context: Context, rules: Rules): Fact[] {
  const { requestId } = proposal;
  const decider = approvalsOf(proposal, plan)
    .filter(({ approval }) => approval === 'separate_decider')
    .flatMap(({ respondents }) => respondents)
    .find((person) => person.answer?.kind === 'approval');
  if (decider?.answer?.kind !== 'approval') {
    return outcomeOf(proposal.answer, proposal.by, requestId, plan, context, rules);
  }
  const { absenceReason: _, ...proposed } = proposal.answer;
  const decision = { ...proposed, typedName: decider.answer.typedName };
  return outcomeOf(decision, decider.participant, requestId, plan, context, rules, proposal.by);
}

const approvalsOf = ({ awaiting }: Proposal, plan: Plan): Request[] =>
  awaiting.flatMap((id: RequestId) => plan.requests[id] ?? []);
