import { beforeEach, describe, expect, test } from 'vitest';
import { PEOPLE } from '../../../support/signed-in-as.ts';
import { capturedLogs } from '../../logs.ts';
import { PlanDoor, textOf } from './plan-door.ts';

const logs = capturedLogs();
let door: PlanDoor;
beforeEach(() => {
  door = new PlanDoor();
});

test('the page says first where the plan stands, what it waits for, and what happens next by itself', async () => {
  const planId = await door.api.active();
  await door.api.until(planId, '2027-01-05T16:00:00Z');
  const { status, body } = await door.page(planId);
  const text = textOf(body);
  expect(status).toBe(200);
  expect(text).toContain('Under way');
  expect(text).toMatch(/Check-in of Monday, January 4, 2027 Jordan Reyes and Dana Whitfield .* overdue/);
  expect(text).toContain('Now. What follows happens by itself if nobody does anything.');
  expect(text).toContain('District of Columbia government');
  expect(body.indexOf('id="timeline"')).toBeLessThan(body.indexOf('id="record"'));
});

describe('the next step stands first', () => {
  const next = async (planId: string) =>
    /Next step (.*?) Facts /.exec(textOf((await door.page(planId)).body))?.[1] ?? '';

  test('of a draft it is to approve it, of what is approved to launch it', async () => {
    const planId = await door.api.drafted();
    expect(await next(planId)).toContain(
      'approves it, or says what has to change. Approve the draft Return the draft Edit the draft',
    );
    await door.does(planId, 'approve', {});
    expect(await next(planId)).toMatch(/Launch the plan|Share the draft/);
  });

  test('of a plan that waits for somebody it is who, for what and until when', async () => {
    const planId = await door.api.active();
    await door.api.until(planId, '2027-01-05T16:00:00Z');
    expect(await next(planId)).toMatch(
      /^Awaited: Jordan Reyes and Dana Whitfield\. Check-in of Monday, January 4, 2027, overdue since /,
    );
  });
});

test('what is due this minute is being done, and the page follows it; later it is late', async () => {
  const planId = await door.api.active();
  door.world.now = '2026-12-15T14:00:05Z';
  const busy = await door.page(planId);
  expect(textOf(busy.body)).toContain('Being done right now: ');
  expect(textOf(busy.body)).not.toContain('Nobody is asked anything now');
  expect(busy.body).toContain('id="where" data-refresh="2"');
  door.world.now = '2026-12-15T14:10:00Z';
  const late = await door.page(planId);
  expect(textOf(late.body)).toContain('Late since Tue, Dec 15, 2026, 9:00 AM: ');
  expect(late.body).not.toContain('data-refresh');
});

test('a rule is cited first, and a copy of its text is called a copy', async () => {
  const planId = await door.api.drafted();
  const { body } = await door.page(planId);
  const links = [...body.matchAll(/\(<a href="(https:[^"]+)">([^<]*)<\/a>\)/g)].map(([, href, text]) => [
    new URL(href ?? '').host.replace(/^www\./, ''),
    text,
  ]);
  expect(links.length).toBeGreaterThan(0);
  expect(links.filter(([host, text]) => text !== `a copy at ${host}` && text !== `at ${host}`)).toEqual([]);
  expect(
    links.filter(([host, text]) => host?.endsWith('cloudfront.net') && !text?.startsWith('a copy')),
  ).toEqual([]);
});

test('the timeline is the one the API tells', async () => {
  const planId = await door.api.active();
  const { json } = await door.api.get(planId, '/timeline');
  const texts = new Set((json.entries as { text: string }[]).map(({ text }) => text));
  const page = textOf((await door.page(planId)).body);
  expect([...texts].filter((text) => !page.includes(text.replace(/\s+/g, ' ')))).toEqual([]);
});

test('notes stand under whoever’s words they are, with when they came', async () => {
  const planId = await door.api.active();
  await door.does(planId, 'note', {
    '/text': 'Came by letter: I was ill.',
    '/from': 'employee',
    '/requestId': 'acknowledgement',
  });
  expect(textOf((await door.page(planId)).body)).toContain(
    'Jordan Reyes, put here by harper.ellis@agency.example, Mon, Dec 7, 2026, 10:00 AM, on the acknowledgement came late Came by letter: I was ill.',
  );
});

test('technical events are the API’s, one row each', async () => {
  const planId = await door.api.active();
  const { json } = await door.api.get(planId, '/events');
  const { body } = await door.call('GET /admin/plans/{planId}/events', { params: { planId } });
  const shown = [...body.matchAll(/<pre>([\s\S]*?)<\/pre>/g)].map(([, one]) =>
    JSON.parse((one ?? '').replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&')),
  );
  expect(shown).toEqual(json.events);
});

test('the record comes as a file that verifies as the API’s does', async () => {
  const planId = await door.api.active();
  const { json } = await door.api.get(planId, '/record');
  const { headers, body } = await door.call('GET /admin/plans/{planId}/record.json', { params: { planId } });
  expect(headers).toMatchObject({
    'Content-Disposition': `attachment; filename="${planId}-record.json"`,
    'Content-Type': 'application/json; charset=utf-8',
  });
  expect(JSON.parse(body)).toEqual(json);
});

test('whoever takes out the record is told what is in it, and every reading is logged, by site and API', async () => {
  const planId = await door.api.active();
  const { body } = await door.page(planId);
  expect(textOf(body)).toContain('It holds survey answers one by one, with names; reading it is logged.');
  const readings = () => [
    ...logs().matchAll(/"message":"record_read".*?"planId":"(\w+)","principal":"([^"]+)"/g),
  ];
  expect(readings()).toEqual([]);
  await door.call('GET /admin/plans/{planId}/record.json', { params: { planId }, as: PEOPLE.auditor });
  await door.api.get(planId, '/record');
  expect(readings().map(([, ...said]) => said)).toEqual([
    [planId, PEOPLE.auditor.id],
    [planId, 'hr@agency.example'],
  ]);
});

test('an auditor reads everything and is offered nothing to do', async () => {
  const planId = await door.api.active();
  const { status, body } = await door.page(planId, {}, PEOPLE.auditor);
  expect([status, body.includes('/do/')]).toEqual([200, false]);
  const form = await door.call('GET /admin/plans/{planId}/do/{command}', {
    params: { planId, command: 'withdraw' },
    as: PEOPLE.auditor,
  });
  expect(form.status).toBe(403);
});

test('a manager has no page of a plan they neither supervise nor review', async () => {
  const planId = await door.api.active();
  expect((await door.page(planId, {}, PEOPLE.manager)).status).toBe(404);
});

test('a plan that is not there is said to be not there', async () => {
  expect((await door.page('plnaaaaaaaaaaaaaaaaaaaa')).status).toBe(404);
  expect((await door.page('nonsense')).status).toBe(404);
});
