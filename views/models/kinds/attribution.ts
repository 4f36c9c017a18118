import { proposedAttribution } from '../../../domain/decide/attribution.ts';
import { creditDays } from '../../../domain/decide/credit.ts';
import type { Request } from '../../../domain/plan.ts';
import { listInWords } from '../../dates.ts';
import type { Block } from '../blocks.ts';
import { responsesTo } from '../fairness.ts';
import type { Field } from '../fields.ts';
import { nameOf } from '../plan-view.ts';
import type { QuestionKind } from '../question.ts';
import { questionOf, theQuestion } from '../questions.ts';
import { recordEntry } from '../record-view.ts';
import type { ViewContext } from '../view-context.ts';
import { choiceOf, given, textOf } from './values.ts';

const WHO = ['manager', 'employee', 'excused'] as const;

/** Days that would be given back if the manager missed it. */
const daysFor = ({ regarding }: Request, { plan, pack, calendar }: ViewContext): number =>
  regarding === undefined ? 0 : creditDays(plan, regarding, { pack, calendar });

/** Who was to be there beside the two sides: a mentor, a coach. */
const othersAsked = (missed: Request | undefined, { plan }: ViewContext): string[] =>
  (missed?.respondents ?? [])
    .map(({ participant }) => participant)
    .filter((id) => id !== plan.draft.issuer.participant && id !== plan.draft.subject.participant);

function unclear(missed: Request | undefined, context: ViewContext): string {
  const { plan, words } = context;
  const w = words.attribution;
  if (!missed || othersAsked(missed, context).length === 0) return w.unclear;
  const names = missed.respondents.map(({ participant }) => nameOf(plan, participant));
  return w.unclearAmong(listInWords(names, words.locale));
}

function hintOf(value: (typeof WHO)[number], { regarding }: Request, context: ViewContext): string {
  const { plan, words } = context;
  const w = words.attribution;
  const names = othersAsked(plan.requests[regarding ?? ''], context).map((id) => nameOf(plan, id));
  if (value !== 'manager' || names.length === 0) return w.whoHint[value];
  return w[names.length > 1 ? 'managerHintFor' : 'managerHintForOne'](listInWords(names, words.locale));
}

/** What was answered, and what anybody said in response to it. */
function recordOf(missed: Request, context: ViewContext): Block {
  const { plan, pack, words, zone } = context;
  const quotes = responsesTo(missed.id, context);
  return {
    heading: words.attribution.record,
    record: [recordEntry(missed, plan, pack, words, zone)],
    ...(quotes.length > 0 ? { quotes } : {}),
  };
}

/** HR says who missed a check-in, with what the record says about it in view. */
export const attribution: QuestionKind = {
  says(request, context) {
    const { plan, pack, words } = context;
    const w = words.attribution;
    const missed = plan.requests[request.regarding ?? ''];
    const proposed = missed && proposedAttribution(missed, plan).to;
    const mayCredit = pack.tolling.missedByManager.is;
    return {
      tab: w.tab,
      heading: w.heading(theQuestion(questionOf(plan, request.regarding ?? request.id), plan, words)),
      lead: w.lead(nameOf(plan, plan.draft.subject.participant)),
      told: [
        proposed ? w.proposed[proposed] : unclear(missed, context),
        ...(mayCredit && daysFor(request, context) === 0 ? [w.noDays] : []),
      ],
      shows: missed ? [recordOf(missed, context)] : [],
    };
  },
  fields(request, context) {
    const { words } = context;
    const w = words.attribution;
    const days = daysFor(request, context);
    const credit: Field = {
      type: 'checkbox',
      name: 'credit',
      legend: w.days,
      label: w.credit(words.common.days(days)),
      hint: w.creditHint,
    };
    return [
      {
        fields: [
          {
            type: 'radios',
            name: 'to',
            label: w.to,
            options: WHO.map((value) => ({
              value,
              label: w.who[value],
              hint: hintOf(value, request, context),
            })),
            missing: words.errors.attributedTo,
          },
          ...(days > 0 ? [credit] : []),
          {
            type: 'longText',
            name: 'reason',
            label: w.reason,
            hint: w.reasonHint,
            missing: words.errors.attributionReason,
          },
        ],
      },
    ];
  },
  answer(values, request, context) {
    const to = choiceOf(values, 'to', WHO);
    const isOffered = daysFor(request, context) > 0;
    // A tick that does not fit is handed on, so that it is refused with its rule and not dropped.
    const credit = values.credit === true || (to === 'manager' && isOffered ? false : undefined);
    return { kind: 'attribution', to, reason: textOf(values, 'reason') ?? '', ...given('credit', credit) };
  },
};
