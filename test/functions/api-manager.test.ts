import { beforeEach, expect, test } from 'vitest';
import { commandContext } from '../../functions/command-context.ts';
import { PlanForManagerShape } from '../../functions/openapi/plan-answers.ts';
import { markedDraft } from '../support/marked-plan.ts';
import { dcDraft } from '../support/plans.ts';
import { ApiDoor } from './api-door.ts';
import { capturedLogs } from './logs.ts';

let door: ApiDoor;
capturedLogs();
beforeEach(() => {
  door = new ApiDoor();
});

const as = (email: string) => ({
  sub: email,
  email,
  email_verified: 'true',
  token_use: 'access',
  'cognito:groups': '[manager]',
});
const read = (planId: string, email: string) =>
  door.call('GET /api/plans/{planId}', { params: { planId }, caller: as(email) });

const SUPERVISOR = 'dana.whitfield@agency.example';
const REVIEWER = 'morgan.ellis@agency.example';

/** With everything a manager is not told. */
async function delicate(): Promise<string> {
  const planId = await door.active(dcDraft());
  await door.command(planId, { type: 'accommodation', by: 'employee' });
  await door.command(planId, { type: 'hold', reason: 'zqclaim' });
  const pause = { type: 'pause', from: '2026-12-07', reason: 'accommodation' };
  expect((await door.command(planId, pause)).status).toBe(200);
  return planId;
}

test('a manager reads their own plan without addresses, reasons of HR, or what is between HR and the employee', async () => {
  const { status, json } = await read(await delicate(), SUPERVISOR);
  expect(status).toBe(200);
  expect(PlanForManagerShape.safeParse(json).error?.issues ?? []).toEqual([]);
  expect(JSON.stringify(json)).not.toMatch(/accommodation|zqclaim|@agency/);
  expect(json).toMatchObject({
    status: 'paused',
    participants: [{ id: 'employee', role: 'employee', name: 'Jordan Reyes' }, {}, {}, {}],
    pauses: [{ from: '2026-12-07', until: null }],
    openRequests: [],
  });
});

test('a reviewer who is not asked to decide yet reads less than a supervisor', async () => {
  const planId = await delicate();
  const [supervisor, reviewer] = [await read(planId, SUPERVISOR), await read(planId, REVIEWER)];
  const more = Object.keys(supervisor.json).filter((field) => !(field in reviewer.json));
  expect(more.sort()).toEqual(
    [
      ...['attributions', 'credits', 'monitoring', 'proposal', 'readings', 'relapse'],
      ...['support', 'surveys', 'versions'],
    ].sort(),
  );
});

test('a change of address is no news for a manager', async () => {
  const planId = await door.active();
  const { participants } = dcDraft();
  const moved = participants.map((person) =>
    person.id === 'employee' ? { ...person, email: 'jordan.new@agency.example' } : person,
  );
  const amend = { type: 'amend', changes: { participants: moved, title: 'Reviews' }, reason: 'zqreason' };
  expect((await door.command(planId, amend)).status).toBe(200);
  const { json } = await read(planId, SUPERVISOR);
  expect(JSON.stringify(json)).not.toMatch(/jordan\.new|zqreason/);
  expect((json.versions as { changes: object[] }[])[1]?.changes).toMatchObject([{ field: '/title' }]);
});

test('a manager is told of nobody who is only surveyed and of no address, also where people were added', async () => {
  const { participants } = dcDraft();
  const holder = { id: 'kim', role: 'stakeholder' as const, name: 'Kim Lane', email: 'kim@city.example' };
  const planId = await door.active(dcDraft({ participants: [...participants, holder] }));
  const lena = { id: 'lena', role: 'stakeholder', name: 'Lena Odum', email: 'lena@city.example' };
  const nora = { id: 'nora', role: 'representative', name: 'Nora Rep', email: 'nora.private@home.example' };
  const changes = { participants: [...participants, lena, nora], title: 'Reviews' };
  const amend = { type: 'amend', changes, reason: 'Agreed.' };
  expect((await door.command(planId, amend)).status).toBe(200);
  for (const email of [SUPERVISOR, REVIEWER]) {
    const list = await door.call('GET /api/plans', { caller: as(email) });
    const { json } = await read(planId, email);
    expect(JSON.stringify([list.json, json])).not.toMatch(/Kim Lane|Lena Odum|stakeholder|@\w+\./);
    expect(JSON.stringify(json)).toContain('Nora Rep');
  }
  const { json } = await read(planId, SUPERVISOR);
  expect((json.versions as { changes: object[] }[])[1]?.changes).toMatchObject([{ field: '/title' }]);
});

test('what is between HR and the employee changes nothing of what a manager gets', async () => {
  const planId = await door.active();
  const seen = async () => {
    const { headers, json } = await read(planId, SUPERVISOR);
    const list = await door.call('GET /api/plans', { caller: as(SUPERVISOR) });
    return { etag: headers.ETag, json, list: list.json };
  };
  const before = await seen();
  door.world.now = '2026-12-08T15:00:00Z';
  await door.command(planId, { type: 'accommodation', by: 'employee' });
  await door.command(planId, { type: 'note', text: 'Spoke with them.' });
  expect(await seen()).toEqual(before);

  await door.command(planId, { type: 'amend', changes: { title: 'Reviews' }, reason: 'Clearer.' });
  expect((await seen()).etag).not.toBe(before.etag);
});

test('nor does an answer to a survey that still runs', async () => {
  const planId = await door.active(markedDraft());
  await door.until(planId, '2026-12-22T13:00:00Z');
  const supervisor = markedDraft().participants.find(({ role }) => role === 'supervisor')?.email ?? '';
  const before = await read(planId, supervisor);
  expect(before.json.surveys).toEqual([]);
  await door.answer(planId, 'survey-2026-12-22', 'one', { kind: 'survey', scores: [2] });
  const after = await read(planId, supervisor);
  expect([after.json, after.headers.ETag]).toEqual([before.json, before.headers.ETag]);
});

const openTo = async (planId: string, email: string) => [
  (await read(planId, email)).status,
  ((await door.call('GET /api/plans', { caller: as(email) })).json.plans as unknown[]).length,
];

test('a plan opens for its managers with the launch, and as long as a link to it would', async () => {
  const planId = await door.drafted();
  await door.command(planId, { type: 'approve' });
  expect(await openTo(planId, SUPERVISOR)).toEqual([404, 0]);
  await door.command(planId, { type: 'launch' });
  expect(await openTo(planId, SUPERVISOR)).toEqual([200, 1]);
  expect(await openTo(planId, REVIEWER)).toEqual([200, 1]);
  await door.command(planId, { type: 'withdraw', reason: 'Issued by mistake.' });
  door.world.now = '2027-12-01T14:59:59Z';
  expect(await openTo(planId, SUPERVISOR)).toEqual([200, 1]);
  door.world.now = '2027-12-01T15:00:00Z';
  expect(await openTo(planId, SUPERVISOR)).toEqual([404, 0]);
  expect(await openTo(planId, REVIEWER)).toEqual([404, 0]);
});

test('an address that was reported as somebody else’s opens and finds nothing until HR has corrected it', async () => {
  const planId = await door.active();
  const { ports } = door.world;
  await ports.store.commit(
    planId,
    { type: 'ReportWrongPerson', participant: 'supervisor', requestId: 'acknowledgement' },
    commandContext(ports, planId, { kind: 'participant', id: 'supervisor' }),
  );
  expect(await openTo(planId, SUPERVISOR)).toEqual([404, 0]);
  expect(await openTo(planId, REVIEWER)).toEqual([200, 1]);

  const email = 'd.whitfield@agency.example';
  await door.command(planId, { type: 'correct_address', participant: 'supervisor', email });
  expect(await openTo(planId, SUPERVISOR)).toEqual([404, 0]);
  expect(await openTo(planId, email)).toEqual([200, 1]);
});

test('a plan that is not theirs, one that is not there and one that is deleted are one answer', async () => {
  const planId = await door.active();
  const other = await read(planId, 'somebody.else@agency.example');
  const none = await read('plnzzzzzzzzzzzzzzzzzzzz', SUPERVISOR);
  const odd = await read('no-plan', SUPERVISOR);
  await door.command(planId, { type: 'withdraw', reason: 'Issued by mistake.' });
  door.world.now = '2040-01-01T15:00:00Z';
  const { store, now, library } = door.world.ports;
  await store.erase(planId, { now: now(), library });
  expect((await door.get(planId)).status).toBe(410);
  const erased = await read(planId, SUPERVISOR);
  expect([none, odd, erased].map(({ status, json }) => ({ status, json }))).toEqual(
    Array(3).fill({ status: 404, json: other.json }),
  );
});

test("somebody else's plan is not there", async () => {
  const { status, json } = await read(await door.active(), 'somebody.else@agency.example');
  expect([status, json.code]).toEqual([404, 'plan_not_found']);
});
