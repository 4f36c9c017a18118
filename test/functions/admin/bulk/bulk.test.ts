import { beforeEach, expect, test } from 'vitest';
import { PEOPLE } from '../../../support/signed-in-as.ts';
import { capturedLogs } from '../../logs.ts';
import { PlanDoor, textOf } from '../plan/plan-door.ts';

capturedLogs();
let door: PlanDoor;
beforeEach(() => {
  door = new PlanDoor();
});

const EXTEND = { command: 'extend', '/endDate': '2027-03-06', '/reason': 'The new system came late.' };

test('plans ticked in a list and pasted ids are one list, each plan once', async () => {
  const [one, two] = [await door.api.drafted(), await door.api.drafted()];
  const { body } = await door.post(
    'POST /admin/bulk',
    new URLSearchParams([
      ['planId', one],
      ['planId', two],
      ['ids', `${two}, "${one}"`],
    ]),
  );
  expect(textOf(body)).toContain('2 plans chosen.');
  expect(body).toContain(`${one}\n${two}</textarea>`);
});

test('what is no plan’s id is told, and nothing typed is lost', async () => {
  const one = await door.api.drafted();
  const { status, body } = await door.post('POST /admin/bulk', { ids: `${one} plan-7`, command: 'extend' });
  expect(status).toBe(422);
  expect(textOf(body)).toContain('No plan can have this id: plan-7. Correct or remove it.');
  expect(body).toContain(`plan-7\n${one}</textarea>`);
});

test('something to do without a plan to do it with asks for one', async () => {
  const { status, body } = await door.post('POST /admin/bulk', { ids: ' ', command: 'extend' });
  expect([status, textOf(body).includes('Name at least one plan.')]).toEqual([422, true]);
});

test('a value that no plan would take is refused once, beside its field', async () => {
  const ids = `${await door.api.active()} ${await door.api.drafted()}`;
  const { status, body } = await door.post('POST /admin/bulk', {
    ...EXTEND,
    '/reason': '',
    ids,
    step: 'preview',
  });
  expect(status).toBe(422);
  expect(textOf(body)).toContain(
    'Reason: Say why more time is given; both sides read it with the new version.',
  );
  expect(body).toContain('value="2027-03-06"');
});

test('each plan is tried and says what would happen, or why not; nothing is kept', async () => {
  const [active, draft] = [await door.api.active(), await door.api.drafted()];
  const gone = 'plnaaaaaaaaaaaaaaaaaaaa';
  const before = await door.typesOf(active);
  const { status, body } = await door.post('POST /admin/bulk', {
    ...EXTEND,
    ids: `${active} ${draft} ${gone}`,
    step: 'preview',
  });
  const text = textOf(body);
  expect(status).toBe(200);
  expect(text).toContain('1 plan would be done, with 2 mails to people. 2 plans would be refused');
  expect(text).toContain('The plan will be extended to Saturday, March 6, 2027.');
  expect(text).toContain(
    `${draft} would be refused A plan that is still a draft cannot be extended. Draft it again with a later end.`,
  );
  expect(text).toContain('No such plan');
  expect(text).toContain('Give more time now, for 1 plan');
  expect(await door.typesOf(active)).toEqual(before);
});

test('begun, it is done to every plan it can be done to, and leads to its progress', async () => {
  const [active, draft] = [await door.api.active(), await door.api.drafted()];
  const { status, headers } = await door.post('POST /admin/bulk/start', {
    ...EXTEND,
    ids: `${active} ${draft}`,
  });
  const jobId = /^\/admin\/jobs\/(.+)$/.exec(String(headers.Location))?.[1] ?? '';
  expect([status, jobId.length > 0]).toEqual([303, true]);
  expect(await door.world.ports.jobs.get(jobId)).toMatchObject({
    title: 'Give more time: 2 plans',
    progress: { through: 2, failed: 1 },
  });
  expect((await door.world.ports.store.load(active)).draft.endDate).toBe('2027-03-06');
  expect((await door.api.events(active)).findLast(({ type }) => type === 'PlanExtended')?.actor).toEqual({
    kind: 'principal',
    id: 'harper.ellis@agency.example',
  });
});

test('of more plans than are tried before, the rest is said to be looked at when it is done', async () => {
  const one = await door.api.drafted();
  const others = Array.from(
    { length: 100 },
    (_, at) => `pln${'a'.repeat(18)}${'abcdefghij'[Math.floor(at / 10)]}${'abcdefghij'[at % 10]}`,
  );
  const ids = [one, ...others].join(' ');
  const { body } = await door.post('POST /admin/bulk', {
    command: 'hold',
    '/reason': 'Claim.',
    ids,
    step: 'preview',
  });
  expect(textOf(body)).toContain('1 plan more were not looked at here.');
  expect(textOf(body)).toContain('The first 100 of 101 plans');
  expect(textOf(body)).toContain('Hold the record now, for 2 plans');
});

test('only HR works on several plans at once', async () => {
  for (const as of [PEOPLE.manager, PEOPLE.auditor, PEOPLE.operator]) {
    expect((await door.call('GET /admin/bulk', { as })).status).toBe(403);
    expect((await door.post('POST /admin/bulk/start', EXTEND, { as })).status).toBe(403);
  }
});
