import { describe, expect, test } from 'vitest';
import {
  type ApprovalAnswer,
  type Fact,
  NotAsked,
  type Progress,
  RequestClosed,
  RulesBroken,
} from '../../domain/index.ts';
import { decided, REASONS } from '../support/answers.ts';
import { livedUntil, rulesWith } from '../support/lived.ts';
import { dcDraft } from '../support/plans.ts';
import type { Scenario } from '../support/scenario.ts';

const NOW = '2027-02-05T14:00:00Z';
const deciding = (says: Progress | 'mixed' = 'mixed', draft = dcDraft()) => livedUntil(NOW, { says, draft });
const remove = decided('remove', { reasons: REASONS, typedName: 'Dana Whitfield' });
const reassign = decided('reassign', { reasons: REASONS, typedName: 'Dana Whitfield' });
const confirm: ApprovalAnswer = { kind: 'approval', choice: 'confirm', typedName: 'Morgan Ellis' };
const sendBack: ApprovalAnswer = { ...confirm, choice: 'return', reason: 'Name the cases.' };

const types = (facts: Fact[]): string[] => facts.map((fact) => fact.type);
const refused = (scenario: Scenario, requestId: string, by: string, answer: ApprovalAnswer | typeof remove) =>
  scenario
    .refuses(RulesBroken, { type: 'AnswerRequest', requestId, by, answer })
    .broken.map(({ field, rule }) => [field, rule]);

function proposed(): Scenario {
  const scenario = deciding();
  scenario.answer('decision', 'supervisor', remove);
  return scenario;
}

test('a decision sent back after its reminders were due is not reminded of them all at once', () => {
  const scenario = proposed().until('2027-02-17T15:00:00Z');
  const before = scenario.events.length;
  scenario.answer('approval-1', 'reviewer', sendBack);
  scenario.until('2027-02-17T16:00:00Z');
  expect(types(scenario.events.slice(before))).not.toContain('Reminded');
  // The one that is still ahead comes.
  scenario.until('2027-02-19T15:00:00Z');
  expect(scenario.events.slice(before).filter(({ type }) => type === 'Reminded')).toMatchObject([
    { requestId: 'decision', to: ['supervisor'] },
  ]);
});

describe('a removal', () => {
  test('is only proposed by whoever is asked to decide, and put to the reviewer (D10)', () => {
    const scenario = deciding();
    const facts = scenario.answer('decision', 'supervisor', remove);
    expect(facts).toMatchObject([
      { type: 'RequestAnswered', requestId: 'decision', by: 'supervisor', complete: false },
      {
        type: 'DecisionProposed',
        proposal: {
          requestId: 'decision',
          by: 'supervisor',
          answer: remove,
          at: NOW,
          awaiting: ['approval-1'],
        },
      },
      {
        type: 'RequestOpened',
        request: {
          id: 'approval-1',
          kind: 'approval',
          regarding: 'decision',
          approval: 'separate_decider',
          dueAt: '2027-02-10T22:00:00Z',
          missedAt: null,
        },
        respondents: [{ participant: 'reviewer', required: true }],
      },
      { type: 'RunRestarted', because: 'schedule_changed' },
    ]);
    expect(scenario.require()).toMatchObject({ status: 'deciding', decisions: [] });
  });

  test('confirmed is the reviewer’s decision, with who proposed it', () => {
    const scenario = proposed();
    expect(types(scenario.answer('approval-1', 'reviewer', confirm))).toEqual([
      'RequestAnswered',
      'DecisionRecorded',
      'RequestOpened',
    ]);
    expect(scenario.require()).toMatchObject({
      status: 'deciding',
      proposal: null,
      requests: { decision: { status: 'answered' }, 'response-decision': { status: 'open' } },
    });
    const [decision] = scenario.require().decisions;
    expect(decision).toMatchObject({
      outcome: 'remove',
      by: 'reviewer',
      typedName: 'Morgan Ellis',
      proposedBy: 'supervisor',
      reasons: REASONS,
    });
    expect(decision?.copies.map(({ participant }) => participant)).toEqual([
      'employee',
      'supervisor',
      'hr',
      'reviewer',
    ]);
  });

  test('is never confirmed by whoever proposed it, and by nobody who was not asked', () => {
    expect(refused(proposed(), 'approval-1', 'supervisor', confirm)).toEqual([['', 'D10']]);
    const command = { type: 'AnswerRequest', requestId: 'approval-1', answer: confirm } as const;
    proposed().refuses(NotAsked, { ...command, by: 'hr' });
  });

  test('waits: the same proposal again is quiet, another decision is refused until it is sent back', () => {
    const scenario = proposed();
    expect(scenario.answer('decision', 'supervisor', remove)).toEqual([]);
    expect(refused(scenario, 'decision', 'supervisor', reassign)).toEqual([['', 'product']]);
    scenario.until('2027-02-19T22:00:00Z');
    const absenceReason = 'On leave.';
    expect(refused(scenario, 'decision', 'reviewer', { ...reassign, absenceReason })).toEqual([
      ['', 'product'],
    ]);
  });

  test('sent back with a reason is asked of the proposer anew; the clock of the decision has run on', () => {
    const scenario = proposed();
    const { reason: _, ...wordless } = sendBack;
    expect(refused(scenario, 'approval-1', 'reviewer', wordless)).toEqual([['/reason', 'product']]);
    expect(scenario.answer('approval-1', 'reviewer', sendBack)).toEqual([
      { type: 'RequestAnswered', requestId: 'approval-1', by: 'reviewer', answer: sendBack, complete: true },
      {
        type: 'AnswerReturned',
        requestId: 'decision',
        to: 'supervisor',
        by: 'reviewer',
        reason: 'Name the cases.',
      },
    ]);
    expect(scenario.require().requests.decision).toMatchObject({
      status: 'open',
      dueAt: '2027-02-19T22:00:00Z',
      respondents: [{ participant: 'supervisor' }],
    });
    expect(scenario.require().requests.decision?.respondents[0]?.answer).toBeUndefined();
    scenario.answer('decision', 'supervisor', remove);
    expect(scenario.require().proposal?.awaiting).toEqual(['approval-2']);
  });

  test('needs a name typed by whoever confirms it', () => {
    expect(refused(proposed(), 'approval-1', 'reviewer', { ...confirm, typedName: ' ' })).toEqual([
      ['/typedName', 'product'],
    ]);
  });

  test('is refused where nobody but its proposer may decide it, with what is allowed', () => {
    const scenario = deciding();
    scenario.library = rulesWith((pack) => {
      pack.decision.separateDecider.is.roles = ['agency_head'];
    });
    const { broken } = scenario.refuses(RulesBroken, {
      type: 'AnswerRequest',
      requestId: 'decision',
      by: 'supervisor',
      answer: remove,
    });
    expect(broken).toMatchObject([
      {
        field: '/outcome',
        rule: 'D10',
        message:
          'Whoever proposes this outcome does not decide it, and the plan names nobody else who may: amend the plan to add somebody as agency head, or choose one of: met, extend, reassign.',
      },
    ]);
  });

  test('as much as any other outcome the rules name: an extension is not superseded by itself', () => {
    const scenario = deciding();
    scenario.library = rulesWith((pack) => {
      pack.decision.separateDecider.is.outcomes = ['extend'];
    });
    const extend = decided('extend', { reasons: REASONS, extendTo: '2027-03-06' });
    scenario.answer('decision', 'supervisor', extend);
    expect(scenario.answer('approval-1', 'reviewer', confirm)[2]).toMatchObject({
      type: 'PlanExtended',
      endDate: '2027-03-06',
      revision: {
        because: 'extended',
        reason: 'Below the goal. Below the goal. Below the goal.',
        superseded: [],
      },
    });
    expect(scenario.require()).toMatchObject({
      status: 'active',
      requests: { decision: { status: 'answered' } },
    });
  });

  test('is not confirmed after a rule has decided', () => {
    const settings = { onDecisionOverdue: { mode: 'deem_met' as const, verifiedBy: 'General Counsel' } };
    const scenario = deciding('mixed', dcDraft({ settings }));
    scenario.answer('decision', 'supervisor', remove);
    scenario.until('2027-02-20T04:00:00Z').now = '2027-02-20T05:10:00Z';
    const command = { type: 'AnswerRequest', requestId: 'approval-1', by: 'reviewer' } as const;
    expect(scenario.refuses(RequestClosed, { ...command, answer: confirm }).closedAt).toBe(
      '2027-02-20T05:00:00Z',
    );
    scenario.until('2027-02-20T05:15:00Z');
    expect(scenario.require()).toMatchObject({
      status: 'closed',
      outcome: 'met',
      proposal: null,
      requests: { 'approval-1': { status: 'superseded' }, decision: { status: 'superseded' } },
    });
  });
});

describe('a decision that surprises', () => {
  const why = { explanation: 'The audit of January found more.' };

  test('says not met after check-ins on track: it is explained, and HR looks again (H9)', () => {
    expect(refused(deciding('near'), 'decision', 'supervisor', reassign)).toEqual([['/explanation', 'H9']]);
    const scenario = deciding('near');
    scenario.answer('decision', 'supervisor', { ...reassign, ...why });
    expect(scenario.require().requests['approval-1']).toMatchObject({
      approval: 'second_look',
      respondents: [{ participant: 'hr' }],
    });
    scenario.answer('approval-1', 'hr', confirm);
    expect(scenario.require().decisions).toMatchObject([
      { outcome: 'reassign', by: 'supervisor', typedName: 'Dana Whitfield', ...why },
    ]);
    expect(scenario.require().decisions[0]?.proposedBy).toBeUndefined();
  });

  test('says met after check-ins below: it is explained, and HR looks again (H9)', () => {
    expect(refused(deciding('below'), 'decision', 'supervisor', decided('met'))).toEqual([
      ['/explanation', 'H9'],
    ]);
    const scenario = deciding('below');
    scenario.answer('decision', 'supervisor', decided('met', why));
    expect(types(scenario.answer('approval-1', 'hr', confirm))).toEqual([
      'RequestAnswered',
      'DecisionRecorded',
      'PlanClosed',
    ]);
  });

  test('is confirmed by HR and by the separate decider where both are asked; one alone does not do', () => {
    const scenario = deciding('near');
    scenario.answer('decision', 'supervisor', { ...remove, ...why });
    expect(scenario.require().proposal?.awaiting).toEqual(['approval-1', 'approval-2']);
    expect(types(scenario.answer('approval-2', 'reviewer', confirm))).toEqual(['RequestAnswered']);
    scenario.answer('approval-1', 'hr', { ...confirm, typedName: 'Priya Raman' });
    expect(scenario.require().decisions).toMatchObject([
      { outcome: 'remove', by: 'reviewer', typedName: 'Morgan Ellis', proposedBy: 'supervisor' },
    ]);
  });

  test('sent back by one of two lapses for the other', () => {
    const scenario = deciding('near');
    scenario.answer('decision', 'supervisor', { ...remove, ...why });
    expect(types(scenario.answer('approval-1', 'hr', sendBack))).toEqual([
      'RequestAnswered',
      'RequestLapsed',
      'AnswerReturned',
    ]);
    expect(scenario.require().requests['approval-2']?.status).toBe('lapsed');
  });

  test('is no surprise when it extends, when the check-ins were of two minds, or when the rules do not ask', () => {
    const extend = decided('extend', { reasons: REASONS, extendTo: '2027-03-06' });
    expect(types(deciding('near').answer('decision', 'supervisor', extend))).toContain('PlanExtended');
    expect(types(deciding('mixed').answer('decision', 'supervisor', decided('met')))).toContain('PlanClosed');
    const lenient = deciding('below');
    lenient.library = rulesWith((pack) => {
      pack.decision.noSurprise.is = false;
    });
    expect(types(lenient.answer('decision', 'supervisor', decided('met')))).toContain('PlanClosed');
  });

  test('made by HR in HR’s turn is explained, and looked at by nobody else when HR is one person', () => {
    const draft = dcDraft({ pack: 'general' });
    const scenario = livedUntil('2027-03-10T15:00:00Z', { draft, says: 'below' });
    const absenceReason = 'The supervisor has left.';
    expect(refused(scenario, 'decision', 'hr', decided('met', { absenceReason }))).toEqual([
      ['/explanation', 'H9'],
    ]);
    const facts = scenario.answer('decision', 'hr', decided('met', { absenceReason, ...why }));
    expect(types(facts)).toEqual(['RequestAnswered', 'DecisionRecorded', 'PlanClosed']);
  });
});
