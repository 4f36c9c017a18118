import type { RulePack } from '../../domain/pack.ts';
import type { Plan, Request, Respondent } from '../../domain/plan.ts';
import { isReached } from '../../domain/reached.ts';
import { momentInWords } from '../dates.ts';
import type { Words } from '../words/en.ts';
import { answerView, type Line } from './answer-view.ts';
import { openUntil } from './awaited.ts';
import { nameOf } from './plan-view.ts';
import { questionInWords } from './questions.ts';

/** One question along the way: what each person said, or why there is nothing from them. */
export interface RecordEntry {
  id: string;
  title: string;
  missed: boolean;
  answers: { who: string; said: Line[] }[];
  /** One sentence for each answer that is not there. */
  unanswered: string[];
}

/** The acknowledgement and every check-in that was opened, oldest first; decisions are left out. */
export function recordView(plan: Plan, pack: RulePack, words: Words): RecordEntry[] {
  return Object.values(plan.requests)
    .filter(({ kind }) => kind !== 'decision')
    .sort((a, b) => (a.openedAt < b.openedAt ? -1 : 1))
    .map((request) => entry(request, plan, pack, words));
}

/** How many check-ins closed without every answer that was asked for. */
export const missedCheckIns = (plan: Plan): number =>
  Object.values(plan.requests).filter(({ kind, status }) => kind === 'check_in' && status === 'missed')
    .length;

function entry(request: Request, plan: Plan, pack: RulePack, words: Words): RecordEntry {
  return {
    id: request.id,
    title: questionInWords(request.kind, request.date, words),
    missed: request.status === 'missed',
    answers: request.respondents.flatMap(({ participant, answer, answeredAt }) =>
      answer && answeredAt
        ? [
            {
              who: words.decision.answered(
                nameOf(plan, participant),
                momentInWords(answeredAt, plan.timeZone, words.locale),
              ),
              said: answerView(answer, participant, plan, pack, words),
            },
          ]
        : [],
    ),
    unanswered: request.respondents
      .filter(({ answer, required }) => !answer && required)
      .map((person) => whyNot(person, request, plan, words)),
  };
}

/** Silence is said only of somebody who was reached and had the whole time to answer. */
function whyNot(person: Respondent, request: Request, plan: Plan, words: Words): string {
  const w = words.decision;
  const name = nameOf(plan, person.participant);
  switch (request.status) {
    case 'open':
      return w.hasUntil(name, momentInWords(openUntil(request), plan.timeZone, words.locale));
    case 'superseded':
      return plan.status === 'closed' && plan.decisions.at(-1)?.by
        ? w.decidedFirst(name)
        : w.endedFirst(name);
    case 'missed':
    case 'answered':
      return isReached(person, request, plan) ? w.noAnswer(name) : w.notReached(name);
  }
}
