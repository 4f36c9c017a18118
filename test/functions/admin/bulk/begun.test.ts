import { parse } from 'node-html-parser';
import { beforeEach, expect, test } from 'vitest';
import { dcDraft } from '../../../support/plans.ts';
import { capturedLogs } from '../../logs.ts';
import { PlanDoor, textOf } from '../plan/plan-door.ts';

capturedLogs();
let door: PlanDoor;
beforeEach(() => {
  door = new PlanDoor();
});

/** The fields of the form that begins it, as the preview has them. */
async function previewed(form: Record<string, string>): Promise<{ text: string; fields: URLSearchParams }> {
  const { body } = await door.post('POST /admin/bulk', { ...form, step: 'preview' });
  const inputs = parse(body).querySelectorAll('form[action="/admin/bulk/start"] input');
  const fields = inputs.map((input): [string, string] => [
    input.getAttribute('name') ?? '',
    input.getAttribute('value') ?? '',
  ]);
  return { text: textOf(body), fields: new URLSearchParams(fields) };
}

async function resultOf(location: unknown) {
  const rows = [];
  for await (const part of door.world.ports.jobs.results(String(location).split('/').at(-1) ?? '')) {
    rows.push(...part.rows);
  }
  return rows;
}

const mentor = {
  id: 'mentor',
  role: 'mentor',
  name: 'Robin Adeyemi',
  email: 'robin@agency.example',
} as const;
const withMentor = () =>
  door.api.active({ ...dcDraft(), participants: [...dcDraft().participants, mentor] } as never);
const change = (planId: string, name: string, email: string) => ({
  planId,
  command: 'change_manager',
  '/supervisor/name': name,
  '/supervisor/email': email,
  '/reason': 'The manager moved.',
});
const peopleOf = async (planId: string) =>
  (await door.world.ports.store.load(planId)).draft.participants.map(({ id, role, email }) => [
    id,
    role,
    email,
  ]);

test('a new manager whose name is like another’s id takes nobody’s place, in the preview and in the deed', async () => {
  const planId = await withMentor();
  const before = await peopleOf(planId);
  const { text, fields } = await previewed(change(planId, 'HR', 'quentin@agency.example'));
  expect(text).toContain('1 plan would be done');
  const { headers } = await door.post('POST /admin/bulk/start', fields);
  expect(await resultOf(headers.Location)).toMatchObject([{ outcome: 'done' }]);
  const others = before.filter(([, role]) => role !== 'supervisor');
  expect(await peopleOf(planId)).toEqual(
    expect.arrayContaining([...others, ['hr-2', 'supervisor', 'quentin@agency.example']]),
  );
});

test('somebody who takes part already is the same person afterwards, and no second one', async () => {
  const planId = await withMentor();
  const before = await peopleOf(planId);
  const form = change(planId, mentor.name, mentor.email);
  const { text } = await previewed(form);
  const { headers } = await door.post('POST /admin/bulk/start', form);
  const [row] = await resultOf(headers.Location);
  expect(text).toContain('Robin Adeyemi will supervise the plan.');
  expect(row).toMatchObject({ outcome: 'done' });
  const others = before.filter(([id, role]) => role !== 'supervisor' && id !== mentor.id);
  const after = await peopleOf(planId);
  expect(after).toHaveLength(others.length + 1);
  expect(after).toEqual(expect.arrayContaining([...others, [mentor.id, 'supervisor', mentor.email]]));
});

test('pressing the button twice begins one piece of work; another preview begins another', async () => {
  const planId = await door.api.active();
  const form = { planId, command: 'note', '/text': 'A letter went out.' };
  const notes = async () => (await door.typesOf(planId)).filter((type) => type === 'NoteAdded').length;
  const { fields } = await previewed(form);
  const twice = await Promise.all([1, 2].map(() => door.post('POST /admin/bulk/start', fields)));
  expect(twice.map(({ status }) => status)).toEqual([303, 303]);
  expect(new Set(twice.map(({ headers }) => headers.Location)).size).toBe(1);
  expect(await notes()).toBe(1);
  await door.post('POST /admin/bulk/start', (await previewed(form)).fields);
  expect(await notes()).toBe(2);
});
