import { describe, expect, test } from 'vitest';
import {
  type Answer,
  linkState,
  NotAllowedNow,
  NotAsked,
  owed,
  type Plan,
  type PlanEvent,
  RequestClosed,
  type Respondent,
  RulesBroken,
  stillOwed,
} from '../../domain/index.ts';
import { decided, REASONS } from '../support/answers.ts';
import { livedUntil, rulesWith } from '../support/lived.ts';
import { dcDraft } from '../support/plans.ts';
import { Scenario } from '../support/scenario.ts';
import { pointers, revisionOf } from './revisions.fixture.ts';

const sam = {
  id: 'sam',
  role: 'supervisor' as const,
  name: 'Sam Okafor',
  email: 'sam.okafor@agency.example',
};
const handOver = (supervisor = sam, reason = 'Dana Whitfield moves to another office.') =>
  ({ type: 'ChangeManager', supervisor, reason, handover: 'Two check-ins so far; see the record.' }) as const;

const respondents = (scenario: Scenario, id: string) =>
  scenario.require().requests[id]?.respondents.map(({ participant, answer }) => [participant, answer?.kind]);

test('a mail that was owed to the manager who left is not sent any more', () => {
  const scenario = Scenario.launched().until('2026-12-15T15:00:00Z');
  const asked = scenario.events.find(
    (event) => event.type === 'RequestOpened' && event.request.id === 'check-in-2026-12-18',
  ) as PlanEvent;
  const owedTo = (plan: Plan) =>
    owed(asked, plan)
      .filter((item) => stillOwed(item, plan))
      .map((item) => item.kind === 'mail' && item.to);
  expect(owedTo(scenario.require())).toEqual(['employee', 'supervisor']);
  scenario.after(handOver());
  expect(owedTo(scenario.require())).toEqual(['employee']);
});

test('whoever left hears that they are asked nothing more, but not at a mailbox that is somebody else’s', () => {
  const farewell = (scenario: Scenario) => {
    scenario.after(handOver());
    const plan = scenario.require();
    return scenario.events
      .flatMap((event) => owed(event, plan))
      .filter((item) => item.kind === 'mail' && item.template === 'plan-handed-over')
      .map((item) => stillOwed(item, plan));
  };
  const opened = () => Scenario.launched().until('2026-12-01T15:00:00Z');
  expect(farewell(opened())).toEqual([true]);
  const wrong = opened();
  wrong.when({ type: 'ReportWrongPerson', participant: 'supervisor', requestId: 'acknowledgement' });
  expect(farewell(wrong)).toEqual([false]);
});

const rating = {
  kind: 'check_in',
  meeting: 'held',
  items: dcDraft().items.map(({ id }) => ({ item: id, progress: 'near' as const })),
} as const;

describe('a change of manager', () => {
  test('puts the new one wherever the old one acts, and remembers the old one', () => {
    const scenario = Scenario.launched().until('2026-12-10T15:00:00Z');
    const [fact] = scenario.when(handOver());
    expect(fact).toMatchObject({
      type: 'ManagerChanged',
      from: 'supervisor',
      to: 'sam',
      handover: 'Two check-ins so far; see the record.',
      revision: { number: 2, because: 'manager_changed', reason: 'Dana Whitfield moves to another office.' },
    });
    const { draft, former } = scenario.require();
    expect(draft.participants.map(({ id, role }) => [id, role])).toEqual([
      ['employee', 'employee'],
      ['sam', 'supervisor'],
      ['reviewer', 'reviewer'],
      ['hr', 'hr'],
    ]);
    expect(draft.issuer).toEqual({ participant: 'sam' });
    expect(draft.items.flatMap(({ support }) => support.map(({ owner }) => owner))).toEqual(['sam', 'sam']);
    expect(former.map(({ id }) => id)).toEqual(['supervisor']);
  });

  test('asks both for a new signature', () => {
    const scenario = Scenario.launched().until('2026-12-10T15:00:00Z').after(handOver());
    scenario.until('2026-12-10T15:00:01Z');
    expect(respondents(scenario, 'acknowledgement-2')).toEqual([
      ['employee', undefined],
      ['sam', undefined],
    ]);
  });

  test('hands over the open questions the old one left, and not those they answered', () => {
    const left = Scenario.launched().until('2026-12-16T15:00:00Z');
    expect(revisionOf(left.when(handOver())).handed).toEqual([
      { requestId: 'check-in-2026-12-18', participant: 'sam', link: expect.stringMatching(/^link-/) },
    ]);
    expect(respondents(left, 'check-in-2026-12-18')).toEqual([
      ['employee', undefined],
      ['sam', undefined],
    ]);

    const answered = Scenario.launched().until('2026-12-16T15:00:00Z');
    answered.answer('check-in-2026-12-18', 'supervisor', rating);
    expect(revisionOf(answered.when(handOver())).handed).toEqual([]);
    expect(respondents(answered, 'check-in-2026-12-18')).toEqual([
      ['employee', undefined],
      ['supervisor', 'check_in'],
    ]);
    answered.answer('check-in-2026-12-18', 'employee', rating);
    expect(answered.require().requests['check-in-2026-12-18']?.status).toBe('answered');
  });

  test('while the decision is due asks the new one for it, with the same clock', () => {
    const scenario = Scenario.launched().until('2027-02-08T15:00:00Z');
    const dueAt = scenario.require().requests.decision?.dueAt;
    const revision = revisionOf(scenario.when(handOver()));
    expect(revision.handed.filter(({ requestId }) => requestId === 'decision')).toHaveLength(1);
    expect(revision.schedule.map(({ id }) => id)).toEqual(['acknowledgement-2']);
    expect(scenario.require()).toMatchObject({ status: 'deciding', requests: { decision: { dueAt } } });
    expect(respondents(scenario, 'decision')).toEqual([['sam', undefined]]);
  });

  test('after the decision, while the employee may respond, asks for no other', () => {
    const scenario = Scenario.launched().until('2027-02-08T15:00:00Z');
    const attributions = Object.values(scenario.require().requests).filter(
      (one) => one.kind === 'attribution',
    );
    for (const { id } of attributions) {
      scenario.answer(id, 'hr', { kind: 'attribution', to: 'excused', reason: 'Both were away.' });
    }
    scenario.answer('decision', 'supervisor', {
      kind: 'decision',
      outcome: 'reassign',
      typedName: 'Dana Whitfield',
      reasons: dcDraft().items.map(({ id }) => ({ item: id, reason: 'Not reached.' })),
      explanation: 'The numbers did not move.',
    });
    const waiting = Object.values(scenario.require().requests).filter(({ status }) => status === 'open');
    expect(waiting.map(({ kind }) => kind)).toContain('response');
    expect(revisionOf(scenario.when(handOver())).schedule.map(({ kind }) => kind)).toEqual([
      'acknowledgement',
    ]);
  });

  test('relieves a reviewer who issued the plan in the supervisor’s absence, and of what was asked of the issuer', () => {
    const issuer = { participant: 'reviewer', absenceReason: 'Dana is on leave.' };
    const head = {
      id: 'head',
      role: 'agency_head' as const,
      name: 'Lee Brandt',
      email: 'lee@agency.example',
    };
    const participants = [...dcDraft().participants, head];
    const scenario = Scenario.launched(dcDraft({ issuer, participants }))
      .until('2026-12-16T15:00:00Z')
      .after(handOver());
    expect(scenario.require().draft.issuer).toEqual({ participant: 'sam' });
    expect(respondents(scenario, 'check-in-2026-12-18')).toEqual([
      ['employee', undefined],
      ['sam', undefined],
    ]);
  });

  test('may name somebody who is in the plan, when their own part can be spared', () => {
    const mentor = { ...sam, role: 'mentor' as const };
    const draft = dcDraft();
    const scenario = Scenario.launched({ ...draft, participants: [...draft.participants, mentor] });
    scenario.after(handOver());
    expect(scenario.require().draft.participants.filter(({ id }) => id === 'sam')).toEqual([sam]);
    const morgan = { ...sam, id: 'reviewer', email: 'morgan.ellis@agency.example' };
    expect(pointers(scenario.refuses(RulesBroken, handOver(morgan)))).toEqual([
      '/supervisor P-PEOPLE',
      '/supervisor D10',
    ]);
  });

  test('puts nobody else in the place of somebody who is in the plan', () => {
    const mentor = { ...sam, role: 'mentor' as const };
    const draft = dcDraft();
    const scenario = Scenario.launched({ ...draft, participants: [...draft.participants, mentor] });
    const other = { ...sam, name: 'Quentin Other', email: 'quentin@agency.example' };
    expect(pointers(scenario.refuses(RulesBroken, handOver(other)))).toEqual(['/supervisor/id product']);
  });

  test('takes HR’s open questions from somebody of HR who becomes the manager (L3, L4)', () => {
    const noor = { id: 'noor', role: 'hr' as const, name: 'Noor Aziz', email: 'noor.aziz@agency.example' };
    const draft = dcDraft();
    const scenario = Scenario.launched({ ...draft, participants: [...draft.participants, noor] })
      .until('2026-12-10T15:00:00Z')
      .after({ type: 'AskAccommodation', by: 'employee' });
    const asked = scenario.require().requests['accommodation-1']?.respondents ?? [];
    const { link } = asked.find(({ participant }) => participant === 'noor') as Respondent;
    const facts = scenario.when(handOver({ ...noor, role: 'supervisor' }));
    expect(revisionOf(facts).dropped).toEqual([{ requestId: 'accommodation-1', participant: 'noor' }]);
    expect(respondents(scenario, 'accommodation-1')).toEqual([['hr', undefined]]);
    const scope = {
      link,
      planId: 'plan-1',
      participant: 'noor',
      requestId: 'accommodation-1',
      seq: 1,
    } as const;
    expect(linkState({ ...scope, purpose: 'answer' }, scenario.require(), scenario.now)).toBe('expired');
    scenario.refuses(NotAsked, {
      type: 'AnswerRequest',
      requestId: 'accommodation-1',
      by: 'noor',
      answer: { kind: 'accommodation', choice: 'nothing_needed' },
    });
    // Somebody of HR stays.
    const priya = { ...sam, id: 'hr', name: 'Priya Raman', email: 'priya.raman@agency.example' };
    expect(pointers(scenario.refuses(RulesBroken, handOver(priya)))).toEqual(['/supervisor P-PEOPLE']);
  });

  test('ends a question that only waited for the new one in their old part, and blames nobody', () => {
    const mentor = { ...sam, role: 'mentor' as const };
    const ines = { ...mentor, id: 'ines', email: 'ines@agency.example' };
    const draft = dcDraft({ followUps: [{ date: '2026-12-17', type: 'coaching' }] });
    const scenario = Scenario.launched({ ...draft, participants: [...draft.participants, mentor, ines] });
    scenario.until('2026-12-16T15:00:00Z');
    const answer: Answer = { kind: 'check_in', meeting: 'held', items: [], comment: 'Two cases.' };
    for (const by of ['employee', 'ines']) scenario.answer('coaching-2026-12-17', by, answer);
    expect(scenario.when(handOver())).toContainEqual({
      type: 'RequestLapsed',
      requestId: 'coaching-2026-12-17',
    });
  });

  test('happens once, and never to the person the plan is about', () => {
    const scenario = Scenario.launched().after(handOver());
    expect(scenario.when(handOver())).toEqual([]);
    expect(pointers(scenario.refuses(RulesBroken, handOver({ ...sam, id: 'employee' })))).toEqual([
      '/supervisor/id product',
    ]);
    expect(pointers(scenario.refuses(RulesBroken, handOver({ ...sam, name: 'S. Okafor' })))).toEqual([
      '/supervisor/id product',
    ]);
    expect(pointers(scenario.refuses(RulesBroken, handOver({ ...sam, id: 'supervisor' })))).toEqual([
      '/supervisor/id product',
    ]);
    expect(
      pointers(scenario.refuses(RulesBroken, handOver({ ...sam, id: 'kim', email: 'kim' }, ''))),
    ).toEqual(['/reason product']);
    expect(pointers(scenario.refuses(RulesBroken, handOver({ ...sam, id: 'kim', email: 'kim' })))).toEqual([
      '/supervisor/email product',
    ]);
  });

  test('is for a plan that runs', () => {
    const draft = new Scenario().after({ type: 'DraftPlan', planId: 'plan-1', draft: dcDraft() });
    expect(draft.refuses(NotAllowedNow, handOver()).wayOut).toContain('draft it again');
  });
});

describe('a change of manager while a proposed decision waits', () => {
  const remove = decided('remove', { reasons: REASONS, typedName: 'Dana Whitfield' });
  const approval = { kind: 'approval', choice: 'confirm', typedName: 'Morgan Ellis' } as const;
  const proposed = () => {
    const scenario = livedUntil('2027-02-09T15:00:00Z');
    scenario.answer('decision', 'supervisor', remove);
    return scenario;
  };

  test('lets the proposal lapse, and asks the new one to decide, with a link of their own', () => {
    const scenario = proposed();
    const revision = revisionOf(scenario.when(handOver()));
    expect(revision.superseded).toEqual(['approval-1']);
    expect(revision.handed).toEqual([
      { requestId: 'decision', participant: 'sam', link: expect.stringMatching(/^link-/) },
    ]);
    expect(scenario.require()).toMatchObject({
      status: 'deciding',
      proposal: null,
      requests: { 'approval-1': { status: 'superseded' }, decision: { status: 'open' } },
    });
    expect(respondents(scenario, 'decision')).toEqual([
      ['supervisor', 'decision'],
      ['sam', undefined],
    ]);
    scenario.refuses(RequestClosed, {
      type: 'AnswerRequest',
      requestId: 'approval-1',
      by: 'reviewer',
      answer: approval,
    });
    const facts = scenario.answer('decision', 'sam', { ...remove, typedName: 'Sam Okafor' });
    expect(facts[1]).toMatchObject({ proposal: { by: 'sam', awaiting: ['approval-2'] } });
    scenario.answer('approval-2', 'reviewer', approval);
    expect(scenario.require().decisions).toMatchObject([{ by: 'reviewer', proposedBy: 'sam' }]);
  });

  test('reminds the new one only of what is ahead, and of a decision that is late tells on', () => {
    const scenario = proposed().until('2027-02-18T15:00:00Z').after(handOver());
    scenario.until('2027-02-18T15:00:00Z');
    const reminded = scenario.events.filter(
      (event) => event.type === 'Reminded' && event.requestId === 'decision',
    );
    expect(reminded).toEqual([]);
    expect(scenario.until('2027-02-20T15:00:00Z').types()).toContain('Escalated');
  });

  test('leaves a proposal of somebody who stays, and asks the new one as well', () => {
    const scenario = livedUntil('2027-02-20T15:00:00Z');
    const extend = decided('reassign', { reasons: REASONS, absenceReason: 'On leave.' });
    expect(scenario.require().requests.decision?.escalatedTo).toContain('reviewer');
    scenario.library = rulesWith((pack) => {
      pack.decision.separateDecider.is = { outcomes: ['reassign'], roles: ['hr'] };
    });
    scenario.answer('decision', 'reviewer', extend);
    const revision = revisionOf(scenario.when(handOver()));
    expect(revision.superseded).not.toContain('approval-1');
    expect(revision.handed).toMatchObject([{ requestId: 'decision', participant: 'sam' }]);
    expect(scenario.require().proposal).toMatchObject({ by: 'reviewer', awaiting: ['approval-1'] });
  });

  test('of a reviewer who issued it and is relieved, lapses as well', () => {
    const issuer = { participant: 'reviewer', absenceReason: 'Dana is on leave.' };
    const head = {
      id: 'head',
      role: 'agency_head' as const,
      name: 'Lee Brandt',
      email: 'lee@agency.example',
    };
    const draft = dcDraft({ issuer, participants: [...dcDraft().participants, head] });
    const scenario = livedUntil('2027-02-09T15:00:00Z', { draft });
    scenario.answer('decision', 'reviewer', remove);
    expect(scenario.require().requests['approval-1']?.respondents).toMatchObject([{ participant: 'head' }]);
    expect(revisionOf(scenario.when(handOver())).superseded).toEqual(['approval-1']);
    expect(scenario.require().proposal).toBeNull();
    expect(respondents(scenario, 'decision')).toEqual([
      ['reviewer', 'decision'],
      ['sam', undefined],
    ]);
  });
});
