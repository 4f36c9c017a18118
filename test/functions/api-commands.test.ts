import { beforeEach, describe, expect, test } from 'vitest';
import { COMMAND_TYPES } from '../../functions/api/command-shapes.ts';
import { dcDraft } from '../support/plans.ts';
import { StoredPlan } from '../support/stored-plan.ts';
import { ApiDoor, HR } from './api-door.ts';
import { capturedLogs } from './logs.ts';

let door: ApiDoor;
capturedLogs();
beforeEach(() => {
  door = new ApiDoor();
});

describe('POST /api/plans/{planId}/commands', () => {
  let planId: string;
  beforeEach(async () => {
    planId = (await door.post(dcDraft())).json.planId as string;
  });

  test('approve, launch and withdraw move the plan', async () => {
    expect(await door.command(planId, { type: 'approve' })).toMatchObject({
      status: 200,
      json: { status: 'approved' },
    });
    expect(await door.command(planId, { type: 'launch' })).toMatchObject({
      status: 200,
      json: { status: 'acknowledging', run: 1 },
    });
    expect(await door.command(planId, { type: 'withdraw', reason: 'Moved to another post.' })).toMatchObject({
      status: 200,
      json: { status: 'withdrawn', nextDueAt: null },
    });
  });

  test('a note puts words into the record as they are, by whoever sent it', async () => {
    const stored = await new StoredPlan(door.world.ports.store).launch();
    const before = await door.world.ports.store.load(stored.id);
    const note = { text: 'Came by letter:\n“I was ill.”', requestId: 'acknowledgement', from: 'employee' };
    expect(await door.command(stored.id, { type: 'note', ...note })).toMatchObject({
      status: 200,
      json: { status: 'acknowledging', version: before.version + 1 },
    });
    expect((await door.world.ports.store.events(stored.id)).at(-1)).toMatchObject({
      type: 'NoteAdded',
      actor: { kind: 'principal', id: HR },
      ...note,
      late: false,
    });
  });

  test('a note sent twice stands there twice: nobody can tell a repetition from a second letter', async () => {
    await door.command(planId, { type: 'note', text: 'A letter.' });
    await door.command(planId, { type: 'note', text: 'A letter.' });
    const events = await door.world.ports.store.events(planId);
    expect(events.map(({ type }) => type)).toEqual(['PlanDrafted', 'NoteAdded', 'NoteAdded']);
  });

  test('sent twice, a command is done once and answered the same', async () => {
    await door.command(planId, { type: 'approve' });
    const first = await door.command(planId, { type: 'launch' });
    door.world.now = '2026-12-01T15:05:00Z';
    const again = await door.command(planId, { type: 'launch' });
    expect([again.status, again.json]).toEqual([200, first.json]);
    expect(
      (await door.world.ports.store.outbox(planId)).filter(({ kind }) => kind === 'start-workflow'),
    ).toHaveLength(1);
  });

  test('what cannot be done now is refused with the way out', async () => {
    expect(await door.command(planId, { type: 'launch' })).toMatchObject({
      status: 409,
      json: { code: 'not_allowed_now', wayOut: 'Approve it first.' },
    });
  });

  test('an unknown command lists the known ones', async () => {
    const { status, json } = await door.command(planId, { type: 'explode' });
    expect(status).toBe(422);
    expect(json.errors).toEqual([
      {
        field: '/type',
        message: `Use one of: ${COMMAND_TYPES.join(', ')}.`,
        rule: 'shape',
        citation: '',
      },
    ]);
  });

  test.each([
    [{ type: 'withdraw' }, '/reason'],
    [{ type: 'withdraw', reason: '   ' }, '/reason'],
    [{ type: 'withdraw', reason: 'x'.repeat(4001) }, '/reason'],
    [{ type: 'launch', by: 'tomorrow' }, '/by'],
    [{ type: 'note' }, '/text'],
    [{ type: 'note', text: ' \u200b ' }, '/text'],
    [{ type: 'note', text: 'x'.repeat(4001) }, '/text'],
    [{ type: 'note', text: 'A letter.', requestId: 'never-asked' }, '/requestId'],
    [{ type: 'note', text: 'A letter.', from: 'nobody' }, '/from'],
    [{ type: 'note', text: 'A letter.', late: false }, '/late'],
  ])('a command that is not whole is refused: %j', async (body, field) => {
    const { status, json } = await door.command(planId, body);
    expect(status).toBe(422);
    expect(json.errors).toMatchObject([{ field }]);
    expect((await door.world.ports.store.load(planId)).version).toBe(1);
  });

  test('a plan that is not there takes none', async () => {
    expect(await door.command('plnaaaaaaaaaaaaaaaaaaaa', { type: 'approve' })).toMatchObject({ status: 404 });
  });
});
