import { checkInItems } from '../../domain/check-ins.ts';
import type { Instant, Request, Role } from '../../domain/plan.ts';
import { listInWords, momentInWords } from '../dates.ts';
import { amount, type ItemView, itemView, nameOf, supportInWords } from './plan-view.ts';
import { questionInWords } from './questions.ts';
import type { ViewContext } from './view-context.ts';

export interface CheckInItemView extends ItemView {
  /** Number of the item on the plan. */
  number: number;
  expected: string;
  supportByNow: string[];
}

export interface CheckInModel {
  title: string;
  planTitle: string;
  own: boolean;
  subject: string;
  answerBy: string;
  /** Set once the due moment is past: until when an answer is still taken. */
  stillOpenUntil: string | undefined;
  items: CheckInItemView[];
  seenBy: string;
}

/** `now` only tells whether the due moment is past. */
export function checkInModel(request: Request, now: Instant, context: ViewContext): CheckInModel {
  const { plan, pack, reader, words } = context;
  const { draft } = plan;
  const moment = (at: Instant) => momentInWords(at, plan.timeZone, words.locale);
  return {
    title: questionInWords('check_in', request.date, words),
    planTitle: draft.title,
    own: draft.subject.participant === reader,
    subject: nameOf(plan, draft.subject.participant),
    answerBy: moment(request.dueAt),
    stillOpenUntil: now > request.dueAt && request.missedAt ? moment(request.missedAt) : undefined,
    items: checkInItems(plan, request.id).map(({ item, benchmark }) => ({
      ...itemView(item, plan, pack, words),
      number: draft.items.indexOf(item) + 1,
      expected: amount(benchmark, item, words),
      supportByNow: item.support
        .filter(({ due }) => !request.date || due <= request.date)
        .map((support) => supportInWords(support, plan, words)),
    })),
    seenBy: listInWords(readersOf(context), words.locale),
  };
}

/** Names of everybody who can read the record of the plan without being asked to decide in somebody's place. */
function readersOf({ plan, pack }: ViewContext): string[] {
  const { subject, issuer, participants } = plan.draft;
  const roles: Role[] = ['employee', 'supervisor', 'hr', ...pack.decision.copiesTo.is];
  return participants
    .filter(({ id, role }) => id === subject.participant || id === issuer.participant || roles.includes(role))
    .map(({ name }) => name);
}
