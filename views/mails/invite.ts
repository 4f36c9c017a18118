import type { Invite } from '../../domain/calendar-entry.ts';
import { dayIn } from '../../domain/days.ts';
import { invitedTo, isMeeting, sequenceOf } from '../../domain/meetings.ts';
import type { MailItem } from '../../domain/owed.ts';
import type { Instant, Plan, Request } from '../../domain/plan.ts';
import type { Words } from '../words/en.ts';

/** What a meeting is called in every calendar. */
export const uidOf = (plan: Pick<Plan, 'id'>, { id }: Pick<Request, 'id'>): string => `${plan.id}-${id}`;

/** What the mail puts into the reader's calendar, if anything: nobody is invited to what is over. */
export function inviteOf(
  { template, to }: MailItem,
  request: Request,
  plan: Plan,
  now: Instant,
  words: Words,
): Invite | undefined {
  const { date: day } = request;
  if (!day || !isMeeting(request)) return undefined;
  const { title, note } = words.mails.meetings;
  const invite = { uid: uidOf(plan, request), sequence: sequenceOf(request, to), day, title, note };
  switch (template) {
    case 'meeting-cancelled':
      return { method: 'CANCEL', ...invite };
    case 'request-opened':
    case 'meeting-moved': {
      const isAsked = invitedTo(request).some(({ participant }) => participant === to);
      const isAhead = now <= request.dueAt && day >= dayIn(now, plan.timeZone);
      return isAsked && isAhead ? { method: 'REQUEST', ...invite } : undefined;
    }
    default:
      return undefined;
  }
}

/** Whether a mail brings an entry for the calendar, so that it has to go by itself. */
export function bringsInvite({ template, requestId = '' }: MailItem, { requests }: Plan): boolean {
  if (template === 'meeting-moved' || template === 'meeting-cancelled') return true;
  const request = requests[requestId];
  return template === 'request-opened' && request !== undefined && isMeeting(request);
}
