import { beforeEach, describe, expect, test } from 'vitest';
import { dcDraft } from '../support/plans.ts';
import { ApiDoor } from './api-door.ts';
import { capturedLogs } from './logs.ts';

let door: ApiDoor;
capturedLogs();
beforeEach(() => {
  door = new ApiDoor();
});

const send = (route: string, body: unknown, headers: Record<string, string>, more: object = {}) =>
  door.call(route, {
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
    ...more,
  });
const draft = (key: string, body: unknown = dcDraft(), more: object = {}) =>
  send('POST /api/plans', body, { 'Idempotency-Key': key }, more);
const command = (planId: string, body: unknown, headers: Record<string, string>) =>
  send('POST /api/plans/{planId}/commands', body, headers, { params: { planId } });

const NOTE = { type: 'note', text: 'A letter came.' };
const notes = async (planId: string) =>
  (await door.events(planId)).filter(({ type }) => type === 'NoteAdded').length;
const plansIn = async () => (await door.world.ports.store.list({}, door.world.now)).plans.length;

describe('a draft that is sent with a key', () => {
  test('makes one plan, and is answered as the first time, also when the plan has gone on', async () => {
    const first = await draft('k-1');
    await door.command(first.json.planId as string, { type: 'approve' });
    const again = await draft('k-1');
    expect(again).toEqual(first);
    expect(await plansIn()).toBe(1);
  });

  test('makes one plan when it comes twice at the same time', async () => {
    const both = await Promise.all([draft('k-1'), draft('k-1')]);
    expect(both.map(({ status }) => status)).toEqual([201, 201]);
    expect(new Set(both.map(({ json }) => json.planId)).size).toBe(1);
  });

  test('is refused when the key stands for another draft', async () => {
    await draft('k-1');
    const { status, json } = await draft('k-1', dcDraft({ title: 'Another' }));
    expect([status, json.code]).toEqual([422, 'idempotency_key_reused']);
    expect(await plansIn()).toBe(1);
  });

  test('has keys of its own for each caller', async () => {
    const mine = await draft('k-1');
    const theirs = await draft('k-1', dcDraft({ title: 'Another' }), { caller: 'other-system' });
    expect(theirs.status).toBe(201);
    expect(theirs.json.planId).not.toBe(mine.json.planId);
  });

  test.each(['', 'two words', 'é', 'x'.repeat(256)])('needs a key that can be one: %j', async (key) => {
    const { status, json } = await draft(key);
    expect([status, json.code]).toEqual([400, 'bad_idempotency_key']);
  });
});

describe('a command that is sent with a key', () => {
  test('is done once, and answered as the first time', async () => {
    const planId = await door.active();
    const first = await command(planId, NOTE, { 'Idempotency-Key': 'n-1' });
    await door.command(planId, { type: 'recognise', text: 'Helped a colleague.' });
    const again = await command(planId, { text: NOTE.text, type: 'note' }, { 'Idempotency-Key': 'n-1' });
    expect(again).toEqual(first);
    expect(await notes(planId)).toBe(1);
    await command(planId, NOTE, { 'Idempotency-Key': 'n-2' });
    expect(await notes(planId)).toBe(2);
  });

  test('is done once when it comes twice at the same time', async () => {
    const planId = await door.active();
    const both = await Promise.all([1, 2].map(() => command(planId, NOTE, { 'Idempotency-Key': 'n-1' })));
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(await notes(planId)).toBe(1);
  });

  test('is refused when the key stands for another command', async () => {
    const planId = await door.active();
    await command(planId, NOTE, { 'Idempotency-Key': 'n-1' });
    const { status, json } = await command(planId, { ...NOTE, text: 'B' }, { 'Idempotency-Key': 'n-1' });
    expect([status, json.code]).toEqual([422, 'idempotency_key_reused']);
    expect(await notes(planId)).toBe(1);
  });

  test('is remembered when it had nothing to do as well', async () => {
    const planId = await door.active();
    const readings = { type: 'readings', readings: [{ item: 'accuracy', date: '2026-12-07', value: 31 }] };
    await door.command(planId, readings);
    const idle = await command(planId, readings, { 'Idempotency-Key': 'r-1' });
    await door.command(planId, {
      ...readings,
      readings: [{ item: 'accuracy', date: '2026-12-07', value: 28 }],
    });
    expect(await command(planId, readings, { 'Idempotency-Key': 'r-1' })).toEqual(idle);
    expect((await door.world.ports.store.load(planId)).readings.map(({ value }) => value)).toEqual([31, 28]);
  });

  test('may come again after two weeks, when nobody tries again any more', async () => {
    const planId = await door.active();
    await command(planId, NOTE, { 'Idempotency-Key': 'n-1' });
    door.world.now = '2026-12-21T14:59:59Z';
    await command(planId, NOTE, { 'Idempotency-Key': 'n-1' });
    expect(await notes(planId)).toBe(1);
    door.world.now = '2026-12-21T15:00:00Z';
    await command(planId, NOTE, { 'Idempotency-Key': 'n-1' });
    expect(await notes(planId)).toBe(2);
  });

  test('leaves a row that names neither the key nor who sent it, and that the table forgets', async () => {
    const planId = await door.active();
    await command(planId, NOTE, { 'Idempotency-Key': 'secret-key-77' });
    const rows = door.world.rows.all(({ sk }) => sk.startsWith('DONE#'));
    expect(rows).toEqual([
      {
        pk: `PLAN#${planId}`,
        sk: expect.stringMatching(/^DONE#[0-9a-f]{64}$/),
        body: expect.stringMatching(/^[0-9a-f]{64}$/),
        version: expect.any(Number),
        recorded: true,
        until: '2026-12-21T15:00:00Z',
        ttl: Date.parse('2026-12-21T15:00:00Z') / 1000,
      },
    ]);
  });
});

describe('the version of a plan', () => {
  test('is its ETag, wherever it is answered', async () => {
    const drafted = await draft('k-1');
    const planId = drafted.json.planId as string;
    expect(drafted.headers.ETag).toBe('"1"');
    expect((await door.get(planId)).headers.ETag).toBe('"1"');
    expect((await door.command(planId, { type: 'approve' })).headers.ETag).toBe('"2"');
  });

  test('that was read must still hold, where the caller says so', async () => {
    const planId = await door.drafted();
    const approve = { type: 'approve' };
    const { status, json } = await command(planId, approve, { 'If-Match': '"7"' });
    expect([status, json.code]).toEqual([412, 'plan_moved_on']);
    expect((await command(planId, approve, { 'If-Match': '"1"' })).status).toBe(200);
    expect((await command(planId, { type: 'launch' }, { 'If-Match': '*' })).status).toBe(200);
  });

  test('does not keep a repeat from its answer', async () => {
    const planId = await door.drafted();
    const headers = { 'If-Match': '"1"', 'Idempotency-Key': 'a-1' };
    const first = await command(planId, { type: 'approve' }, headers);
    expect(await command(planId, { type: 'approve' }, headers)).toEqual(first);
  });

  test.each(['1', '"x"', 'W/"1"', '"1", "2"'])('is written as it was given: %j', async (wanted) => {
    const planId = await door.drafted();
    const { status, json } = await command(planId, { type: 'approve' }, { 'If-Match': wanted });
    expect([status, json.code]).toEqual([400, 'bad_if_match']);
  });
});

describe('lists that grow', () => {
  test('are read page by page', async () => {
    const planId = await door.active();
    const all = (await door.get(planId, '/events')).json.events as object[];
    const seen: object[] = [];
    let cursor: string | undefined;
    do {
      const query = { limit: '3', ...(cursor && { cursor }) };
      const { json } = await door.call('GET /api/plans/{planId}/events', { params: { planId }, query });
      seen.push(...(json.events as object[]));
      cursor = json.cursor as string | undefined;
    } while (cursor);
    expect(seen).toEqual(all);
    expect(all.length).toBeGreaterThan(6);
  });

  test.each([
    ['GET /api/plans/{planId}/events', 'events'],
    ['GET /api/plans/{planId}/timeline', 'entries'],
    ['GET /api/packs', 'packs'],
  ])('%s says what it does not take', async (route, list) => {
    const params = { planId: await door.active() };
    const one = await door.call(route, { params, query: { limit: '1' } });
    expect([(one.json[list] as object[]).length, typeof one.json.cursor]).toEqual([1, 'string']);
    const cursor = await door.call(route, { params, query: { cursor: 'nonsense' } });
    expect([cursor.status, cursor.json.code]).toEqual([400, 'bad_cursor']);
    const limit = await door.call(route, { params, query: { limit: '0' } });
    expect(limit.json.errors).toMatchObject([{ field: '/limit' }]);
  });
});
