import ICAL from 'ical.js';
import type { Attachment, Mail } from '../../inbox.ts';

/** What a calendar program makes of an attachment. */
export interface InvitePreview {
  /** `REQUEST` invites or moves, `CANCEL` takes back. */
  method: string;
  summary: string;
  /** As a calendar shows them: a day for whole days, otherwise with the zone. */
  begins: string;
  ends: string;
  uid: string;
  sequence: string;
  status: string;
  organizer: string;
  attendees: string[];
  location: string;
  description: string;
}

/** Why an attachment that says it is a calendar cannot be read as one. */
export interface Unreadable {
  name: string;
  why: string;
}

const isCalendar = ({ name, contentType }: Attachment): boolean =>
  contentType.startsWith('text/calendar') || name.endsWith('.ics');

const textOf = (event: ICAL.Component, name: string): string => {
  const value = event.getFirstPropertyValue(name);
  return value === null || value === undefined ? '' : String(value);
};

const momentOf = (event: ICAL.Component, name: string): string => {
  const property = event.getFirstProperty(name);
  const time = property?.getFirstValue();
  if (!(time instanceof ICAL.Time)) return '';
  if (time.isDate) return `${time.toString()}, the whole day`;
  const zone = property?.getFirstParameter('tzid') ?? (time.zone === ICAL.Timezone.utcTimezone ? 'UTC' : '');
  return [time.toString().replace('T', ' ').replace(/Z$/, ''), zone].filter(Boolean).join(' ');
};

const bare = (address: string): string => address.replace(/^mailto:/i, '');

const previewOf = (calendar: ICAL.Component, event: ICAL.Component): InvitePreview => ({
  method: textOf(calendar, 'method') || 'none: an entry to keep, no invitation',
  summary: textOf(event, 'summary'),
  begins: momentOf(event, 'dtstart'),
  ends: momentOf(event, 'dtend'),
  uid: textOf(event, 'uid'),
  sequence: textOf(event, 'sequence'),
  status: textOf(event, 'status'),
  organizer: bare(textOf(event, 'organizer')),
  attendees: event.getAllProperties('attendee').map((one) => bare(String(one.getFirstValue()))),
  location: textOf(event, 'location'),
  description: textOf(event, 'description'),
});

/** Every entry of every calendar that is attached to a mail, each calendar once, and what could not be read. */
export const invitesIn = (mail: Mail): { invites: InvitePreview[]; unreadable: Unreadable[] } => {
  const invites: InvitePreview[] = [];
  const unreadable: Unreadable[] = [];
  const seen = new Set<string>();
  for (const attachment of mail.attachments.filter(isCalendar)) {
    // Programs want the same calendar twice: as an alternative of the text, and as a file.
    const text = Buffer.from(attachment.content, 'base64').toString('utf8');
    if (seen.has(text.trim())) continue;
    seen.add(text.trim());
    try {
      const calendar = new ICAL.Component(ICAL.parse(text));
      for (const event of calendar.getAllSubcomponents('vevent')) invites.push(previewOf(calendar, event));
    } catch (error) {
      unreadable.push({ name: attachment.name, why: error instanceof Error ? error.message : String(error) });
    }
  }
  return { invites, unreadable };
};
