import { describe, expect, test } from 'vitest';
import {
  type Answer,
  NotAllowedNow,
  NotAsked,
  owed,
  type PlanEvent,
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
    scenario.answer('check-in-2027-01-29', 'supervisor', rated('below'));
    scenario.answer('decision', 'supervisor', decided('reassign', { reasons: REASONS }));
    scenario.until('2027-02-06T00:00:00Z');
    expect(scenario.require().requests['check-in-2027-01-29']?.status).toBe('missed');
    expect(scenario.require().requests['attribution-check-in-2027-01-29']).toBeUndefined();
  });
});

describe('a decision that did not reach the employee', () => {
  const ID = 'response-decision';
  const decidedNotMet = () => {
    const scenario = livedUntil('2027-02-05T14:00:00Z');
    scenario.answer('decision', 'supervisor', decided('reassign', { reasons: REASONS }));
    return scenario;
  };
  /** Says of every mail about the response so far that it did not leave. */
  const loseMails = (scenario: Scenario) => {
    const person = scenario.require().requests[ID]?.respondents.find((one) => one.participant === 'employee');
    for (const { key } of person?.mailed ?? []) {
      const mail = { key, template: 'reminder', to: 'employee', requestId: ID, outcome: 'failed' } as const;
      scenario.when({ type: 'RecordUndelivered', mail });
    }
    return scenario;
  };

  test('is sent again when the time to respond is over, and that begins anew', () => {
    const scenario = loseMails(decidedNotMet()).until('2027-02-12T22:00:00Z');
    expect(scenario.events.at(-1)).toMatchObject({
      type: 'Reminded',
      requestId: ID,
      step: 1,
      to: ['employee'],
      missedAt: '2027-02-22T22:00:00Z',
    });
    expect(owed(scenario.events.at(-1) as PlanEvent, scenario.require())).toMatchObject([
      { kind: 'mail', template: 'reminder', to: 'employee', requestId: ID },
    ]);
    expect(scenario.require()).toMatchObject({
      status: 'deciding',
      requests: { [ID]: { status: 'open', dueAt: '2027-02-22T22:00:00Z', missedAt: '2027-02-22T22:00:00Z' } },
    });
  });

  test('closes the plan once it is known to have reached them and the time is over', () => {
    const scenario = loseMails(decidedNotMet()).until('2027-02-22T21:59:59Z');
    expect(scenario.require().status).toBe('deciding');
    scenario.until('2027-02-22T22:00:00Z');
    expect(scenario.events.slice(-2).map(({ type }) => type)).toEqual(['RequestLapsed', 'PlanClosed']);
  });

  test('never closes the plan as long as it does not reach them', () => {
    const scenario = decidedNotMet();
    for (let round = 1; round <= 6; round += 1) {
      loseMails(scenario).until(scenario.require().requests[ID]?.dueAt ?? '');
      expect(scenario.events.at(-1)).toMatchObject({ type: 'Reminded', step: round });
    }
    expect(scenario.require()).toMatchObject({ status: 'deciding', closedAt: null });
    scenario.answer(ID, 'employee', said);
    expect(scenario.require().status).toBe('closed');
  });

  test('has reached them when HR puts words of theirs on record that came another way', () => {
    const scenario = loseMails(decidedNotMet());
    const note = { type: 'AddNote', text: 'By letter: “I have read it.”', requestId: ID } as const;
    scenario.after({ ...note, from: 'employee' }).until('2027-02-12T22:00:00Z');
    expect(scenario.require()).toMatchObject({ status: 'closed', outcome: 'reassign' });
    const byOthers = loseMails(decidedNotMet())
      .after({ ...note, from: 'supervisor' })
      .after(note);
    expect(byOthers.until('2027-02-12T22:00:00Z').require().status).toBe('deciding');
  });

  test('stops nobody who was silent on a draft: nothing is decided by that', () => {
    const scenario = new Scenario()
      .after({ type: 'DraftPlan', planId: 'plan-1', draft: dcDraft() })
      .after({ type: 'ApprovePlan' })
      .after({ type: 'ShareDraft' });
    const mail = { key: '000004-mail-employee', template: 'request-opened', to: 'employee' } as const;
    scenario.when({
      type: 'RecordUndelivered',
      mail: { ...mail, requestId: 'response-draft', outcome: 'failed' },
    });
    expect(scenario.until('2026-12-04T22:00:00Z').require().status).toBe('approved');
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
