import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createFunctions } from '../../sandbox/lambda/pool.ts';
import type { Resource } from '../../sandbox/types.ts';
import { EXECUTION, openWorld, RESOURCES } from './doors-world.ts';

let world: Awaited<ReturnType<typeof openWorld>>;
beforeEach(async () => {
  world = await openWorld({ functions: { greet: ({ body }) => ({ said: body }) } });
});
afterEach(() => world.doors.close());

const HOUR = 3_600_000;

describe('the clock', () => {
  const read = async () => (await world.ask('/_sandbox/clock')).body;

  test('is read', async () => expect(await read()).toEqual({ now: '2027-01-04T14:00:00Z' }));

  test('advances by a duration and tells what fired, in order', async () => {
    const begin = world.clock.now();
    world.clock.at(begin + 2 * HOUR, 'second', () => undefined);
    world.clock.at(begin + HOUR, 'first', () => undefined);
    world.clock.at(begin + 48 * HOUR, 'later', () => undefined);
    expect(await world.post('/_sandbox/clock', { advance: 'P1D' })).toEqual({
      status: 200,
      body: {
        now: '2027-01-05T14:00:00Z',
        fired: [
          { at: '2027-01-04T15:00:00Z', what: 'first' },
          { at: '2027-01-04T16:00:00Z', what: 'second' },
        ],
      },
    });
  });

  test('folds the runs of schedules between two other timers into one entry for each schedule', async () => {
    const begin = world.clock.now();
    const at = (hours: number, what: string) => world.clock.at(begin + hours * HOUR, what, () => undefined);
    for (const hours of [1, 2, 3, 6]) at(hours, 'schedule Sweeper');
    at(2.5, 'schedule Report');
    at(4, 'reminder');
    expect((await world.post('/_sandbox/clock', { advance: 'P1D' })).body).toEqual({
      now: '2027-01-05T14:00:00Z',
      fired: [
        { at: '2027-01-04T16:30:00Z', what: 'schedule Report', times: 1 },
        { at: '2027-01-04T17:00:00Z', what: 'schedule Sweeper', times: 3 },
        { at: '2027-01-04T18:00:00Z', what: 'reminder' },
        { at: '2027-01-04T20:00:00Z', what: 'schedule Sweeper', times: 1 },
      ],
    });
  });

  test('goes to a moment, in any offset, and to the next timer', async () => {
    await world.post('/_sandbox/clock', { to: '2027-01-05T09:00:00-05:00' });
    expect(await read()).toEqual({ now: '2027-01-05T14:00:00Z' });
    world.clock.at(world.clock.now() + 6 * HOUR, 'timer', () => undefined);
    const { body } = await world.post('/_sandbox/clock', { toNext: true });
    expect(body).toEqual({
      now: '2027-01-05T20:00:00Z',
      fired: [{ at: '2027-01-05T20:00:00Z', what: 'timer' }],
    });
    expect((await world.post('/_sandbox/clock', { toNext: true })).body).toEqual({
      now: '2027-01-05T20:00:00Z',
      fired: [],
    });
  });

  test('stands still for a duration of nothing', async () => {
    const { body } = await world.post('/_sandbox/clock', { advance: 'PT0S' });
    expect(body).toEqual({ now: '2027-01-04T14:00:00Z', fired: [] });
  });

  test.each([
    ['nothing', {}, /Send one of/],
    ['two wishes', { advance: 'P1D', toNext: true }, /Send one of/],
    ['a number', { advance: 5 }, /Send one of/],
    ['toNext that is not true', { toNext: 'yes' }, /Send one of/],
    ['words', { advance: 'tomorrow' }, /"tomorrow" is not an ISO 8601 duration/],
    ['a date without time', { to: '2027-01-05' }, /is not a moment/],
    ['a day that does not exist', { to: '2027-02-30T00:00:00Z' }, /is not a moment/],
    ['the past', { to: '2027-01-04T13:59:59Z' }, /never goes back/],
    ['a duration backwards', { advance: '-P1D' }, /never goes back/],
    ['a slip of the finger', { advance: 'P100Y' }, /P3Y at most/],
    ['a list', [], /Send one of/],
  ])('refuses %s and does not move', async (_, move, detail) => {
    expect(await world.post('/_sandbox/clock', move)).toEqual({
      status: 400,
      body: {
        type: 'about:blank',
        title: 'Bad request',
        status: 400,
        code: 'bad_clock_move',
        detail: expect.stringMatching(detail),
      },
    });
    expect(await read()).toEqual({ now: '2027-01-04T14:00:00Z' });
  });
});

describe('what can be read', () => {
  test('health lists the resources', async () => {
    const { body } = await world.ask('/_sandbox/health');
    expect(body).toEqual({
      ok: true,
      now: '2027-01-04T14:00:00Z',
      mode: 'stepped',
      resources: RESOURCES.map(({ properties: _, ...about }) => about),
      ignored: [],
    });
    world.doors.setLive(true);
    expect((await world.ask('/_sandbox/health')).body).toMatchObject({ mode: 'live' });
  });

  test('mail is filtered, and a filter that does not exist is refused', async () => {
    const raw = Buffer.from('From: a@b.org\r\nTo: dana@example.org\r\nSubject: One\r\n\r\nText');
    await world.doors.inbox.accept({ raw, tags: { plan: 'pln1' } });
    const subjects = async (query: string) =>
      ((await world.ask(`/_sandbox/mail${query}`)).body as { subject: string }[]).map(
        ({ subject }) => subject,
      );
    expect(await subjects('?to=dana@example.org&plan=pln1&since=2027-01-04T14:00:00Z')).toEqual(['One']);
    expect(await subjects('?since=2027-01-04T14:00:01Z')).toEqual([]);
    expect((await world.ask('/_sandbox/mail?form=x')).status).toBe(400);
    expect((await world.ask('/_sandbox/mail?since=yesterday')).status).toBe(400);
  });

  test('executions, meter, events, permissions, timers and logs of one function', async () => {
    expect((await world.ask('/_sandbox/executions')).body).toEqual([
      {
        arn: EXECUTION,
        name: 'pln1-r1',
        stateMachine: 'PlanLifecycle',
        status: 'RUNNING',
        state: 'Wait for the start date',
        startedAt: '2027-01-04T14:00:00Z',
        stoppedAt: null,
      },
    ]);
    world.meter.count('transitions', 3);
    expect((await world.ask('/_sandbox/meter')).body).toEqual({ transitions: 3 });
    expect((await world.ask('/_sandbox/events')).body).toEqual([]);
    expect((await world.ask('/_sandbox/poisoned')).body).toEqual([]);
    expect((await world.ask('/_sandbox/iam')).body).toEqual({
      unused: [{ role: 'Mailer', action: 'ses:SendEmail', resource: '*' }],
      denied: [],
    });
    world.clock.at(world.clock.now() + HOUR, 'timer', () => undefined);
    expect((await world.ask('/_sandbox/timers')).body).toEqual([
      { at: '2027-01-04T15:00:00Z', what: 'timer' },
    ]);
    expect((await world.ask('/_sandbox/logs?function=mailer')).body).toEqual([
      { at: '2027-01-04T14:00:00Z', function: 'MailerFunction1A2B3C4D', line: 'sent' },
    ]);
  });

  test('the table is read whole, page after page, or one partition of it', async () => {
    world.rows.push({ pk: { S: 'a' } }, { pk: { S: 'b' } }, { pk: { S: 'b' } });
    expect((await world.ask('/_sandbox/table')).body).toEqual({ table: 'plans', items: world.rows });
    expect((await world.ask('/_sandbox/table?pk=b')).body).toEqual({
      table: 'plans',
      items: world.rows.slice(1),
    });
    expect((await world.ask('/_sandbox/table?table=other')).status).toBe(404);
  });
});

test('what is read waits until the world has settled', async () => {
  const land = world.clock.busy('something');
  let answered = false;
  const reading = world.ask('/_sandbox/mail').then(() => {
    answered = true;
  });
  await world.ask('/_sandbox/clock');
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(answered).toBe(false);
  land();
  await reading;
});

test('a function is invoked with a payload', async () => {
  expect(
    (await world.post('/_sandbox/invoke', { function: 'greet', payload: { body: 'hello' } })).body,
  ).toEqual({
    payload: { said: 'hello' },
  });
  expect((await world.post('/_sandbox/invoke', { payload: {} })).status).toBe(400);
});

test('a function that is not there is 404 and named together with those that are', async () => {
  const { clock, meter } = world;
  const functions = createFunctions({ clock, meter, resources: [], asset: () => undefined, url: '' });
  const mailer: Resource = {
    stack: 'pip',
    logicalId: 'MailerFunction1A2B3C4D',
    type: 'AWS::Lambda::Function',
    properties: {},
    arn: 'arn:aws:lambda:us-east-1:123456789012:function:mailer',
    path: 'pip/Mailer',
  };
  const other = await openWorld({ resources: [...RESOURCES, mailer], more: { functions } });
  expect(await other.post('/_sandbox/invoke', { function: 'nobody' })).toEqual({
    status: 404,
    body: {
      type: 'about:blank',
      title: 'Not found',
      status: 404,
      code: 'no_such_function',
      detail: 'There is no function "nobody"; there are MailerFunction1A2B3C4D.',
    },
  });
  await other.doors.close();
});

test('faults are switched, shown, and refused whole when one is wrong', async () => {
  const faults = [{ name: 'throttle', service: 'ses', times: 1 }];
  expect((await world.post('/_sandbox/faults', { faults })).body).toEqual({
    faults: [{ ...faults[0], struck: 0 }],
  });
  expect(
    await world.post('/_sandbox/faults', { faults: [{ name: 'bounce' }, { name: 'boom' }] }),
  ).toMatchObject({
    status: 400,
    body: { code: 'bad_faults', detail: expect.stringContaining('faults[1].name') },
  });
  expect((await world.ask('/_sandbox/faults')).body).toEqual({ faults: [{ ...faults[0], struck: 0 }] });
});

test('a reset empties everything and puts the clock back', async () => {
  const raw = Buffer.from('From: a@b.org\r\nTo: dana@example.org\r\n\r\nText');
  await world.doors.inbox.accept({ raw });
  world.rows.push({ pk: { S: 'a' } });
  await world.post('/_sandbox/faults', { faults: [{ name: 'error' }] });
  await world.post('/_sandbox/clock', { advance: 'P1D' });
  expect((await world.post('/_sandbox/reset', {})).body).toEqual({ now: '2027-01-04T14:00:00Z' });
  expect((await world.ask('/_sandbox/mail')).body).toEqual([]);
  expect((await world.ask('/_sandbox/table')).body).toMatchObject({ items: [] });
  expect((await world.ask('/_sandbox/faults')).body).toEqual({ faults: [] });
});

describe('what is refused', () => {
  const send = (headers: Record<string, string>) =>
    world.ask('/_sandbox/clock', { method: 'POST', headers, body: '{"advance":"P1D"}' });

  test('a form, which any page could send, and a page of another origin', async () => {
    expect((await send({ 'content-type': 'text/plain' })).status).toBe(415);
    expect((await send({ 'content-type': 'application/json', origin: 'http://evil.example' })).status).toBe(
      403,
    );
    expect((await send({ 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' })).status).toBe(
      403,
    );
    expect((await world.ask('/_sandbox/clock')).body).toEqual({ now: '2027-01-04T14:00:00Z' });
  });

  test('a call that does not exist and a method it does not take', async () => {
    expect(await world.ask('/_sandbox/nothing')).toMatchObject({
      status: 404,
      body: { code: 'no_such_call' },
    });
    expect(await world.post('/_sandbox/mail', {})).toMatchObject({
      status: 405,
      body: { code: 'method_not_allowed', detail: '/_sandbox/mail takes GET.' },
    });
  });

  test('a body that is no JSON', async () => {
    const headers = { 'content-type': 'application/json' };
    expect(await world.ask('/_sandbox/clock', { method: 'POST', headers, body: '{' })).toMatchObject({
      status: 400,
      body: { code: 'malformed_json' },
    });
  });
});
