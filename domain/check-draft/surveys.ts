import type { BrokenRule } from '../errors.ts';
import type { FollowUpKind, RulePack } from '../pack.ts';
import { peopleFor } from '../people.ts';
import type { FollowUpDate, PlanDraft } from '../plan.ts';
import { broken, brokenProductRule } from '../rules.ts';
import { count } from './say.ts';

const MOST_QUESTIONS = 10;

/** A survey asks a few questions of so many people that no answer can be traced to one of them; nothing else has questions. */
export function checkSurvey(
  field: string,
  followUp: FollowUpDate,
  kind: FollowUpKind | undefined,
  draft: PlanDraft,
  pack: RulePack,
): BrokenRule[] {
  const { type, questions } = followUp;
  if (type !== 'survey') {
    const message = 'Only a survey has questions: make it a survey, or write them into the agenda.';
    return questions === undefined ? [] : [brokenProductRule(`${field}/questions`, message)];
  }
  return [
    ...(kind ? checkGroup(`${field}/type`, kind, draft, pack) : []),
    ...checkQuestions(`${field}/questions`, questions ?? []),
  ];
}

function checkGroup(field: string, kind: FollowUpKind, draft: PlanDraft, pack: RulePack): BrokenRule[] {
  const { minimumGroup } = pack.survey;
  const people = peopleFor(kind.respondents, draft).length;
  if (people >= minimumGroup.is) return [];
  const asks = people === 0 ? 'nobody' : people === 1 ? 'one person' : `${people} people`;
  const message = `The survey would ask ${asks}, who could be told from their answers: name at least ${minimumGroup.is} participants with the role ${kind.respondents.join(' or ')}, or talk to them instead.`;
  return [broken(field, message, minimumGroup, pack)];
}

function checkQuestions(field: string, questions: string[]): BrokenRule[] {
  if (questions.length > 0 && questions.length <= MOST_QUESTIONS) return [];
  const message = `The survey has ${count(questions.length, 'question')}: ask 1 to ${MOST_QUESTIONS}.`;
  return [brokenProductRule(field, message)];
}
