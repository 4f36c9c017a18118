import type { Instant, Request } from '../../domain/plan.ts';
import { momentInWords } from '../dates.ts';
import type { Field } from './fields.ts';
import { checkInFields } from './kinds/check-in.ts';
import { amount, type ItemView, itemView, nameOf, supportInWords } from './plan-view.ts';
import { questionInWords } from './questions.ts';
import { seenBy } from './seen-by.ts';
import type { ViewContext } from './view-context.ts';

export interface CheckInItemView extends ItemView {
  /** Number of the item on the plan. */
  number: number;
  expected: string;
  supportByNow: string[];
  fields: Field[];
}

export interface CheckInModel {
  title: string;
  planTitle: string;
  lead: string;
  agenda: string | undefined;
  /** Whether the plan stands still, so that no answer is taken. */
  paused: boolean;
  answerBy: string;
  /** Set once the due moment is past: until when an answer is still taken. */
  stillOpenUntil: string | undefined;
  /** Whether several people answer, none of whom sees the others' answers before. */
  blind: boolean;
  meeting: Field;
  items: CheckInItemView[];
  rest: Field[];
  seenBy: string;
}

/** `now` only tells whether the due moment is past. */
export function checkInModel(request: Request, now: Instant, context: ViewContext): CheckInModel {
  const { plan, pack, words, zone } = context;
  const { draft } = plan;
  const moment = (at: Instant) => momentInWords(at, zone, words.locale);
  const { meeting, items, rest } = checkInFields(request, context);
  return {
    title: questionInWords(request, words),
    planTitle: draft.title,
    lead: leadOf(request, context),
    agenda: request.followUp?.agenda,
    paused: plan.status === 'paused',
    answerBy: moment(request.dueAt),
    stillOpenUntil: now > request.dueAt && request.missedAt ? moment(request.missedAt) : undefined,
    blind: request.respondents.length > 1,
    meeting,
    items: items.map(({ asked: { item, benchmark }, fields }) => ({
      ...itemView(item, plan, pack, words),
      number: draft.items.indexOf(item) + 1,
      expected: amount(benchmark, item, words),
      supportByNow: item.support
        .filter(({ due }) => !request.date || due <= request.date)
        .map((support) => supportInWords(support, plan, words)),
      fields,
    })),
    rest,
    seenBy: seenBy(request, context),
  };
}

function leadOf({ followUp }: Request, { plan, reader, words }: ViewContext): string {
  const w = words.checkIn;
  const { participant } = plan.draft.subject;
  const name = nameOf(plan, participant);
  if (followUp?.type === 'monitoring') return w.leads.monitoring(name);
  if (followUp?.asks === 'readings' || followUp?.asks === 'notes') return w.leads[followUp.asks];
  return participant === reader ? w.leadSelf : w.leadOther(name);
}
