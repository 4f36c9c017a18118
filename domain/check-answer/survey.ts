import type { BrokenRule } from '../errors.ts';
import type { SurveyAnswer } from '../plan.ts';
import { brokenProductRule } from '../rules.ts';
import type { Asked } from './asked.ts';

/** One score from 1 to 5 for every question. */
export function checkSurvey({ scores }: SurveyAnswer, { request }: Pick<Asked, 'request'>): BrokenRule[] {
  const count = request.followUp?.questions?.length ?? 0;
  const isScore = (score: number | undefined): boolean => [1, 2, 3, 4, 5].includes(score ?? 0);
  const missing = Array.from({ length: count }, (_, at) => at).filter((at) => !isScore(scores[at]));
  return [
    ...missing.map((at) =>
      brokenProductRule(`/scores/${at}`, 'Choose a number from 1 to 5.', { code: 'score_missing' }),
    ),
    ...(scores.length > count
      ? [
          brokenProductRule('/scores', `The survey has ${count} questions: give one number for each.`, {
            code: 'scores_too_many',
            questions: count,
          }),
        ]
      : []),
  ];
}
