import { beforeEach, expect, test } from 'vitest';
import { ApiDoor, HR } from './api-door.ts';
import { capturedLogs } from './logs.ts';

const logs = capturedLogs();
let door: ApiDoor;
let planId: string;
beforeEach(async () => {
  door = new ApiDoor();
  planId = await door.drafted();
});

/** What was written down of plans that were read. */
const reads = (): { planId: string; principal: string }[] =>
  logs()
    .split('\n')
    .filter((line) => line.includes('"plan_read"'))
    .map((line) => JSON.parse(line))
    .map(({ planId, principal }) => ({ planId, principal }));

test.each(['', '/events', '/timeline', '/record'])(
  'SEC-18: GET /api/plans/{planId}%s leaves a line that says which plan was read, and by whom',
  async (rest) => {
    expect((await door.get(planId, rest)).status).toBe(200);
    expect(reads()).toEqual([{ planId, principal: HR }]);
  },
);

test('what was not found, and what was written or tried out, leaves none', async () => {
  expect((await door.get('plnzzzzzzzzzzzzzzzzzzzz')).status).toBe(404);
  expect((await door.get('Jordan Reyes')).status).toBe(404);
  expect((await door.command(planId, { type: 'approve' })).status).toBe(200);
  expect((await door.call('GET /api/plans')).status).toBe(200);
  expect(reads()).toEqual([]);
});

test('an address is corrected through the API, with its own faults named', async () => {
  const fixed = { type: 'correct_address', participant: 'employee', email: 'j.reyes@agency.example' };
  const { status, json } = await door.command(planId, { ...fixed, email: 'no address' });
  expect([status, (json.errors as { field: string }[]).map(({ field }) => field)]).toEqual([422, ['/email']]);
  expect((await door.command(planId, fixed)).status).toBe(200);
  const [last] = (await door.events(planId)).slice(-1);
  expect(last).toMatchObject({ type: 'AddressCorrected', participant: 'employee', handed: [] });
});
