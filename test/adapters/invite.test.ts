import ICAL from 'ical.js';
import { simpleParser } from 'mailparser';
import { expect, test } from 'vitest';
import { calendarFile } from '../../adapters/invite.ts';
import { mimeOf } from '../../adapters/mime.ts';
import type { Invite } from '../../domain/index.ts';

const FROM = { name: 'Agency HR', address: 'plans@agency.example' };
const INVITE: Invite = {
  method: 'REQUEST',
  uid: 'pln-check-in',
  sequence: 2,
  day: '2027-03-14',
  title: 'Check-in',
  note: 'The day; not, however, the hour.',
};
const MAIL = {
  to: { name: 'Zoë Reyes', address: 'zoe@agency.example' },
  subject: 'A check-in',
  text: 'Hello\n',
  html: '<p>Hello</p>',
  planId: 'plnabc',
  outboxKey: '000004-mail-employee',
  now: '2026-12-01T15:00:00Z',
};
const sent = (invite: Partial<Invite> = {}, to = MAIL.to) =>
  mimeOf({ ...MAIL, to, invite: { ...INVITE, ...invite } }, FROM, 'hr@agency.example');
const partOf = async (bytes: Buffer): Promise<string> => {
  const { attachments } = await simpleParser(bytes);
  return attachments.find(({ contentType }) => contentType === 'text/calendar')?.content.toString() ?? '';
};
const entryOf = (text: string) => new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent');

test('SES-12: an invite is a part among the alternatives, with its method, and a file that says the same', async () => {
  const source = (await sent()).toString();
  const types = [...source.matchAll(/^Content-Type: ([^\r\n;]+)/gm)].map(([, type]) => type);
  expect(types).toEqual([
    'multipart/mixed',
    'multipart/alternative',
    'text/plain',
    'text/html',
    'text/calendar',
    'application/ics',
  ]);
  expect(source).toContain('Content-Type: text/calendar; charset=utf-8; method=REQUEST');
  const { attachments, text, html } = await simpleParser(source);
  expect([text, html]).toEqual([MAIL.text, MAIL.html]);
  expect(attachments.map(({ contentType, filename }) => [contentType, filename])).toEqual([
    ['text/calendar', undefined],
    ['application/ics', 'invite.ics'],
  ]);
  expect(attachments[1]?.content.toString()).toBe(await partOf(await sent()));
});

test('SES-12: it is read whole: a private day, free, from a mailbox to one person who need not answer', async () => {
  expect(await partOf(await sent())).toBe(
    `${[
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Follow-Up//Calendar//EN',
      'METHOD:REQUEST',
      'BEGIN:VEVENT',
      'UID:pln-check-in',
      'SEQUENCE:2',
      'DTSTAMP:20261201T150000Z',
      'DTSTART;VALUE=DATE:20270314',
      'DTEND;VALUE=DATE:20270315',
      'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE',
      'X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT:TRUE',
      'SUMMARY:Check-in',
      'TRANSP:TRANSPARENT',
      'DESCRIPTION:The day\\; not\\, however\\, the hour.',
      'ORGANIZER;CN="Agency HR":mailto:hr@agency.example',
      'ATTENDEE;ROLE=REQ-PARTICIPANT;CUTYPE=INDIVIDUAL;PARTSTAT=NEEDS-ACTION;RSVP',
      ' =FALSE;CN="Zoë Reyes":MAILTO:zoe@agency.example',
      'STATUS:CONFIRMED',
      'CLASS:PRIVATE',
      'END:VEVENT',
      'END:VCALENDAR',
    ].join('\r\n')}`,
  );
});

test('a cancellation says so in the mail and in the calendar', async () => {
  const bytes = await sent({ method: 'CANCEL', sequence: 3 });
  expect(bytes.toString()).toContain('method=CANCEL');
  const text = await partOf(bytes);
  expect(text).toContain('METHOD:CANCEL');
  expect(entryOf(text)?.getFirstPropertyValue('status')).toBe('CANCELLED');
});

test('the same mail is the same bytes, wherever the clock of the machine stands', async () => {
  const here = await sent();
  const zone = process.env.TZ;
  process.env.TZ = 'Pacific/Auckland';
  try {
    expect((await sent()).equals(here)).toBe(true);
  } finally {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  }
});

test('SEC-16: nobody writes lines of their own into it', async () => {
  const evil = 'Zoë"\r\nATTENDEE:mailto:thief@evil.example\r\nX: ;,\\n';
  const text = await partOf(
    await sent({ title: evil, note: evil }, { name: evil, address: 'zoe@agency.example' }),
  );
  const entry = entryOf(text);
  expect(entry?.getAllProperties('attendee')).toHaveLength(1);
  expect(entry?.getAllProperties('x')).toEqual([]);
  expect(entry?.getFirstPropertyValue('summary')).toBe('Zoë" ATTENDEE:mailto:thief@evil.example X: ;,\\n');
});

test('a file of days is published to nobody in particular', () => {
  const text = calendarFile(
    [{ uid: 'a', sequence: 0, day: '2026-12-31', title: 'Last day' }],
    '2026-12-01T15:00:00Z',
  );
  expect(text).toContain('METHOD:PUBLISH');
  expect(text).not.toMatch(/ATTENDEE|ORGANIZER/);
  expect(String(entryOf(text)?.getFirstPropertyValue('dtend'))).toBe('2027-01-01');
});
