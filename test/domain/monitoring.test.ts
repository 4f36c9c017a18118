import { describe, expect, test } from 'vitest';
import { type Fact, NotAllowedNow, type RulePack, RulesBroken } from '../../domain/index.ts';
import { decided } from '../support/answers.ts';
import { livedUntil, rulesWith } from '../support/lived.ts';
import { dcDraft } from '../support/plans.ts';
import type { Scenario } from '../support/scenario.ts';

/** As the federal rule has it: a year from the start, with a light check-in every 60 days. */
const watching = (change: Partial<NonNullable<RulePack['monitoring']['is']>> = {}) =>
  rulesWith((pack) => {
    pack.rules.push({ id: 'F5', says: 'A year.', citation: '5 CFR 432.105(a)', verification: 'verified' });
    pack.monitoring = {
      is: {
        lasts: 'P1Y',
        from: 'start',
        everyDays: 60,
        relapse: 'Action may be taken.',
        whenOver: 'A new opportunity is needed.',
        ...change,
      },
      rule: 'F5',
    };
  });

function met(library = watching(), draft = dcDraft()): { scenario: Scenario; facts: Fact[] } {
  const scenario = livedUntil('2027-02-05T14:00:00Z', { library, draft });
  return { scenario, facts: scenario.answer('decision', 'supervisor', decided('met')) };
}

const relapse = {
  type: 'RecordRelapse',
  date: '2027-10-03',
  item: 'accuracy',
  what: 'A third of the reviews of September were returned.',
} as const;
const refused = (scenario: Scenario, command: object = {}) =>
  scenario.refuses(RulesBroken, { ...relapse, ...command }).broken.map(({ field, rule }) => [field, rule]);

describe('after success', () => {
  test('nothing is watched where the rules do not say so', () => {
    const { scenario, facts } = met(rulesWith(() => {}));
    expect(facts.map(({ type }) => type)).toEqual(['RequestAnswered', 'DecisionRecorded', 'PlanClosed']);
    expect(scenario.require()).toMatchObject({ status: 'closed', monitoring: null });
    expect(refused(scenario)).toEqual([['/date', 'P-AFTER']]);
  });

  test('the plan is watched for a year from its start, with light check-ins on business days', () => {
    const { scenario, facts } = met();
    expect(facts.at(-1)).toMatchObject({
      type: 'MonitoringStarted',
      run: 2,
      until: '2027-12-06',
      endsAt: '2027-12-07T05:00:00Z',
    });
    expect(scenario.require()).toMatchObject({ status: 'monitoring', outcome: 'met', run: 2 });
    expect(scenario.require().scheduled.map(({ id, kind, followUp }) => [id, kind, followUp?.type])).toEqual([
      ['monitoring-2027-04-06', 'check_in', 'monitoring'],
      ['monitoring-2027-06-07', 'check_in', 'monitoring'],
      ['monitoring-2027-08-04', 'check_in', 'monitoring'],
      ['monitoring-2027-10-04', 'check_in', 'monitoring'],
      ['monitoring-2027-12-02', 'check_in', 'monitoring'],
    ]);
  });

  test('a year may count from the close, or the next full appraisal period be what is watched', () => {
    expect(met(watching({ from: 'close', everyDays: null })).facts.at(-1)).toMatchObject({
      until: '2028-02-04',
      schedule: [],
    });
    const draft = dcDraft();
    draft.subject.appraisalPeriodEnds = '2027-09-30';
    const period = watching({ lasts: 'appraisal_period' });
    expect(met(period, draft).facts.at(-1)).toMatchObject({ until: '2027-09-30' });
    draft.subject.appraisalPeriodEnds = '2027-02-05';
    expect(met(period, draft).scenario.require().status).toBe('closed');
  });

  test('begins as well when the plan ends early, which is said once', () => {
    const scenario = livedUntil('2027-01-06T15:00:00Z', { library: watching() });
    const end = {
      type: 'EndEarly',
      by: 'supervisor',
      typedName: 'Dana Whitfield',
      summary: 'All is well.',
    } as const;
    expect(scenario.when(end).map(({ type }) => type)).toEqual([
      'DecisionRecorded',
      'PlanClosed',
      'MonitoringStarted',
    ]);
    expect(scenario.when(end)).toEqual([]);
  });

  test('begins as well when a rule deems the plan met', () => {
    const settings = { onDecisionOverdue: { mode: 'deem_met' as const, verifiedBy: 'General Counsel' } };
    const library = watching();
    const scenario = livedUntil('2027-02-20T05:00:00Z', { library, draft: dcDraft({ settings }) });
    expect(scenario.require()).toMatchObject({ status: 'monitoring', outcome: 'met' });
  });

  test('a check-in nobody answers is missed, and HR is not asked whose doing it was', () => {
    const { scenario } = met();
    scenario.until('2027-05-01T00:00:00Z');
    expect(scenario.require().requests['monitoring-2027-04-06']?.status).toBe('missed');
    expect(Object.keys(scenario.require().requests).filter((id) => id.startsWith('attribution'))).toEqual([]);
  });

  test('the plan is met: it is not withdrawn any more', () => {
    const { scenario } = met();
    const withdraw = { type: 'WithdrawPlan', reason: 'She moved on.' } as const;
    expect(scenario.refuses(NotAllowedNow, withdraw).wayOut).toBe('Its record stays as it is.');
    expect(scenario.require()).toMatchObject({ status: 'monitoring', outcome: 'met' });
  });

  test('a time without relapse ends clean, and the plan is closed for good', () => {
    const { scenario } = met();
    scenario.until('2027-12-07T05:00:00Z');
    expect(scenario.events.at(-1)).toMatchObject({ type: 'MonitoringEnded', clean: true });
    expect(scenario.require()).toMatchObject({ status: 'closed', outcome: 'met', relapse: null });
  });
});

describe('a relapse', () => {
  test('on day 300 from the start is within the year (F5)', () => {
    const { scenario } = met();
    scenario.until('2027-10-04T15:00:00Z');
    expect(scenario.when(relapse)).toMatchObject([
      { type: 'RelapseRecorded', date: '2027-10-03', item: 'accuracy', what: relapse.what },
      { type: 'MonitoringEnded', clean: false },
      { type: 'RunRestarted' },
    ]);
    expect(scenario.require()).toMatchObject({
      status: 'closed',
      relapse: { date: '2027-10-03', item: 'accuracy' },
    });
    expect(scenario.when(relapse)).toEqual([]);
    expect(refused(scenario, { date: '2027-10-04' })).toEqual([['/date', 'F5']]);
  });

  test('on day 370 is after it: a new plan gives a new opportunity (F5)', () => {
    const { scenario } = met();
    scenario.until('2027-12-12T15:00:00Z');
    const { broken } = scenario.refuses(RulesBroken, { ...relapse, date: '2027-12-12' });
    expect(broken).toMatchObject([
      {
        field: '/date',
        rule: 'F5',
        message: expect.stringContaining('over on 2027-12-06. Draft a new plan'),
      },
    ]);
  });

  test('counts no more from the moment the time is over, however late the workflow is', () => {
    const { scenario } = met();
    scenario.until('2027-12-06T00:00:00Z').now = '2027-12-07T05:00:00Z';
    expect(refused(scenario, { date: '2027-12-05' })).toEqual([['/date', 'F5']]);
  });

  test('is of a day between the close and today, of an item, in words', () => {
    const { scenario } = met();
    scenario.until('2027-03-01T15:00:00Z');
    expect(refused(scenario, { date: '2027-02-05' })).toEqual([['/date', 'product']]);
    expect(refused(scenario, { date: '2027-03-02' })).toEqual([['/date', 'product']]);
    expect(refused(scenario, { date: '2027-02-30', item: 'other', what: ' ' })).toEqual([
      ['/date', 'product'],
      ['/item', 'product'],
      ['/what', 'product'],
    ]);
  });

  test('before the plan is closed is a matter of the plan itself', () => {
    const scenario = livedUntil('2027-01-06T15:00:00Z', { library: watching() });
    expect(refused(scenario)).toEqual([['/date', 'F5']]);
  });
});
