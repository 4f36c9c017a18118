import { describe, expect, test } from 'vitest';
import { extensionOptions, NotAllowedNow, pinnedRules, RulesBroken } from '../../domain/index.ts';
import { opportunityDays } from '../../domain/opportunity.ts';
import { dcDraft } from '../support/plans.ts';
import { Scenario } from '../support/scenario.ts';
import { pointers, revisionOf, stillAsked, withPack } from './revisions.fixture.ts';

const extend = (endDate = '2027-03-06', reason = 'The refresher course was cancelled.') =>
  ({ type: 'ExtendPlan', endDate, reason }) as const;

const launchedUntil = (day: string) => Scenario.launched().until(`${day}T15:00:00Z`);

describe('an extension', () => {
  test('runs on to the new day, with check-ins in the old rhythm, and both sides sign again', () => {
    const scenario = launchedUntil('2027-01-20');
    const facts = scenario.when(extend());
    const revision = revisionOf(facts);
    expect(facts[0]).toEqual({ type: 'PlanExtended', endDate: '2027-03-06', revision });
    expect(revision).toMatchObject({
      number: 2,
      because: 'extended',
      reason: 'The refresher course was cancelled.',
      draft: {
        endDate: '2027-03-06',
        followUps: [
          { date: '2027-02-18', type: 'progress' },
          { date: '2027-03-04', type: 'progress' },
        ],
      },
      superseded: [],
    });
    expect(stillAsked(revision)).toEqual([
      ['acknowledgement-2', '2027-01-20T15:00:00Z', '2027-01-27T22:00:00Z'],
      ['check-in-2027-01-29', '2027-01-26T14:00:00Z', '2027-01-29T22:00:00Z'],
      ['support-2027-01-29', '2027-01-29T14:00:00Z', '2027-02-03T22:00:00Z'],
      ['check-in-2027-02-18', '2027-02-12T14:00:00Z', '2027-02-18T22:00:00Z'],
      ['check-in-2027-03-04', '2027-03-01T14:00:00Z', '2027-03-04T22:00:00Z'],
      ['decision', '2027-03-08T14:00:00Z', '2027-03-19T21:00:00Z'],
    ]);
    expect(opportunityDays(scenario.require())).toBe(90);
  });

  test('while the decision is due takes the question back, and asks a new one when the time is over', () => {
    const scenario = launchedUntil('2027-02-08');
    const revision = revisionOf(scenario.when(extend()));
    expect(revision.superseded).toEqual(['decision']);
    expect(scenario.require()).toMatchObject({
      status: 'active',
      requests: { decision: { status: 'superseded' } },
    });
    expect(revision.schedule.at(-1)?.id).toBe('decision-2');
    scenario.until('2027-03-08T15:00:00Z');
    expect(scenario.require()).toMatchObject({
      status: 'deciding',
      requests: { 'decision-2': { status: 'open', dueAt: '2027-03-19T21:00:00Z' } },
    });
  });

  test('by decision goes on the same way', () => {
    const scenario = launchedUntil('2027-02-08');
    const facts = scenario.answer('decision', 'supervisor', {
      kind: 'decision',
      outcome: 'extend',
      typedName: 'Dana Whitfield',
      reasons: dcDraft().items.map(({ id }) => ({ item: id, reason: 'Not there yet.' })),
      extendTo: '2027-03-06',
      explanation: 'No check-in was answered.',
    });
    expect(facts.map(({ type }) => type)).toContain('PlanExtended');
    expect(revisionOf(facts)).toMatchObject({ because: 'extended', draft: { endDate: '2027-03-06' } });
    expect(scenario.require()).toMatchObject({
      status: 'active',
      requests: { decision: { status: 'answered' } },
    });
    expect(scenario.require().scheduled.at(-1)?.id).toBe('decision-2');
  });

  test('is a whole step inside the cap over all versions (D8), and says what would be', () => {
    const scenario = launchedUntil('2027-01-20');
    expect(scenario.refuses(RulesBroken, extend('2027-04-05')).broken).toMatchObject([
      { field: '/endDate', rule: 'D8', message: expect.stringContaining('90 days at most') },
    ]);
    expect(scenario.refuses(RulesBroken, extend('2027-03-01')).broken).toMatchObject([
      { field: '/endDate', rule: 'D8', message: expect.stringContaining('2027-03-06') },
    ]);
    scenario.after(extend());
    expect(scenario.refuses(RulesBroken, extend('2027-04-05')).broken).toMatchObject([
      { field: '/endDate', rule: 'D8', message: expect.stringContaining('No whole step is left to give') },
    ]);
  });

  test('does not count the days the clock stood still', () => {
    const scenario = launchedUntil('2026-12-21');
    scenario.after({
      type: 'PausePlan',
      from: '2026-12-21',
      until: '2027-01-03',
      reason: 'approved_absence',
    });
    scenario.until('2027-01-20T15:00:00Z');
    const { pack } = scenario.require();
    const rules = scenario.library.pack(`${pack.id}@${pack.version}`);
    expect(rules && extensionOptions(scenario.require(), rules, '2027-01-20')).toEqual(['2027-03-20']);
    scenario.after(extend('2027-03-20'));
    expect(opportunityDays(scenario.require())).toBe(90);
  });

  test('is not lost to somebody who was given days back: the steps stay where they were', () => {
    const rules = (scenario: Scenario) => pinnedRules(scenario.require(), scenario.library).pack;
    const credited = (day: string, date: string) => {
      const scenario = launchedUntil(day);
      scenario.answer(`attribution-check-in-${date}`, 'hr', {
        kind: 'attribution',
        to: 'manager',
        reason: 'The supervisor was called away.',
        credit: true,
      });
      return scenario;
    };
    const early = credited('2027-01-12', '2027-01-04');
    expect(early.require().draft.endDate).toBe('2027-02-21');
    expect(extensionOptions(early.require(), rules(early), '2027-01-20')).toEqual(['2027-03-06']);
    expect(revisionOf(early.when(extend())).draft.endDate).toBe('2027-03-06');

    // 14 days from the 8th of February on moved the end by 17.
    const late = credited('2027-02-08', '2027-01-29');
    expect(late.require().draft.endDate).toBe('2027-02-21');
    expect(extensionOptions(late.require(), rules(late), '2027-02-08')).toEqual(['2027-03-06']);
  });

  test('without a cap of its own ends at twice the longest plan, a week at a time', () => {
    const scenario = launchedUntil('2027-01-20');
    scenario.library = withPack((pack) => ({
      ...pack,
      duration: {
        ...pack.duration,
        incrementDays: { is: null, rule: 'D8' },
        maxTotalDays: { is: null, rule: 'D8' },
      },
    }));
    const rules = scenario.library.pack('us-dc-6b1410');
    const options = rules ? extensionOptions(scenario.require(), rules, '2027-01-20') : [];
    expect([options[0], options.at(-1), options.length]).toEqual(['2027-02-11', '2027-06-03', 17]);
  });

  test('says why, and is for a plan whose time runs or is just over', () => {
    expect(pointers(launchedUntil('2027-01-20').refuses(RulesBroken, extend(undefined, ' ')))).toEqual([
      '/reason product',
    ]);
    expect(launchedUntil('2026-12-02').refuses(NotAllowedNow, extend()).status).toBe('acknowledging');
    const paused = launchedUntil('2026-12-21');
    paused.after({ type: 'PausePlan', from: '2026-12-21', reason: 'approved_absence' });
    expect(paused.refuses(NotAllowedNow, extend()).wayOut).toContain('Resume it first');
    const over = launchedUntil('2026-12-21').after({ type: 'WithdrawPlan', reason: 'Moved.' });
    expect(over.refuses(NotAllowedNow, extend()).status).toBe('withdrawn');
  });

  test('comes too late once a rule has decided, even before anybody wrote that down', () => {
    const settings = {
      onDecisionOverdue: { mode: 'deem_met' as const, verifiedBy: 'Counsel, 3 March 2026' },
    };
    const scenario = Scenario.launched(dcDraft({ settings })).until('2027-02-08T15:00:00Z');
    scenario.now = '2027-02-20T05:00:00Z';
    expect(scenario.refuses(NotAllowedNow, extend())).toMatchObject({ status: 'decided by rule' });
  });
});
