import type { ScheduledRequest } from '../../../domain/plan.ts';
import { respondentsOf } from '../../../domain/respondents.ts';
import { listInWords } from '../../dates.ts';
import { nameOf } from '../plan-view.ts';
import type { ViewContext } from '../view-context.ts';

/**
 * Who is asked, as a sentence. Others are named whether they have answered or not: that is nobody's to know before all
 * have. Whoever is surveyed is never named.
 */
export function whoIsAsked(request: ScheduledRequest, { plan, pack, reader, words }: ViewContext): string {
  const w = words.planPage.ahead;
  const opened = plan.requests[request.id]?.respondents;
  const mine = opened?.find(({ participant }) => participant === reader);
  if (mine?.answer) return w.answered;
  const people = (opened ?? respondentsOf(request, plan, pack))
    .filter(({ required }) => required)
    .map(({ participant }) => participant)
    .filter((id) => plan.draft.participants.some((person) => person.id === id));
  if (mine || people.includes(reader)) return w.askedSelf;
  if (request.kind === 'survey' || people.length === 0) return w.askedOthers;
  const names = people.map((id) => nameOf(plan, id));
  return w.asked(listInWords(names, words.locale), names.length);
}
