import ICAL from 'ical.js';
import { simpleParser } from 'mailparser';
import { afterEach, expect, test } from 'vitest';
import { capturedLogs } from '../functions/logs.ts';
import { Life } from '../support/life.ts';
import { dcDraft } from '../support/plans.ts';

let life: Life;
capturedLogs();
afterEach(() => life.close());

/** What one mail does to a calendar. */
interface Issue {
  method: string;
  uid: string;
  sequence: number;
  day: string;
  status: string;
  title: string;
  subject: string;
}

/** Every calendar entry this person was mailed, as a calendar reads it. */
async function calendarOf(who: string): Promise<Issue[]> {
  const mails = (await life.mails(who)) as unknown as { subject: string; raw: string }[];
  const issues = await Promise.all(
    mails.map(async ({ subject, raw }) => {
      const { attachments } = await simpleParser(raw);
      const [part, file] = ['text/calendar', 'application/ics'].map((type) =>
        attachments.find(({ contentType }) => contentType === type)?.content.toString(),
      );
      expect(file).toBe(part);
      if (!part) return [];
      const calendar = new ICAL.Component(ICAL.parse(part));
      const [event, ...more] = calendar.getAllSubcomponents('vevent');
      expect(more).toEqual([]);
      const say = (name: string): string => `${event?.getFirstPropertyValue(name)}`;
      return [
        {
          method: `${calendar.getFirstPropertyValue('method')}`,
          uid: say('uid').replace(life.planId, '<plan>'),
          sequence: Number(say('sequence')),
          day: say('dtstart'),
          status: say('status'),
          title: say('summary'),
          subject,
        },
      ];
    }),
  );
  return issues.flat();
}

const UID = '<plan>-check-in-2026-12-18';
const INVITED: Issue = {
  method: 'REQUEST',
  uid: UID,
  sequence: 0,
  day: '2026-12-18',
  status: 'CONFIRMED',
  title: 'Check-in',
  subject: 'A check-in is due on December 18',
};
const away = { from: '2026-12-17', reason: 'approved_absence' };

/** A check-in is open, both sides have it in their calendars, and the plan has stood still for five days. */
async function moved(): Promise<void> {
  life = await Life.launched(dcDraft());
  await life.until('2026-12-17T10:00');
  await life.hr('pause', away);
  await life.until('2026-12-22T10:00');
  await life.hr('resume', { on: '2026-12-22' });
}

test('a meeting is put into the calendars of both sides, moves with its day and goes with the plan', async () => {
  await moved();
  await life.hr('withdraw', { reason: 'Moved to another post.' });
  await life.until('2026-12-22T11:00');
  const { date } = (await life.events('PlanResumed'))[0]?.revision.moved[0] ?? {};
  expect(date).toBe('2026-12-23');
  const expected = [
    INVITED,
    { ...INVITED, sequence: 1, day: date, subject: 'A meeting has moved to December 23' },
    {
      ...INVITED,
      method: 'CANCEL',
      sequence: 2,
      day: date,
      status: 'CANCELLED',
      subject: 'A meeting is taken off your calendar: nothing for you to do',
    },
  ];
  expect(await calendarOf('employee')).toEqual(expected);
  expect(await calendarOf('supervisor')).toEqual(expected);
  expect(await calendarOf('hr')).toEqual([]);
});

test('somebody who leaves has it taken from their calendar, and who takes over is asked to it', async () => {
  life = await Life.launched(dcDraft());
  await life.until('2026-12-17T10:00');
  const sam = { id: 'sam', role: 'supervisor', name: 'Sam Okafor', email: 'sam@agency.example' } as const;
  await life.hr('change_manager', { supervisor: sam, reason: 'Dana moved to another unit.' });
  await life.until('2026-12-17T11:00');
  life.draft.participants.push(sam);
  const cancelled = {
    ...INVITED,
    method: 'CANCEL',
    sequence: 1,
    status: 'CANCELLED',
    subject: 'A meeting is taken off your calendar: nothing for you to do',
  };
  expect(await calendarOf('employee')).toEqual([INVITED]);
  expect(await calendarOf('supervisor')).toEqual([INVITED, cancelled]);
  expect(await calendarOf('sam')).toEqual([INVITED]);
  const last = (await life.mails('supervisor')).find(({ subject }) => subject === cancelled.subject);
  expect(last?.text).not.toMatch(/Jordan|Sam|unit/);
  expect(last?.links).toEqual([]);
});
