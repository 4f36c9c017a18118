import { nameOf } from '../plan-view.ts';
import type { QuestionKind } from '../question.ts';
import { questionInWords } from '../questions.ts';
import type { ViewContext } from '../view-context.ts';
import { choiceOf, given, textOf } from './values.ts';

const SCORES = [1, 2, 3, 4, 5] as const;
const CHOICES = SCORES.map(String);

/** Whose work is asked about: the department or program where it has a name. */
const about = ({ plan }: ViewContext): string => {
  const { subject } = plan.draft;
  return (subject.type !== 'employee' && subject.agency) || nameOf(plan, subject.participant);
};

/** The questions of a survey, each from 1 to 5; read only in sum. */
export const survey: QuestionKind = {
  says(request, context) {
    const { words } = context;
    const w = words.survey;
    const agenda = request.followUp?.agenda;
    return {
      tab: w.tab,
      heading: questionInWords(request, words),
      lead: w.lead(about(context)),
      told: [...(agenda ? [agenda] : []), w.silence],
    };
  },
  fields({ followUp }, { words }) {
    const w = words.survey;
    const options = SCORES.map((score) => ({ value: String(score), label: w.scores[score] }));
    return [
      {
        fields: [
          ...(followUp?.questions ?? []).map((question, at) => ({
            type: 'radios' as const,
            name: `score-${at + 1}`,
            label: question,
            options,
            missing: words.errors.score(question),
          })),
          { type: 'longText', name: 'comment', label: w.comment, hint: w.commentHint },
        ],
      },
    ];
  },
  answer: (values, { followUp }) => ({
    kind: 'survey',
    scores: (followUp?.questions ?? []).map((_, at) => Number(choiceOf(values, `score-${at + 1}`, CHOICES))),
    ...given('comment', textOf(values, 'comment')),
  }),
};
