import { beforeEach, describe, expect, test } from 'vitest';
import type { Participant, PlanDraft } from '../../domain/index.ts';
import { CHECK_IN_DATES, dcDraft } from '../support/plans.ts';
import { ApiDoor } from './api-door.ts';
import { capturedLogs } from './logs.ts';

let door: ApiDoor;
capturedLogs();
beforeEach(() => {
  door = new ApiDoor();
});

const QUESTIONS = ['Do reviews come back complete?', 'Do you hear back in time?'];
const STAKEHOLDERS = ['s1', 's2', 's3', 's4', 's5', 's6'];

/** A plan that six stakeholders are asked about on 11 January. */
const surveyed = (): PlanDraft => {
  const draft = dcDraft({ pack: 'general' });
  const stakeholders = STAKEHOLDERS.map(
    (id): Participant => ({
      id,
      role: 'stakeholder',
      name: `Stakeholder ${id}`,
      email: `${id}@agency.example`,
    }),
  );
  return {
    ...draft,
    participants: [...draft.participants, ...stakeholders],
    followUps: [{ date: '2027-01-11', type: 'survey', questions: QUESTIONS }],
  };
};

describe('GET /api/plans/{planId}', () => {
  test('a plan in which nothing has happened says so', async () => {
    const { json } = await door.get(await door.drafted());
    expect(json).toMatchObject({
      versions: [],
      pauses: [],
      tolledDays: 0,
      opportunityDays: 60,
      attributions: [],
      credits: [],
      surveys: [],
      proposal: null,
      monitoring: null,
      relapse: null,
      legalHold: null,
    });
    expect((json.support as { delivered: unknown }[]).map(({ delivered }) => delivered)).toEqual([
      null,
      null,
    ]);
  });

  test('every version is there, with what changed in it and why', async () => {
    const planId = await door.active();
    await door.command(planId, { type: 'amend', changes: { title: 'Permit reviews' }, reason: 'Shorter.' });
    const { versions } = (await door.get(planId)).json;
    expect(versions).toEqual([
      {
        number: 1,
        at: '2026-12-01T15:00:00Z',
        because: 'launched',
        startDate: '2026-12-07',
        endDate: '2027-02-04',
        changes: [],
      },
      {
        number: 2,
        at: '2026-12-07T15:00:00Z',
        because: 'amended',
        reason: 'Shorter.',
        startDate: '2026-12-07',
        endDate: '2027-02-04',
        changes: [{ field: '/title', before: dcDraft().title, after: 'Permit reviews' }],
      },
    ]);
  });

  test('days on which the clock stood still are counted, and take nothing from the days to improve', async () => {
    const planId = await door.active();
    await door.command(planId, {
      type: 'pause',
      from: '2026-12-08',
      until: '2026-12-11',
      reason: 'approved_absence',
    });
    await door.until(planId, '2026-12-14T15:00:00Z');
    const { json } = await door.get(planId);
    expect(json).toMatchObject({ tolledDays: 4, opportunityDays: 60, endDate: '2027-02-08' });
    expect(json.pauses).toMatchObject([{ from: '2026-12-08', resumedOn: '2026-12-12', tolledDays: 4 }]);
  });

  test('readings stand beside what they are measured against', async () => {
    const planId = await door.active();
    const readings = [{ item: 'timeliness', date: '2026-12-07', value: 64 }];
    await door.command(planId, { type: 'readings', readings });
    const [, timeliness, communication] = (await door.get(planId)).json.readings as object[];
    expect(timeliness).toEqual({
      item: 'timeliness',
      measure: dcDraft().items[1]?.measure,
      readings: [{ date: '2026-12-07', value: 64 }],
    });
    expect(communication).toMatchObject({ item: 'communication', readings: [] });
  });

  test('of readings for the same item, day and source the latest stands, and says that it was corrected', async () => {
    const planId = await door.active();
    const day = { item: 'timeliness', date: '2026-12-07' };
    for (const [value, source] of [
      [64, 'List'],
      [70, 'Survey'],
      [66, 'List'],
      [65, 'List'],
    ]) {
      await door.command(planId, { type: 'readings', readings: [{ ...day, value, source }] });
    }
    const [, timeliness] = (await door.get(planId)).json.readings as object[];
    expect(timeliness).toMatchObject({
      readings: [
        { date: '2026-12-07', value: 65, source: 'List', corrected: true },
        { date: '2026-12-07', value: 70, source: 'Survey' },
      ],
    });
  });

  test('a missed check-in says whose it was, and what was given back', async () => {
    const planId = await door.active();
    await door.until(planId, '2026-12-30T15:00:00Z');
    const attribution = {
      kind: 'attribution',
      to: 'manager',
      reason: 'Did not open it.',
      credit: true,
    } as const;
    await door.answer(planId, 'attribution-check-in-2026-12-18', 'hr', attribution);
    const { attributions, credits } = (await door.get(planId)).json;
    expect(attributions).toEqual([{ requestId: 'check-in-2026-12-18', to: 'manager' }]);
    expect(credits).toEqual([{ requestId: 'check-in-2026-12-18', days: 11 }]);
  });

  test('promised support says what the employee said of it', async () => {
    const planId = await door.active();
    await door.until(planId, '2026-12-21T15:00:00Z');
    const asked = (await door.get(planId)).json.openRequests as { id: string; kind: string }[];
    const { id = '' } = asked.find(({ kind }) => kind === 'support') ?? {};
    const promises = [{ item: 'accuracy', what: 'Code refresher course', delivered: 'partly' as const }];
    await door.answer(planId, id, 'employee', { kind: 'support', promises });
    expect((await door.get(planId)).json.support).toEqual([
      {
        item: 'accuracy',
        kind: 'training',
        what: 'Code refresher course',
        owner: 'supervisor',
        due: '2026-12-18',
        delivered: 'partly',
        attendedOn: null,
      },
      {
        item: 'timeliness',
        kind: 'hours',
        what: 'One hour of planning a week',
        owner: 'supervisor',
        due: '2027-01-29',
        delivered: null,
        attendedOn: null,
      },
    ]);
  });
});

test('a decision that waits for somebody else says who proposed it and what it waits for', async () => {
  const planId = await door.active();
  const items = dcDraft().items.map(({ id }) => ({ item: id, progress: 'below' as const }));
  for (const date of CHECK_IN_DATES) {
    await door.until(planId, `${date}T18:00:00Z`);
    for (const by of ['employee', 'supervisor']) {
      await door.answer(planId, `check-in-${date}`, by, { kind: 'check_in', meeting: 'held', items });
    }
  }
  await door.until(planId, '2027-02-08T15:00:00Z');
  await door.answer(planId, 'decision', 'supervisor', {
    kind: 'decision',
    outcome: 'remove',
    typedName: 'Dana Whitfield',
    reasons: items.map(({ item }) => ({ item, reason: 'The target was not reached.' })),
  });
  const { json } = await door.get(planId);
  const approval = (json.openRequests as { id: string; kind: string }[]).find(
    ({ kind }) => kind === 'approval',
  );
  expect(json.proposal).toEqual({
    requestId: 'decision',
    by: 'supervisor',
    outcome: 'remove',
    at: '2027-02-08T15:00:00Z',
    awaiting: [approval?.id],
  });
});

describe('a survey', () => {
  const answered = async (by: string[]): Promise<string> => {
    const planId = await door.active(surveyed());
    await door.until(planId, '2027-01-11T20:00:00Z');
    const { requests } = await door.world.ports.store.load(planId);
    const id = Object.values(requests).find(({ kind }) => kind === 'survey')?.id ?? '';
    for (const [at, person] of by.entries()) {
      const scores = [1 + (at % 5), 4];
      await door.answer(planId, id, person, { kind: 'survey', scores, comment: `Said by ${person}` });
    }
    await door.until(planId, '2027-01-29T20:00:00Z');
    return planId;
  };

  test('is read only in sum', async () => {
    const planId = await answered(STAKEHOLDERS);
    const [survey] = (await door.get(planId)).json.surveys as Record<string, unknown>[];
    expect(survey).toMatchObject({
      status: 'answered',
      asked: 6,
      answered: 6,
      questions: [
        { text: QUESTIONS[0], mean: 2.7, counts: [2, 1, 1, 1, 1] },
        { text: QUESTIONS[1], mean: 4, counts: [0, 0, 0, 6, 0] },
      ],
    });
  });

  test('of too few answers is not read at all', async () => {
    const planId = await answered(['s1', 's2']);
    const { json } = await door.get(planId);
    expect(json.surveys).toMatchObject([{ status: 'lapsed', answered: 2, questions: null, comments: [] }]);
    expect(JSON.stringify(json)).not.toContain('Said by');
  });

  test('does not tell who answered it when somebody’s address changes, tried out or done', async () => {
    const said: unknown[] = [];
    for (const by of [[], ['s1']]) {
      door = new ApiDoor();
      const planId = await door.active(surveyed());
      await door.until(planId, '2027-01-11T20:00:00Z');
      const { requests } = await door.world.ports.store.load(planId);
      const id = Object.values(requests).find(({ kind }) => kind === 'survey')?.id ?? '';
      for (const person of by)
        await door.answer(planId, id, person, { kind: 'survey', scores: [1, 4], comment: '' });
      const command = { type: 'correct_address', participant: 's1', email: 'new@agency.example' };
      const { preview, mails } = (await door.command(planId, { ...command, dryRun: true })).json;
      expect((await door.command(planId, command)).status).toBe(200);
      const { events } = (await door.get(planId, '/events')).json as { events: Record<string, unknown>[] };
      const { type, email, handed, uninvited } = events.at(-1) ?? {};
      said.push({ preview, mails, type, email, handed, uninvited });
    }
    expect(said[0]).toEqual(said[1]);
    expect(said[0]).toMatchObject({ type: 'AddressCorrected', handed: [], mails: [] });
  });

  test('is withheld from the list of events, answer by answer', async () => {
    const planId = await answered(STAKEHOLDERS);
    const { json } = await door.get(planId, '/events');
    const answers = (json.events as { type: string; answer?: { kind: string } }[]).flatMap(({ answer }) =>
      answer?.kind === 'survey' ? [answer] : [],
    );
    expect(answers).toEqual(STAKEHOLDERS.map(() => ({ kind: 'survey', withheld: true })));
    expect(JSON.stringify(json)).not.toContain('Said by');
    expect(JSON.stringify(await door.events(planId))).toContain('Said by s1');
  });

  test('is not given away by who answered, by who was reminded, or by a hash that could be tried', async () => {
    const planId = await answered(['s1', 's2']);
    const { json } = await door.get(planId, '/events');
    const events = json.events as Record<string, unknown>[];
    const kept = await door.events(planId);
    // Who was reminded has not answered: the first reminder is the first to be kept from view.
    const first = events.findIndex(
      ({ type, requestId }) => type === 'Reminded' && String(requestId).startsWith('survey-'),
    );
    expect(events.slice(0, first)).toEqual(kept.slice(0, first));
    expect(events[first]).toEqual({
      type: 'Reminded',
      requestId: 'survey-2027-01-11',
      step: 1,
      seq: first + 1,
      v: 1,
      at: '2027-01-11T14:00:00Z',
      actor: { kind: 'system', id: 'lifecycle' },
      prev: kept[first - 1]?.hash,
    });
    const answer = events.find(({ requestId }, at) => at > first && requestId === 'survey-2027-01-11');
    expect(answer).toEqual({
      type: 'RequestAnswered',
      requestId: 'survey-2027-01-11',
      answer: { kind: 'survey', withheld: true },
      complete: false,
      seq: expect.any(Number),
      v: 1,
      at: expect.any(String),
    });
    expect(events.slice(first + 1).filter((event) => 'hash' in event || 'prev' in event)).toEqual([]);
  });
});
