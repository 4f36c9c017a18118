import { checkInItems } from './check-ins.ts';
import type { BrokenRule } from './errors.ts';
import { extensionOptions } from './extensions.ts';
import type { Answer, CheckInAnswer, DecisionAnswer, ParticipantId, Plan, Request } from './plan.ts';
import { broken, brokenProductRule, type Rules } from './rules.ts';

/** Every rule an answer breaks; `field` names the field of the answer. */
export function checkAnswer(
  answer: Answer,
  by: ParticipantId,
  request: Request,
  plan: Plan,
  rules: Rules,
): BrokenRule[] {
  switch (answer.kind) {
    case 'acknowledgement':
      return typedName(answer.typedName);
    case 'check_in':
      return checkCheckIn(answer, request, plan);
    case 'decision':
      return checkDecision(answer, by, plan, rules);
  }
}

function typedName(name: string): BrokenRule[] {
  return name.trim()
    ? []
    : [brokenProductRule('/typedName', 'Type your name: it shows that it was you who answered.')];
}

function checkCheckIn(answer: CheckInAnswer, request: Request, plan: Plan): BrokenRule[] {
  const asked = checkInItems(plan, request.id).map(({ item }) => item.id);
  const rated = answer.items.map((rating) => rating.item);
  return [
    ...asked
      .filter((id) => !rated.includes(id))
      .map((id) => brokenProductRule(`/items/${id}/progress`, 'Choose how far this has come.')),
    ...rated
      .filter((id, at) => !asked.includes(id) || rated.indexOf(id) !== at)
      .map((id) =>
        brokenProductRule(`/items/${id}`, 'This check-in does not ask about that item, or asks only once.'),
      ),
  ];
}

function checkDecision(answer: DecisionAnswer, by: ParticipantId, plan: Plan, { pack }: Rules): BrokenRule[] {
  const rules = pack.decision;
  const outcome = rules.outcomes.is.find(({ code }) => code === answer.outcome);
  if (!outcome) {
    const codes = rules.outcomes.is.map(({ code }) => code).join(', ');
    return [broken('/outcome', `Choose one of the outcomes: ${codes}.`, rules.outcomes, pack)];
  }
  const faults = typedName(answer.typedName);
  if (!outcome.met && rules.reasonsRequiredUnlessMet.is) {
    for (const item of plan.draft.items) {
      if (answer.reasons.some((given) => given.item === item.id && given.reason.trim())) continue;
      const message = 'Give the reason for this item: a decision that the plan was not met must state why.';
      faults.push(broken(`/reasons/${item.id}`, message, rules.reasonsRequiredUnlessMet, pack));
    }
  }
  faults.push(...checkExtension(answer, outcome.extends, plan, { pack }));
  if (by !== plan.draft.issuer.participant && !answer.absenceReason?.trim()) {
    const message = 'Say why the person who issued the plan is not the one deciding.';
    faults.push(broken('/absenceReason', message, pack.issuer, pack));
  }
  if (answer.servesAsNotice && !rules.mayServeAsNotice.is.includes(outcome.code)) {
    const message =
      'Only a decision that proposes an action can double as notice of it. Leave this unticked.';
    faults.push(broken('/servesAsNotice', message, rules.mayServeAsNotice, pack));
  }
  return faults;
}

function checkExtension(
  answer: DecisionAnswer,
  extend: boolean,
  plan: Plan,
  { pack }: Pick<Rules, 'pack'>,
): BrokenRule[] {
  if (!extend) {
    return answer.extendTo
      ? [brokenProductRule('/extendTo', 'Only an extension has a new last day. Leave this empty.')]
      : [];
  }
  const options = extensionOptions(plan, pack);
  if (answer.extendTo && options.includes(answer.extendTo)) return [];
  const message =
    options.length > 0
      ? `Choose the new last day, one of: ${options.join(', ')}.`
      : 'No time is left to give: the plan and its extensions may not last longer. Choose another outcome.';
  return [broken('/extendTo', message, pack.duration.maxTotalDays, pack)];
}
