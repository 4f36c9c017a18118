import ICAL from 'ical.js';
import { beforeEach, expect, test } from 'vitest';
import { capturedLogs } from './logs.ts';
import { PagesDoor } from './pages-door.ts';

capturedLogs();

const PLAN = 'plnaaaaaaaaaaaaaaaaaaaa';
const CALENDAR = '/p/acknowledgement/calendar.ics';
let door: PagesDoor;

beforeEach(async () => {
  door = new PagesDoor();
  await door.launched(PLAN);
});

test('whoever holds a link can take the days of their plan into a calendar of their own', async () => {
  const { cookie } = await door.open(PLAN, 'acknowledgement', 'employee');
  const before = await door.store.events(PLAN);
  const { status, headers, body } = await door.send('GET', CALENDAR, { cookie });
  expect(status).toBe(200);
  expect(headers).toMatchObject({
    'content-type': 'text/calendar; charset=utf-8',
    'content-disposition': 'attachment; filename="calendar.ics"',
    'cache-control': 'no-store',
  });
  const titles = new ICAL.Component(ICAL.parse(body))
    .getAllSubcomponents('vevent')
    .map((event) => String(event.getFirstPropertyValue('summary')));
  expect(titles).toEqual(expect.arrayContaining(['First day', 'Check-in', 'Last day']));
  expect(body).not.toMatch(/Jordan|Dana|https?:|\/l\//);
  expect(await door.store.events(PLAN)).toEqual(before);
});

test('without a link there is nothing to take', async () => {
  const { status, body } = await door.send('GET', CALENDAR);
  expect(status).toBe(403);
  expect(body).not.toContain('BEGIN:VCALENDAR');
});

test('whoever has left the plan gets no days of it', async () => {
  const { cookie } = await door.open(PLAN, 'acknowledgement', 'supervisor');
  await door.commit(PLAN, {
    type: 'ChangeManager',
    supervisor: { id: 'sam', role: 'supervisor', name: 'Sam Okafor', email: 'sam@agency.example' },
    reason: 'Dana moved to another unit.',
  });
  expect((await door.send('GET', CALENDAR, { cookie })).body).not.toContain('BEGIN:VCALENDAR');
});
