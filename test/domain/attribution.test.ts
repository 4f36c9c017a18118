import { describe, expect, test } from 'vitest';
import {
  type AttributionAnswer,
  type CheckInAnswer,
  type Instant,
  proposedAttribution,
  type Request,
  RulesBroken,
} from '../../domain/index.ts';
import { decided, REASONS, rated } from '../support/answers.ts';
import { livedUntil, rulesWith } from '../support/lived.ts';
import { dcDraft } from '../support/plans.ts';
import { Scenario } from '../support/scenario.ts';

const ID = 'check-in-2026-12-18';
const ASKED = `attribution-${ID}`;
const MISSED: Instant = '2026-12-28T22:00:00Z';

/** The first check-in, answered by those named, after its closing. */
function missed(...answeredBy: string[]): Scenario {
  const scenario = Scenario.launched().until('2026-12-15T14:00:00Z');
  for (const by of answeredBy) scenario.answer(ID, by, rated('near'));
  return scenario.until(MISSED);
}

const proposal = (scenario: Scenario) =>
  proposedAttribution(scenario.require().requests[ID] as Request, scenario.require()).to;

const byManager: AttributionAnswer = { kind: 'attribution', to: 'manager', reason: 'Was travelling.' };

const refused = (scenario: Scenario, answer: AttributionAnswer) =>
  scenario
    .refuses(RulesBroken, { type: 'AnswerRequest', requestId: ASKED, by: 'hr', answer })
    .broken.map(({ field, rule }) => [field, rule]);

describe('a missed check-in', () => {
  test('is put to HR, who is not let go before they answer', () => {
    const scenario = missed('employee');
    expect(scenario.require().requests[ASKED]).toMatchObject({
      kind: 'attribution',
      regarding: ID,
      openedAt: MISSED,
      dueAt: '2026-12-31T22:00:00Z',
      missedAt: null,
      respondents: [{ participant: 'hr', required: true }],
    });
    scenario.until('2027-02-01T00:00:00Z');
    expect(scenario.require().requests[ASKED]?.status).toBe('open');
  });

  test('is proposed as whose it looks like on the record', () => {
    expect(proposal(missed('employee'))).toBe('manager');
    expect(proposal(missed())).toBe('manager');
    expect(proposal(missed('supervisor'))).toBe('employee');
  });

  test('is proposed as excused when no mail reached whoever kept silent', () => {
    const scenario = Scenario.launched().until('2026-12-15T14:00:00Z');
    scenario.answer(ID, 'employee', rated('near'));
    for (let day = '2026-12-15'; day <= '2026-12-23'; day = next(day)) {
      scenario.until(`${day}T14:00:00Z`);
      for (const { key } of scenario.require().requests[ID]?.respondents[1]?.mailed ?? []) {
        const mail = {
          key,
          template: 'reminder',
          to: 'supervisor',
          requestId: ID,
          outcome: 'failed',
        } as const;
        scenario.when({ type: 'RecordUndelivered', mail });
      }
    }
    expect(proposal(scenario.until(MISSED))).toBe('excused');
  });

  test('answered by both as not held is put to HR at once, without a proposal', () => {
    const scenario = Scenario.launched().until('2026-12-18T14:00:00Z');
    scenario.answer(ID, 'employee', rated('near', { meeting: 'not_held' }));
    expect(scenario.require().requests[ASKED]).toBeUndefined();
    const facts = scenario.answer(ID, 'supervisor', rated('near'));
    expect(facts.map(({ type }) => type)).toEqual(['RequestAnswered', 'RequestOpened']);
    expect(scenario.require().requests[ASKED]?.regarding).toBe(ID);
    expect(proposal(scenario)).toBeNull();
  });

  test('is not known to be missed before its day: until then nobody can say that it was not held', () => {
    const scenario = Scenario.launched().until('2026-12-15T14:00:00Z');
    const { broken } = scenario.refuses(RulesBroken, {
      type: 'AnswerRequest',
      requestId: ID,
      by: 'supervisor',
      answer: rated('near', { meeting: 'not_held' }),
    });
    expect(broken).toMatchObject([
      { field: '/meeting', fault: { code: 'not_held_early', day: '2026-12-18' } },
    ]);
    // They may have met earlier than they had planned.
    expect(scenario.answer(ID, 'supervisor', rated('near')).length).toBe(1);
  });

  test('that both answered as held asks nobody anything', () => {
    expect(missed('employee', 'supervisor').require().requests[ASKED]).toBeUndefined();
  });

  test('between the employee and a coach is not asked about when only the coach was silent', () => {
    const draft = dcDraft({ followUps: [{ date: '2026-12-16', type: 'coaching' }] });
    draft.participants.push({ id: 'mentor', role: 'mentor', name: 'Sam Ito', email: 'sam@agency.example' });
    const scenario = Scenario.launched(draft).until('2026-12-16T15:00:00Z');
    const answer: CheckInAnswer = {
      kind: 'check_in',
      meeting: 'held',
      items: [],
      comment: 'Two cases together.',
    };
    scenario.answer('coaching-2026-12-16', 'employee', answer);
    scenario.until('2027-01-01T00:00:00Z');
    expect(scenario.require().requests['coaching-2026-12-16']?.status).toBe('missed');
    expect(scenario.require().requests['attribution-coaching-2026-12-16']).toBeUndefined();
  });

  test('between the employee and a coach is proposed as the employee’s only when the coach answered', () => {
    const draft = dcDraft({ followUps: [{ date: '2026-12-16', type: 'coaching' }] });
    draft.participants.push({ id: 'mentor', role: 'mentor', name: 'Sam Ito', email: 'sam@agency.example' });
    const id = 'coaching-2026-12-16';
    const proposedFor = (answers: boolean): string | null => {
      const scenario = Scenario.launched(draft).until('2026-12-16T15:00:00Z');
      if (answers)
        scenario.answer(id, 'mentor', {
          kind: 'check_in',
          meeting: 'not_held',
          items: [],
          comment: 'Alone.',
        });
      const plan = scenario.until('2027-01-01T00:00:00Z').require();
      expect(plan.requests[`attribution-${id}`]?.status).toBe('open');
      return proposedAttribution(plan.requests[id] as Request, plan).to;
    };
    expect(proposedFor(true)).toBe('employee');
    expect(proposedFor(false)).toBeNull();
  });
});

describe('a check-in missed before somebody else took over', () => {
  const handedOver = (scenario: Scenario) =>
    scenario.after({
      type: 'ChangeManager',
      supervisor: { id: 'sam', role: 'supervisor', name: 'Sam Okafor', email: 'sam.okafor@agency.example' },
      reason: 'Dana Whitfield moves to another office.',
    });

  test('stays the doing of whoever supervised then, as far as the record tells', () => {
    expect(proposal(handedOver(missed('employee')))).toBe('manager');
    expect(proposal(handedOver(missed('supervisor')))).toBe('employee');
  });

  test('is asked about when only whoever took over could not know', () => {
    const scenario = Scenario.launched().until('2026-12-18T14:00:00Z');
    scenario.answer(ID, 'supervisor', rated('near', { meeting: 'not_held' }));
    handedOver(scenario).answer(ID, 'employee', rated('near', { meeting: 'not_held' }));
    expect(scenario.require().requests[ASKED]?.status).toBe('open');
    expect(proposal(scenario)).toBeNull();
  });
});

describe('HR’s answer', () => {
  test('stands in the record with its reason', () => {
    const answer = { ...byManager, to: 'excused' as const, reason: 'Both were at the training.' };
    expect(missed().answer(ASKED, 'hr', answer)).toEqual([
      { type: 'RequestAnswered', requestId: ASKED, by: 'hr', answer, complete: true },
      { type: 'CheckInAttributed', requestId: ID, to: 'excused', reason: 'Both were at the training.' },
    ]);
    expect(refused(missed(), { ...byManager, reason: ' ' })).toEqual([['/reason', 'product']]);
  });

  test('gives back the days since the start when the manager missed it, and both sign again', () => {
    const scenario = missed('employee');
    const facts = scenario.answer(ASKED, 'hr', { ...byManager, credit: true });
    expect(facts.map(({ type }) => type).slice(0, 3)).toEqual([
      'RequestAnswered',
      'CheckInAttributed',
      'CreditGranted',
    ]);
    // From Monday 7 December to Friday the 18th are 11 days: 4 February becomes the 15th.
    expect(scenario.require()).toMatchObject({
      draft: { endDate: '2027-02-15' },
      attributions: { [ID]: { to: 'manager', creditDays: 11 } },
    });
    expect(scenario.require().scheduled.map(({ id }) => id)).toContain('acknowledgement-2');
  });

  test('gives no day back unless HR says so', () => {
    const scenario = missed('employee');
    scenario.answer(ASKED, 'hr', byManager);
    expect(scenario.require().draft.endDate).toBe('2027-02-04');
  });

  test('gives none back of what the employee missed, where the rules give none, or past the cap', () => {
    const credited = { ...byManager, credit: true };
    expect(refused(missed('supervisor'), { ...credited, to: 'employee' })).toEqual([
      ['/credit', 'P-FAIR-CLOCK'],
    ]);
    const strict = missed('employee');
    strict.library = rulesWith((pack) => {
      pack.tolling.missedByManager.is = false;
    });
    expect(refused(strict, credited)).toEqual([['/credit', 'P-FAIR-CLOCK']]);
    const full = missed('employee');
    full.library = rulesWith((pack) => {
      pack.duration.maxTotalDays.is = 60;
    });
    expect(refused(full, credited)).toEqual([['/credit', 'D8']]);
  });
});

describe('while HR has not said who missed a check-in', () => {
  function open(): Scenario {
    const scenario = livedUntil('2026-12-30T00:00:00Z').until('2027-01-12T00:00:00Z');
    return scenario.until('2027-02-05T23:00:00Z');
  }

  test('no plan is found not met; it may be met or extended', () => {
    const scenario = open();
    const command = { type: 'AnswerRequest', requestId: 'decision', by: 'supervisor' } as const;
    const { broken } = scenario.refuses(RulesBroken, {
      ...command,
      answer: decided('reassign', { reasons: REASONS }),
    });
    expect(broken).toMatchObject([
      {
        field: '/outcome',
        rule: 'product',
        message: expect.stringContaining('the check-in of 2027-01-04, 2027-01-15, 2027-01-29'),
      },
    ]);
    const extend = decided('extend', { reasons: REASONS, extendTo: '2027-03-06' });
    expect(
      open()
        .answer('decision', 'supervisor', extend)
        .map(({ type }) => type),
    ).toContain('PlanExtended');
    const met = decided('met', { explanation: 'The January audit was clean.' });
    expect(scenario.answer('decision', 'supervisor', met).length).toBeGreaterThan(1);
  });

  test('once said, it may be found not met', () => {
    const scenario = open();
    const answer = { ...byManager, to: 'employee' as const };
    for (const date of ['2027-01-04', '2027-01-15', '2027-01-29']) {
      scenario.answer(`attribution-check-in-${date}`, 'hr', answer);
    }
    const facts = scenario.answer('decision', 'supervisor', decided('reassign', { reasons: REASONS }));
    expect(facts.map(({ type }) => type)).toContain('DecisionRecorded');
  });
});

const next = (day: string): string =>
  new Date(Date.parse(`${day}T12:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
