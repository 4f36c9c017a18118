import { beforeEach, describe, expect, test } from 'vitest';
import { respond } from '../../functions/api/respond.ts';
import { ROUTES } from '../../functions/api/routes.ts';
import { api } from '../../functions/chains.ts';
import { routes } from '../../infra/routes.ts';
import { dcDraft } from '../support/plans.ts';
import { ApiDoor, HR } from './api-door.ts';
import { CONTEXT, httpEvent } from './lambda.ts';
import { capturedLogs } from './logs.ts';

let door: ApiDoor;
const logs = capturedLogs();

beforeEach(() => {
  door = new ApiDoor();
});

describe('POST /api/plans', () => {
  test('a sound draft becomes a plan, with its place in the Location header', async () => {
    const { status, headers, json } = await door.post(dcDraft());
    expect(status).toBe(201);
    expect(headers.Location).toBe(`/api/plans/${json.planId}`);
    expect(json).toMatchObject({ status: 'draft', run: 0, version: 1, pack: 'us-dc-6b1410@2024-12' });
    const [event] = await door.world.ports.store.events(json.planId as string);
    expect(event).toMatchObject({
      type: 'PlanDrafted',
      actor: { kind: 'principal', id: HR },
      draft: dcDraft(),
    });
  });

  test('a draft that breaks rules is refused with every one of them, and nothing is kept', async () => {
    const { status, headers, json } = await door.post(dcDraft({ endDate: '2026-12-08', title: '' }));
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
    expect(door.world.rows.all()).toEqual([]);
  });

  test('unknown fields are listed together with the rules the rest breaks', async () => {
    const { title, ...rest } = dcDraft({ endDate: '2026-12-08' });
    const draft = { ...rest, title, colour: 'red', subject: { ...rest.subject, shoeSize: 44 } };
    const { status, json } = await door.post(draft);
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
    const { status, json } = await door.post(sent);
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
    const { status, json } = await door.post(body);
    expect(status).toBe(422);
    expect(json.errors).toMatchObject([{ field: '/__proto__' }]);
  });

  test.each([
    ['', 1, 1],
    ['{"title": "a", }', 1, 16],
    ['{\n  "title": nope\n}', 2, 12],
  ])('text that is not JSON is refused at its place: %j', async (body, line, column) => {
    const { status, json } = await door.post(body);
    expect(status).toBe(400);
    expect(json).toMatchObject({ code: 'malformed_json', line, column });
  });

  test.each(['[]', 'null', '"plan"', '3'])('JSON that is no object is refused: %s', async (body) => {
    const { status, json } = await door.post(body);
    expect(status).toBe(422);
    expect(json.errors).toMatchObject([{ field: '', rule: 'shape' }]);
  });

  test('five megabytes are too much', async () => {
    const { status, json } = await door.post(dcDraft({ title: 'x'.repeat(5 * 1024 * 1024) }));
    expect(status).toBe(413);
    expect(json).toMatchObject({ code: 'too_large' });
  });

  test('another content type is refused', async () => {
    const { status, json } = await door.call('POST /api/plans', {
      headers: { 'content-type': 'text/plain' },
      body: JSON.stringify(dcDraft()),
    });
    expect(status).toBe(415);
    expect(json).toMatchObject({ code: 'unsupported_media_type' });
  });

  test('a body that arrives in base64 is read', async () => {
    const { status } = await door.call('POST /api/plans', {
      headers: { 'Content-Type': 'application/json; charset=utf-8' },
      body: Buffer.from(JSON.stringify(dcDraft({ title: 'Größe' }))).toString('base64'),
      base64: true,
    });
    expect(status).toBe(201);
  });

  test('a rule pack that does not exist is named together with those that do', async () => {
    const { status, json } = await door.post(dcDraft({ pack: 'atlantis' }));
    expect(status).toBe(422);
    expect(json.errors).toMatchObject([{ field: '/pack' }]);
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
  const { statusCode, body } = await api(respond, door.world.ports)(event, CONTEXT);
  expect([statusCode, JSON.parse(body ?? '').code]).toEqual([401, 'no_identity']);
});

test('what goes wrong unexpectedly is answered without a word of it', async () => {
  const store = {
    ...door.world.ports.store,
    list: async () => {
      throw new TypeError('Jordan Reyes is not a function');
    },
  };
  const { statusCode, body } = await api(respond, { ...door.world.ports, store })(
    httpEvent('GET /api/plans', { caller: HR }),
    CONTEXT,
  );
  expect([statusCode, JSON.parse(body ?? '').code]).toEqual([500, 'unexpected']);
  expect(body).not.toContain('Jordan');
  expect(logs()).toContain('TypeError');
  expect(logs()).not.toContain('Jordan');
});
