import type { RulePack } from '../../domain/pack.ts';
import type { Plan, Request } from '../../domain/plan.ts';
import { momentInWords } from '../dates.ts';
import type { Words } from '../words/en.ts';
import { answerView, type Line } from './answer-view.ts';
import { nameOf } from './plan-view.ts';
import { questionInWords } from './questions.ts';

/** One question of the past: what each person said, or that they did not. */
export interface RecordEntry {
  id: string;
  title: string;
  missed: boolean;
  answers: { who: string; said: Line[] }[];
  silent: string[];
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
              said: answerView(answer, plan, pack, words),
            },
          ]
        : [],
    ),
    silent: request.respondents
      .filter(({ answer, required }) => !answer && required)
      .map(({ participant }) => nameOf(plan, participant)),
  };
}
