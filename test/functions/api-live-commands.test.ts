import { beforeEach, describe, expect, test } from 'vitest';
import type { PlanDraft } from '../../domain/index.ts';
import { dcDraft } from '../support/plans.ts';
import { ApiDoor, HR } from './api-door.ts';
import { capturedLogs } from './logs.ts';

let door: ApiDoor;
capturedLogs();
beforeEach(() => {
  door = new ApiDoor();
});

/** A plan whose last item counts output, which a smaller number of hours can scale. */
const counted = (): PlanDraft => {
  const draft = dcDraft();
  const items = draft.items.map((item) =>
    item.id === 'communication' ? { ...item, measure: { ...item.measure, unit: 'answers a week' } } : item,
  );
  return { ...draft, items };
};

const LEE = { id: 'lee', role: 'supervisor', name: 'Lee Park', email: 'lee.park@agency.example' };
const READING = { item: 'accuracy', date: '2026-12-07', value: 31.5, source: 'Case system' };

/** What each command adds to the record of a plan on its first day. */
const ADDS: [Record<string, unknown>, Record<string, unknown>][] = [
  [
    { type: 'amend', changes: { title: 'Permit reviews' }, reason: 'Shorter.' },
    { type: 'PlanAmended', revision: { number: 2, reason: 'Shorter.', draft: { title: 'Permit reviews' } } },
  ],
  [
    { type: 'change_manager', supervisor: LEE, reason: 'Dana leads another unit.', handover: 'Day one.' },
    { type: 'ManagerChanged', from: 'supervisor', to: 'lee', handover: 'Day one.' },
  ],
  [
    {
      type: 'reduce_capacity',
      percent: 60,
      items: ['communication'],
      signedOffBy: 'hr',
      reason: 'Part time.',
    },
    { type: 'CapacityReduced', percent: 60, items: ['communication'], signedOffBy: 'hr' },
  ],
  [
    { type: 'pause', from: '2026-12-21', until: '2027-01-03', reason: 'approved_absence' },
    { type: 'PausePlanned', pause: { from: '2026-12-21', until: '2027-01-03', reason: 'approved_absence' } },
  ],
  [
    { type: 'pause', from: '2026-12-07', reason: 'accommodation' },
    { type: 'PlanPaused', pause: { from: '2026-12-07', until: null, reason: 'accommodation' } },
  ],
  [
    { type: 'extend', endDate: '2027-03-06', reason: 'The case system came late.' },
    { type: 'PlanExtended', endDate: '2027-03-06', revision: { reason: 'The case system came late.' } },
  ],
  [
    { type: 'readings', readings: [READING], by: 'supervisor' },
    { type: 'ReadingsRecorded', readings: [READING], by: 'supervisor' },
  ],
  [
    { type: 'readings', csv: 'date,item,value\r\n2026-12-07,timeliness,64\r\n' },
    { type: 'ReadingsRecorded', readings: [{ item: 'timeliness', date: '2026-12-07', value: 64 }] },
  ],
  [
    { type: 'recognise', text: 'Cleared the backlog.', by: 'supervisor', item: 'timeliness' },
    { type: 'RecognitionAdded', text: 'Cleared the backlog.', by: 'supervisor', item: 'timeliness' },
  ],
  [
    { type: 'accommodation', by: 'employee' },
    { type: 'AccommodationRequested', by: 'employee' },
  ],
  [
    { type: 'hold', reason: 'Claim 114.' },
    { type: 'LegalHoldSet', reason: 'Claim 114.' },
  ],
];

describe('commands to a plan that is under way', () => {
  test.each(ADDS)('%j', async (body, fact) => {
    const planId = await door.active(counted());
    const before = (await door.events(planId)).length;
    expect(await door.command(planId, body)).toMatchObject({ status: 200, json: { planId } });
    const [first] = (await door.events(planId)).slice(before);
    expect(first).toMatchObject({ ...fact, actor: { kind: 'principal', id: HR } });
  });

  test.each(ADDS.filter(([{ type }]) => type !== 'reduce_capacity'))(
    'sent twice, recorded once: %j',
    async (body) => {
      const planId = await door.active(counted());
      await door.command(planId, body);
      const once = await door.events(planId);
      await door.command(planId, body);
      expect(await door.events(planId)).toEqual(once);
    },
  );

  test('a draft is shared before it is launched', async () => {
    const planId = await door.drafted();
    await door.command(planId, { type: 'approve' });
    expect(await door.command(planId, { type: 'share' })).toMatchObject({
      status: 200,
      json: { status: 'consulting', openRequests: [{ kind: 'response', waitingFor: ['employee'] }] },
    });
  });

  test('a planned pause is taken back, a running one is over when the plan goes on', async () => {
    const planId = await door.active();
    await door.command(planId, { type: 'pause', from: '2026-12-21', reason: 'approved_absence' });
    await door.command(planId, { type: 'cancel_pause', from: '2026-12-21' });
    await door.command(planId, { type: 'pause', from: '2026-12-07', reason: 'approved_absence' });
    expect((await door.get(planId)).json.status).toBe('paused');
    door.world.now = '2026-12-09T15:00:00Z';
    expect(await door.command(planId, { type: 'resume', on: '2026-12-09' })).toMatchObject({
      status: 200,
      json: { status: 'active', endDate: '2027-02-06' },
    });
  });

  test('success ends a plan before its last day and is watched; what does not hold is recorded', async () => {
    const planId = await door.active(dcDraft({ pack: 'us-fed-432' }));
    const finding = {
      type: 'end_early',
      by: 'supervisor',
      typedName: 'Dana Whitfield',
      summary: 'All reached.',
    };
    expect(await door.command(planId, finding)).toMatchObject({ status: 422 });
    await door.until(planId, '2027-01-20T15:00:00Z');
    expect(await door.command(planId, finding)).toMatchObject({
      status: 200,
      json: { status: 'monitoring', outcome: 'met' },
    });
    expect((await door.get(planId)).json).toMatchObject({
      monitoring: { until: '2027-12-06' },
      relapse: null,
    });
    await door.until(planId, '2027-06-15T15:00:00Z');
    const relapse = {
      type: 'relapse',
      date: '2027-06-14',
      item: 'accuracy',
      what: '12 of 30 were returned.',
    };
    expect(await door.command(planId, relapse)).toMatchObject({ status: 200, json: { status: 'closed' } });
    expect((await door.get(planId)).json.relapse).toEqual({ date: '2027-06-14', item: 'accuracy' });
  });

  test('a hold covers the comparators, and each is released by itself', async () => {
    const [first, second] = [await door.drafted(), await door.drafted()];
    await door.command(first, { type: 'hold', reason: 'Claim 114.', comparators: [second] });
    const held = async () =>
      Promise.all([first, second].map(async (planId) => (await door.get(planId)).json.legalHold));
    expect(await held()).toEqual([
      { since: door.world.now, reason: 'Claim 114.' },
      { since: door.world.now, reason: 'Claim 114.' },
    ]);
    await door.command(first, { type: 'release_hold', reason: 'Settled.' });
    expect(await held()).toEqual([null, { since: door.world.now, reason: 'Claim 114.' }]);
  });

  test.each([
    ['x', '/comparators/0'],
    ['plnaaaaaaaaaaaaaaaaaaaa', '/comparators'],
  ])('nothing is held when a comparator is not there: %s', async (comparator, field) => {
    const planId = await door.drafted();
    const body = { type: 'hold', reason: 'Claim 114.', comparators: [comparator] };
    expect(await door.command(planId, body)).toMatchObject({ status: 422, json: { errors: [{ field }] } });
    expect((await door.get(planId)).json.legalHold).toBeNull();
  });

  test.each([
    [{ type: 'extend', endDate: '2027-03-06' }, '/reason', 'shape'],
    [{ type: 'extend', endDate: '2027-03-06', reason: '  ' }, '/reason', 'product'],
    [{ type: 'amend', changes: { title: 'New' }, reason: '' }, '/reason', 'product'],
    [{ type: 'amend', changes: { startDate: '2026-12-08' }, reason: 'x' }, '/changes/startDate', 'shape'],
    [{ type: 'amend', changes: { items: [{}] }, reason: 'x' }, '/changes/items/0/id', 'shape'],
    [{ type: 'change_manager', supervisor: 'lee', reason: 'x' }, '/supervisor', 'shape'],
    [{ type: 'pause', from: '2026-12-21', reason: 'flu' }, '/reason', 'shape'],
    [{ type: 'readings' }, '/readings', 'shape'],
    [{ type: 'readings', readings: [], csv: 'x' }, '/readings', 'shape'],
    [{ type: 'readings', readings: [{ ...READING, value: '31' }] }, '/readings/0/value', 'shape'],
    [{ type: 'readings', readings: [{ ...READING, item: 'speed' }] }, '/readings/0/item', 'product'],
    [
      { type: 'readings', csv: 'item,date,value\naccuracy,2026-12-07,31.5\nspeed,2026-12-07,x' },
      '/csv',
      'shape',
    ],
    [{ type: 'readings', csv: 'item,date,value\nspeed,2026-12-07,3' }, '/csv', 'product'],
    [{ type: 'relapse', date: '2026-12-07', item: 'accuracy' }, '/what', 'shape'],
    [{ type: 'hold', reason: 'x', comparators: Array(101).fill('x') }, '/comparators', 'shape'],
  ])('refused, and nothing is recorded: %j', async (body, field, rule) => {
    const planId = await door.active();
    const before = (await door.events(planId)).length;
    const { status, json } = await door.command(planId, body);
    expect([status, json.code]).toEqual([422, 'rules_broken']);
    expect((json.errors as object[])[0]).toMatchObject({ field, rule });
    expect(await door.events(planId)).toHaveLength(before);
  });

  test('what the rules say of a file is said of its lines', async () => {
    const planId = await door.active();
    const csv = 'item,date,value\naccuracy,2026-12-07,31.5\nspeed,2026-12-07,3\ntimeliness,2026-12-08,3';
    const { json } = await door.command(planId, { type: 'readings', csv });
    expect((json.errors as { message: string }[]).map(({ message }) => message)).toEqual([
      'Line 3, item: The plan has no such item: use one of accuracy, timeliness, communication.',
      'Line 4, date: Give a day from 2026-12-07 to today, 2026-12-07.',
    ]);
  });

  test('everything wrong with a file is said at once, and none of it is recorded', async () => {
    const planId = await door.active();
    const before = (await door.events(planId)).length;
    const csv = [
      'item,date,value',
      'accuracy,2026-12-07,31.5',
      'speed,2026-12-07,many',
      'timeliness,2026-12-08,3',
    ];
    for (const dryRun of [true, false]) {
      const body = { type: 'readings', csv: csv.join('\n'), by: 'nobody', dryRun };
      const { status, json } = await door.command(planId, body);
      expect(status).toBe(422);
      const errors = json.errors as { field: string; message: string }[];
      expect(errors.map(({ field, message }) => `${field} ${message}`)).toEqual([
        '/csv Line 3, value: write a plain number such as 12 or 12.5, without a unit.',
        '/csv Line 3, item: The plan has no such item: use one of accuracy, timeliness, communication.',
        '/csv Line 4, date: Give a day from 2026-12-07 to today, 2026-12-07.',
        '/by Nobody in the plan has this id: use the id of a participant.',
      ]);
    }
    expect(await door.events(planId)).toHaveLength(before);
  });

  test('a file for a plan that takes no readings is refused for that alone', async () => {
    const planId = await door.drafted();
    const body = { type: 'readings', csv: 'item,date,value\naccuracy,2026-12-07,many' };
    expect(await door.command(planId, body)).toMatchObject({
      status: 409,
      json: { detail: 'A plan that is still a draft cannot take readings.', wayOut: 'Launch it first.' },
    });
  });
});

describe('trying a command', () => {
  test('says what it would do and whom it would write to, and nothing is kept', async () => {
    const planId = await door.active();
    const rows = structuredClone(door.world.rows.all());
    const body = { type: 'pause', from: '2026-12-07', reason: 'approved_absence', dryRun: true };
    const { status, json } = await door.command(planId, body);
    expect(status).toBe(200);
    expect((json.preview as { what: string; text: string }[]).map(({ what }) => what)).toEqual([
      'PlanPaused',
      'RunRestarted',
    ]);
    expect((json.preview as { text: string }[]).every(({ text }) => text.length > 10)).toBe(true);
    expect(json.mails).toEqual(
      ['Jordan Reyes', 'Dana Whitfield', 'Priya Raman'].map((to) => ({ to, template: 'plan-paused' })),
    );
    expect(json.after).toMatchObject({ planId, status: 'paused', nextDueAt: expect.any(String) });
    expect(door.world.rows.all()).toEqual(rows);
  });

  test('goes on to what comes due at once: a launch asks both sides to sign', async () => {
    const planId = await door.drafted();
    await door.command(planId, { type: 'approve' });
    const { json } = await door.command(planId, { type: 'launch', dryRun: true });
    expect(json).toMatchObject({
      preview: [
        { what: 'PlanLaunched', text: expect.stringContaining('will be launched') },
        { what: 'RequestOpened', text: expect.stringContaining('will be asked') },
      ],
      mails: [
        { to: 'Jordan Reyes', template: 'request-opened' },
        { to: 'Dana Whitfield', template: 'request-opened' },
      ],
      after: { status: 'acknowledging', openRequests: [{ id: 'acknowledgement' }] },
    });
    // What it said is what happens.
    const before = (await door.events(planId)).length;
    await door.command(planId, { type: 'launch' });
    await door.until(planId, door.world.now);
    const added = (await door.events(planId)).slice(before).map(({ type }) => ({ what: type }));
    expect(json.preview).toMatchObject(added);
  });

  test('an amendment says who is asked to sign anew', async () => {
    const planId = await door.active();
    const body = { type: 'amend', changes: { title: 'Permit reviews' }, reason: 'Shorter.', dryRun: true };
    const { json } = await door.command(planId, body);
    expect((json.preview as { what: string }[]).map(({ what }) => what)).toEqual([
      'PlanAmended',
      'RunRestarted',
      'RequestOpened',
    ]);
    expect(json.mails).toEqual(
      ['Jordan Reyes', 'Dana Whitfield'].map((to) => ({ to, template: 'request-opened' })),
    );
  });

  test.each([
    ['ahead', '2026-12-21', '2027-01-03', 'active', '2027-02-18'],
    ['running', '2026-12-07', '2026-12-16', 'paused', '2027-02-14'],
  ])('a pause with a last day says where the end moves to: %s', async (_, from, until, status, ends) => {
    const planId = await door.active();
    const body = { type: 'pause', from, until, reason: 'approved_absence' };
    const { json } = await door.command(planId, { ...body, dryRun: true });
    expect(json.after).toMatchObject({ status, endDate: '2027-02-04', endDateAfterPause: ends });
    await door.command(planId, body);
    await door.until(planId, '2027-01-10T15:00:00Z');
    expect((await door.get(planId)).json.endDate).toBe(ends);
  });

  test('a pause without a last day says nothing of the end, and one that is over has moved it', async () => {
    const planId = await door.active();
    const pause = { type: 'pause', from: '2026-12-07', reason: 'approved_absence', dryRun: true };
    const { json } = await door.command(planId, pause);
    expect(json.after).not.toHaveProperty('endDateAfterPause');
    await door.until(planId, '2026-12-15T15:00:00Z');
    const over = await door.command(planId, { ...pause, until: '2026-12-10' });
    expect(over.json.after).toMatchObject({ endDate: '2027-02-08', endDateAfterPause: '2027-02-08' });
  });

  test('is refused as the command itself would be', async () => {
    const planId = await door.active();
    const meant = { type: 'extend', endDate: '2028-01-01', reason: 'More time.' };
    const tried = await door.command(planId, { ...meant, dryRun: true });
    expect(tried.status).toBe(422);
    expect(tried.json).toEqual((await door.command(planId, meant)).json);
  });

  test('says nothing new of what is so already', async () => {
    const planId = await door.drafted();
    await door.command(planId, { type: 'approve' });
    expect(await door.command(planId, { type: 'approve', dryRun: true })).toMatchObject({
      status: 200,
      json: { preview: [], mails: [], after: { status: 'approved' } },
    });
  });
});
