import { describe, expect, test } from 'vitest';
import { NotAllowedNow, RulesBroken } from '../../domain/index.ts';
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

  test('leaves a reviewer who issued the plan in the supervisor’s absence the issuer', () => {
    const issuer = { participant: 'reviewer', absenceReason: 'Dana is on leave.' };
    const head = {
      id: 'head',
      role: 'agency_head' as const,
      name: 'Lee Brandt',
      email: 'lee@agency.example',
    };
    const participants = [...dcDraft().participants, head];
    const scenario = Scenario.launched(dcDraft({ issuer, participants }))
      .until('2026-12-10T15:00:00Z')
      .after(handOver());
    expect(scenario.require().draft.issuer).toEqual(issuer);
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
    expect(draft.refuses(NotAllowedNow, handOver()).wayOut).toContain('Draft it again');
  });
});
