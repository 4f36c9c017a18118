import { describe, expect, test } from 'vitest';
import { type AccommodationAnswer, NotAllowedNow, NotAsked, RulesBroken } from '../../domain/index.ts';
import { decided, REASONS } from '../support/answers.ts';
import { livedUntil, rulesWith } from '../support/lived.ts';
import { dcDraft } from '../support/plans.ts';
import { Scenario } from '../support/scenario.ts';

const ask = { type: 'AskAccommodation', by: 'employee' } as const;
const answer = (choice: AccommodationAnswer['choice']): AccommodationAnswer => ({
  kind: 'accommodation',
  choice,
});
const active = () => livedUntil('2026-12-21T15:00:00Z');

describe('asking for an adjustment', () => {
  test('goes to HR and nobody else, with a day by which it is seen to (L3)', () => {
    expect(active().when(ask)).toMatchObject([
      { type: 'AccommodationRequested', by: 'employee' },
      {
        type: 'RequestOpened',
        request: {
          id: 'accommodation-1',
          kind: 'accommodation',
          dueAt: '2026-12-24T22:00:00Z',
          missedAt: null,
        },
        respondents: [{ participant: 'hr', required: true }],
      },
      { type: 'RunRestarted' },
    ]);
  });

  test('that nobody sees to comes back to HR, and never to anybody above them (L4)', () => {
    const draft = dcDraft();
    draft.participants.push({
      id: 'head',
      role: 'agency_head',
      name: 'Lee Park',
      email: 'lee@agency.example',
    });
    const scenario = Scenario.launched(draft).until('2026-12-21T15:00:00Z').after(ask);
    const { escalations } = scenario.require().requests['accommodation-1'] ?? {};
    expect(new Set(escalations?.map(({ to }) => to))).toEqual(new Set(['hr']));
    scenario.until('2027-02-01T00:00:00Z');
    expect(scenario.require().requests['accommodation-1']?.escalatedTo).toEqual(['hr']);
  });

  test('is quiet while one is open, and possible again afterwards', () => {
    const scenario = active().after(ask);
    expect(scenario.when(ask)).toEqual([]);
    scenario.answer('accommodation-1', 'hr', answer('adjusted'));
    expect(scenario.when(ask)[1]).toMatchObject({ request: { id: 'accommodation-2' } });
  });

  test('is for the person the plan is about, and answered by HR alone', () => {
    const { broken } = active().refuses(RulesBroken, { ...ask, by: 'supervisor' });
    expect(broken).toMatchObject([{ field: '/by', rule: 'product' }]);
    const command = {
      type: 'AnswerRequest',
      requestId: 'accommodation-1',
      answer: answer('adjusted'),
    } as const;
    active()
      .after(ask)
      .refuses(NotAsked, { ...command, by: 'supervisor' });
  });

  test('is for a plan that runs', () => {
    const scenario = livedUntil('2027-02-05T14:00:00Z');
    scenario.answer('decision', 'supervisor', decided('met'));
    expect(scenario.refuses(NotAllowedNow, ask)).toMatchObject({
      status: 'closed',
      wayOut: 'It is arranged outside the plan, between HR and whoever needs it.',
    });
  });
});

describe('HR’s answer', () => {
  test('that it is adjusted, or nothing is needed, is only recorded', () => {
    for (const choice of ['adjusted', 'nothing_needed'] as const) {
      expect(active().after(ask).answer('accommodation-1', 'hr', answer(choice))).toEqual([
        {
          type: 'RequestAnswered',
          requestId: 'accommodation-1',
          by: 'hr',
          answer: answer(choice),
          complete: true,
        },
      ]);
    }
  });

  test('to stop the clock pauses the plan from today, until somebody resumes it', () => {
    const scenario = active().after(ask);
    scenario.answer('accommodation-1', 'hr', answer('pause'));
    expect(scenario.require()).toMatchObject({
      status: 'paused',
      pauses: [{ from: '2026-12-21', until: null, reason: 'accommodation' }],
    });
  });

  test('to stop the clock is refused where the rules do not stop it', () => {
    const scenario = active().after(ask);
    scenario.library = rulesWith((pack) => {
      pack.tolling.approvedAbsence.is = false;
    });
    const { broken } = scenario.refuses(RulesBroken, {
      type: 'AnswerRequest',
      requestId: 'accommodation-1',
      by: 'hr',
      answer: answer('pause'),
    });
    expect(broken).toMatchObject([{ field: '/choice', rule: 'L1' }]);
  });

  test('to stop a clock that stands still already, or that is the decision’s, is recorded and stops nothing', () => {
    const paused = active().after(ask);
    paused.when({ type: 'PausePlan', from: '2026-12-21', reason: 'approved_absence' });
    // The workflow slept until HR's next reminder, which there is no more reason for.
    expect(paused.answer('accommodation-1', 'hr', answer('pause')).map(({ type }) => type)).toEqual([
      'RequestAnswered',
      'RunRestarted',
    ]);
    expect(paused.require().pauses).toHaveLength(1);
    const deciding = livedUntil('2027-02-05T14:00:00Z').after(ask);
    deciding.answer('accommodation-1', 'hr', answer('pause'));
    expect(deciding.require()).toMatchObject({ status: 'deciding', pauses: [] });
  });
});

describe('while HR sees to it', () => {
  const command = { type: 'AnswerRequest', requestId: 'decision', by: 'supervisor' } as const;
  const remove = decided('reassign', { reasons: REASONS });

  test('no plan is found not met, in words that do not say what was asked for (L4)', () => {
    const scenario = livedUntil('2027-02-05T14:00:00Z').after(ask);
    const { broken } = scenario.refuses(RulesBroken, { ...command, answer: remove });
    expect(broken).toEqual([
      {
        field: '/outcome',
        rule: 'product',
        citation: 'What every plan needs',
        message:
          'HR first has to answer a question of its own about this plan: it may add days to the plan. Decide after that, extend the plan, or record it as met.',
        fault: { code: 'hr_first', missed: [], others: true },
      },
    ]);
    scenario.answer('accommodation-1', 'hr', answer('nothing_needed'));
    expect(scenario.answer('decision', 'supervisor', remove).length).toBeGreaterThan(1);
  });

  test('what was proposed before is not confirmed either; it may be sent back', () => {
    const scenario = livedUntil('2027-02-05T14:00:00Z');
    scenario.answer('decision', 'supervisor', decided('remove', { reasons: REASONS }));
    scenario.when(ask);
    const approval = { kind: 'approval', choice: 'confirm', typedName: 'Morgan Ellis' } as const;
    const confirm = {
      type: 'AnswerRequest',
      requestId: 'approval-1',
      by: 'reviewer',
      answer: approval,
    } as const;
    expect(scenario.refuses(RulesBroken, confirm).broken).toMatchObject([{ field: '/choice' }]);
    const back = { ...approval, choice: 'return', reason: 'HR has a question open.' } as const;
    expect(scenario.answer('approval-1', 'reviewer', back)).toHaveLength(2);
  });

  test('a plan that was found not met before stays open until HR has answered, and is closed by that', () => {
    const response = { kind: 'response', choice: 'waive' } as const;
    const asked = () => {
      const scenario = livedUntil('2027-02-05T14:00:00Z');
      scenario.answer('decision', 'supervisor', remove);
      return scenario.after(ask);
    };
    const waived = asked();
    expect(waived.answer('response-decision', 'employee', response).map(({ type }) => type)).toEqual([
      'RequestAnswered',
    ]);
    const silent = asked().until('2027-02-12T22:00:00Z');
    expect(silent.types().slice(-1)).toEqual(['RequestLapsed']);
    for (const scenario of [waived, silent]) {
      expect(scenario.require()).toMatchObject({
        status: 'deciding',
        requests: { 'accommodation-1': { status: 'open' } },
      });
      scenario.refuses(NotAllowedNow, { type: 'ExtendPlan', endDate: '2027-03-06', reason: 'More time.' });
      expect(scenario.answer('accommodation-1', 'hr', answer('adjusted'))).toMatchObject([
        { type: 'RequestAnswered', complete: true },
        { type: 'PlanClosed', outcome: 'reassign' },
      ]);
    }
  });

  test('HR’s answer leaves the time to respond as it is', () => {
    const scenario = livedUntil('2027-02-05T14:00:00Z');
    scenario.answer('decision', 'supervisor', remove);
    scenario.after(ask);
    expect(scenario.answer('accommodation-1', 'hr', answer('adjusted'))).toHaveLength(1);
    scenario.until('2027-02-12T22:00:00Z');
    expect(scenario.require()).toMatchObject({ status: 'closed', outcome: 'reassign' });
  });

  test('HR is reminded of it all the while (INV-14)', () => {
    const scenario = livedUntil('2027-02-05T14:00:00Z');
    scenario.answer('decision', 'supervisor', remove);
    scenario.after(ask).until('2027-03-05T22:00:00Z');
    expect(scenario.events.at(-1)).toMatchObject({ type: 'Escalated', requestId: 'accommodation-1' });
  });

  test('an extension that was decided before closes nothing', () => {
    const scenario = livedUntil('2027-02-05T14:00:00Z');
    const extend = decided('extend', { reasons: REASONS, extendTo: '2027-03-06' });
    scenario.answer('decision', 'supervisor', extend);
    scenario.until('2027-03-08T14:00:00Z').after(ask);
    expect(scenario.answer('accommodation-1', 'hr', answer('adjusted'))).toHaveLength(1);
    expect(scenario.require().status).toBe('deciding');
  });

  test('an open question is over with the plan', () => {
    const scenario = active().after(ask).after({ type: 'WithdrawPlan', reason: 'Moved.' });
    expect(scenario.require().requests['accommodation-1']?.status).toBe('superseded');
  });
});
