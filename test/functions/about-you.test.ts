import { beforeEach, expect, test } from 'vitest';
import { newPlanId } from '../../adapters/ids.ts';
import { AboutYou } from '../../domain/errors.ts';
import { actorOf, type Identity } from '../../functions/access.ts';
import { commandContext } from '../../functions/command-context.ts';
import { portsFor, storeFor } from '../../functions/readers-store.ts';
import { countWaits } from '../support/count-waits.ts';
import { dcDraft } from '../support/plans.ts';
import { PEOPLE } from '../support/signed-in-as.ts';
import { ApiDoor } from './api-door.ts';
import { capturedLogs } from './logs.ts';
import { SiteDoor } from './site/site-door.ts';

capturedLogs();

/** Somebody of HR whom a plan is about. */
const JORDAN: Identity = {
  id: 'u-jordan',
  name: 'Jordan Reyes',
  email: 'jordan.reyes@agency.example',
  roles: ['hr'],
};

let site: SiteDoor;
let api: ApiDoor;
let planId: string;
beforeEach(async () => {
  site = new SiteDoor();
  api = new ApiDoor();
  site.world.ports.store = api.world.ports.store;
  planId = await api.active();
});

const shows = async (route: string, as: Identity): Promise<boolean> =>
  (await site.call(route, { as })).body.includes(planId);

test.each(['GET /admin/plans', 'GET /admin/plans.csv', 'GET /admin/plans.json'])(
  '%s leaves out the plan that is about whoever asks',
  async (route) => {
    expect([await shows(route, PEOPLE.hr), await shows(route, JORDAN)]).toEqual([true, false]);
  },
);

test('GET /api/plans leaves it out, and a plan about oneself is not drafted', async () => {
  const caller = {
    ...{ sub: 'u-jordan', email: JORDAN.email, email_verified: 'true' },
    ...{ token_use: 'access', 'cognito:groups': '[hr]' },
  };
  expect((await api.call('GET /api/plans', { caller })).json.plans).toEqual([]);
  const drafted = await api.call('POST /api/plans', {
    caller,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(dcDraft()),
  });
  expect([drafted.status, drafted.json.code]).toEqual([403, 'about_you']);
});

test('an address that nobody verified keeps its owner out as well', async () => {
  const claims = { sub: 'u-jordan', email: 'Jordan.Reyes@agency.example', email_verified: 'false' };
  const caller = { ...claims, token_use: 'access', 'cognito:groups': '[hr]' };
  const { status, json } = await api.call('GET /api/plans/{planId}', { params: { planId }, caller });
  expect([status, json.code]).toEqual([403, 'about_you']);
});

test('saying that mail there is for somebody else opens nothing', async () => {
  const { ports } = api.world;
  await ports.store.commit(
    planId,
    { type: 'ReportWrongPerson', participant: 'employee', requestId: 'acknowledgement' },
    commandContext(ports, planId, { kind: 'participant', id: 'employee' }),
  );
  const { status } = await site.call('GET /admin/plans/{planId}', { params: { planId }, as: JORDAN });
  expect(status).toBe(403);
});

test('it is not copied, held along with another or changed through the editor either', async () => {
  const copied = await site.post('POST /admin/drafts', { from: 'copy', planId }, { as: JORDAN });
  expect([copied.status, copied.body.includes('accuracy')]).toEqual([403, false]);

  const other = await api.drafted({
    ...dcDraft(),
    participants: dcDraft().participants.map((one) =>
      one.id === 'employee' ? { ...one, email: 'alex@agency.example' } : one,
    ),
  });
  const store = storeFor(actorOf(JORDAN).id, api.world.ports.store);
  const context = commandContext(api.world.ports, planId, actorOf(JORDAN));
  expect((await store.load(other)).id).toBe(other);
  await expect(store.load(planId)).rejects.toThrow(AboutYou);
  await expect(store.commit(planId, { type: 'AddNote', text: 'Fine work.' }, context)).rejects.toThrow(
    AboutYou,
  );
  const events = await api.events(planId);
  expect(events.some(({ type }) => type === 'NoteAdded')).toBe(false);
});

test('bulk work does every row but that one, for whoever started it', async () => {
  const { jobs } = site.world.ports;
  const form = { type: 'note', values: { '/text': 'A letter went out.' } };
  const outcomes = async (by: Identity) => {
    const jobId = await jobs.create({ kind: 'commands', form, planIds: [planId], by });
    const rows = [];
    for await (const part of jobs.results(jobId)) rows.push(...part.rows);
    return rows.map(({ outcome, faults }) => [outcome, faults?.[0]?.rule]);
  };
  expect(await outcomes(JORDAN)).toEqual([['refused', 'about_you']]);
  expect(await outcomes(PEOPLE.hr)).toEqual([['done', undefined]]);
});

test('whoever may read a plan waits no longer for it', async () => {
  const { rows, ports } = api.world;
  const waits = countWaits(rows);
  const asked = { params: { planId } };
  const theirs = await portsFor(asked, { identity: PEOPLE.hr, reach: 'all' }, ports);
  await theirs.store.load(planId);
  expect(waits()).toBe(1);
  const context = commandContext(ports, planId, actorOf(PEOPLE.hr));
  const again = await portsFor(asked, { identity: PEOPLE.hr, reach: 'all' }, ports);
  await again.store.commit(planId, { type: 'AddNote', text: 'Read.' }, context);
  expect(waits()).toBe(2);
  expect((await again.store.load(planId)).version).toBe((await ports.store.load(planId)).version);
});

test('a plan that is not there is one page for managers, whyever it is not', async () => {
  const page = async (id: string) => {
    const { status, body } = await site.call('GET /admin/plans/{planId}', {
      params: { planId: id },
      path: '/admin/plans/x',
      as: PEOPLE.manager,
    });
    return { status, body };
  };
  const other = await page(planId);
  expect(other.status).toBe(404);
  expect(await page(newPlanId())).toEqual(other);
  await api.command(planId, { type: 'withdraw', reason: 'Issued by mistake.' });
  api.world.now = '2040-01-01T15:00:00Z';
  const { store, now, library } = api.world.ports;
  await store.erase(planId, { now: now(), library });
  expect(await page(planId)).toEqual(other);
});
