import { describe, expect, test } from 'vitest';
import { NotAsked, RequestClosed, RulesBroken } from '../../domain/index.ts';
import { signed } from '../support/answers.ts';
import { Scenario } from '../support/scenario.ts';

const opened = () => Scenario.launched().until('2026-12-01T15:00:00Z');

describe('acknowledging a plan', () => {
  test('asks the employee and the issuer at launch, each by a link of their own', () => {
    const { plan } = opened();
    const request = plan?.requests.acknowledgement;
    expect(request?.respondents.map(({ participant, required }) => [participant, required])).toEqual([
      ['employee', true],
      ['supervisor', true],
    ]);
    expect(new Set(request?.respondents.map((person) => person.link)).size).toBe(2);
  });

  test('is complete when both have answered, signing and declining alike', () => {
    const scenario = opened();
    expect(scenario.answer('acknowledgement', 'supervisor', signed('Marcus'))).toMatchObject([
      { complete: false },
    ]);
    const declined = { ...signed('Dana'), choice: 'decline' as const, reason: 'I disagree.' };
    expect(scenario.answer('acknowledgement', 'employee', declined)).toEqual([
      {
        type: 'RequestAnswered',
        requestId: 'acknowledgement',
        by: 'employee',
        answer: declined,
        complete: true,
      },
    ]);
    expect(scenario.require().requests.acknowledgement?.status).toBe('answered');
  });

  test('never stalls the plan: with no answer at all it starts on its start date', () => {
    const scenario = opened().until('2026-12-07T05:00:00Z');
    expect(scenario.require().status).toBe('active');
    expect(scenario.require().requests.acknowledgement?.status).toBe('open');
  });

  test('unanswered is reminded twice, then recorded as missed and escalated to HR', () => {
    const scenario = opened().until('2026-12-09T00:00:00Z');
    const told = scenario.events.slice(3).map(({ type, at }) => [type, at]);
    expect(told).toEqual([
      ['RequestOpened', '2026-12-01T15:00:00Z'],
      ['Reminded', '2026-12-03T14:00:00Z'],
      ['PlanStarted', '2026-12-07T05:00:00Z'],
      ['Reminded', '2026-12-07T14:00:00Z'],
      ['RequestMissed', '2026-12-08T22:00:00Z'],
      ['Escalated', '2026-12-08T22:00:00Z'],
    ]);
    expect(scenario.events.at(-1)).toMatchObject({ to: [{ participant: 'hr' }], nextAt: null });
  });

  test('reminds only the one who has not answered', () => {
    const scenario = opened();
    scenario.answer('acknowledgement', 'supervisor', signed('Marcus'));
    scenario.until('2026-12-03T14:00:00Z');
    expect(scenario.events.at(-1)).toMatchObject({ type: 'Reminded', step: 1, to: ['employee'] });
  });

  test('the same answer twice is said once; another one stands beside it', () => {
    const scenario = opened();
    scenario.answer('acknowledgement', 'employee', signed('Dana'));
    expect(scenario.answer('acknowledgement', 'employee', signed('Dana'))).toEqual([]);
    expect(scenario.answer('acknowledgement', 'employee', signed('Dana Whitfield'))).toMatchObject([
      { type: 'RequestAnswered', answer: { typedName: 'Dana Whitfield' } },
    ]);
  });

  test('a signature needs a typed name', () => {
    const refusal = opened().refuses(RulesBroken, {
      type: 'AnswerRequest',
      requestId: 'acknowledgement',
      by: 'employee',
      answer: signed('   '),
    });
    expect(refusal.broken.map(({ field, rule }) => [field, rule])).toEqual([['/typedName', 'product']]);
  });

  test('somebody who was not asked is refused', () => {
    const command = { type: 'AnswerRequest', requestId: 'acknowledgement', answer: signed('Helen') } as const;
    opened().refuses(NotAsked, { ...command, by: 'reviewer' });
    opened().refuses(NotAsked, { ...command, by: 'employee', requestId: 'decision' });
  });

  test('a closed question takes no more answers, but repeats itself to whoever answered', () => {
    const scenario = opened();
    scenario.answer('acknowledgement', 'employee', signed('Dana'));
    scenario.until('2026-12-09T00:00:00Z');
    expect(scenario.answer('acknowledgement', 'employee', signed('Dana'))).toEqual([]);
    const refusal = scenario.refuses(RequestClosed, {
      type: 'AnswerRequest',
      requestId: 'acknowledgement',
      by: 'supervisor',
      answer: signed('Marcus'),
    });
    expect(refusal.closedAt).toBe('2026-12-08T22:00:00Z');
  });
});
