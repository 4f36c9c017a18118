import { decisionView } from '../answer-view.ts';
import { fairnessBlocks } from '../fairness.ts';
import { nameOf } from '../plan-view.ts';
import type { QuestionKind } from '../question.ts';
import { recordView } from '../record-view.ts';
import { choiceOf, given, textOf } from './values.ts';

/** A second person reads a proposed decision with everything it is made from, then confirms it or sends it back. */
export const approval: QuestionKind = {
  says(request, context) {
    const { plan, pack, words, zone } = context;
    const w = words.approval;
    const { proposal } = plan;
    return {
      tab: w.tab,
      heading: w.heading,
      lead: w.lead(
        proposal ? nameOf(plan, proposal.by) : words.fairness.somebody,
        nameOf(plan, plan.draft.subject.participant),
      ),
      told: request.approval ? [`${w.why}: ${w.whySays[request.approval]}`] : [],
      shows: [
        ...(proposal
          ? [
              {
                heading: w.proposed,
                facts: decisionView({ ...proposal.answer, by: proposal.by }, plan, pack, words),
              },
            ]
          : []),
        { heading: w.answers, record: recordView(plan, pack, words, zone) },
        ...fairnessBlocks(context),
      ],
    };
  },
  fields(_, { words }) {
    const w = words.approval;
    return [
      {
        fields: [
          {
            type: 'radios',
            name: 'choice',
            label: w.choice,
            options: [
              { value: 'confirm', label: w.confirm, hint: w.confirmHint },
              { value: 'return', label: w.return, hint: w.returnHint },
            ],
            missing: words.errors.approval,
          },
          { type: 'longText', name: 'reason', label: w.reason },
          {
            type: 'text',
            name: 'typedName',
            label: w.typedName,
            hint: w.typedNameHint,
            missing: words.errors.typedName,
            autocomplete: 'name',
          },
        ],
      },
    ];
  },
  answer: (values) => ({
    kind: 'approval',
    choice: choiceOf(values, 'choice', ['confirm', 'return']),
    typedName: textOf(values, 'typedName') ?? '',
    ...given('reason', textOf(values, 'reason')),
  }),
};
