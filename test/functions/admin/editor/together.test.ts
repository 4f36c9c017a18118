import { describe, expect, test } from 'vitest';
import { dcDraft } from '../../../support/plans.ts';
import { PEOPLE } from '../../../support/signed-in-as.ts';
import { capturedLogs } from '../../logs.ts';
import { COLLEAGUE, give, planIdIn, textOf, Writer, wordsOf } from './writer.ts';

capturedLogs();

/** The same draft, open in front of two people. */
async function both() {
  const writer = new Writer();
  const colleague = new Writer(writer.door, COLLEAGUE);
  const mine = await writer.fromFile(dcDraft());
  return { writer, colleague, mine, theirs: await colleague.open(mine.path) };
}

describe('two editors of one draft', () => {
  test('get a merge page: what each changed alone stands, what both changed is chosen, nothing is lost', async () => {
    const { writer, colleague, mine, theirs } = await both();
    await colleague.press(theirs.set({ '/title': 'Theirs', '/subject/grade': 'CS-12' }), 'save');
    const location = await writer.send(
      mine.set({ '/title': 'Yours', '/items/0/deficiency': 'Said by you.' }),
      'save',
    );
    expect(location).toMatch(/\/merge\/[a-z2-7]{10}$/);

    let merge = await writer.open(location);
    expect(merge.text('.lead')).toContain(`${COLLEAGUE.email} changed this draft`);
    expect(merge.root.querySelectorAll('tbody tr').map(wordsOf)).toEqual([
      expect.stringMatching(/^Title .*Permit reviews.*Theirs.*Yours$/),
      expect.stringMatching(/^Whom the plan is about › Grade CS-11 Take theirs.* CS-12 Take yours.* CS-11$/),
      expect.stringMatching(/^Item “accuracy” › What is wrong now .*Said by you\.$/),
    ]);
    expect(textOf(merge)).toMatchObject({
      'choose:/subject/grade': 'theirs',
      'choose:/items/accuracy/deficiency': 'yours',
    });

    const unchosen = await writer.post(merge.path, merge.fields);
    expect(unchosen.status).toBe(422);
    expect(unchosen.body).toContain('One choice is still to make');

    merge.fields.set('choose:/title', 'yours');
    merge = await writer.press(merge, 'save');
    expect(merge.text('.notice-title')).toContain('put together and saved');
    expect(textOf(merge)).toMatchObject({
      version: '3',
      '/title': 'Yours',
      '/subject/grade': 'CS-12',
      '/items/0/deficiency': 'Said by you.',
    });
  });

  test('are asked anew when a third change came while they chose', async () => {
    const { writer, colleague, mine, theirs } = await both();
    const after = await colleague.press(theirs.set({ '/title': 'Theirs' }), 'save');
    const merge = await writer.open(await writer.send(mine.set({ '/title': 'Yours' }), 'save'));
    await colleague.press(after.set({ '/title': 'Theirs again' }), 'save');
    merge.fields.set('choose:/title', 'yours');
    const { status, body } = await writer.post(merge.path, merge.fields);
    expect(status).toBe(200);
    expect(body).toContain('It was changed once more meanwhile.');
    expect(body).toContain('Theirs again');
  });

  test('are told by the page that saves by itself, with the address where both texts are', async () => {
    const { writer, colleague, mine, theirs } = await both();
    await colleague.press(theirs.set({ '/title': 'Theirs' }), 'save');
    const { status, headers } = await writer.post(mine.path, mine.set({ '/title': 'Yours' }).fields, {
      'x-autosave': '1',
    });
    expect(status).toBe(409);
    expect((await writer.open(String(headers.Location))).text('tbody td')).toContain('Yours');
  });

  test('who wrote the same are not in each other’s way', async () => {
    const { writer, colleague, mine, theirs } = await both();
    await colleague.press(theirs.set({ '/title': 'Same' }), 'save');
    expect(await writer.send(mine.set({ '/title': 'Same' }), 'save')).toMatch(/\?saved=yes$/);
  });

  test('lose nothing when one discards it', async () => {
    const { writer, colleague, mine } = await both();
    await colleague.post(`${mine.path}/discard`, {});
    const gone = await writer.open(await writer.send(mine.set({ '/title': 'Written on' }), 'save'));
    expect(gone.text('.lead')).toContain(`${COLLEAGUE.email} discarded`);
    expect(gone.text('dd')).toContain('Written on');
    const keep = gone.root.querySelector('form[action$=keep]')?.getAttribute('action') ?? '';
    const kept = await writer.post(keep, {});
    const again = await writer.open(String(kept.headers.Location));
    expect(again.path).not.toBe(mine.path);
    expect(textOf(again)['/title']).toBe('Written on');
  });

  test('who press at the same moment create one plan', async () => {
    const { writer, colleague, mine } = await both();
    const { workspace, store } = writer.door.world.ports;
    const { open } = workspace;
    const opened: (() => void)[] = [];
    // Neither goes on before both have read the draft.
    workspace.open = async (id) => {
      const work = await open(id);
      await new Promise<void>((goOn) => {
        if (opened.push(goOn) >= 2) for (const each of opened) each();
      });
      return work;
    };
    const sent = await Promise.all([writer.send(mine, 'send'), colleague.send(mine, 'send')]);
    const { plans } = await store.list({}, writer.door.world.now);
    expect(plans).toHaveLength(1);
    const created = `/admin/plans/${plans[0]?.planId}?done=created`;
    expect(sent).toEqual([created, created]);
    expect(await workspace.list()).toEqual([]);
  });

  test('of whom one makes it a plan lose nothing: what the other typed goes on as a text of that plan', async () => {
    const { writer, colleague, mine, theirs } = await both();
    const planId = planIdIn(await colleague.send(theirs, 'send'));
    const gone = await writer.open(await writer.send(mine.set({ '/title': 'Written on' }), 'save'));
    const keep = gone.root.querySelector('form[action$=keep]')?.getAttribute('action') ?? '';
    const kept = await writer.post(keep, {});
    const again = await writer.open(String(kept.headers.Location));
    expect(again.text('.notice-title')).toContain('kept as a new text for that plan');
    expect(textOf(again)['/title']).toBe('Written on');
    expect(await writer.send(again, 'send')).toBe(`/admin/plans/${planId}?done=redrafted`);
    const { store } = writer.door.world.ports;
    expect((await store.load(planId)).draft.title).toBe('Written on');
    expect((await store.list({}, writer.door.world.now)).plans).toHaveLength(1);

    // Once it is approved its text stays as it is, so what is typed can only become another plan.
    await give(writer, planId, { type: 'ApprovePlan' });
    const late = await writer.open(await writer.send(mine.set({ '/title': 'Too late' }), 'save'));
    const own = await writer.post(
      late.root.querySelector('form[action$=keep]')?.getAttribute('action') ?? '',
      {},
    );
    expect(String(own.headers.Location)).toContain('begun=anew');
  });

  test('of whom one saves while the other makes it a plan keep both: the plan, and what was saved', async () => {
    const { writer, colleague, mine, theirs } = await both();
    const { store } = writer.door.world.ports;
    const { commit } = store;
    store.commit = async (...given) => {
      store.commit = commit;
      await colleague.press(theirs.set({ '/title': 'Saved meanwhile' }), 'save');
      return commit(...given);
    };
    const back = await writer.open(await writer.send(mine, 'send'));
    expect(back.path).toBe(mine.path);
    expect(back.text('.notice-title')).toBe('What was sent is recorded in the plan.');
    expect(textOf(back)['/title']).toBe('Saved meanwhile');
    const { plans } = await store.list({}, writer.door.world.now);
    expect(plans.map(({ title }) => title)).toEqual([dcDraft().title]);
    expect(await writer.send(back, 'send')).toBe(`/admin/plans/${plans[0]?.planId}?done=redrafted`);
    expect((await store.load(plans[0]?.planId ?? '')).draft.title).toBe('Saved meanwhile');
  });

  test('that failed half-way, and was changed before it was sent again, is a text of the plan it had become', async () => {
    const { writer, mine } = await both();
    const { workspace, store } = writer.door.world.ports;
    const { mark } = workspace;
    workspace.mark = async () => {
      workspace.mark = mark;
      throw new Error('The connection is gone.');
    };
    expect((await writer.post(mine.path, new URLSearchParams([...mine.fields, ['op', 'send']]))).status).toBe(
      500,
    );
    const back = await writer.open(await writer.send(mine.set({ '/title': 'Second thoughts' }), 'send'));
    expect(back.text('.notice-title')).toContain('had become a plan already');
    expect(await writer.send(back, 'send')).toMatch(/done=redrafted$/);
    const { plans } = await store.list({}, writer.door.world.now);
    expect(plans.map(({ title }) => title)).toEqual(['Second thoughts']);
  });

  test('whose session is over find everything they typed on the page that says so', async () => {
    const { writer, mine } = await both();
    writer.door.world.now = '2026-12-01T16:01:00Z';
    const { status, body } = await writer.door.post('POST /admin/drafts/{draftId}', mine.fields, {
      as: null,
      params: { draftId: mine.path.slice('/admin/drafts/'.length) },
    });
    expect(status).toBe(401);
    expect(body).toContain('name="/items/0/measure/target"');
    expect(body).toContain(`action="${mine.path}"`);
  });
});

async function drafted(writer: Writer): Promise<string> {
  return planIdIn(await writer.send(await writer.fromFile(dcDraft()), 'send'));
}

async function begun(writer: Writer, planId: string) {
  const { headers } = await writer.post(`/admin/plans/${planId}/amend`, {});
  return writer.open(String(headers.Location));
}

describe('a plan that is still a draft', () => {
  test('is sent back with a comment, written anew and approved', async () => {
    const writer = new Writer();
    const planId = await drafted(writer);
    await give(writer, planId, { type: 'ReturnDraft', comment: 'The title names a project.' });
    const sheet = await begun(writer, planId);
    expect(sheet.text('section.calm')).toContain('The title names a project.');
    const location = await writer.send(sheet.set({ '/title': 'Reviews', '/why': 'As was asked.' }), 'send');
    expect(location).toBe(`/admin/plans/${planId}?done=redrafted`);
    const { ports } = writer.door.world;
    expect((await ports.store.load(planId)).draft).toEqual(dcDraft({ title: 'Reviews' }));
    expect(await ports.store.events(planId)).toMatchObject([
      { type: 'PlanDrafted' },
      { type: 'DraftReturned', comment: 'The title names a project.' },
      { type: 'PlanRedrafted', note: 'As was asked.', actor: { id: PEOPLE.hr.email } },
    ]);
    expect((await begun(writer, planId)).text('section.calm')).toBe('');
  });

  test('that somebody else wrote anew meanwhile is put together, not written over', async () => {
    const writer = new Writer();
    const planId = await drafted(writer);
    const sheet = await begun(writer, planId);
    const colleague = new Writer(writer.door, COLLEAGUE);
    await colleague.send((await begun(colleague, planId)).set({ '/title': 'Theirs' }), 'send');
    const location = await writer.send(sheet.set({ '/endDate': '2027-01-29' }), 'send');
    // What keeps it from being sent is said before: this end is too early for the last check-ins.
    expect(location).toMatch(/sent=refused$/);
    const back = await writer.open(location);
    const merge = await writer.open(
      await writer.send(back.set({ '/endDate': '2027-02-04', '/subject/grade': 'CS-12' }), 'send'),
    );
    expect(merge.path).toMatch(/\/merge\/plan$/);
    expect(textOf(merge)).toMatchObject({ 'choose:/title': 'theirs', 'choose:/subject/grade': 'yours' });
    const merged = await writer.press(merge, 'save');
    await writer.send(merged, 'send');
    const { draft } = await writer.door.world.ports.store.load(planId);
    expect([draft.title, draft.subject.grade]).toEqual(['Theirs', 'CS-12']);
  });

  test('to which only a note came meanwhile is written anew all the same', async () => {
    const writer = new Writer();
    const planId = await drafted(writer);
    const sheet = await begun(writer, planId);
    await give(writer, planId, { type: 'AddNote', text: 'A letter came.' });
    expect(await writer.send(sheet.set({ '/title': 'Mine' }), 'send')).toMatch(/done=redrafted$/);
  });

  test('that was approved meanwhile says so in the editor', async () => {
    const writer = new Writer();
    const planId = await drafted(writer);
    const sheet = await begun(writer, planId);
    await give(writer, planId, { type: 'ApprovePlan' });
    const back = await writer.press(sheet.set({ '/title': 'Mine' }), 'send');
    expect(back.text('#to-do ~ ul')).toContain('The plan was approved meanwhile');
    expect(textOf(back)['/title']).toBe('Mine');
  });
});

async function launched(writer: Writer): Promise<string> {
  const planId = await drafted(writer);
  await give(writer, planId, { type: 'ApprovePlan' });
  await give(writer, planId, { type: 'LaunchPlan' });
  return planId;
}

describe('an amendment', () => {
  test('is written in the same form, with what reads differently and what it does beside it', async () => {
    const writer = new Writer();
    const planId = await launched(writer);
    let sheet = await begun(writer, planId);
    expect(textOf(sheet)).not.toHaveProperty(['/startDate']);
    sheet = await writer.press(sheet.set({ '/items/0/measure/target': '7' }), 'send');
    expect(sheet.faultAt('/why')).toContain('Say why the plan is amended');
    expect(sheet.text('.changes dt')).toContain('Item “accuracy” › How it is measured › Target');
    expect(sheet.text('.changes ins')).toContain('7');

    sheet = await writer.press(sheet.set({ '/why': 'A new tool counts otherwise.' }), 'save');
    expect(sheet.text('section[aria-labelledby=changes]')).toMatch(/Who is written to .*Jordan Reyes/);
    expect(await writer.send(sheet, 'send')).toBe(`/admin/plans/${planId}?done=amended`);
    const plan = await writer.door.world.ports.store.load(planId);
    expect(plan.versions.map(({ number, reason }) => [number, reason])).toEqual([
      [1, undefined],
      [2, 'A new tool counts otherwise.'],
    ]);
    expect(plan.draft.items[0]?.measure.target).toBe(7);
  });

  test('puts nobody in the place of who is taken out, and no item in the place of another', async () => {
    const writer = new Writer();
    const planId = await launched(writer);
    let sheet = await begun(writer, planId);
    const { participants, items } = dcDraft();
    sheet = await writer.press(sheet, `remove:/participants/${participants.length - 1}`);
    sheet = await writer.press(sheet, 'add:/participants');
    const place = `/participants/${participants.length - 1}`;
    sheet.set({
      [`${place}/role`]: 'hr',
      [`${place}/name`]: 'Noor Aziz',
      [`${place}/email`]: 'noor@x.example',
    });
    sheet = await writer.press(sheet.set({ '/why': 'Priya left.', '/items/2/id': '' }), 'save');
    expect(textOf(sheet)[`${place}/id`]).toBe('hr-2');
    expect(textOf(sheet)['/items/2/id']).toBe(`item-${items.length}`);
    sheet = await writer.press(sheet.set({ '/items/2/id': items[2]?.id ?? '' }), 'save');
    expect(await writer.send(sheet, 'send')).toBe(`/admin/plans/${planId}?done=amended`);
    const plan = await writer.door.world.ports.store.load(planId);
    expect(plan.former.map(({ id }) => id)).toEqual(['hr']);

    // Another who comes later gets the id of neither.
    let next = await writer.press(await begun(writer, planId), 'add:/participants');
    const last = `/participants/${participants.length}`;
    next = await writer.press(next.set({ [`${last}/role`]: 'hr' }), 'save');
    expect(textOf(next)[`${last}/id`]).toBe('hr-3');
    next = await writer.press(
      next.set({ [`${place}/name`]: 'Somebody Else', [`${place}/email`]: 'else@x.example' }),
      'save',
    );
    expect(next.faultAt(`${place}/id`)).toContain('make another person');
  });

  test('half filled in says everything that is missing', async () => {
    const writer = new Writer();
    const sheet = await writer.press(
      (await begun(writer, await launched(writer))).set({
        '/title': '',
        '/items/0/measure/target': '',
        '/items/0/deficiency': '',
        '/items/1/checkIns/3/date': '',
      }),
      'send',
    );
    expect([
      sheet.faultAt('/title'),
      sheet.faultAt('/items/0/measure/target'),
      sheet.faultAt('/items/0/deficiency'),
      sheet.faultAt('/items/1/checkIns/3/date'),
    ]).toEqual([
      'This is empty: say it in a few words.',
      'Write a number.',
      'This is empty: say it in a few words.',
      'Choose a day.',
    ]);
    expect(sheet.faultAt('/why')).toContain('Say why the plan is amended');
  });

  test('that changes nothing says so, and so does one of what is over', async () => {
    const writer = new Writer();
    const planId = await launched(writer);
    let sheet = await writer.press(await begun(writer, planId), 'send');
    expect(sheet.text('#to-do ~ ul')).toContain('Nothing reads differently yet');
    writer.door.world.now = '2026-12-21T15:00:00Z';
    await give(writer, planId, { type: 'Advance', run: 1 });
    sheet = await writer.press(
      sheet.set({ '/items/0/checkIns/0/date': '2026-12-22', '/why': 'Too early.' }),
      'send',
    );
    expect(sheet.faultAt('/items/0/checkIns')).toContain('is over and stays in the plan as it was');
  });

  test('of a plan that somebody amended meanwhile is put together with theirs', async () => {
    const writer = new Writer();
    const planId = await launched(writer);
    const sheet = await begun(writer, planId);
    const colleague = new Writer(writer.door, COLLEAGUE);
    await colleague.send(
      (await begun(colleague, planId)).set({ '/title': 'Theirs', '/why': 'The old one named a project.' }),
      'send',
    );
    const mine = sheet.set({ '/items/0/measure/target': '7', '/why': 'Counted otherwise.' });
    const merge = await writer.open(await writer.send(mine, 'send'));
    expect(merge.path).toMatch(/\/merge\/plan$/);
    const after = await writer.press(merge, 'save');
    expect(textOf(after)).toMatchObject({
      '/title': 'Theirs',
      '/items/0/measure/target': '7',
      '/why': 'Counted otherwise.',
    });
    expect(await writer.send(after, 'send')).toMatch(/done=amended$/);
    const { draft, versions } = await writer.door.world.ports.store.load(planId);
    expect([draft.title, draft.items[0]?.measure.target, versions.length]).toEqual(['Theirs', 7, 3]);
  });

  test('is not begun where nothing can be amended, and says what to do instead', async () => {
    const writer = new Writer();
    const planId = await drafted(writer);
    await give(writer, planId, { type: 'WithdrawPlan', reason: 'Not needed.' });
    const page = await writer.open(`/admin/plans/${planId}/amend`);
    expect(page.text('.empty')).toContain('draft a new plan');
    expect((await writer.post(`/admin/plans/${planId}/amend`, {})).status).toBe(409);
  });

  test('that somebody has begun is found by the next', async () => {
    const writer = new Writer();
    const planId = await launched(writer);
    const sheet = await begun(writer, planId);
    const page = await new Writer(writer.door, COLLEAGUE).open(`/admin/plans/${planId}/amend`);
    expect(page.root.querySelector(`a[href="${sheet.path}"]`)?.text).toBe(
      `Go on with what ${PEOPLE.hr.email} wrote`,
    );
  });
});
