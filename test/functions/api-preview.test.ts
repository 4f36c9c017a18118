import { beforeEach, describe, expect, test } from 'vitest';
import { dcDraft } from '../support/plans.ts';
import { ApiDoor } from './api-door.ts';
import { capturedLogs } from './logs.ts';

let door: ApiDoor;
capturedLogs();
beforeEach(() => {
  door = new ApiDoor();
});

interface Preview {
  broken: { field: string; rule: string }[];
  warnings: { field: string; rule: string; message: string }[];
  future: { at: string; text: string[]; mails: { to: string; template: string }[] }[];
  deadlines: { requestId: string; kind: string; date?: string; dueAt: string; asked: string[] }[];
}
const preview = async (body: unknown) => {
  const { status, json } = await door.post(body, 'POST /api/plans/preview');
  return { status, json: json as unknown as Preview, errors: json.errors as { field: string }[] };
};

describe('POST /api/plans/preview', () => {
  test('tells the whole future of a draft, and keeps nothing', async () => {
    const { status, json } = await preview({ draft: dcDraft() });
    expect([status, json.broken]).toEqual([200, []]);
    const moments = json.future.map(({ at }) => at);
    expect(moments).toEqual([...moments].sort());
    expect(json.future.every(({ text }) => text.length > 0 && text.every((said) => said.length > 10))).toBe(
      true,
    );
    expect(json.future.flatMap(({ mails }) => mails)).toContainEqual({
      to: 'Morgan Ellis',
      template: 'escalation',
    });
    expect(json.deadlines.filter(({ kind }) => kind === 'check_in')).toMatchObject(
      ['2026-12-18', '2027-01-04', '2027-01-15', '2027-01-29'].map((date) => ({
        requestId: `check-in-${date}`,
        date,
        asked: ['Jordan Reyes', 'Dana Whitfield'],
      })),
    );
    const due = json.deadlines.map(({ dueAt }) => dueAt);
    expect(due).toEqual([...due].sort());
    expect(door.world.rows.all()).toEqual([]);
  });

  test('when everybody answers, nobody is reminded of what they have answered and the plan is met', async () => {
    const { json } = await preview({ draft: dcDraft(), whatIf: { people: 'answer' } });
    const templates = json.future.flatMap(({ mails }) => mails.map(({ template }) => template));
    expect(templates).toContain('decision-recorded');
    expect(templates).not.toContain('request-missed');
  });

  test('absence moves every later deadline', async () => {
    const absences = [{ from: '2026-12-14', until: '2026-12-20' }];
    const { json } = await preview({ draft: dcDraft(), whatIf: { people: 'answer', absences } });
    expect(json.broken).toEqual([]);
    expect(json.deadlines.flatMap(({ kind, date }) => (kind === 'check_in' ? [date] : []))).toEqual([
      '2026-12-28',
      '2027-01-11',
      '2027-01-22',
      '2027-02-05',
    ]);
  });

  test('broken rules are part of the answer: there is no future to tell', async () => {
    const { status, json } = await preview({ draft: dcDraft({ endDate: '2026-12-08', title: '' }) });
    expect(status).toBe(200);
    expect(json.broken.map(({ field }) => field)).toEqual(expect.arrayContaining(['/title', '/endDate']));
    expect([json.future, json.deadlines]).toEqual([[], []]);
    expect(json.warnings).toEqual(expect.any(Array));
  });

  test('a launch that comes too late is a broken rule too', async () => {
    const { json } = await preview({ draft: dcDraft(), whatIf: { launchAt: '2026-12-09T15:00:00Z' } });
    expect(json.broken).toMatchObject([{ field: '/startDate' }]);
    expect(json.future).toEqual([]);
  });

  test.each([
    [{}, '/draft'],
    [{ draft: { ...dcDraft(), colour: 'red' } }, '/draft/colour'],
    [{ draft: dcDraft(), whatIf: { people: 'dance' } }, '/whatIf/people'],
    [{ draft: dcDraft(), whatIf: { launchAt: '2026-13-01T15:00:00Z' } }, '/whatIf/launchAt'],
    [{ draft: dcDraft(), whatIf: { launchAt: '2026-12-01T15:00:00+01:00' } }, '/whatIf/launchAt'],
    [
      { draft: dcDraft(), whatIf: { absences: [{ from: '2026-02-30', until: '2026-03-01' }] } },
      '/whatIf/absences/0/from',
    ],
  ])('a body of the wrong shape is refused: %#', async (body, field) => {
    const { status, errors } = await preview(body);
    expect(status).toBe(422);
    expect(errors).toMatchObject([{ field, rule: 'shape' }]);
  });

  test('a moment or a day is asked for as it is written', async () => {
    const whatIf = { launchAt: 'tomorrow', absences: [{ from: '1.2.2027', until: '2027-02-03' }] };
    expect((await preview({ draft: dcDraft(), whatIf })).errors).toMatchObject([
      { message: 'Write a moment in UTC, in whole seconds: 2026-12-01T14:00:00Z.' },
      { message: 'Write a day that exists as 2026-12-01.' },
    ]);
  });
});

test('a draft that is kept says what could be written better', async () => {
  const { items, ...rest } = dcDraft();
  const [first, ...others] = items;
  const lazy = { ...(first as (typeof items)[number]), deficiency: 'Jordan is lazy.' };
  const { status, json } = await door.post({ ...rest, items: [lazy, ...others] });
  expect(status).toBe(201);
  expect(json.warnings).toContainEqual(
    expect.objectContaining({ field: '/items/0/deficiency', found: expect.stringMatching(/lazy/i) }),
  );
});
