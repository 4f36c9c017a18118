import { beforeEach, describe, expect, test } from 'vitest';
import { respond } from '../../functions/api/respond.ts';
import { ROUTES } from '../../functions/api/routes.ts';
import { api } from '../../functions/chains.ts';
import { routes } from '../../infra/routes.ts';
import { dcDraft } from '../support/plans.ts';
import { StoredPlan } from '../support/stored-plan.ts';
import { CONTEXT, httpEvent } from './lambda.ts';
import { capturedLogs } from './logs.ts';
import { type World, worldAt } from './ports.ts';

let world: World;
const logs = capturedLogs();
const HR = 'arn:aws:sts::123456789012:assumed-role/hr/session';
const JSON_TYPE = { 'content-type': 'application/json' };

type Answer = { status: number; headers: Record<string, unknown>; json: Record<string, unknown> };

async function call(route: string, options: Parameters<typeof httpEvent>[1] = {}): Promise<Answer> {
  const { statusCode, headers, body } = await api(respond, world.ports)(
    httpEvent(route, { userArn: HR, ...options }),
    CONTEXT,
  );
  return { status: statusCode as number, headers: headers ?? {}, json: JSON.parse(body ?? 'null') };
}
const post = (body: unknown, route = 'POST /api/plans', params?: Record<string, string>) =>
  call(route, {
    headers: JSON_TYPE,
    body: typeof body === 'string' ? body : JSON.stringify(body),
    ...(params && { params }),
  });
const command = (planId: string, body: unknown) =>
  post(body, 'POST /api/plans/{planId}/commands', { planId });

beforeEach(() => {
  world = worldAt('2026-12-01T15:00:00Z');
});

describe('POST /api/plans', () => {
  test('a sound draft becomes a plan, with its place in the Location header', async () => {
    const { status, headers, json } = await post(dcDraft());
    expect(status).toBe(201);
    expect(headers.Location).toBe(`/api/plans/${json.planId}`);
    expect(json).toMatchObject({ status: 'draft', run: 0, version: 1, pack: 'us-dc-6b1410@2024-12' });
    const [event] = await world.ports.store.events(json.planId as string);
    expect(event).toMatchObject({
      type: 'PlanDrafted',
      actor: { kind: 'principal', id: HR },
      draft: dcDraft(),
    });
  });

  test('a draft that breaks rules is refused with every one of them, and nothing is kept', async () => {
    const { status, headers, json } = await post(dcDraft({ endDate: '2026-12-08', title: '' }));
    expect(status).toBe(422);
    expect(headers['Content-Type']).toBe('application/problem+json');
    expect(json).toMatchObject({
      type: 'urn:pip-follow-up:problem:rules_broken',
      status: 422,
      code: 'rules_broken',
      wayOut: 'Correct each listed field and send it again.',
    });
    const fields = (json.errors as { field: string }[]).map(({ field }) => field);
    expect(fields).toEqual(expect.arrayContaining(['/title', '/endDate']));
    expect(world.rows.all()).toEqual([]);
  });

  test('unknown fields are listed together with the rules the rest breaks', async () => {
    const { title, ...rest } = dcDraft({ endDate: '2026-12-08' });
    const draft = { ...rest, title, colour: 'red', subject: { ...rest.subject, shoeSize: 44 } };
    const { status, json } = await post(draft);
    expect(status).toBe(422);
    const errors = json.errors as { field: string; rule: string }[];
    expect(errors.filter(({ rule }) => rule === 'shape')).toEqual([
      {
        field: '/subject/shoeSize',
        message: 'This field is not known: leave it out.',
        rule: 'shape',
        citation: '',
      },
      { field: '/colour', message: 'This field is not known: leave it out.', rule: 'shape', citation: '' },
    ]);
    expect(errors.some(({ field, rule }) => field === '/endDate' && rule !== 'shape')).toBe(true);
  });

  test('everything that is missing or of the wrong type is listed, with a pointer to it', async () => {
    const { endDate, ...draft } = dcDraft();
    const [first, ...others] = draft.items;
    const { measure, ...unmeasured } = first as (typeof draft.items)[number];
    const sent = {
      ...draft,
      title: 7,
      issuer: null,
      subject: { ...draft.subject, type: 'robot' },
      items: [{ ...unmeasured, source: { kind: 'rumour' }, rating: '2' }, ...others],
    };
    const { status, json } = await post(sent);
    expect(status).toBe(422);
    expect(
      (json.errors as { field: string; message: string }[]).map(({ field, message }) => [field, message]),
    ).toEqual([
      ['/title', 'Give a text here, not a number.'],
      ['/subject/type', 'Use one of: employee, department, program.'],
      ['/endDate', 'This is missing: give a text.'],
      ['/issuer', 'Give an object here, not null.'],
      ['/items/0/source/kind', 'Use one of: competency, smart_goal.'],
      ['/items/0/rating', 'Give a number here, not a text.'],
      ['/items/0/measure', 'This is missing: give an object.'],
    ]);
  });

  test('a prototype hidden in the JSON is just an unknown field', async () => {
    const body = JSON.stringify(dcDraft()).replace('{', '{"__proto__":{"admin":true},');
    const { status, json } = await post(body);
    expect(status).toBe(422);
    expect(json.errors).toMatchObject([{ field: '/__proto__' }]);
  });

  test.each([
    ['', 1, 1],
    ['{"title": "a", }', 1, 16],
    ['{\n  "title": nope\n}', 2, 12],
  ])('text that is not JSON is refused at its place: %j', async (body, line, column) => {
    const { status, json } = await post(body);
    expect(status).toBe(400);
    expect(json).toMatchObject({ code: 'malformed_json', line, column });
  });

  test.each(['[]', 'null', '"plan"', '3'])('JSON that is no object is refused: %s', async (body) => {
    const { status, json } = await post(body);
    expect(status).toBe(422);
    expect(json.errors).toMatchObject([{ field: '', rule: 'shape' }]);
  });

  test('five megabytes are too much', async () => {
    const { status, json } = await post(dcDraft({ title: 'x'.repeat(5 * 1024 * 1024) }));
    expect(status).toBe(413);
    expect(json).toMatchObject({ code: 'too_large' });
  });

  test('another content type is refused', async () => {
    const { status, json } = await call('POST /api/plans', {
      headers: { 'content-type': 'text/plain' },
      body: JSON.stringify(dcDraft()),
    });
    expect(status).toBe(415);
    expect(json).toMatchObject({ code: 'unsupported_media_type' });
  });

  test('a body that arrives in base64 is read', async () => {
    const { status } = await call('POST /api/plans', {
      headers: { 'Content-Type': 'application/json; charset=utf-8' },
      body: Buffer.from(JSON.stringify(dcDraft({ title: 'Größe' }))).toString('base64'),
      base64: true,
    });
    expect(status).toBe(201);
  });

  test('a rule pack that does not exist is named together with those that do', async () => {
    const { status, json } = await post(dcDraft({ pack: 'atlantis' }));
    expect(status).toBe(422);
    expect(json.errors).toMatchObject([{ field: '/pack' }]);
  });
});

describe('reading', () => {
  const drafted = async () => (await post(dcDraft())).json.planId as string;

  test('GET /api/plans lists newest first, page by page', async () => {
    const ids = [];
    for (const minute of ['00', '01', '02']) {
      world.now = `2026-12-01T15:${minute}:00Z`;
      ids.unshift(await drafted());
    }
    const first = await call('GET /api/plans', { query: { limit: '2', status: 'draft' } });
    expect((first.json.plans as { planId: string }[]).map(({ planId }) => planId)).toEqual(ids.slice(0, 2));
    const second = await call('GET /api/plans', {
      query: { limit: '2', cursor: first.json.cursor as string },
    });
    expect((second.json.plans as { planId: string }[]).map(({ planId }) => planId)).toEqual(ids.slice(2));
    expect(second.json.cursor).toBeUndefined();
  });

  test('GET /api/plans refuses what it does not understand', async () => {
    const { status, json } = await call('GET /api/plans', {
      query: { status: 'happy', limit: '0', sort: 'up' },
    });
    expect(status).toBe(422);
    expect(
      (json.errors as { field: string; message: string }[]).map(({ field, message }) => [field, message]),
    ).toEqual([
      ['/status', 'Use one of: draft, approved, acknowledging, active, deciding, closed, withdrawn.'],
      ['/limit', 'Use a whole number from 1 to 100.'],
      ['/sort', 'This field is not known: leave it out.'],
    ]);
    expect(await call('GET /api/plans', { query: { cursor: 'bogus' } })).toMatchObject({
      status: 400,
      json: { code: 'bad_cursor' },
    });
  });

  test('GET /api/plans/{planId} answers the plan as it is', async () => {
    const planId = await drafted();
    const { status, headers, json } = await call('GET /api/plans/{planId}', { params: { planId } });
    expect([status, headers['Cache-Control']]).toEqual([200, 'no-store']);
    expect(json).toMatchObject({ planId, status: 'draft', nextDueAt: null, openRequests: [] });
  });

  test.each(['plnaaaaaaaaaaaaaaaaaaaa', 'x', '../../etc', 'PLAN#x'])(
    'a plan %s is not found',
    async (planId) => {
      for (const rest of ['', '/events', '/timeline']) {
        const answer = await call(`GET /api/plans/{planId}${rest}`, { params: { planId } });
        expect(answer).toMatchObject({ status: 404, json: { code: 'plan_not_found' } });
      }
    },
  );

  test('GET …/events answers the whole record with its chain of hashes', async () => {
    const planId = await drafted();
    await command(planId, { type: 'approve', comment: 'Fine.' });
    const { json } = await call('GET /api/plans/{planId}/events', { params: { planId } });
    const events = json.events as { seq: number; type: string; prev: string; hash: string }[];
    expect(events.map(({ seq, type }) => [seq, type])).toEqual([
      [1, 'PlanDrafted'],
      [2, 'PlanApproved'],
    ]);
    expect(events[1]?.prev).toBe(events[0]?.hash);
  });

  test('GET …/timeline tells what happened and then what will, if everybody stays silent', async () => {
    const stored = await new StoredPlan(world.ports.store).launch();
    const { json } = await call('GET /api/plans/{planId}/timeline', { params: { planId: stored.id } });
    const entries = json.entries as { at: string; kind: string; what: string; text: string }[];
    expect(json.timeZone).toBe('America/New_York');
    expect(entries.filter(({ kind }) => kind === 'past').map(({ what }) => what)).toEqual([
      'PlanDrafted',
      'PlanApproved',
      'PlanLaunched',
      'RequestOpened',
    ]);
    const planned = entries.filter(({ kind }) => kind === 'planned');
    expect(planned.map(({ what }) => what)).toEqual(
      expect.arrayContaining([
        'PlanStarted',
        'Reminded',
        'RequestMissed',
        'OpportunityPeriodEnded',
        'Escalated',
      ]),
    );
    expect(planned.map(({ at }) => at)).toEqual(planned.map(({ at }) => at).sort());
    expect(planned.every(({ at, text }) => at >= world.now && text.length > 10)).toBe(true);
    expect(world.rows.all().filter(({ sk }) => sk.startsWith('EVENT#'))).toHaveLength(4);
  });

  test('GET /api/packs answers the rules with their citations', async () => {
    const { json } = await call('GET /api/packs');
    expect((json.packs as { id: string }[]).map(({ id }) => id)).toEqual(['general', 'us-dc-6b1410']);
    expect(JSON.stringify(json)).toContain('citation');
  });

  test('nothing is served anywhere else', async () => {
    expect(await call('DELETE /api/plans/{planId}')).toMatchObject({
      status: 404,
      json: { code: 'no_such_route' },
    });
  });
});

describe('POST /api/plans/{planId}/commands', () => {
  let planId: string;
  beforeEach(async () => {
    planId = (await post(dcDraft())).json.planId as string;
  });

  test('approve, launch and withdraw move the plan', async () => {
    expect(await command(planId, { type: 'approve' })).toMatchObject({
      status: 200,
      json: { status: 'approved' },
    });
    expect(await command(planId, { type: 'launch' })).toMatchObject({
      status: 200,
      json: { status: 'acknowledging', run: 1 },
    });
    expect(await command(planId, { type: 'withdraw', reason: 'Moved to another post.' })).toMatchObject({
      status: 200,
      json: { status: 'withdrawn', nextDueAt: null },
    });
  });

  test('a note puts words into the record as they are, by whoever sent it', async () => {
    const stored = await new StoredPlan(world.ports.store).launch();
    const before = await world.ports.store.load(stored.id);
    const note = { text: 'Came by letter:\n“I was ill.”', requestId: 'acknowledgement', from: 'employee' };
    expect(await command(stored.id, { type: 'note', ...note })).toMatchObject({
      status: 200,
      json: { status: 'acknowledging', version: before.version + 1 },
    });
    expect((await world.ports.store.events(stored.id)).at(-1)).toMatchObject({
      type: 'NoteAdded',
      actor: { kind: 'principal', id: HR },
      ...note,
      late: false,
    });
  });

  test('a note sent twice stands there twice: nobody can tell a repetition from a second letter', async () => {
    await command(planId, { type: 'note', text: 'A letter.' });
    await command(planId, { type: 'note', text: 'A letter.' });
    const events = await world.ports.store.events(planId);
    expect(events.map(({ type }) => type)).toEqual(['PlanDrafted', 'NoteAdded', 'NoteAdded']);
  });

  test('sent twice, a command is done once and answered the same', async () => {
    await command(planId, { type: 'approve' });
    const first = await command(planId, { type: 'launch' });
    world.now = '2026-12-01T15:05:00Z';
    const again = await command(planId, { type: 'launch' });
    expect([again.status, again.json]).toEqual([200, first.json]);
    expect(
      (await world.ports.store.outbox(planId)).filter(({ kind }) => kind === 'start-workflow'),
    ).toHaveLength(1);
  });

  test('what cannot be done now is refused with the way out', async () => {
    expect(await command(planId, { type: 'launch' })).toMatchObject({
      status: 409,
      json: { code: 'not_allowed_now', wayOut: 'Approve it first.' },
    });
  });

  test('an unknown command lists the known ones', async () => {
    const { status, json } = await command(planId, { type: 'explode' });
    expect(status).toBe(422);
    expect(json.errors).toEqual([
      {
        field: '/type',
        message: 'Use one of: approve, launch, withdraw, note.',
        rule: 'shape',
        citation: '',
      },
    ]);
  });

  test.each([
    [{ type: 'withdraw' }, '/reason'],
    [{ type: 'withdraw', reason: '   ' }, '/reason'],
    [{ type: 'withdraw', reason: 'x'.repeat(4001) }, '/reason'],
    [{ type: 'launch', by: 'tomorrow' }, '/by'],
    [{ type: 'note' }, '/text'],
    [{ type: 'note', text: ' \u200b ' }, '/text'],
    [{ type: 'note', text: 'x'.repeat(4001) }, '/text'],
    [{ type: 'note', text: 'A letter.', requestId: 'never-asked' }, '/requestId'],
    [{ type: 'note', text: 'A letter.', from: 'nobody' }, '/from'],
    [{ type: 'note', text: 'A letter.', late: false }, '/late'],
  ])('a command that is not whole is refused: %j', async (body, field) => {
    const { status, json } = await command(planId, body);
    expect(status).toBe(422);
    expect(json.errors).toMatchObject([{ field }]);
    expect((await world.ports.store.load(planId)).version).toBe(1);
  });

  test('a plan that is not there takes none', async () => {
    expect(await command('plnaaaaaaaaaaaaaaaaaaaa', { type: 'approve' })).toMatchObject({ status: 404 });
  });
});

test('exactly the routes that the HTTP API lets through are served', () => {
  const letThrough = routes
    .filter(({ door }) => door === 'api')
    .flatMap(({ path, methods }) => methods.map((method) => `${method} ${path}`));
  expect(Object.keys(ROUTES).sort()).toEqual(letThrough.sort());
});

test('a caller without an identity is turned away', async () => {
  const event = httpEvent('GET /api/plans');
  const { statusCode, body } = await api(respond, world.ports)(event, CONTEXT);
  expect([statusCode, JSON.parse(body ?? '').code]).toEqual([403, 'no_identity']);
});

test('what goes wrong unexpectedly is answered without a word of it', async () => {
  const store = {
    ...world.ports.store,
    list: async () => {
      throw new TypeError('Jordan Reyes is not a function');
    },
  };
  const { statusCode, body } = await api(respond, { ...world.ports, store })(
    httpEvent('GET /api/plans', { userArn: HR }),
    CONTEXT,
  );
  expect([statusCode, JSON.parse(body ?? '').code]).toEqual([500, 'unexpected']);
  expect(body).not.toContain('Jordan');
  expect(logs()).toContain('TypeError');
  expect(logs()).not.toContain('Jordan');
});
