import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalAttendeeType,
  type ICalCalendar,
  ICalCalendarMethod,
  ICalEventClass,
  type ICalEventData,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import type { CalendarDay, Instant, Invite } from '../domain/index.ts';
import { type Mailbox, mailbox, oneLine } from './mailbox.ts';

/**
 * An invite to one person (RFC 5546): private, and free time, as a plan knows the day and not the hour. It carries no link
 * and nobody else's name, because calendars are shared (SEC-16). The organizer's mailbox gets what people answer unasked.
 */
export function inviteFile(
  { method, uid, sequence, day, title, note }: Invite,
  { organizer, attendee, now }: { organizer: Mailbox; attendee: Mailbox; now: Instant },
): string {
  const calendar = calendarOf(ICalCalendarMethod[method]);
  const [from, to] = [mailbox(organizer), mailbox(attendee)];
  calendar.createEvent({
    ...wholeDay({ uid, sequence, day, title }, now),
    description: oneLine(note),
    status: method === 'CANCEL' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: { name: from.name, email: from.address },
    attendees: [
      {
        name: to.name,
        email: to.address,
        rsvp: false,
        role: ICalAttendeeRole.REQ,
        status: ICalAttendeeStatus.NEEDSACTION,
        type: ICalAttendeeType.INDIVIDUAL,
      },
    ],
  });
  return calendar.toString();
}

/** The days as a file that a calendar program takes in at once. `now` is the moment it was true. */
export function calendarFile(days: readonly CalendarDay[], now: Instant): string {
  const calendar = calendarOf(ICalCalendarMethod.PUBLISH);
  for (const day of days) calendar.createEvent(wholeDay(day, now));
  return calendar.toString();
}

// Programs show who made a file: as neutral as everything else in it.
const calendarOf = (method: ICalCalendarMethod): ICalCalendar =>
  ical({ prodId: { company: 'Follow-Up', product: 'Calendar', language: 'EN' }, method });

const wholeDay = ({ uid, sequence, day, title }: CalendarDay, now: Instant): ICalEventData => ({
  id: uid,
  sequence,
  stamp: new Date(now),
  start: new Date(`${day}T00:00:00Z`),
  end: new Date(Date.parse(`${day}T00:00:00Z`) + 24 * 60 * 60 * 1000),
  allDay: true,
  summary: oneLine(title),
  class: ICalEventClass.PRIVATE,
  transparency: ICalEventTransparency.TRANSPARENT,
});
