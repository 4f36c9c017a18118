import { describe, expect, test } from 'vitest';
import { NotAllowedNow, RulesBroken } from '../../domain/index.ts';
import { livedUntil, rulesWith } from '../support/lived.ts';
import type { Scenario } from '../support/scenario.ts';

const end = {
  type: 'EndEarly',
  by: 'supervisor',
  typedName: 'Dana Whitfield',
  summary: 'All three measures have been above target for two weeks.',
} as const;
const refused = (scenario: Scenario, command: object = {}) =>
  scenario.refuses(RulesBroken, { ...end, ...command }).broken.map(({ field, rule }) => [field, rule]);

/** The plan starts on 7 December: its thirtieth day is 5 January. */
describe('ending early', () => {
  test('is the written finding of the issuer that the plan is met, and closes it (H7)', () => {
    const scenario = livedUntil('2027-01-06T15:00:00Z');
    const facts = scenario.when(end);
    expect(facts).toMatchObject([
      {
        type: 'DecisionRecorded',
        requestId: 'decision-early',
        decision: {
          outcome: 'met',
          early: true,
          by: 'supervisor',
          typedName: 'Dana Whitfield',
          summary: end.summary,
          reasons: [],
          copies: [{ participant: 'employee' }, { participant: 'supervisor' }, { participant: 'hr' }],
        },
      },
      { type: 'PlanClosed', outcome: 'met' },
      { type: 'RunRestarted' },
    ]);
    expect(scenario.require()).toMatchObject({ status: 'closed', outcome: 'met', scheduled: [] });
    expect(scenario.when(end)).toEqual([]);
  });

  test('is possible once thirty days have passed, not on the thirtieth', () => {
    const { broken } = livedUntil('2027-01-05T15:00:00Z').refuses(RulesBroken, end);
    expect(broken).toMatchObject([
      { field: '', rule: 'H7', message: expect.stringContaining('from 2027-01-06 on') },
    ]);
  });

  test('does not count days on which the clock stood still', () => {
    const scenario = livedUntil('2026-12-21T15:00:00Z');
    scenario.when({ type: 'PausePlan', from: '2026-12-21', reason: 'approved_absence' });
    scenario.until('2027-01-04T15:00:00Z').when({ type: 'ResumePlan' });
    const { broken } = scenario.until('2027-01-19T15:00:00Z').refuses(RulesBroken, end);
    expect(broken[0]?.message).toContain('from 2027-01-20 on');
    scenario.until('2027-01-20T15:00:00Z');
    expect(scenario.when(end).map(({ type }) => type)).toContain('PlanClosed');
  });

  test('is for whoever issued the plan, by name and in writing', () => {
    const scenario = livedUntil('2027-01-06T15:00:00Z');
    expect(refused(scenario, { by: 'hr', typedName: ' ', summary: '' })).toEqual([
      ['/by', 'D3'],
      ['/typedName', 'product'],
      ['/summary', 'H7'],
    ]);
  });

  test('is not possible where the rules do not know it', () => {
    const scenario = livedUntil('2027-01-06T15:00:00Z');
    scenario.library = rulesWith((pack) => {
      pack.earlySuccess.is = null;
    });
    expect(refused(scenario)).toEqual([['', 'H7']]);
  });

  test('is for a plan that runs', () => {
    expect(livedUntil('2027-02-05T14:00:00Z').refuses(NotAllowedNow, end)).toMatchObject({
      status: 'deciding',
      wayOut: 'Record the decision: its days are over.',
    });
    const paused = livedUntil('2027-01-06T15:00:00Z');
    paused.when({ type: 'PausePlan', from: '2027-01-06', reason: 'approved_absence' });
    expect(paused.refuses(NotAllowedNow, end).wayOut).toBe('Resume it first.');
  });
});
