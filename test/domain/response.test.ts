import { describe, expect, test } from 'vitest';
import {
  type Answer,
  NotAllowedNow,
  NotAsked,
  RequestClosed,
  type ResponseAnswer,
  RulesBroken,
} from '../../domain/index.ts';
import { decided, REASONS, rated } from '../support/answers.ts';
import { livedUntil, rulesWith } from '../support/lived.ts';
import { dcDraft } from '../support/plans.ts';
import { Scenario } from '../support/scenario.ts';

const words = 'The second case was not mine.\n  I said so then.';
const said: ResponseAnswer = { kind: 'response', choice: 'respond', text: words };
const waived: ResponseAnswer = { kind: 'response', choice: 'waive' };

const withRepresentative = () => {
  const draft = dcDraft();
  draft.participants.push({
    id: 'union',
    role: 'representative',
    name: 'Lee Ortiz',
    email: 'lee@union.example',
  });
  return draft;
};
const refused = (scenario: Scenario, requestId: string, answer: Answer, by = 'employee') =>
  scenario
    .refuses(RulesBroken, { type: 'AnswerRequest', requestId, by, answer })
    .broken.map(({ field, rule }) => [field, rule]);

describe('responding to the draft', () => {
  const approved = () =>
    new Scenario()
      .after({ type: 'DraftPlan', planId: 'plan-1', draft: dcDraft() })
      .after({ type: 'ApprovePlan' });

  test('is possible for as long as the rules say, once it is shared', () => {
    const scenario = approved();
    expect(scenario.when({ type: 'ShareDraft' })).toMatchObject([
      { type: 'DraftShared', run: 1 },
      {
        type: 'RequestOpened',
        request: {
          id: 'response-draft',
          kind: 'response',
          responseTo: 'draft',
          missedAt: '2026-12-04T22:00:00Z',
        },
        respondents: [{ participant: 'employee', required: true }],
      },
    ]);
    expect(scenario.require().status).toBe('consulting');
    expect(scenario.when({ type: 'ShareDraft' })).toEqual([]);
  });

  test('keeps the words as they are and lets the plan be launched', () => {
    const scenario = approved().after({ type: 'ShareDraft' });
    expect(scenario.refuses(NotAllowedNow, { type: 'LaunchPlan' }).status).toBe('consulting');
    scenario.answer('response-draft', 'employee', said);
    expect(scenario.require()).toMatchObject({
      status: 'approved',
      consulted: true,
      responses: [{ by: 'employee', regarding: 'response-draft', text: words }],
    });
    expect(scenario.when({ type: 'ShareDraft' })).toEqual([]);
    expect(scenario.when({ type: 'LaunchPlan' })).toMatchObject([{ type: 'PlanLaunched', run: 2 }]);
  });

  test('not used in time lapses, and nobody is to blame', () => {
    const scenario = approved().after({ type: 'ShareDraft' }).until('2026-12-04T22:00:00Z');
    expect(scenario.events.at(-1)).toMatchObject({ type: 'RequestLapsed', requestId: 'response-draft' });
    expect(scenario.require()).toMatchObject({ status: 'approved', consulted: true });
  });

  test('comes before the launch where the rules require it', () => {
    const scenario = approved();
    scenario.library = rulesWith((pack) => {
      pack.response.draft.is.required = true;
    });
    expect(scenario.refuses(RulesBroken, { type: 'LaunchPlan' }).broken).toMatchObject([
      { rule: 'P-RESPOND' },
    ]);
    scenario.when({ type: 'ShareDraft' });
    scenario.answer('response-draft', 'employee', waived);
    expect(scenario.when({ type: 'LaunchPlan' })).toHaveLength(1);
  });

  test('is for an approved draft: not before, and not once it is launched', () => {
    const drafted = new Scenario().after({ type: 'DraftPlan', planId: 'plan-1', draft: dcDraft() });
    expect(drafted.refuses(NotAllowedNow, { type: 'ShareDraft' }).wayOut).toBe('Approve it first.');
    Scenario.launched().refuses(NotAllowedNow, { type: 'ShareDraft' });
  });
});

describe('responding to a decision that the plan was not met', () => {
  const decidedNotMet = (draft = dcDraft()) => {
    const scenario = livedUntil('2027-02-05T14:00:00Z', { draft });
    scenario.answer('decision', 'supervisor', decided('reassign', { reasons: REASONS }));
    return scenario;
  };

  test('is possible for five business days, and closes the plan', () => {
    const scenario = decidedNotMet();
    expect(scenario.require()).toMatchObject({
      status: 'deciding',
      requests: {
        'response-decision': {
          regarding: 'decision',
          responseTo: 'decision',
          missedAt: '2027-02-12T22:00:00Z',
        },
      },
    });
    expect(scenario.answer('response-decision', 'employee', said)).toEqual([
      {
        type: 'RequestAnswered',
        requestId: 'response-decision',
        by: 'employee',
        answer: said,
        complete: true,
      },
      { type: 'PlanClosed', outcome: 'reassign' },
    ]);
    expect(scenario.require().responses).toMatchObject([
      { by: 'employee', regarding: 'decision', text: words },
    ]);
  });

  test('may be waived, or not used: the plan is closed then', () => {
    const scenario = decidedNotMet();
    expect(scenario.answer('response-decision', 'employee', waived).at(-1)).toEqual({
      type: 'PlanClosed',
      outcome: 'reassign',
    });
    const silent = decidedNotMet().until('2027-02-12T21:59:59Z');
    expect(silent.require().status).toBe('deciding');
    silent.until('2027-02-12T22:00:00Z');
    expect(silent.events.slice(-2).map(({ type }) => type)).toEqual(['RequestLapsed', 'PlanClosed']);
    expect(silent.require()).toMatchObject({ status: 'closed', outcome: 'reassign' });
  });

  test('is not asked for where the rules give no time, nor when the plan was met', () => {
    const scenario = livedUntil('2027-02-05T14:00:00Z', {
      library: rulesWith((pack) => {
        pack.response.decision.is = null;
      }),
    });
    const facts = scenario.answer('decision', 'supervisor', decided('reassign', { reasons: REASONS }));
    expect(facts.map(({ type }) => type)).toEqual(['RequestAnswered', 'DecisionRecorded', 'PlanClosed']);
  });

  test('by a representative stands beside the employee’s own, who still may', () => {
    const scenario = decidedNotMet(withRepresentative());
    expect(scenario.answer('response-decision', 'union', said)).toMatchObject([{ complete: false }]);
    expect(refused(scenario, 'response-decision', waived, 'union')).toEqual([['/choice', 'product']]);
    scenario.answer('response-decision', 'employee', { ...said, text: 'I agree with that.' });
    expect(scenario.require()).toMatchObject({
      status: 'closed',
      responses: [{ by: 'union' }, { by: 'employee', text: 'I agree with that.' }],
    });
  });

  test('needs words to respond, and none to waive', () => {
    const blank: ResponseAnswer = { ...said, text: '\u200B' };
    expect(refused(decidedNotMet(), 'response-decision', blank)).toEqual([['/text', 'product']]);
    const both: ResponseAnswer = { ...waived, text: words };
    expect(refused(decidedNotMet(), 'response-decision', both)).toEqual([['/text', 'product']]);
  });

  test('leaves no question about a check-in that closes meanwhile', () => {
    const scenario = livedUntil('2027-01-20T00:00:00Z').until('2027-02-05T14:00:00Z');
    scenario.answer('decision', 'supervisor', decided('reassign', { reasons: REASONS }));
    scenario.until('2027-02-06T00:00:00Z');
    expect(scenario.require().requests['check-in-2027-01-29']?.status).toBe('missed');
    expect(scenario.require().requests['attribution-check-in-2027-01-29']).toBeUndefined();
  });
});

describe('responding to a check-in', () => {
  const ID = 'check-in-2026-12-18';
  const respond = { type: 'Respond', requestId: ID, by: 'employee', text: words } as const;
  /** Both answered on Tuesday 15 December at 9. */
  const answered = (draft = dcDraft()) => livedUntil('2026-12-15T14:00:00Z', { draft });

  test('keeps the words as they are, of either side and of a representative', () => {
    const scenario = answered(withRepresentative());
    expect(scenario.when(respond)).toEqual([
      { type: 'ResponseGiven', regarding: ID, by: 'employee', text: words },
    ]);
    expect(scenario.when(respond)).toEqual([]);
    scenario.when({ ...respond, by: 'supervisor' });
    scenario.when({ ...respond, by: 'union' });
    expect(scenario.require().responses.map(({ by, text }) => [by, text])).toEqual([
      ['employee', words],
      ['supervisor', words],
      ['union', words],
    ]);
  });

  test('needs words that can be read', () => {
    const { broken } = answered().refuses(RulesBroken, { ...respond, text: ' ' });
    expect(broken).toMatchObject([{ field: '/text', rule: 'product' }]);
  });

  test('waits until both have answered', () => {
    const scenario = livedUntil('2026-12-14T00:00:00Z').until('2026-12-15T14:00:00Z');
    scenario.answer(ID, 'employee', rated('near'));
    expect(scenario.refuses(RulesBroken, respond).broken).toMatchObject([{ field: '/requestId' }]);
  });

  test('ends five business days later; a note can be added then', () => {
    const scenario = answered().until('2026-12-22T21:59:59Z');
    expect(scenario.when(respond)).toHaveLength(1);
    scenario.until('2026-12-22T22:00:00Z');
    const refusal = scenario.refuses(RequestClosed, { ...respond, text: 'One more thing.' });
    expect(refusal.closedAt).toBe('2026-12-22T22:00:00Z');
    expect(refusal.wayOut).toContain('note');
  });

  test('is for those it was between, about a check-in that was asked', () => {
    answered().refuses(NotAsked, { ...respond, by: 'hr' });
    answered().refuses(NotAsked, { ...respond, requestId: 'acknowledgement' });
    answered().refuses(NotAsked, { ...respond, requestId: 'check-in-2027-01-04' });
  });
});
