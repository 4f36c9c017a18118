import type { Instant, Request } from '../../domain/plan.ts';
import { momentInWords } from '../dates.ts';
import type { Line } from './answer-view.ts';
import type { ViewContext } from './view-context.ts';

/** What was saved when, by when it is to be sent, and until when it is kept. `now` tells whether that is past. */
export function savedFacts(
  { at, until }: { at: Instant; until: Instant },
  request: Request,
  now: Instant,
  { words, zone }: ViewContext,
): Line[] {
  const w = words.saving.saved;
  const moment = (instant: Instant): string => momentInWords(instant, zone, words.locale);
  const due = moment(request.dueAt);
  const late = now > request.dueAt;
  return [
    { label: w.when, value: moment(at) },
    late
      ? { label: w.wasDue, value: w.stillOpen(due) }
      : { label: request.kind === 'response' ? words.response.until : w.sendBy, value: due },
    { label: w.keptUntil, value: moment(until) },
  ];
}

/** On the form of somebody who comes back to it; `changed`: the plan reads otherwise since. */
export const savedNotice = (at: Instant, changed: boolean, { words, zone }: ViewContext): string[] => {
  const w = words.saving.back;
  return [w.says(momentInWords(at, zone, words.locale)), ...(changed ? [w.changed] : [])];
};
