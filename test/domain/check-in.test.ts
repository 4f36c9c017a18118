import { describe, expect, test } from 'vitest';
import { RulesBroken } from '../../domain/index.ts';
import { rated, signed } from '../support/answers.ts';
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
    expect(scenario.types().filter((type) => type === 'Reminded')).toEqual([]);
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
