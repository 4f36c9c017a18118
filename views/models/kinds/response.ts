import type { Request } from '../../../domain/plan.ts';
import { decisionView } from '../answer-view.ts';
import type { Block } from '../blocks.ts';
import { factsOf } from '../decision-copy.ts';
import type { Field } from '../fields.ts';
import { nameOf, planView } from '../plan-view.ts';
import type { QuestionKind } from '../question.ts';
import type { ViewContext } from '../view-context.ts';
import { choiceOf, given, textOf } from './values.ts';

const isSubject = ({ plan, reader }: ViewContext): boolean => plan.draft.subject.participant === reader;

/** The decision somebody responds to: the last one made before they were asked. */
function decisionBlock({ openedAt }: Request, context: ViewContext): Block[] {
  const { plan, pack, words } = context;
  const decision = plan.decisions.findLast(({ at }) => at <= openedAt);
  if (!decision) return [];
  const known = factsOf(decision, context);
  const said = decisionView(decision, plan, pack, words);
  const facts = [...known, ...said.filter(({ label }) => !known.some((fact) => fact.label === label))];
  return [{ heading: words.response.decision.shows, facts }];
}

/** The right to respond, to the draft or to the decision; only the person concerned can do without. */
export const response: QuestionKind = {
  says(request, context) {
    const { plan, pack, reader, words } = context;
    const w = words.response;
    const to = request.responseTo ?? 'decision';
    const view = planView(plan, reader, pack, words);
    const name = nameOf(plan, plan.draft.subject.participant);
    return {
      tab: w.tab,
      heading: w[to].heading,
      lead: isSubject(context) ? w[to].leadSelf : w[to].leadOther(name),
      dueLabel: w.until,
      lateLabel: w.wasUntil,
      told: [w.silence],
      shows: [
        ...(to === 'decision' ? decisionBlock(request, context) : []),
        { heading: view.own ? words.plan.again : words.plan.againOther, plan: view },
      ],
    };
  },
  fields(_, context) {
    const { words } = context;
    const w = words.response;
    const text: Field = { type: 'longText', name: 'text', label: w.text, hint: w.textHint };
    if (!isSubject(context)) return [{ fields: [{ ...text, missing: words.receipt.response.missing }] }];
    return [
      {
        fields: [
          {
            type: 'radios',
            name: 'choice',
            label: w.choice,
            options: [
              { value: 'respond', label: w.respond },
              { value: 'waive', label: w.waive, hint: w.waiveHint },
            ],
            missing: words.errors.respond,
          },
          text,
        ],
      },
    ];
  },
  answer: (values, _, context) => ({
    kind: 'response',
    choice: isSubject(context) ? choiceOf(values, 'choice', ['respond', 'waive']) : 'respond',
    ...given('text', textOf(values, 'text')),
  }),
};
