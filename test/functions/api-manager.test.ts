import { beforeEach, expect, test } from 'vitest';
import { PlanForManagerShape } from '../../functions/openapi/plan-answers.ts';
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

test("somebody else's plan is not there", async () => {
  const { status, json } = await read(await door.active(), 'somebody.else@agency.example');
  expect([status, json.code]).toEqual([404, 'plan_not_found']);
});
