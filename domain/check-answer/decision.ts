import { openRequests } from '../agenda.ts';
import type { AnswerFault } from '../answer-fault.ts';
import type { BrokenRule } from '../errors.ts';
import { extensionOptions } from '../extensions.ts';
import type { Outcome } from '../pack.ts';
import type { Day, DecisionAnswer, Plan } from '../plan.ts';
import { approvers } from '../respondents.ts';
import { broken, brokenProductRule, type Rules } from '../rules.ts';
import { surpriseIn } from '../surprise.ts';
import { isBlank } from '../text.ts';
import { type Asked, checkTypedName } from './asked.ts';

/** Every rule a decision breaks: of the pack's outcomes, reasons, time, deciders and surprises. */
export function checkDecision(answer: DecisionAnswer, asked: Asked, rules: Rules): BrokenRule[] {
  const { pack } = rules;
  const { by, plan, today } = asked;
  const { outcomes } = pack.decision;
  const outcome = outcomes.is.find(({ code }) => code === answer.outcome);
  if (!outcome) {
    const codes = outcomes.is.map(({ code }) => code);
    const fault = { code: 'outcome_unknown', outcomes: codes } as const;
    return [broken('/outcome', `Choose one of the outcomes: ${codes.join(', ')}.`, outcomes, pack, fault)];
  }
  return [
    ...checkTypedName(answer.typedName),
    ...checkReasons(answer, outcome, plan, rules),
    ...checkExtension(answer, outcome.extends, extensionOptions(plan, pack, today), rules),
    ...checkDecider(answer, asked, rules),
    ...checkSeparate(answer, by, plan, rules),
    ...checkNotice(answer, rules),
    ...checkNoSurprise(answer, outcome, plan, rules),
    ...checkNothingOpen('/outcome', outcome, plan),
  ];
}

function checkReasons(answer: DecisionAnswer, outcome: Outcome, plan: Plan, { pack }: Rules): BrokenRule[] {
  const { reasonsRequiredUnlessMet } = pack.decision;
  if (outcome.met || !reasonsRequiredUnlessMet.is) return [];
  const message = 'Give the reason for this item: a decision that the plan was not met must state why.';
  return plan.draft.items
    .filter(({ id }) => !answer.reasons.some(({ item, reason }) => item === id && !isBlank(reason)))
    .map(({ id }) =>
      broken(`/reasons/${id}`, message, reasonsRequiredUnlessMet, pack, { code: 'reason_missing' }),
    );
}

function checkExtension(
  answer: DecisionAnswer,
  extend: boolean,
  options: Day[],
  { pack }: Rules,
): BrokenRule[] {
  if (!extend) {
    return answer.extendTo
      ? [
          brokenProductRule('/extendTo', 'Only an extension has a new last day. Leave this empty.', {
            code: 'extension_unneeded',
          }),
        ]
      : [];
  }
  if (answer.extendTo && options.includes(answer.extendTo)) return [];
  const message =
    options.length > 0
      ? `Choose the new last day, one of: ${options.join(', ')}.`
      : 'No time is left to give: the plan and its extensions may not last longer. Choose another outcome.';
  const fault: AnswerFault =
    options.length > 0 ? { code: 'extension_choose', days: options } : { code: 'extension_impossible' };
  return [broken('/extendTo', message, pack.duration.maxTotalDays, pack, fault)];
}

function checkDecider(answer: DecisionAnswer, { by, plan }: Asked, { pack }: Rules): BrokenRule[] {
  if (by === plan.draft.issuer.participant || !isBlank(answer.absenceReason ?? '')) return [];
  const message = 'Say why the person who issued the plan is not the one deciding.';
  return [broken('/absenceReason', message, pack.issuer, pack, { code: 'absence_reason_missing' })];
}

/** An outcome that its proposer does not decide needs somebody else who can (D10). */
function checkSeparate(answer: DecisionAnswer, by: string, plan: Plan, { pack }: Rules): BrokenRule[] {
  const { separateDecider, outcomes } = pack.decision;
  const { outcomes: separate, roles } = separateDecider.is;
  if (!separate.includes(answer.outcome)) return [];
  if (approvers('separate_decider', by, plan.draft, pack).length > 0) return [];
  const others = outcomes.is.filter(({ code }) => !separate.includes(code)).map(({ code }) => code);
  const message = `Whoever proposes this outcome does not decide it, and the plan names nobody else who may: amend the plan to add somebody as ${roles.map(plainly).join(' or ')}, or choose one of: ${others.join(', ')}.`;
  return [
    broken('/outcome', message, separateDecider, pack, {
      code: 'second_person_needed',
      roles,
      outcomes: others,
    }),
  ];
}

const plainly = (role: string): string => (role === 'hr' ? 'HR' : role.replaceAll('_', ' '));

function checkNotice(answer: DecisionAnswer, { pack }: Rules): BrokenRule[] {
  const { mayServeAsNotice } = pack.decision;
  if (!answer.servesAsNotice || mayServeAsNotice.is.includes(answer.outcome)) return [];
  const message = 'Only a decision that proposes an action can double as notice of it. Leave this unticked.';
  return [broken('/servesAsNotice', message, mayServeAsNotice, pack, { code: 'notice_not_possible' })];
}

/** A decision that says something else than the check-ins did is explained (H9). */
function checkNoSurprise(
  answer: DecisionAnswer,
  outcome: Outcome,
  plan: Plan,
  { pack }: Rules,
): BrokenRule[] {
  const { noSurprise } = pack.decision;
  const surprise = noSurprise.is ? surpriseIn(plan, outcome) : null;
  if (!surprise || !isBlank(answer.explanation ?? '')) return [];
  const message =
    surprise === 'all_below_but_met'
      ? 'Every check-in found something below what was expected. Explain why the plan is met all the same.'
      : 'Every check-in found the plan on track. Explain why it is not met all the same.';
  return [broken('/explanation', message, noSurprise, pack, { code: surprise })];
}

/** What is still to be said about the plan is said before it is found not met. */
export function checkNothingOpen(field: string, outcome: Outcome, plan: Plan): BrokenRule[] {
  if (outcome.met || outcome.extends) return [];
  return [...checkOwnAnswers(field, plan), ...checkHrQuestions(field, plan)];
}

/** Whoever issued the plan says what a follow-up found before, not after, somebody is found to have failed it. */
function checkOwnAnswers(field: string, plan: Plan): BrokenRule[] {
  const unanswered = openRequests(plan)
    .filter(({ kind }) => kind === 'check_in')
    .filter(({ respondents }) =>
      respondents.some(({ participant, answer }) => participant === plan.draft.issuer.participant && !answer),
    )
    .flatMap(({ date }) => date ?? []);
  if (unanswered.length === 0) return [];
  const message = `The check-in of ${unanswered.join(', ')} still waits for whoever issued the plan: answer it first. Decide after that, extend the plan, or record it as met.`;
  return [brokenProductRule(field, message, { code: 'own_answers_first', days: unanswered })];
}

/**
 * What HR has open may change how many days there were. The words never say that an adjustment was asked for: that is
 * for HR alone (L4).
 */
function checkHrQuestions(field: string, plan: Plan): BrokenRule[] {
  const open = openRequests(plan);
  const missed = open
    .filter(({ kind }) => kind === 'attribution')
    .flatMap(({ regarding }) => plan.requests[regarding ?? '']?.date ?? []);
  const others = open.some(({ kind }) => kind === 'accommodation');
  if (missed.length === 0 && !others) return [];
  const what = [
    ...(missed.length > 0 ? [`who missed the check-in of ${missed.join(', ')}`] : []),
    ...(others ? ['a question of its own about this plan'] : []),
  ].join(' and ');
  const message = `HR first has to answer ${what}: it may add days to the plan. Decide after that, extend the plan, or record it as met.`;
  return [brokenProductRule(field, message, { code: 'hr_first', missed, others })];
}
