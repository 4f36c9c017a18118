import { checkInItems } from './check-ins.ts';
import type { BrokenRule } from './errors.ts';
import { extensionOptions } from './extensions.ts';
import type { Answer, CheckInAnswer, Day, DecisionAnswer, ParticipantId, Plan, Request } from './plan.ts';
import { broken, brokenProductRule, type Rules } from './rules.ts';
import { isBlank, LONG_TEXT, SHORT_TEXT, textProblems } from './text.ts';

/** What an answer is checked against. */
interface Asked {
  by: ParticipantId;
  request: Request;
  plan: Plan;
  today: Day;
}

/** Every rule an answer breaks; `field` names the field of the answer. */
export function checkAnswer(answer: Answer, asked: Asked, rules: Rules): BrokenRule[] {
  return [...checkWords(answer), ...checkContent(answer, asked, rules)];
}

function checkContent(answer: Answer, asked: Asked, rules: Rules): BrokenRule[] {
  switch (answer.kind) {
    case 'acknowledgement':
      return typedName(answer.typedName);
    case 'check_in':
      return checkCheckIn(answer, asked);
    case 'decision':
      return checkDecision(answer, asked, rules);
  }
}

/** Everything people wrote: short enough to keep, and nothing in it but what can be read. */
function checkWords(answer: Answer): BrokenRule[] {
  return wordsOf(answer).flatMap(([field, text]) => {
    const oneLine = field === '/typedName';
    const limits = { oneLine, longest: oneLine ? SHORT_TEXT : LONG_TEXT };
    return textProblems(text ?? '', limits).map((problem) => brokenProductRule(field, problem));
  });
}

function wordsOf(answer: Answer): [string, string | undefined][] {
  switch (answer.kind) {
    case 'acknowledgement':
      return [
        ['/typedName', answer.typedName],
        ['/reason', answer.reason],
        ['/comment', answer.comment],
      ];
    case 'check_in':
      return [
        ...answer.items.map(({ item, note }): [string, string | undefined] => [`/items/${item}/note`, note]),
        ['/comment', answer.comment],
      ];
    case 'decision':
      return [
        ['/typedName', answer.typedName],
        ...answer.reasons.map(({ item, reason }): [string, string] => [`/reasons/${item}`, reason]),
        ['/summary', answer.summary],
        ['/absenceReason', answer.absenceReason],
      ];
  }
}

function typedName(name: string): BrokenRule[] {
  return isBlank(name)
    ? [brokenProductRule('/typedName', 'Type your name: it shows that it was you who answered.')]
    : [];
}

function checkCheckIn(answer: CheckInAnswer, { request, plan }: Asked): BrokenRule[] {
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

function checkDecision(answer: DecisionAnswer, { by, plan, today }: Asked, { pack }: Rules): BrokenRule[] {
  const rules = pack.decision;
  const outcome = rules.outcomes.is.find(({ code }) => code === answer.outcome);
  if (!outcome) {
    const codes = rules.outcomes.is.map(({ code }) => code).join(', ');
    return [broken('/outcome', `Choose one of the outcomes: ${codes}.`, rules.outcomes, pack)];
  }
  const faults = typedName(answer.typedName);
  if (!outcome.met && rules.reasonsRequiredUnlessMet.is) {
    for (const item of plan.draft.items) {
      if (answer.reasons.some((given) => given.item === item.id && !isBlank(given.reason))) continue;
      const message = 'Give the reason for this item: a decision that the plan was not met must state why.';
      faults.push(broken(`/reasons/${item.id}`, message, rules.reasonsRequiredUnlessMet, pack));
    }
  }
  faults.push(...checkExtension(answer, outcome.extends, extensionOptions(plan, pack, today), { pack }));
  if (by !== plan.draft.issuer.participant && isBlank(answer.absenceReason ?? '')) {
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
  options: Day[],
  { pack }: Pick<Rules, 'pack'>,
): BrokenRule[] {
  if (!extend) {
    return answer.extendTo
      ? [brokenProductRule('/extendTo', 'Only an extension has a new last day. Leave this empty.')]
      : [];
  }
  if (answer.extendTo && options.includes(answer.extendTo)) return [];
  const message =
    options.length > 0
      ? `Choose the new last day, one of: ${options.join(', ')}.`
      : 'No time is left to give: the plan and its extensions may not last longer. Choose another outcome.';
  return [broken('/extendTo', message, pack.duration.maxTotalDays, pack)];
}
