import type { Plan, RequestId, RequestKind, ScheduledRequest } from '../../domain/plan.ts';
import { dayInWords } from '../dates.ts';
import type { Words } from '../words/en.ts';

/** What is known of a question: opened, planned, or only its id (ids tell their kind). */
export function questionOf(
  plan: Plan,
  requestId: RequestId,
): Pick<ScheduledRequest, 'kind' | 'date'> & Partial<ScheduledRequest> {
  const known = plan.requests[requestId] ?? plan.scheduled.find(({ id }) => id === requestId);
  if (known) return known;
  const date = /^check-in-(\d{4}-\d{2}-\d{2})/.exec(requestId)?.[1];
  if (date) return { kind: 'check_in', date };
  return { kind: requestId.startsWith('acknowledgement') ? 'acknowledgement' : 'decision' };
}

/** A question as a title: `Check-in of Tuesday, December 15, 2026`. */
export function questionInWords(kind: RequestKind, date: string | undefined, words: Words): string {
  return kind === 'check_in' && date
    ? words.checkIn.heading(dayInWords(date, words.locale))
    : words.common.questions[kind];
}

/** A question within a sentence: `the check-in of Tuesday, December 15, 2026`; `undefined` for a check-in without its day. */
export function theQuestion(kind: RequestKind, date: string | undefined, words: Words): string | undefined {
  const w = words.timeline.question;
  if (kind !== 'check_in') return w[kind];
  return date ? w.check_in(dayInWords(date, words.locale)) : undefined;
}
