import { checkApproval } from './check-answer/approval.ts';
import { type Asked, checkTypedName } from './check-answer/asked.ts';
import { checkAttribution } from './check-answer/attribution.ts';
import { checkCheckIn } from './check-answer/check-in.ts';
import { checkDecision } from './check-answer/decision.ts';
import { checkResponse } from './check-answer/response.ts';
import { checkSupport } from './check-answer/support.ts';
import { checkSurvey } from './check-answer/survey.ts';
import { checkWords } from './check-answer/words.ts';
import type { BrokenRule } from './errors.ts';
import type { Answer } from './plan.ts';
import type { Rules } from './rules.ts';

/** Every rule an answer breaks; `field` names the field of the answer. */
export function checkAnswer(answer: Answer, asked: Asked, rules: Rules): BrokenRule[] {
  return [...checkWords(answer), ...checkContent(answer, asked, rules)];
}

function checkContent(answer: Answer, asked: Asked, rules: Rules): BrokenRule[] {
  switch (answer.kind) {
    case 'acknowledgement':
      return checkTypedName(answer.typedName);
    case 'check_in':
      return checkCheckIn(answer, asked);
    case 'survey':
      return checkSurvey(answer, asked);
    case 'support':
      return checkSupport(answer, asked);
    case 'response':
      return checkResponse(answer, asked);
    case 'attribution':
      return checkAttribution(answer, asked, rules);
    case 'approval':
      return checkApproval(answer, asked, rules);
    case 'accommodation':
      return [];
    case 'decision':
      return checkDecision(answer, asked, rules);
  }
}
