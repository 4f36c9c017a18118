import type { CalendarDay } from '../domain/calendar-entry.ts';
import { dayIn } from '../domain/days.ts';
import { isMeeting, sequenceOf } from '../domain/meetings.ts';
import { peopleFor } from '../domain/people.ts';
import type { Request, ScheduledRequest } from '../domain/plan.ts';
import { respondentsOf } from '../domain/respondents.ts';
import { uidOf } from './mails/invite.ts';
import type { ViewContext } from './models/view-context.ts';

/**
 * Every day of the plan that the reader takes part in, earliest first: what they are asked, were asked and will be asked;
 * and, for those the plan is lived by, its first and last day. What fell away is not among them. No title says why.
 */
export function planCalendar({ plan, pack, reader, words }: ViewContext): CalendarDay[] {
  const w = words.mails.meetings.dates;
  const { draft, scheduled, requests, timeZone } = plan;
  const asked: (ScheduledRequest | Request)[] = [
    ...Object.values(requests).filter(
      ({ status, respondents }) =>
        status !== 'superseded' &&
        status !== 'lapsed' &&
        respondents.some(({ participant }) => participant === reader),
    ),
    ...scheduled.filter((request) =>
      respondentsOf(request, plan, pack).some(({ participant }) => participant === reader),
    ),
  ];
  const period = [
    { uid: `${plan.id}-first-day`, sequence: plan.versions.length, day: draft.startDate, title: w.starts },
    { uid: `${plan.id}-last-day`, sequence: plan.versions.length, day: draft.endDate, title: w.ends },
  ];
  return [
    ...(isLivedBy(reader, plan.draft) ? period : []),
    ...asked.map((request) => ({
      uid: uidOf(plan, request),
      sequence: 'moves' in request ? sequenceOf(request, reader) : 0,
      day: request.date ?? dayIn(request.dueAt, timeZone),
      title: titleOf(request, w),
    })),
  ].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

const isLivedBy = (reader: string, draft: ViewContext['plan']['draft']): boolean =>
  reader === draft.subject.participant ||
  peopleFor(['supervisor', 'hr', 'reviewer', 'representative'], draft).includes(reader);

function titleOf(request: ScheduledRequest, w: ViewContext['words']['mails']['meetings']['dates']): string {
  switch (request.kind) {
    case 'check_in':
      return isMeeting(request) ? w.meeting : w.numbers;
    case 'survey':
    case 'support':
    case 'decision':
      return w[request.kind];
    default:
      return w.answer;
  }
}
