import type { Instant, Request, Role } from '../../domain/plan.ts';
import { listInWords, momentInWords } from '../dates.ts';
import type { Field } from './fields.ts';
import { checkInFields } from './kinds/check-in.ts';
import { amount, type ItemView, itemView, nameOf, supportInWords } from './plan-view.ts';
import { questionInWords } from './questions.ts';
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
  const { plan, pack, words } = context;
  const { draft } = plan;
  const moment = (at: Instant) => momentInWords(at, plan.timeZone, words.locale);
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
    seenBy: listInWords(readersOf(context), words.locale),
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

/** Names of everybody who can read the record of the plan without being asked to decide in somebody's place. */
function readersOf({ plan, pack }: ViewContext): string[] {
  const { subject, issuer, participants } = plan.draft;
  const roles: Role[] = ['employee', 'supervisor', 'hr', ...pack.decision.copiesTo.is];
  return participants
    .filter(({ id, role }) => id === subject.participant || id === issuer.participant || roles.includes(role))
    .map(({ name }) => name);
}
