import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { dcDraft } from '../../../support/plans.ts';
import { PEOPLE } from '../../../support/signed-in-as.ts';
import { capturedLogs } from '../../logs.ts';
import { SiteDoor } from '../../site/site-door.ts';
import { COLLEAGUE, give, planIdIn, textOf, Writer } from './writer.ts';

capturedLogs();

describe('a draft in the editor', () => {
  test('is begun blank, with the people, days and check-ins of the organisation’s rules', async () => {
    const writer = new Writer();
    const { headers } = await writer.post('/admin/drafts', { from: 'blank' });
    const sheet = await writer.open(String(headers.Location));
    expect(textOf(sheet)).toMatchObject({
      version: '1',
      '/title': '',
      '/subject/participant': 'employee',
      '/issuer/participant': 'supervisor',
      '/participants/0/role': 'employee',
      '/startDate': '2026-12-08',
      '/endDate': '2027-02-05',
      '/items/0/checkIns/0/date': '2026-12-22',
    });
    // What nobody has written yet is no fault of theirs; what is left to do stands beside.
    expect(sheet.root.querySelectorAll('.fault')).toEqual([]);
    expect(sheet.text('#to-do')).toMatch(/^Still to do: \d+$/);
  });

  test('says all that is missing at once, in words of the form', async () => {
    const writer = new Writer();
    const { headers } = await writer.post('/admin/drafts', { from: 'blank' });
    let sheet = await writer.press(await writer.open(String(headers.Location)), 'send');
    const empty = 'This is empty: say it in a few words.';
    const said = (...fields: string[]) => fields.map((field) => sheet.faultAt(field));
    expect(said('/title', '/participants/0/name', '/reason/summary', '/items/0/deficiency')).toEqual(
      Array(4).fill(empty),
    );
    expect(said('/items/0/measure/unit', '/items/0/desiredOutcome', '/items/0/actions/0/what')).toEqual(
      Array(3).fill(empty),
    );
    expect(
      said('/items/0/measure/target', '/items/0/measure/direction', '/reason/priorCoaching/0/date'),
    ).toEqual(['Write a number.', 'Choose one.', 'Choose a day.']);
    expect(sheet.faultAt('/triage')).toMatch(/^Answer each of these questions\. \(H1, /);
    expect(sheet.text('.fault')).not.toMatch(/[a-z][A-Z]|YYYY|true or false|_/);

    sheet = await writer.press(
      sheet.set({ '/triage/purpose': 'improvement', '/startDate': '2026-02-30' }),
      'save',
    );
    expect(said('/triage/helpGiven', '/startDate')).toEqual([
      'Choose Yes or No.',
      'There is no such day: choose one that exists.',
    ]);
  });

  test('says that a rating is missing beside numbers that are', async () => {
    const writer = new Writer();
    const sheet = await writer.press(
      (await writer.fromFile(dcDraft())).set({ '/items/0/rating': '', '/items/0/measure/target': '' }),
      'save',
    );
    expect(sheet.faultAt('/items/0/measure/target')).toBe('Write a number.');
    expect(sheet.faultAt('/items/0/rating')).toContain('Say how this was rated');
  });

  test('goes all the way: rules refuse in place, it is put right, created and approved', async () => {
    const writer = new Writer();
    const draft = dcDraft();
    let sheet = await writer.fromFile({ ...draft, endDate: '2026-12-20' });
    sheet = await writer.press(sheet.set({ '/title': '' }), 'send');
    expect(sheet.text('.notice-title')).toMatch(/^Not yet: \d+ things are still to do\.$/);
    expect(sheet.faultAt('/title')).toBe('This is empty: say it in a few words.');
    expect(sheet.faultAt('/endDate')).toMatch(/lasts 14 days.*\(D2, .*DCMR/);
    expect(sheet.root.querySelector('a[href="#/endDate"]')?.text).toBe('Last day');
    expect(await writer.door.world.ports.store.list({}, writer.door.world.now)).toMatchObject({ plans: [] });

    sheet = await writer.press(sheet.set({ '/title': draft.title, '/endDate': draft.endDate }), 'save');
    expect(sheet.text('#to-do')).toBe('Nothing stands in its way');
    expect(sheet.text('#future-silent summary')).toMatch(/^If nobody answers \(\d+ moments\)$/);

    const location = await writer.send(sheet, 'send');
    expect(location).toMatch(/^\/admin\/plans\/pln[a-z2-7]{20}\?done=created$/);
    const { store } = writer.door.world.ports;
    const planId = planIdIn(location);
    expect((await store.load(planId)).draft).toEqual(draft);
    const [drafted] = await store.events(planId);
    expect(drafted?.actor).toEqual({ kind: 'principal', id: PEOPLE.hr.email });
    expect(await writer.door.world.ports.workspace.list()).toEqual([]);

    // Whoever presses again gets the same plan.
    const again = await writer.open(sheet.path);
    expect(again.root.querySelector(`a[href="/admin/plans/${planId}"]`)?.text.trim()).toBe('Open the plan');
    expect((await store.list({}, writer.door.world.now)).plans).toHaveLength(1);

    await give(writer, planId, { type: 'ApprovePlan', comment: 'Read with the manager.' });
    expect((await store.load(planId)).status).toBe('approved');
  });

  test.each([
    'colorado-five-follow-ups',
    'missouri-department',
    'technical-early-success',
    'removal-needs-a-second-person',
  ])('shows the plan of %s so that saving it changes nothing', async (name) => {
    const { plan } = JSON.parse(readFileSync(`examples/${name}.json`, 'utf8'));
    const writer = new Writer();
    const sheet = await writer.fromFile(plan);
    const [work] = await writer.door.world.ports.workspace.list();
    await writer.press(sheet, 'save');
    const saved = await writer.door.world.ports.workspace.open(work?.id ?? '');
    expect(saved).toMatchObject({ version: 1, content: plan });
  });

  test('keeps what is typed when rows come and go without a script', async () => {
    const writer = new Writer();
    let sheet = await writer.fromFile(dcDraft());
    sheet = await writer.press(sheet.set({ '/title': 'Half a title' }), 'add:/participants');
    expect(textOf(sheet)['/title']).toBe('Half a title');
    const place = dcDraft().participants.length;
    sheet = await writer.press(
      sheet.set({ [`/participants/${place}/role`]: 'mentor', [`/participants/${place}/name`]: 'Mo' }),
      'remove:/participants/0',
    );
    expect(textOf(sheet)).toMatchObject({
      [`/participants/${place - 1}/name`]: 'Mo',
      [`/participants/${place - 1}/id`]: 'mentor',
      '/title': 'Half a title',
    });
  });

  test('fills in check-ins on working days, with even steps to the target', async () => {
    const writer = new Writer();
    let sheet = await writer.fromFile(dcDraft({ startDate: '2027-01-04', endDate: '2027-03-04' }));
    sheet = await writer.press(
      sheet.set({
        '/items/0/measure/baseline': '50',
        '/items/0/measure/target': '90',
        'cadence:/items/0': '2',
      }),
      'check-ins:/items/0',
    );
    const filled = [0, 1, 2, 3].map((at) => [
      textOf(sheet)[`/items/0/checkIns/${at}/date`],
      textOf(sheet)[`/items/0/checkIns/${at}/benchmark`],
    ]);
    expect(filled).toEqual([
      ['2027-01-19', '60'],
      ['2027-02-01', '70'],
      ['2027-02-16', '80'],
      ['2027-03-01', '90'],
    ]);
    expect(textOf(sheet)).not.toHaveProperty(['/items/0/checkIns/4/date']);
    sheet = await writer.press(sheet.set({ '/endDate': '' }), 'check-ins:/items/0');
    expect(sheet.text('.notice-title')).toBe('The check-ins could not be filled in.');
  });

  test('says what a number that is none should be, and keeps it', async () => {
    const writer = new Writer();
    let sheet = await writer.fromFile(dcDraft());
    sheet = await writer.press(sheet.set({ '/items/0/measure/target': 'about 90' }), 'save');
    expect(textOf(sheet)['/items/0/measure/target']).toBe('about 90');
    expect(sheet.faultAt('/items/0/measure/target')).toBe('Give a number here, not a text.');
  });

  test('gives advice beside the words it is about', async () => {
    const [item, ...rest] = dcDraft().items;
    if (!item) throw new Error('The draft has an item.');
    const draft = dcDraft({ items: [{ ...item, deficiency: 'Is careless with permits.' }, ...rest] });
    const sheet = await new Writer().fromFile(draft);
    const advice = sheet.root
      .querySelectorAll('.advice')
      .find(({ id }) => id === '/items/0/deficiency-advice');
    expect(advice?.text).toContain('“careless”');
    expect(sheet.text('#better summary')).toMatch(/^Could be written better: \d+$/);
  });

  test('saves by itself, and a page is never in its own way', async () => {
    const writer = new Writer();
    const sheet = await writer.fromFile(dcDraft());
    const autosave = (title: string) =>
      writer.post(sheet.path, sheet.set({ '/title': title }).fields, { 'x-autosave': '1' });
    const first = await autosave('One');
    expect([first.status, first.headers['x-version']]).toEqual([204, '2']);
    // The answer to the first was lost on its way: the page still thinks that it is at version 1.
    expect((await autosave('Two')).headers['x-version']).toBe('3');
    expect((await autosave('Two')).headers['x-version']).toBe('3');
    expect(textOf(await writer.press(sheet.set({ '/title': 'Three' }), 'save'))).toMatchObject({
      version: '4',
      '/title': 'Three',
    });
  });

  test('begun from a file says what is wrong with the file, and what was left out of it', async () => {
    const writer = new Writer();
    const broken = await writer.post('/admin/drafts', { from: 'file', json: '{"title": oops}' });
    expect(broken.status).toBe(422);
    expect(broken.body).toContain('it breaks at line 1, column 11');
    expect(broken.body).toContain('{&quot;title&quot;: oops}');
    const { status, body } = await writer.post('/admin/drafts', { from: 'copy', planId: 'pln123' });
    expect([status, body.includes('No plan can have this id')]).toEqual([422, true]);
    const sheet = await writer.fromFile({ ...dcDraft(), salary: 1 });
    expect(sheet.text('.notice')).toContain('Not known, and left out: /salary.');
  });

  test('is listed with who saved it and when; a discard is taken back', async () => {
    const writer = new Writer();
    const sheet = await writer.fromFile(dcDraft());
    const colleague = new Writer(writer.door, COLLEAGUE);
    await colleague.fromFile(dcDraft({ title: 'Another' }));
    expect((await writer.open('/admin/drafts')).text('tbody tr')).toContain(`${COLLEAGUE.email}`);
    expect((await writer.open('/admin/drafts?whose=mine')).text('tbody th')).toBe(dcDraft().title);

    const { headers } = await colleague.post(`${sheet.path}/discard`, {});
    const list = await colleague.open(String(headers.Location));
    expect(list.text('tbody th')).toBe('Another');
    expect(list.text('form.notice')).toContain('The draft was discarded.');
    const undo = list.root.querySelector('form.notice')?.getAttribute('action') ?? '';
    const back = await colleague.post(undo, {});
    expect(textOf(await colleague.open(String(back.headers.Location)))['/title']).toBe(dcDraft().title);
  });

  test('that is too large says the limit', async () => {
    const writer = new Writer();
    const sheet = await writer.fromFile(dcDraft());
    const { status, body } = await writer.post(sheet.path, { '/title': 'x'.repeat(257 * 1024) });
    expect(status).toBe(413);
    expect(body).toContain('a plan may have 256 kB');
  });

  test('is for HR alone', async () => {
    const door = new SiteDoor();
    for (const as of [PEOPLE.manager, PEOPLE.auditor, PEOPLE.operator]) {
      expect((await door.call('GET /admin/drafts', { as })).status).toBe(403);
    }
  });

  test('that nobody has is not there', async () => {
    const { status } = await new SiteDoor().call('GET /admin/drafts/{draftId}', {
      params: { draftId: 'wrk1' },
    });
    expect(status).toBe(404);
  });
});
