import { nameOf } from '../plan-view.ts';
import type { QuestionKind } from '../question.ts';
import { choiceOf } from './values.ts';

const CHOICES = ['pause', 'adjusted', 'nothing_needed'] as const;

/** HR sees to a request for an adjustment. There is no field for text: what it is for is nowhere in the plan (L4). */
export const accommodation: QuestionKind = {
  says(_, { plan, words }) {
    const w = words.accommodation;
    return {
      tab: w.tab,
      heading: w.heading,
      lead: w.lead(nameOf(plan, plan.draft.subject.participant)),
      told: [w.only],
    };
  },
  fields(_, { words }) {
    const w = words.accommodation;
    return [
      {
        fields: [
          {
            type: 'radios',
            name: 'choice',
            label: w.choice,
            options: [
              { value: 'pause', label: w.pause, hint: w.pauseHint },
              { value: 'adjusted', label: w.adjusted, hint: w.adjustedHint },
              { value: 'nothing_needed', label: w.nothingNeeded },
            ],
            missing: words.errors.accommodation,
          },
        ],
      },
    ];
  },
  answer: (values) => ({ kind: 'accommodation', choice: choiceOf(values, 'choice', CHOICES) }),
};
