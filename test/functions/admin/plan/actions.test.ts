import { beforeEach, describe, expect, test, vi } from 'vitest';
import { ACTION_TYPES, ACTIONS, WRITTEN_IN_THE_EDITOR } from '../../../../functions/admin/plan/actions.ts';
import { COMMAND_TYPES } from '../../../../functions/api/command-shapes.ts';
import { capturedLogs } from '../../logs.ts';
import { PlanDoor, textOf } from './plan-door.ts';

capturedLogs();
let door: PlanDoor;
beforeEach(() => {
  door = new PlanDoor();
});

test('every command that HR may give has a form, but for those the editor gives', () => {
  expect([...ACTION_TYPES, ...WRITTEN_IN_THE_EDITOR].sort()).toEqual([...COMMAND_TYPES].sort());
});

test('every action says what it means, and every field what it asks', () => {
  for (const type of ACTION_TYPES) {
    const { title, hint, done } = ACTIONS[type];
    expect(
      [title, hint, done].every((text) => text.length > 5),
      type,
    ).toBe(true);
    for (const { name, label } of ACTIONS[type].fields(undefined, '2026-12-01')) {
      expect([name, label], type).toEqual([expect.stringMatching(/^\/[a-z]/i), expect.stringMatching(/\S/)]);
    }
  }
});

test('an action shows what it would do, records nothing by that, and is done when it is confirmed', async () => {
  const planId = await door.api.active();
  const before = await door.typesOf(planId);
  const values = { '/from': '2026-12-21', '/until': '2026-12-24', '/reason': 'approved_absence' };
  const looked = await door.act(planId, 'pause', values);
  const text = textOf(looked.body);
  expect(looked.status).toBe(200);
  expect(text).toContain('An approved absence will be planned');
  expect(text).toContain(
    'Last day, once the pause is over Thursday, February 4, 2027 Monday, February 8, 2027',
  );
  expect(await door.typesOf(planId)).toEqual(before);

  const done = await door.does(planId, 'pause', values);
  expect([done.status, done.headers.Location]).toEqual([303, `/admin/plans/${planId}?done=pause`]);
  const events = await door.api.events(planId);
  expect(events.slice(before.length)).toMatchObject([
    {
      type: 'PausePlanned',
      pause: { from: '2026-12-21', until: '2026-12-24', reason: 'approved_absence' },
      actor: { kind: 'principal', id: 'harper.ellis@agency.example' },
    },
  ]);
});

test('what was done can be taken back from the page that says so', async () => {
  const planId = await door.api.active();
  await door.does(planId, 'pause', { '/from': '2026-12-21', '/reason': 'approved_absence' });
  const { body } = await door.page(planId, { done: 'pause' });
  expect(textOf(body)).toContain('The pause is recorded.');
  expect(body).toContain(`href="/admin/plans/${planId}/do/cancel_pause?%2Ffrom=2026-12-21"`);
  const form = await door.form(planId, 'cancel_pause', { '/from': '2026-12-21' });
  expect(form.body).toMatch(/<option value="2026-12-21" selected/);
  await door.does(planId, 'cancel_pause', { '/from': '2026-12-21' });
  expect(await door.typesOf(planId)).toContain('PauseCancelled');
  expect((await door.page(planId, { done: 'pause' })).body).not.toContain('Cancel this pause');
});

test('a refusal stands beside its field with the rule it comes from, and everything typed is kept', async () => {
  const planId = await door.api.active();
  const typed = { '/endDate': '2027-09-01', '/reason': 'The new system came <late>.' };
  const { status, body } = await door.act(planId, 'extend', typed);
  expect(status).toBe(422);
  const field = /<div class="field wrong">.*?<label for="f-endDate">.*?<\/div>/s.exec(body)?.[0] ?? '';
  expect(field).toContain('aria-invalid="true"');
  expect(textOf(field)).toContain(
    'It can be extended to 2027-03-06, and to no other day. Rule: DCHR, Performance Management FAQ.',
  );
  expect(body).toContain('value="2027-09-01"');
  expect(body).toContain('The new system came &lt;late>.</textarea>');
  expect(body).toContain('href="#f-endDate"');
});

test('a plan that moved on since the look is not touched: what it would do now is shown instead', async () => {
  const planId = await door.api.active();
  const values = { '/endDate': '2027-03-06', '/reason': 'The system came late.' };
  const looked = await door.act(planId, 'extend', values);
  const version = /name="version" value="(\d+)"/.exec(looked.body)?.[1] ?? '';
  await door.does(planId, 'note', { '/text': 'Somebody was faster.' });
  const before = await door.typesOf(planId);
  const again = await door.act(planId, 'extend', { ...values, version, step: 'confirm' });
  expect(again.status).toBe(200);
  expect(textOf(again.body)).toContain('The plan has moved on since you looked. Nothing was done.');
  expect(await door.typesOf(planId)).toEqual(before);
  expect(again.body).toContain(`name="version" value="${before.length}"`);
});

test('confirmed twice at the same moment, it is done once', async () => {
  const planId = await door.api.active();
  const looked = await door.act(planId, 'note', { '/text': 'Once.' });
  const version = /name="version" value="(\d+)"/.exec(looked.body)?.[1] ?? '';
  const confirm = () => door.act(planId, 'note', { '/text': 'Once.', version, step: 'confirm' });
  const answers = await Promise.all([confirm(), confirm()]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 303]);
  expect((await door.typesOf(planId)).filter((type) => type === 'NoteAdded')).toHaveLength(1);
});

test('going back to change it shows the form as it was filled in', async () => {
  const planId = await door.api.active();
  const { status, body } = await door.act(planId, 'note', {
    '/text': 'Two\nlines',
    '/from': 'employee',
    step: 'change',
  });
  expect(status).toBe(200);
  expect(body).toContain('Two\nlines</textarea>');
  expect(body).toMatch(/<option value="employee" selected/);
});

test('an action that makes no sense now stands on the page and says why', async () => {
  const draft = await door.api.drafted();
  const text = textOf((await door.page(draft)).body);
  expect(text).toContain('Give more time A plan that is still a draft cannot be extended.');
  expect(text).toContain(
    'Launch the plan A plan that is still a draft cannot be launched. Approve it first.',
  );
  expect(text).toContain('Release the hold The record is not held.');
  expect(text).toMatch(
    /Not possible now: \d+ .*Resume the plan .*Its clock does not stand still: there is nothing to resume\./,
  );
  const { body } = await door.page(draft);
  expect(body).toContain(`href="/admin/plans/${draft}/do/approve"`);
  expect(body).not.toContain(`href="/admin/plans/${draft}/do/launch"`);
});

test('an action that can only be refused has no form', async () => {
  const planId = await door.api.drafted();
  for (const command of ['launch', 'release_hold']) {
    const { body } = await door.form(planId, command);
    expect(textOf(body)).toContain('This is not possible now');
    expect(textOf(body)).not.toContain('Show what it would do');
  }
  expect(textOf((await door.form(planId, 'approve')).body)).toContain('Show what it would do');
});

test('what was typed is part of what would be in the record', async () => {
  const planId = await door.api.drafted();
  const { body } = await door.act(planId, 'approve', { '/comment': 'Read with the manager.' });
  expect(textOf(body)).toMatch(
    /What would be in the record .*Comment Read with the manager\. Who would be written to/,
  );
});

test('an action whose time is over says so on its form, and is refused all the same', async () => {
  const planId = await door.api.drafted();
  expect(textOf((await door.form(planId, 'extend')).body)).toContain(
    'This is not possible now A plan that is still a draft cannot be extended. Draft it again with a later end.',
  );
  const { status } = await door.act(planId, 'extend', { '/endDate': '2027-03-06', '/reason': 'Late.' });
  expect(status).toBe(422);
});

test('a comment on the approval stays in the record, and on the page', async () => {
  const planId = await door.api.drafted();
  await door.does(planId, 'return_draft', { '/comment': 'Say how many reviews.' });
  await door.does(planId, 'approve', { '/comment': 'Read with the manager.' });
  const text = textOf((await door.page(planId)).body);
  expect(text).toMatch(
    /Comments on the draft .*\(returned it\), .*Say how many reviews\..*\(approved it\), .*Read with the manager\./,
  );
});

describe('values that forms ask in their own way', () => {
  test('of numbers, goals without one are left out, and a fault is told beside its own row', async () => {
    const planId = await door.api.active();
    const { status, body } = await door.act(planId, 'readings', {
      '/readings/0/date': '2026-12-07',
      '/readings/1/date': '2031-01-01',
      '/readings/1/value': '70.5',
    });
    expect(status).toBe(422);
    expect(body).toContain('href="#f-readings-1-date"');
    await door.does(planId, 'readings', { '/readings/1/date': '2026-12-07', '/readings/1/value': '70.5' });
    expect((await door.api.events(planId)).at(-1)).toMatchObject({
      type: 'ReadingsRecorded',
      readings: [{ item: 'timeliness', date: '2026-12-07', value: 70.5 }],
    });
  });

  test('a list of numbers is read as a file is, line by line', async () => {
    const planId = await door.api.active();
    const csv = 'item,date,value\naccuracy,2026-12-07,x';
    const { status, body } = await door.act(planId, 'readings', { '/csv': csv });
    expect(status).toBe(422);
    expect(textOf(body)).toContain('Or paste a list: Line 2, value:');
  });

  test('what is not a number is said to be none', async () => {
    const planId = await door.api.active();
    const { body } = await door.act(planId, 'reduce_capacity', {
      '/percent': 'half',
      '/reason': 'Reduced hours',
    });
    expect(textOf(body)).toContain('Percent of full hours: Give a number here, not a text.');
  });

  test('several boxes are several values', async () => {
    const planId = await door.api.active();
    const form = new URLSearchParams([
      ['/percent', '60'],
      ['/items', 'accuracy'],
      ['/items', 'timeliness'],
      ['/signedOffBy', 'hr'],
      ['/reason', 'Reduced hours'],
    ]);
    const refused = await door.act(planId, 'reduce_capacity', form);
    expect(refused.body.match(/<input type="checkbox"[^>]*checked/g)).toHaveLength(2);
    expect(textOf(refused.body)).toContain(
      'Nothing was done: one thing to correct Which targets count output: This measure does not count output',
    );
  });

  test('a new manager gets an id of their name, somebody the plan knows keeps theirs', async () => {
    const planId = await door.api.active();
    const reason = 'Dana leads another unit.';
    const to = (name: string, email: string) => ({
      '/supervisor/name': name,
      '/supervisor/email': email,
      '/reason': reason,
    });
    await door.does(planId, 'change_manager', to('José Núñez', 'jose@agency.example'));
    const changed = (await door.api.events(planId)).findLast(({ type }) => type === 'ManagerChanged');
    expect(changed).toMatchObject({ from: 'supervisor', to: 'jose-nunez' });
    const self = await door.act(planId, 'change_manager', to('Jordan Reyes', 'Jordan.Reyes@agency.example'));
    expect([self.status, textOf(self.body).includes('Name: Nobody supervises their own plan')]).toEqual([
      422,
      true,
    ]);
  });

  test('what was signed on paper is an answer, in the words of the form', async () => {
    const planId = await door.api.drafted();
    for (const command of ['approve', 'launch']) await door.does(planId, command, {});
    await door.api.until(planId, door.world.now);
    const done = await door.does(planId, 'serve_on_paper', {
      '/requestId': 'acknowledgement',
      '/to': 'employee',
      '/on': '2026-12-01',
      '/witness': 'Sam Ortiz',
      '/signed': 'true',
      '/typedName': 'Jordan Reyes',
    });
    expect(done.status).toBe(303);
    const { requests } = await door.world.ports.store.load(planId);
    expect(requests.acknowledgement?.respondents[0]?.answer).toMatchObject({
      choice: 'sign',
      typedName: 'Jordan Reyes',
    });
  });

  test('plans that are held together are held, or none of them', async () => {
    const planId = await door.api.active();
    const other = await door.api.drafted();
    const unknown = 'plnaaaaaaaaaaaaaaaaaaaa';
    const refused = await door.does(planId, 'hold', {
      '/reason': 'Claim.',
      '/comparators': `${other}\n${unknown}`,
    });
    expect([refused.status, textOf(refused.body).includes(`There is no plan ${unknown}`)]).toEqual([
      422,
      true,
    ]);
    expect(await door.typesOf(other)).not.toContain('LegalHoldSet');
    const form = { '/reason': 'Claim.', '/comparators': other };
    expect(textOf((await door.act(planId, 'hold', form)).body)).toContain(
      `(${other}): kept from deletion No Yes, with the same reason`,
    );
    await door.does(planId, 'hold', form);
    expect([(await door.typesOf(planId)).at(-1), (await door.typesOf(other)).at(-1)]).toEqual([
      'LegalHoldSet',
      'LegalHoldSet',
    ]);
    expect((await door.does(planId, 'hold', form)).headers.Location).toBe(
      `/admin/plans/${planId}?done=unchanged`,
    );
  });

  test('holds no other plan when the plan itself moved on since it was looked at', async () => {
    const [planId, other] = [await door.api.active(), await door.api.drafted()];
    const form = { '/reason': 'Claim.', '/comparators': other };
    const looked = await door.act(planId, 'hold', form);
    const version = /name="version" value="(\d+)"/.exec(looked.body)?.[1] ?? '';
    const { store } = door.world.ports;
    const { commit } = store;
    vi.spyOn(store, 'commit').mockImplementationOnce(async (...args) => {
      const [id, , context] = args;
      await commit.call(store, id, { type: 'AddNote', text: 'Meanwhile.' }, context);
      return commit.apply(store, args);
    });
    const done = await door.act(planId, 'hold', { ...form, version, step: 'confirm' });
    expect([done.status, textOf(done.body).includes('The plan has moved on since you looked')]).toEqual([
      200,
      true,
    ]);
    expect([(await store.load(planId)).legalHold, (await store.load(other)).legalHold]).toEqual([null, null]);
  });
});

test('what is no action, or the editor’s, is not found', async () => {
  const planId = await door.api.drafted();
  expect((await door.form(planId, 'delete')).status).toBe(404);
  expect((await door.form(planId, 'amend')).status).toBe(404);
});
