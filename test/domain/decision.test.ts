import { describe, expect, test } from 'vitest';
import { NotAllowedNow, RequestClosed, RulesBroken } from '../../domain/index.ts';
import { decided, REASONS, rated } from '../support/answers.ts';
import { livedUntil, rulesWith } from '../support/lived.ts';
import { dcDraft } from '../support/plans.ts';
import { Scenario } from '../support/scenario.ts';

/** The 60-day sample plan ends on Thursday 4 February 2027; the tenth business day after is 19 February. */
const deciding = (draft = dcDraft()) => livedUntil('2027-02-05T14:00:00Z', { draft });

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

  test('is made of words that can be read', () => {
    const unseen = '\u200B\u2060';
    expect(refused(decided('met', { typedName: unseen }))).toEqual([['/typedName', 'product']]);
    const reasons = REASONS.map((given) => ({ ...given, reason: unseen }));
    expect(refused(decided('remove', { reasons })).map(([, rule]) => rule)).toEqual(['D5', 'D5', 'D5']);
    expect(refused(decided('met', { summary: 'abc\u202Edef' }))).toEqual([['/summary', 'product']]);
    expect(refused(decided('met', { summary: 'x'.repeat(4001) }))).toEqual([['/summary', 'product']]);
  });

  test('doubles as notice only for a proposed action (D7)', () => {
    expect(refused(decided('met', { servesAsNotice: true }))).toEqual([['/servesAsNotice', 'D7']]);
    const facts = decide(deciding(), decided('reassign', { reasons: REASONS, servesAsNotice: true }));
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

describe('a check-in that whoever issued the plan has not answered', () => {
  const ID = 'check-in-2027-01-29';
  const unanswered = () => livedUntil('2027-01-20T00:00:00Z').until('2027-02-05T14:00:00Z');
  const notMet = decided('reassign', { reasons: REASONS });

  test('is answered before the plan is found not met', () => {
    const scenario = unanswered();
    scenario.answer(ID, 'employee', rated('reached'));
    const { broken } = scenario.refuses(RulesBroken, {
      type: 'AnswerRequest',
      requestId: 'decision',
      by: 'supervisor',
      answer: notMet,
    });
    expect(broken).toEqual([
      {
        field: '/outcome',
        rule: 'product',
        citation: 'What every plan needs',
        message:
          'The check-in of 2027-01-29 still waits for whoever issued the plan: answer it first. Decide after that, extend the plan, or record it as met.',
        fault: { code: 'own_answers_first', days: ['2027-01-29'] },
      },
    ]);
    scenario.answer(ID, 'supervisor', rated('below'));
    expect(decide(scenario, notMet).map(({ type }) => type)).toContain('DecisionRecorded');
  });

  test('holds up nothing that is for the employee, nor does one that only they have not answered', () => {
    expect(decide(unanswered(), decided('met')).map(({ type }) => type)).toContain('PlanClosed');
    const extend = decided('extend', { reasons: REASONS, extendTo: '2027-03-06' });
    expect(decide(unanswered(), extend).map(({ type }) => type)).toContain('PlanExtended');
    const scenario = unanswered();
    scenario.answer(ID, 'supervisor', rated('below'));
    expect(decide(scenario, notMet).map(({ type }) => type)).toContain('DecisionRecorded');
  });
});

describe('a rule that counts calendar days (U3)', () => {
  const calendarDays = (due: string) =>
    rulesWith((pack) => {
      pack.decision.due.is = due;
    });
  const dueAt = (due: string) =>
    livedUntil('2027-02-05T14:00:00Z', { library: calendarDays(due) }).require().requests.decision?.dueAt;

  test('is kept by the last business day before, never after', () => {
    // Saturday 20 February, and Monday 15 February, a holiday after a weekend.
    expect([dueAt('+16d'), dueAt('+11d'), dueAt('+14d')]).toEqual([
      '2027-02-19T22:00:00Z',
      '2027-02-12T22:00:00Z',
      '2027-02-18T22:00:00Z',
    ]);
  });

  test('leaves a day to decide in', () => {
    expect(dueAt('+0d')).toBe('2027-02-05T22:00:00Z');
  });

  test('gives silence a meaning only once its own last day is over (D6)', () => {
    const settings = { onDecisionOverdue: { mode: 'deem_met' as const, verifiedBy: 'General Counsel' } };
    const draft = dcDraft({ settings });
    const scenario = livedUntil('2027-02-21T04:59:59Z', { library: calendarDays('+16d'), draft });
    expect(scenario.require().status).toBe('deciding');
    expect(scenario.until('2027-02-21T05:00:00Z').require().outcome).toBe('met');
  });
});

describe('extending', () => {
  const extended = { reasons: REASONS, extendTo: '2027-03-06' };

  test('goes on to the new end date with check-ins in the plan’s rhythm and a decision of its own', () => {
    const scenario = deciding();
    decide(scenario, decided('extend', extended));
    expect(scenario.require()).toMatchObject({
      status: 'active',
      draft: { endDate: '2027-03-06' },
      endsAt: '2027-03-07T05:00:00Z',
    });
    expect(scenario.require().scheduled.map(({ id, opensAt }) => [id, opensAt])).toEqual([
      ['acknowledgement-2', '2027-02-05T14:00:00Z'],
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

  test('never grants days that are over, or nearly', () => {
    const scenario = deciding().until('2027-02-28T15:00:00Z');
    expect(refused(decided('extend', extended), 'supervisor', scenario)).toEqual([['/extendTo', 'D8']]);
  });

  test('asks on the days the plan was looked at, from the decision on, each day once', () => {
    const uneven = dcDraft();
    const [first] = uneven.items;
    if (first)
      first.checkIns = first.checkIns.map((one, at) => (at === 3 ? { ...one, date: '2027-01-28' } : one));
    const scenario = deciding(uneven).until('2027-02-17T15:00:00Z');
    decide(scenario, decided('extend', extended));
    expect(scenario.require().scheduled.map(({ id }) => id)).toEqual([
      'acknowledgement-2',
      'check-in-2027-02-18',
      'check-in-2027-03-04',
      'decision-2',
    ]);
    const late = deciding(uneven).until('2027-02-18T15:00:00Z');
    decide(late, decided('extend', extended));
    expect(late.require().scheduled.map(({ id }) => id)).toEqual([
      'acknowledgement-2',
      'check-in-2027-03-04',
      'decision-2',
    ]);
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
    const scenario = deciding(dcDraft({ settings })).until('2027-02-20T04:59:59Z');
    expect(scenario.require().status).toBe('deciding');
    scenario.until('2027-02-20T05:00:00Z');
    expect(scenario.require()).toMatchObject({ status: 'closed', outcome: 'met' });
    expect(scenario.require().decisions[0]).toMatchObject({ outcome: 'met', rule: 'D6', reasons: [] });
    expect(scenario.require().decisions[0]?.by).toBeUndefined();
  });

  test('that a rule has given a meaning is not given another by a late workflow (D6)', () => {
    const settings = {
      onDecisionOverdue: { mode: 'deem_met' as const, verifiedBy: 'General Counsel, 2026-11-02' },
    };
    const scenario = deciding(dcDraft({ settings })).until('2027-02-19T23:00:00Z');
    scenario.now = '2027-02-20T05:10:00Z';
    const command = { type: 'AnswerRequest', requestId: 'decision', by: 'supervisor' } as const;
    const refusal = scenario.refuses(RequestClosed, {
      ...command,
      answer: decided('remove', { reasons: REASONS }),
    });
    expect(refusal.closedAt).toBe('2027-02-20T05:00:00Z');
    scenario.refuses(NotAllowedNow, { type: 'WithdrawPlan', reason: 'Changed our minds.' });
    scenario.until('2027-02-20T05:15:00Z');
    expect(scenario.require()).toMatchObject({ status: 'closed', outcome: 'met' });
  });

  test('is not reported on the very day somebody was asked late; the law’s own clock stays', () => {
    const scenario = Scenario.launched().until('2027-02-04T00:00:00Z');
    scenario.asleepUntil('2027-02-23T15:00:00Z');
    expect(scenario.require().requests.decision).toMatchObject({
      openedAt: '2027-02-23T15:00:00Z',
      dueAt: '2027-02-19T22:00:00Z',
      nextEscalationAt: '2027-02-24T22:00:00Z',
    });
    expect(escalations(scenario)).toEqual([]);
  });

  test('of an issuer who is the reviewer is not reported to themselves', () => {
    const issuer = { participant: 'reviewer', absenceReason: 'On leave.' };
    const draft = dcDraft({ issuer });
    const head = { id: 'head', role: 'agency_head', name: 'Ada Cole', email: 'ada@agency.example' } as const;
    const scenario = deciding({ ...draft, participants: [...draft.participants, head] });
    scenario.until('2027-03-01T00:00:00Z');
    expect(escalations(scenario).map((event) => event.type === 'Escalated' && event.to)).toEqual([
      [{ participant: 'hr' }],
      [{ participant: 'head' }],
    ]);
  });
});
