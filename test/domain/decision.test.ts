import { describe, expect, test } from 'vitest';
import { RequestClosed, RulesBroken } from '../../domain/index.ts';
import { decided, REASONS } from '../support/answers.ts';
import { dcDraft } from '../support/plans.ts';
import { Scenario } from '../support/scenario.ts';

/** The 60-day sample plan ends on Thursday 4 February 2027; the tenth business day after is 19 February. */
const deciding = (draft = dcDraft()) => Scenario.launched(draft).until('2027-02-05T14:00:00Z');

const decide = (
  scenario: Scenario,
  answer: ReturnType<typeof decided>,
  by = 'supervisor',
  requestId = 'decision',
) => scenario.answer(requestId, by, answer);

const refused = (answer: ReturnType<typeof decided>, by = 'supervisor', scenario = deciding()) =>
  scenario
    .refuses(RulesBroken, { type: 'AnswerRequest', requestId: 'decision', by, answer })
    .broken.map(({ field, rule }) => [field, rule]);

const escalations = (scenario: Scenario) =>
  scenario.events.filter((event) => event.type === 'Escalated' && event.requestId === 'decision');

describe('the decision', () => {
  test('is asked of the issuer on the first business day after the end, due on the tenth at closing time (D4)', () => {
    expect(deciding().require()).toMatchObject({
      status: 'deciding',
      requests: {
        decision: {
          openedAt: '2027-02-05T14:00:00Z',
          dueAt: '2027-02-19T22:00:00Z',
          missedAt: null,
          respondents: [{ participant: 'supervisor' }],
        },
      },
    });
  });

  test('"met" closes the plan, and everybody who is owed a copy gets a link of their own to it', () => {
    const scenario = deciding();
    const facts = decide(scenario, decided('met', { summary: 'Well done.' }));
    expect(facts.map((fact) => fact.type)).toEqual(['RequestAnswered', 'DecisionRecorded', 'PlanClosed']);
    expect(scenario.require()).toMatchObject({ status: 'closed', outcome: 'met', scheduled: [] });
    expect(scenario.require().decisions[0]?.copies.map((copy) => copy.participant)).toEqual([
      'employee',
      'supervisor',
      'hr',
    ]);
  });

  test('that the plan was not met needs a reason for every item (D5)', () => {
    expect(refused(decided('reassign', { reasons: REASONS.slice(0, 1) }))).toEqual([
      ['/reasons/timeliness', 'D5'],
      ['/reasons/communication', 'D5'],
    ]);
  });

  test('must be one of the pack’s outcomes, with a typed name', () => {
    expect(refused(decided('promote'))).toEqual([['/outcome', 'D5']]);
    expect(refused(decided('met', { typedName: ' ' }))).toEqual([['/typedName', 'product']]);
  });

  test('doubles as notice only for a proposed action (D7)', () => {
    expect(refused(decided('met', { servesAsNotice: true }))).toEqual([['/servesAsNotice', 'D7']]);
    const facts = decide(deciding(), decided('remove', { reasons: REASONS, servesAsNotice: true }));
    expect(facts[1]).toMatchObject({ decision: { servesAsNotice: true } });
  });

  test('is final: another one afterwards is refused, the same one again is quiet', () => {
    const scenario = deciding();
    decide(scenario, decided('met'));
    expect(decide(scenario, decided('met'))).toEqual([]);
    scenario.refuses(RequestClosed, {
      type: 'AnswerRequest',
      requestId: 'decision',
      by: 'supervisor',
      answer: decided('remove', { reasons: REASONS }),
    });
  });
});

describe('extending', () => {
  const extended = { reasons: REASONS, extendTo: '2027-03-06' };

  test('goes on to the new end date with check-ins in the plan’s rhythm and a decision of its own', () => {
    const scenario = deciding();
    decide(scenario, decided('extend', extended));
    expect(scenario.require()).toMatchObject({
      status: 'active',
      endDate: '2027-03-06',
      endsAt: '2027-03-07T05:00:00Z',
    });
    expect(scenario.require().scheduled.map(({ id, opensAt }) => [id, opensAt])).toEqual([
      ['check-in-2027-02-18', '2027-02-12T14:00:00Z'],
      ['check-in-2027-03-04', '2027-03-01T14:00:00Z'],
      ['decision-2', '2027-03-08T14:00:00Z'],
    ]);
    scenario.until('2027-03-08T14:00:00Z');
    expect(decide(scenario, decided('met'), 'supervisor', 'decision-2').at(-1)).toEqual({
      type: 'PlanClosed',
      outcome: 'met',
    });
  });

  test('only by whole increments within 90 days in all, and only with a new last day (D8)', () => {
    expect(refused(decided('extend', { ...extended, extendTo: '2027-02-20' }))).toEqual([
      ['/extendTo', 'D8'],
    ]);
    expect(refused(decided('extend', { ...extended, extendTo: '2027-04-05' }))).toEqual([
      ['/extendTo', 'D8'],
    ]);
    expect(refused(decided('extend', { reasons: REASONS }))).toEqual([['/extendTo', 'D8']]);
    expect(refused(decided('met', { extendTo: '2027-03-06' }))).toEqual([['/extendTo', 'product']]);
  });

  test('a second time finds no days left', () => {
    const scenario = deciding();
    decide(scenario, decided('extend', extended));
    scenario.until('2027-03-08T14:00:00Z');
    const refusal = scenario.refuses(RulesBroken, {
      type: 'AnswerRequest',
      requestId: 'decision-2',
      by: 'supervisor',
      answer: decided('extend', { reasons: REASONS, extendTo: '2027-04-05' }),
    });
    expect(refusal.broken[0]?.message).toContain('No time is left to give');
  });
});

describe('silence', () => {
  test('climbs the ladder and repeats for as long as nobody decides; it never closes the plan (INV-14)', () => {
    const scenario = deciding().until('2027-03-10T00:00:00Z');
    expect(
      escalations(scenario).map((event) => [
        event.at,
        event.type === 'Escalated' && event.to.map((to) => to.participant),
      ]),
    ).toEqual([
      ['2027-02-19T22:00:00Z', ['reviewer']],
      ['2027-02-23T14:00:00Z', ['hr']],
      ['2027-03-02T14:00:00Z', ['hr']],
      ['2027-03-09T14:00:00Z', ['hr']],
    ]);
    expect(scenario.require().status).toBe('deciding');
  });

  test('hands the decision to the reviewer, who must say why the issuer does not decide (D3)', () => {
    const scenario = deciding().until('2027-02-19T22:00:00Z');
    expect(refused(decided('met'), 'reviewer', scenario)).toEqual([['/absenceReason', 'D3']]);
    const facts = decide(
      scenario,
      decided('met', { absenceReason: 'On leave since 8 February.' }),
      'reviewer',
    );
    expect(facts.at(-1)).toEqual({ type: 'PlanClosed', outcome: 'met' });
  });

  test('while the ladder slept, one escalation covers the rungs that were passed', () => {
    const scenario = deciding();
    const facts = scenario
      .asleepUntil('2027-03-03T15:00:00Z')
      .filter((fact) => fact.type === 'Escalated' && fact.requestId === 'decision');
    expect(facts).toMatchObject([
      { step: 2, to: [{ participant: 'reviewer' }, { participant: 'hr' }], nextAt: '2027-03-10T14:00:00Z' },
    ]);
  });

  test('is met by rule only where the setting says so, and is recorded as that rule (D6)', () => {
    const settings = {
      onDecisionOverdue: { mode: 'deem_met' as const, verifiedBy: 'General Counsel, 2026-11-02' },
    };
    const scenario = deciding(dcDraft({ settings })).until('2027-02-19T22:00:00Z');
    expect(scenario.require()).toMatchObject({ status: 'closed', outcome: 'met' });
    expect(scenario.require().decisions[0]).toMatchObject({ outcome: 'met', rule: 'D6', reasons: [] });
    expect(scenario.require().decisions[0]?.by).toBeUndefined();
    expect(escalations(scenario)).toEqual([]);
  });
});
