import type { Request, SurveyAnswer } from './plan.ts';

export interface SurveyResults {
  asked: number;
  answered: number;
  /** `null` while it is kept back: the survey is still open, or too few have answered. */
  questions:
    | {
        text: string;
        /** From 1 to 5, to one decimal. */
        mean: number;
        /** How many chose 1, 2, 3, 4 and 5. */
        counts: [number, number, number, number, number];
      }[]
    | null;
  /** In the order of the alphabet, which says nothing about who wrote them. */
  comments: string[];
}

/**
 * What a survey says in sum. Nothing is shown of fewer than `minimumGroup` answers, nor while people still answer:
 * two sums a minute apart would give away the answer between them.
 */
export function surveyResults(request: Request, minimumGroup: number): SurveyResults {
  const answers = request.respondents.flatMap(({ answer }) => (answer?.kind === 'survey' ? [answer] : []));
  const asked = request.respondents.length + request.uninvited.length;
  const isKeptBack = request.status === 'open' || answers.length < minimumGroup;
  return {
    asked,
    answered: answers.length,
    questions: isKeptBack
      ? null
      : (request.followUp?.questions ?? []).map((text, at) => ({ text, ...sumOf(answers, at) })),
    comments: isKeptBack
      ? []
      : answers.flatMap(({ comment }) => (comment ? [comment] : [])).sort((a, b) => a.localeCompare(b, 'en')),
  };
}

function sumOf(answers: SurveyAnswer[], question: number) {
  const scores = answers.map(({ scores }) => scores[question] ?? 0);
  const count = (score: number): number => scores.filter((given) => given === score).length;
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  return {
    mean: Math.round(mean * 10) / 10,
    counts: [count(1), count(2), count(3), count(4), count(5)] as [number, number, number, number, number],
  };
}
