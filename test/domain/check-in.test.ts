import { describe, expect, test } from 'vitest';
import { type CheckInAnswer, NotAsked, type Participant, RulesBroken } from '../../domain/index.ts';
import { ITEMS, rated, signed } from '../support/answers.ts';
import { dcDraft } from '../support/plans.ts';
import { Scenario } from '../support/scenario.ts';

const ID = 'check-in-2026-12-18';

function signedByBoth(): Scenario {
  const scenario = Scenario.launched().until('2026-12-01T15:00:00Z');
  scenario.answer('acknowledgement', 'supervisor', signed('Marcus'));
  scenario.answer('acknowledgement', 'employee', signed('Dana'));
  return scenario;
}

describe('a check-in', () => {
  test('opens three days ahead and is due at closing time of its day', () => {
    const { plan } = signedByBoth().until('2026-12-15T14:00:00Z');
    expect(plan?.requests[ID]).toMatchObject({
      openedAt: '2026-12-15T14:00:00Z',
      dueAt: '2026-12-18T22:00:00Z',
      missedAt: '2026-12-28T22:00:00Z',
    });
  });

  test('answered by both asks nothing more until the next one', () => {
    const scenario = signedByBoth().until('2026-12-15T14:00:00Z');
    scenario.answer(ID, 'employee', rated('near'));
    scenario.answer(ID, 'supervisor', rated('below'));
    scenario.until('2026-12-30T13:59:59Z');
    const reminded = scenario.events.filter((event) => event.type === 'Reminded' && event.requestId === ID);
    expect(reminded).toEqual([]);
    expect(scenario.require().requests[ID]?.status).toBe('answered');
  });

  test('unanswered is reminded on the day and twice after, then missed and escalated; who kept silent is said', () => {
    const scenario = signedByBoth().until('2026-12-15T14:00:00Z');
    scenario.answer(ID, 'employee', rated('near'));
    scenario.until('2026-12-30T00:00:00Z');
    const told = scenario.events.filter((event) => 'requestId' in event && event.requestId === ID).slice(1);
    expect(told.map(({ type, at }) => [type, at])).toEqual([
      ['Reminded', '2026-12-18T14:00:00Z'],
      ['Reminded', '2026-12-21T14:00:00Z'],
      ['Reminded', '2026-12-23T14:00:00Z'],
      ['RequestMissed', '2026-12-28T22:00:00Z'],
      ['Escalated', '2026-12-28T22:00:00Z'],
    ]);
    expect(told.at(-2)).toMatchObject({ by: ['supervisor'], tell: ['employee', 'supervisor'] });
    expect(told.at(-1)).toMatchObject({ to: [{ participant: 'reviewer' }, { participant: 'hr' }] });
  });

  test('must rate every item it asks about, and no other', () => {
    const scenario = signedByBoth().until('2026-12-15T14:00:00Z');
    const answer = rated('near', {
      items: [
        { item: 'communication', progress: 'near' },
        { item: 'other', progress: 'near' },
      ],
    });
    const refusal = scenario.refuses(RulesBroken, {
      type: 'AnswerRequest',
      requestId: ID,
      by: 'employee',
      answer,
    });
    expect(refusal.broken.map(({ field }) => field)).toEqual([
      '/items/accuracy/progress',
      '/items/timeliness/progress',
      '/items/other',
    ]);
  });

  test('takes the numbers and the good words that came along, each once', () => {
    const scenario = signedByBoth().until('2026-12-16T15:00:00Z');
    const answer = rated('near', {
      readings: [{ item: 'accuracy', value: 28.5 }],
      recognition: 'Cleared the oldest case of the year.',
    });
    expect(scenario.answer(ID, 'supervisor', answer)).toEqual([
      { type: 'RequestAnswered', requestId: ID, by: 'supervisor', answer, complete: false },
    ]);
    const again = { ...answer, comment: 'One more word.' };
    expect(scenario.answer(ID, 'supervisor', again)).toHaveLength(1);
    expect(scenario.answer(ID, 'employee', rated('near'))).toEqual([
      { type: 'RequestAnswered', requestId: ID, by: 'employee', answer: rated('near'), complete: true },
      {
        type: 'ReadingsRecorded',
        readings: [{ item: 'accuracy', date: '2026-12-16', value: 28.5, by: 'supervisor' }],
        by: 'supervisor',
      },
      { type: 'RecognitionAdded', text: 'Cleared the oldest case of the year.', by: 'supervisor' },
    ]);
  });

  test('answered after its day dates its numbers on its day', () => {
    const scenario = signedByBoth().until('2026-12-22T15:00:00Z');
    scenario.answer(ID, 'supervisor', rated('near', { readings: [{ item: 'accuracy', value: 28.5 }] }));
    scenario.answer(ID, 'employee', rated('near'));
    expect(scenario.require().readings).toEqual([
      { item: 'accuracy', date: '2026-12-18', value: 28.5, by: 'supervisor' },
    ]);
  });

  test('refuses numbers that no item is measured by, that come twice, or that are none', () => {
    const readings = [
      { item: 'accuracy', value: Number.NaN },
      { item: 'timeliness', value: 70 },
      { item: 'timeliness', value: 71 },
      { item: 'other', value: 1 },
    ];
    const command = { type: 'AnswerRequest', requestId: ID, by: 'supervisor' } as const;
    const refusal = signedByBoth()
      .until('2026-12-15T14:00:00Z')
      .refuses(RulesBroken, { ...command, answer: rated('near', { readings }) });
    expect(refusal.broken.map(({ field, rule }) => [field, rule])).toEqual([
      ['/readings/accuracy', 'product'],
      ['/readings/timeliness', 'product'],
      ['/readings/other', 'product'],
    ]);
  });

  test('keeps what somebody said who has left the plan since, and takes no more of them', () => {
    const scenario = signedByBoth().until('2026-12-15T14:00:00Z');
    scenario.answer(ID, 'supervisor', rated('near'));
    const supervisor: Participant = {
      id: 'second',
      role: 'supervisor',
      name: 'Ana Ruiz',
      email: 'ana@agency.example',
    };
    scenario.when({ type: 'ChangeManager', supervisor, reason: 'Moved to another division.' });
    expect(scenario.answer(ID, 'supervisor', rated('near'))).toEqual([]);
    const command = { type: 'AnswerRequest', requestId: ID, by: 'supervisor' } as const;
    scenario.refuses(NotAsked, { ...command, answer: rated('below') });
  });

  test('is not answered while the plan stands still', () => {
    const scenario = signedByBoth().until('2026-12-15T14:00:00Z');
    scenario.when({ type: 'PausePlan', from: '2026-12-15', reason: 'approved_absence' });
    const command = { type: 'AnswerRequest', requestId: ID, by: 'employee' } as const;
    const { broken } = scenario.refuses(RulesBroken, { ...command, answer: rated('near') });
    expect(broken).toMatchObject([{ field: '', rule: 'product' }]);
    scenario.when({ type: 'ResumePlan', on: '2026-12-15' });
    expect(scenario.answer(ID, 'employee', rated('near'))).toHaveLength(1);
  });
});

describe('follow-ups of other types', () => {
  const asked = (type: 'metrics' | 'coaching'): Scenario => {
    const draft = dcDraft({ followUps: [{ date: '2026-12-16', type }] });
    draft.participants.push({ id: 'mentor', role: 'mentor', name: 'Sam Ito', email: 'sam@agency.example' });
    return Scenario.launched(draft).until('2026-12-16T15:00:00Z');
  };
  const refused = (scenario: Scenario, by: string, requestId: string, extra: object) =>
    scenario
      .refuses(RulesBroken, {
        type: 'AnswerRequest',
        requestId,
        by,
        answer: { kind: 'check_in', meeting: 'held', items: [], ...extra },
      })
      .broken.map(({ field }) => field);

  test('a metrics report asks for the number of every item and no rating', () => {
    const id = 'metrics-2026-12-16';
    expect(refused(asked('metrics'), 'supervisor', id, {})).toEqual(ITEMS.map((item) => `/readings/${item}`));
    const readings = ITEMS.map((item) => ({ item, value: 50 }));
    expect(refused(asked('metrics'), 'supervisor', id, { items: rated('near').items, readings })).toEqual(
      ITEMS.map((item) => `/items/${item}`),
    );
    const scenario = asked('metrics');
    scenario.answer(id, 'supervisor', { kind: 'check_in', meeting: 'held', items: [], readings });
    expect(scenario.require().requests[id]?.status).toBe('answered');
    expect(scenario.require().readings.map(({ item, value }) => [item, value])).toEqual(
      ITEMS.map((item) => [item, 50]),
    );
  });

  test('coaching asks what was done, unless it was not held', () => {
    const id = 'coaching-2026-12-16';
    expect(refused(asked('coaching'), 'employee', id, { comment: ' ' })).toEqual(['/comment']);
    const scenario = asked('coaching');
    const notHeld: CheckInAnswer = { kind: 'check_in', meeting: 'not_held', items: [] };
    expect(scenario.answer(id, 'employee', notHeld)[0]).toMatchObject({ answer: notHeld });
  });
});

describe('when the workflow slept', () => {
  test('a check-in that opened late gives people the business days they were promised', () => {
    const scenario = signedByBoth();
    scenario.asleepUntil('2026-12-30T15:00:00Z');
    expect(scenario.require().requests[ID]).toMatchObject({
      openedAt: '2026-12-30T15:00:00Z',
      dueAt: '2027-01-05T22:00:00Z',
      missedAt: '2027-01-12T22:00:00Z',
      status: 'open',
    });
  });

  test('reminders that are late go out as one, and nobody is marked missed before a business day has passed', () => {
    const scenario = signedByBoth().until('2026-12-15T14:00:00Z');
    const facts = scenario
      .asleepUntil('2026-12-30T15:00:00Z')
      .filter((fact) => 'requestId' in fact && fact.requestId === ID);
    expect(facts).toEqual([
      {
        type: 'Reminded',
        requestId: ID,
        step: 3,
        to: ['employee', 'supervisor'],
        missedAt: '2026-12-31T22:00:00Z',
      },
    ]);
    scenario.until('2026-12-31T22:00:00Z');
    expect(scenario.require().requests[ID]?.status).toBe('missed');
  });
});
