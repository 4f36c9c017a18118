import { beforeEach, expect, test } from 'vitest';
import { ApiDoor } from './api-door.ts';
import { capturedLogs } from './logs.ts';

const PROGRAM = { sub: 'lms', client_id: 'lms', token_use: 'access', scope: 'pip-follow-up/recorder' };
const READINGS = { type: 'readings', readings: [{ item: 'accuracy', date: '2026-12-07', value: 31.5 }] };

let door: ApiDoor;
let planId: string;
capturedLogs();
beforeEach(async () => {
  door = new ApiDoor();
  planId = await door.active();
});

const send = (body: object) =>
  door.call('POST /api/plans/{planId}/commands', {
    params: { planId },
    caller: PROGRAM,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

test('a program that only brings numbers in records them by its own name, and is told nothing of the plan', async () => {
  const { status, json } = await send(READINGS);
  const last = (await door.events(planId)).at(-1);
  expect([status, json]).toEqual([200, { planId, version: last?.seq }]);
  expect([last?.type, last?.actor]).toEqual(['ReadingsRecorded', { kind: 'principal', id: 'lms' }]);
});

test.each([
  { type: 'withdraw', reason: 'By a program.' },
  { type: 'note', text: 'By a program.' },
  { type: 'hold', reason: 'By a program.' },
  { ...READINGS, dryRun: true },
])('it may neither steer a plan nor try anything out: %j', async (body) => {
  const before = await door.events(planId);
  const { status, json } = await send(body);
  expect([status, json.code]).toEqual([403, 'role_refused']);
  expect(await door.events(planId)).toEqual(before);
});
