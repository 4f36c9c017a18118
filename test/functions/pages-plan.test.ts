import { beforeEach, expect, test } from 'vitest';
import { fullDraft } from '../views/lived.ts';
import { PagesDoor } from './pages-door.ts';

const PLAN = 'plnaaaaaaaaaaaaaaaaaaaa';
let door: PagesDoor;

beforeEach(async () => {
  door = new PagesDoor();
  await door.launched(PLAN, fullDraft());
});

test('a page of a question leads to where the plan stands, and back', async () => {
  const { cookie, page } = await door.open(PLAN, 'acknowledgement', 'employee');
  expect(page.body).toContain('href="/p/acknowledgement/plan"');
  const plan = await door.send('GET', '/p/acknowledgement/plan', { cookie });
  expect(plan.status).toBe(200);
  expect(plan.body).toContain('<h1>Where things stand</h1>');
  expect(plan.body).toContain('href="/p/acknowledgement"');
  expect(plan.body).not.toContain('href="/p/acknowledgement/plan"');
});

test('looking at it changes nothing, however often', async () => {
  const { cookie } = await door.open(PLAN, 'acknowledgement', 'employee');
  const before = JSON.stringify(door.rows.all());
  for (const method of ['GET', 'HEAD', 'GET']) {
    expect((await door.send(method, '/p/acknowledgement/plan', { cookie })).status).toBe(200);
  }
  expect(JSON.stringify(door.rows.all())).toBe(before);
});

test('nobody gets there without a link, or by the address of another question', async () => {
  expect((await door.send('GET', '/p/acknowledgement/plan')).status).toBe(403);
  const { cookie } = await door.open(PLAN, 'acknowledgement', 'employee');
  expect((await door.send('GET', '/p/decision/plan', { cookie })).status).toBe(404);
});

test('whoever is only surveyed has no such page, and no link to one', async () => {
  await door.advance(PLAN, '2026-12-21T15:00:00Z');
  const survey = Object.values((await door.store.load(PLAN)).requests).find(({ kind }) => kind === 'survey');
  const { cookie, page } = await door.open(PLAN, survey?.id ?? '', 'one');
  expect(page.status).toBe(200);
  expect(page.body).not.toContain('/plan"');
  expect((await door.send('GET', `/p/${survey?.id}/plan`, { cookie })).status).toBe(404);
});

test('a link that opens nothing any more opens no plan either', async () => {
  const { cookie } = await door.open(PLAN, 'acknowledgement', 'supervisor');
  const supervisor = {
    id: 'sam',
    role: 'supervisor',
    name: 'Sam Okafor',
    email: 'sam@agency.example',
  } as const;
  await door.commit(PLAN, { type: 'ChangeManager', supervisor, reason: 'Dana leads another unit.' });
  const plan = await door.send('GET', '/p/acknowledgement/plan', { cookie });
  expect(plan.status).toBe(404);
  expect(plan.body).not.toContain('Where things stand');
});
