import { describe, expect, test } from 'vitest';
import {
  type Attributed,
  type CheckInAnswer,
  type ManagerCheckIns,
  type PlanDraft,
  reportCard,
} from '../../domain/index.ts';
import { decided, REASONS, rated } from '../support/answers.ts';
import { livedUntil } from '../support/lived.ts';
import { dcDraft } from '../support/plans.ts';
import { Scenario } from '../support/scenario.ts';

const FIRST = 'check-in-2026-12-18';
const [OPEN, DUE, LATE, MISSED] = [
  '2026-12-15T14:00:00Z',
  '2026-12-18T22:00:00Z',
  '2026-12-21T15:00:00Z',
  '2026-12-28T22:00:00Z',
];
const sam = {
  ...{ id: 'sam', role: 'supervisor' as const },
  ...{ name: 'Sam Okafor', email: 'Sam.Okafor@agency.example' },
};
const handOver = { type: 'ChangeManager', supervisor: sam, reason: 'Another office.' } as const;

const opened = (draft: PlanDraft = dcDraft()) => Scenario.launched(draft).until(OPEN);
const said = (scenario: Scenario, by: string, id = FIRST) => scenario.answer(id, by, rated('near'));
const attributed = (scenario: Scenario, to: Attributed) =>
  scenario.answer(`attribution-${FIRST}`, 'hr', { kind: 'attribution', to, reason: 'As told.' });

/** Of each manager: asked, theirs, in time, late, unanswered, and of these how many HR has said nothing of. */
const counts = (scenario: Scenario) =>
  reportCard(scenario.require())?.managers.map((one: ManagerCheckIns) => [
    one.email.split('.')[0],
    ...[one.asked, one.theirs, one.onTime, one.late, one.unanswered, one.notSaid],
  ]);

describe('after a change of manager', () => {
  test('everybody has the check-ins that they were asked about', () => {
    const scenario = opened().until(MISSED).after(handOver).until('2027-01-04T15:00:00Z');
    said(scenario, 'sam', 'check-in-2027-01-04');
    said(scenario, 'employee', 'check-in-2027-01-04');
    expect(counts(scenario)).toEqual([
      ['dana', 1, 1, 0, 0, 1, 1],
      ['sam', 1, 1, 1, 0, 0, 0],
    ]);
  });

  test('an open one is of whoever answered it, or was left to', () => {
    const before = opened();
    said(before, 'supervisor');
    before.after(handOver).until(MISSED);
    expect(counts(before)).toEqual([['dana', 1, 1, 1, 0, 0, 0]]);
    expect(counts(opened().after(handOver).until(MISSED))).toEqual([['sam', 1, 1, 0, 0, 1, 1]]);
  });

  test('whoever was asked as somebody else before is not held to that', () => {
    const review = dcDraft({ followUps: [{ date: '2026-12-16', type: 'review' }] });
    const plan = opened(review).until(MISSED).require();
    expect(plan.requests['review-2026-12-16']?.respondents).toHaveLength(3);
    const [launched] = plan.versions;
    if (!launched) throw new Error('It was launched.');
    const takenOver = { by: 'reviewer', from: 'supervisor' };
    const later = { ...launched, number: 2, at: '2027-01-02T15:00:00Z', takenOver };
    const draft = { ...plan.draft, issuer: { participant: 'reviewer' } };
    const managers = reportCard({ ...plan, draft, versions: [launched, later] })?.managers;
    expect(managers?.map(({ name, asked }) => [name, asked])).toEqual([['Dana Whitfield', 2]]);
  });

  test('nobody is late with what came to them after its day', () => {
    const scenario = opened().until(LATE).after(handOver);
    said(scenario, 'sam');
    said(scenario, 'employee');
    expect(counts(scenario)).toEqual([['sam', 1, 0, 0, 0, 0, 0]]);
  });
});

describe('a check-in that the manager was asked about', () => {
  test('is answered in time on the last moment, and late after it', () => {
    const answeredAt = (now: string) => {
      const scenario = opened().until(now);
      said(scenario, 'supervisor');
      said(scenario, 'employee');
      return counts(scenario);
    };
    expect(answeredAt(DUE)).toEqual([['dana', 1, 1, 1, 0, 0, 0]]);
    expect(answeredAt('2026-12-18T22:00:01Z')).toEqual([['dana', 1, 1, 0, 1, 0, 0]]);
  });

  test('is in time although they change their answer later', () => {
    const scenario = opened();
    said(scenario, 'supervisor');
    scenario.until(LATE).answer(FIRST, 'supervisor', rated('reached'));
    said(scenario, 'employee');
    expect(counts(scenario)).toEqual([['dana', 1, 1, 1, 0, 0, 0]]);
  });

  test('counts against them when HR says so or has not said, and not when it was excused or the employee’s', () => {
    const silent = () => opened().until(MISSED);
    expect(counts(silent())).toEqual([['dana', 1, 1, 0, 0, 1, 1]]);
    const saidTo = (to: Attributed) => {
      const scenario = silent();
      attributed(scenario, to);
      return counts(scenario);
    };
    expect(saidTo('manager')).toEqual([['dana', 1, 1, 0, 0, 1, 0]]);
    expect(saidTo('excused')).toEqual([['dana', 1, 0, 0, 0, 0, 0]]);
    expect(saidTo('employee')).toEqual([['dana', 1, 0, 0, 0, 0, 0]]);
  });

  test('is in time whoever else was late', () => {
    const scenario = opened(dcDraft({ followUps: [{ date: '2026-12-16', type: 'review' }] }));
    const id = 'review-2026-12-16';
    for (const by of ['supervisor', 'employee']) said(scenario, by, id);
    scenario.until('2026-12-17T15:00:00Z');
    said(scenario, 'reviewer', id);
    expect(counts(scenario)).toEqual([['dana', 1, 1, 1, 0, 0, 0]]);
  });

  test('is none of theirs when only a coach and the employee were asked', () => {
    const draft = dcDraft({ followUps: [{ date: '2026-12-16', type: 'coaching' }] });
    draft.participants.push({ id: 'mentor', role: 'mentor', name: 'Lou Ito', email: 'lou@agency.example' });
    const scenario = opened(draft).until('2026-12-24T15:00:00Z');
    expect(scenario.require().requests['coaching-2026-12-16']?.status).toBe('missed');
    expect(counts(scenario)).toEqual([]);
  });
});

describe('mail that did not reach the manager', () => {
  /** Every mail about it is lost until `until`. */
  function unreached(until: string): Scenario {
    const scenario = opened().until(until);
    const manager = scenario
      .require()
      .requests[FIRST]?.respondents.find(({ participant }) => participant === 'supervisor');
    for (const { key } of manager?.mailed ?? []) {
      const mail = { key, template: 'request-opened', to: 'supervisor', requestId: FIRST, outcome: 'failed' };
      scenario.when({ type: 'RecordUndelivered', mail: mail as never });
    }
    return scenario;
  }

  test('makes their silence nobody’s', () => {
    expect(counts(unreached('2026-12-28T21:00:00Z').until(MISSED))).toEqual([['dana', 1, 0, 0, 0, 0, 0]]);
  });

  test('makes a late answer not late, and an answer in time count all the same', () => {
    const late = unreached(LATE);
    said(late, 'supervisor');
    said(late, 'employee');
    expect(counts(late)).toEqual([['dana', 1, 0, 0, 0, 0, 0]]);
    const early = unreached('2026-12-18T15:00:00Z');
    said(early, 'supervisor');
    said(early, 'employee');
    expect(counts(early)).toEqual([['dana', 1, 1, 1, 0, 0, 0]]);
  });
});

describe('missed check-ins', () => {
  const missedBy = (scenario: Scenario) => {
    const { checkIns, missedBy } = reportCard(scenario.require()) ?? {};
    return { ...checkIns, ...missedBy };
  };

  test('are nobody’s until HR has said whose', () => {
    const scenario = opened().until(MISSED);
    const nobodys = { manager: 0, employee: 0, excused: 0, open: 1 };
    expect(missedBy(scenario)).toEqual({ over: 1, held: 0, missed: 1, ...nobodys });
    attributed(scenario, 'manager');
    expect(missedBy(scenario)).toMatchObject({ ...nobodys, manager: 1, open: 0 });
  });

  test('are those as well that both sides say were not held', () => {
    const scenario = opened().until('2026-12-18T15:00:00Z');
    const alone: CheckInAnswer = {
      ...{ kind: 'check_in', meeting: 'not_held', comment: 'Nobody came.' },
      items: rated('near').items,
    };
    for (const by of ['supervisor', 'employee']) scenario.answer(FIRST, by, alone);
    attributed(scenario, 'employee');
    expect(missedBy(scenario)).toMatchObject({ over: 1, held: 0, missed: 1, employee: 1, open: 0 });
  });
});

describe('decisions of one plan', () => {
  const decisions = (scenario: Scenario) => reportCard(scenario.require())?.decisions;

  test('are each one that was asked for, extended plans have more than one', () => {
    const scenario = livedUntil('2027-02-17T15:00:00Z');
    const extended = { reasons: REASONS, extendTo: '2027-03-06', summary: 'More time helps.' };
    scenario.answer('decision', 'supervisor', decided('extend', extended));
    scenario.until('2027-03-08T15:00:00Z');
    const first = { dueAt: '2027-02-19T22:00:00Z', madeAt: '2027-02-17T15:00:00Z' };
    expect(decisions(scenario)).toEqual([first, { dueAt: expect.stringMatching(/^2027-03-/), madeAt: null }]);
  });

  test('are not awaited any more once HR gives more time', () => {
    const scenario = livedUntil('2027-02-17T15:00:00Z');
    scenario.when({ type: 'ExtendPlan', endDate: '2027-03-06', reason: 'More time.' });
    expect(decisions(scenario)).toEqual([]);
  });

  test('count as made when a rule made them, and so too late', () => {
    const settings = { onDecisionOverdue: { mode: 'deem_met' as const, verifiedBy: 'General Counsel' } };
    const scenario = livedUntil('2027-03-01T15:00:00Z', { draft: dcDraft({ settings }) });
    expect(scenario.require().outcome).toBe('met');
    expect(decisions(scenario)).toEqual([
      { dueAt: '2027-02-19T22:00:00Z', madeAt: expect.stringMatching(/^2027-02-20/) },
    ]);
  });
});
