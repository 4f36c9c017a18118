import { beforeEach, describe, expect, test } from 'vitest';
import { ruleLibrary } from '../../adapters/packs.ts';
import { StoredPlan } from '../support/stored-plan.ts';
import { ApiDoor } from './api-door.ts';
import { capturedLogs } from './logs.ts';

let door: ApiDoor;
capturedLogs();
beforeEach(() => {
  door = new ApiDoor();
});

describe('reading', () => {
  test('GET /api/plans lists newest first, page by page', async () => {
    const ids = [];
    for (const minute of ['00', '01', '02']) {
      door.world.now = `2026-12-01T15:${minute}:00Z`;
      ids.unshift(await door.drafted());
    }
    const first = await door.call('GET /api/plans', { query: { limit: '2', status: 'draft' } });
    expect((first.json.plans as { planId: string }[]).map(({ planId }) => planId)).toEqual(ids.slice(0, 2));
    const second = await door.call('GET /api/plans', {
      query: { limit: '2', status: 'draft', cursor: first.json.cursor as string },
    });
    expect((second.json.plans as { planId: string }[]).map(({ planId }) => planId)).toEqual(ids.slice(2));
    expect(second.json.cursor).toBeUndefined();
  });

  test('GET /api/plans refuses what it does not understand', async () => {
    const { status, json } = await door.call('GET /api/plans', {
      query: { status: 'happy', limit: '0', sort: 'up' },
    });
    expect(status).toBe(422);
    expect(
      (json.errors as { field: string; message: string }[]).map(({ field, message }) => [field, message]),
    ).toEqual([
      [
        '/status',
        'Use one of: draft, approved, consulting, acknowledging, active, paused, deciding, closed, monitoring, withdrawn, live.',
      ],
      ['/limit', 'Use a whole number from 1 to 100.'],
      ['/sort', 'This field is not known: leave it out.'],
    ]);
    expect(await door.call('GET /api/plans', { query: { cursor: 'bogus' } })).toMatchObject({
      status: 400,
      json: { code: 'bad_cursor' },
    });
  });

  test('GET /api/plans/{planId} answers the plan as it is', async () => {
    const planId = await door.drafted();
    const { status, headers, json } = await door.call('GET /api/plans/{planId}', { params: { planId } });
    expect([status, headers['Cache-Control']]).toEqual([200, 'no-store']);
    expect(json).toMatchObject({ planId, status: 'draft', nextDueAt: null, openRequests: [] });
  });

  test.each(['plnaaaaaaaaaaaaaaaaaaaa', 'x', '../../etc', 'PLAN#x'])(
    'a plan %s is not found',
    async (planId) => {
      for (const rest of ['', '/events', '/timeline', '/record']) {
        const answer = await door.call(`GET /api/plans/{planId}${rest}`, { params: { planId } });
        expect(answer).toMatchObject({ status: 404, json: { code: 'plan_not_found' } });
      }
    },
  );

  test('GET …/events answers the whole record with its chain of hashes', async () => {
    const planId = await door.drafted();
    await door.command(planId, { type: 'approve', comment: 'Fine.' });
    const { json } = await door.call('GET /api/plans/{planId}/events', { params: { planId } });
    const events = json.events as { seq: number; type: string; prev: string; hash: string }[];
    expect(events.map(({ seq, type }) => [seq, type])).toEqual([
      [1, 'PlanDrafted'],
      [2, 'PlanApproved'],
    ]);
    expect(events[1]?.prev).toBe(events[0]?.hash);
  });

  test('GET …/record answers the sealed record: every event as it is kept', async () => {
    const planId = await door.drafted();
    const { status, headers, json } = await door.get(planId, '/record');
    expect([status, headers['Content-Disposition']]).toEqual([
      200,
      `attachment; filename="${planId}-record.json"`,
    ]);
    expect(json).toMatchObject({ planId, events: await door.events(planId) });
  });

  test('GET …/timeline speaks Spanish when asked to, of outcomes too, and refuses what it does not speak', async () => {
    const stored = await new StoredPlan(door.world.ports.store).launch();
    const route = 'GET /api/plans/{planId}/timeline';
    const textsIn = async (query: Record<string, string>) => {
      const { json } = await door.call(route, { params: { planId: stored.id }, query });
      return (json.entries as { text: string }[]).map(({ text }) => text);
    };
    const [english, spanish] = [await textsIn({ language: 'en' }), await textsIn({ language: 'es' })];
    expect(await textsIn({})).toEqual(english);
    expect(spanish).toHaveLength(english.length);
    expect(spanish.filter((text, at) => text === english[at])).toEqual([]);
    const refused = await door.call(route, { params: { planId: stored.id }, query: { language: 'fr' } });
    expect(refused.status).toBe(422);
  });

  test('GET …/timeline tells what happened and then what will, if everybody stays silent', async () => {
    const stored = await new StoredPlan(door.world.ports.store).launch();
    const { json } = await door.call('GET /api/plans/{planId}/timeline', { params: { planId: stored.id } });
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
    expect(planned.every(({ at, text }) => at >= door.world.now && text.length > 10)).toBe(true);
    expect(door.world.rows.all().filter(({ sk }) => sk.startsWith('EVENT#'))).toHaveLength(4);
  });

  test('GET /api/packs answers the rules with their citations', async () => {
    const { json } = await door.call('GET /api/packs');
    expect(json).toEqual({ packs: ruleLibrary().list() });
  });

  test('nothing is served anywhere else', async () => {
    expect(await door.call('DELETE /api/plans/{planId}')).toMatchObject({
      status: 404,
      json: { code: 'no_such_route' },
    });
  });
});
