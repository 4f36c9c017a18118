import type { RequestId, SupportAnswer } from '../../../domain/plan.ts';
import { promisesFor } from '../../../domain/support.ts';
import { dayInWords } from '../../dates.ts';
import { itemName } from '../answer-view.ts';
import type { FieldGroup } from '../fields.ts';
import { nameOf } from '../plan-view.ts';
import type { QuestionKind } from '../question.ts';
import type { ViewContext } from '../view-context.ts';
import { choiceOf, given, textOf } from './values.ts';

const DELIVERED = ['yes', 'partly', 'no'] as const;

/** A promise somebody is asked about, and how its fields are named: by its place in the item, which stays. */
export function promises(id: RequestId, { plan, reader }: ViewContext) {
  const date = plan.requests[id]?.date;
  const asked = promisesFor(plan, id, reader).map(({ item, what, owner }) => {
    const at = item.support.findIndex(
      (each) => each.what === what && each.owner === owner && each.due === date,
    );
    return { item, what, owner, kind: item.support[at]?.kind ?? 'other', field: `${item.id}-${at}` };
  });
  // The same promise written twice is one promise.
  return asked.filter(({ field }, at) => asked.findIndex((each) => each.field === field) === at);
}

/** Was what was promised for a day delivered? Whoever promised says it of their own promises. */
export const support: QuestionKind = {
  says({ date }, { plan, reader, words }) {
    const w = words.support;
    const { participant } = plan.draft.subject;
    return {
      tab: w.tab,
      heading: w.heading(date ? dayInWords(date, words.locale) : words.common.form),
      lead: reader === participant ? w.leadSelf : w.leadOther(nameOf(plan, participant)),
    };
  },
  fields({ id }, context) {
    const { plan, pack, words } = context;
    const w = words.support;
    return promises(id, context).map(
      ({ item, what, owner, kind, field }): FieldGroup => ({
        heading: w.promise(words.common.support[kind], what),
        says: w.promisedBy(nameOf(plan, owner), itemName(plan, item.id, pack, words)),
        fields: [
          {
            type: 'radios',
            name: `delivered-${field}`,
            label: w.question,
            options: DELIVERED.map((value) => ({ value, label: w.delivered[value] })),
            missing: words.errors.delivered(what),
          },
          { type: 'longText', name: `note-${field}`, label: w.note },
        ],
      }),
    );
  },
  answer: (values, { id }, context) => ({
    kind: 'support',
    promises: promises(id, context).map(({ item, what, field }): SupportAnswer['promises'][number] => ({
      item: item.id,
      what,
      delivered: choiceOf(values, `delivered-${field}`, DELIVERED),
      ...given('note', textOf(values, `note-${field}`)),
    })),
  }),
};
