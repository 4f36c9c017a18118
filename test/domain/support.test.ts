import { describe, expect, test } from 'vitest';
import { RulesBroken, type SupportAnswer, undeliveredSupport } from '../../domain/index.ts';
import { dcDraft } from '../support/plans.ts';
import { Scenario } from '../support/scenario.ts';

const ID = 'support-2026-12-18';
const COURSE = { item: 'accuracy', what: 'Code refresher course' };
type Delivered = SupportAnswer['promises'][number]['delivered'];
const says = (delivered: Delivered, extra: object = {}): SupportAnswer => ({
  kind: 'support',
  promises: [{ ...COURSE, delivered, ...extra }],
});

const asked = () => Scenario.launched().until('2026-12-18T14:00:00Z');
const undone = (scenario: Scenario) =>
  undeliveredSupport(scenario.require()).map(({ item, what, owner, said }) => [item.id, what, owner, said]);

describe('promised support', () => {
  test('is asked about on the day it was promised for, of whoever gets it and whoever promised it', () => {
    expect(asked().require().requests[ID]).toMatchObject({
      kind: 'support',
      openedAt: '2026-12-18T14:00:00Z',
      missedAt: '2026-12-23T22:00:00Z',
      respondents: [{ participant: 'employee' }, { participant: 'supervisor' }],
    });
  });

  test('that the employee says was not delivered is reported once', () => {
    const scenario = asked();
    expect(scenario.answer(ID, 'employee', says('no'))).toEqual([
      { type: 'RequestAnswered', requestId: ID, by: 'employee', answer: says('no'), complete: false },
      { type: 'SupportUndelivered', requestId: ID, ...COURSE },
    ]);
    expect(scenario.answer(ID, 'employee', says('partly', { note: 'Half of it.' }))).toHaveLength(1);
    expect(undone(scenario)).toEqual([['accuracy', COURSE.what, 'supervisor', 'partly']]);
  });

  test('is delivered when the employee says so; its owner’s word does not stand in for theirs', () => {
    const scenario = asked();
    expect(scenario.answer(ID, 'supervisor', says('yes'))).toHaveLength(1);
    scenario.answer(ID, 'employee', says('no'));
    expect(undone(scenario)).toEqual([['accuracy', COURSE.what, 'supervisor', 'no']]);
    const silent = asked();
    silent.answer(ID, 'supervisor', says('yes'));
    expect(undone(silent)).toEqual([]);
    silent.until('2026-12-24T00:00:00Z');
    expect(undeliveredSupport(silent.require())).toMatchObject([{ said: 'unconfirmed', ownerSaysSo: true }]);
    const delivered = asked();
    expect(delivered.answer(ID, 'supervisor', says('no'))).toHaveLength(1);
    delivered.answer(ID, 'employee', says('yes'));
    expect(undone(delivered)).toEqual([]);
  });

  test('nobody speaks about lapses as unconfirmed; what is still asked about, or not yet, is not', () => {
    const scenario = asked();
    expect(undone(scenario)).toEqual([]);
    scenario.until('2026-12-24T00:00:00Z');
    expect(scenario.require().requests[ID]?.status).toBe('lapsed');
    expect(undone(scenario)).toEqual([['accuracy', COURSE.what, 'supervisor', 'unconfirmed']]);
    scenario.until('2027-02-05T00:00:00Z');
    expect(undone(scenario).map(([item]) => item)).toEqual(['accuracy', 'timeliness']);
  });

  test('stays the promise of whoever was asked about it, when somebody else takes over', () => {
    const handOver = {
      type: 'ChangeManager',
      supervisor: { id: 'sam', role: 'supervisor', name: 'Sam Okafor', email: 'sam.okafor@agency.example' },
      reason: 'Dana Whitfield moves to another office.',
    } as const;
    const owners = (scenario: Scenario) =>
      scenario.require().draft.items.flatMap(({ support }) => support.map(({ owner }) => owner));
    expect(owners(asked().after(handOver))).toEqual(['sam', 'sam']);
    const said = asked();
    said.answer(ID, 'supervisor', says('yes'));
    expect(owners(said.after(handOver))).toEqual(['supervisor', 'sam']);
    expect(said.require().requests[ID]?.respondents.map(({ participant }) => participant)).toEqual([
      'employee',
      'supervisor',
    ]);
    const lapsed = asked().until('2026-12-24T00:00:00Z').after(handOver).until('2026-12-28T15:00:00Z');
    expect(undone(lapsed)).toEqual([['accuracy', COURSE.what, 'supervisor', 'unconfirmed']]);
    const amended = { type: 'AmendPlan', reason: 'A clearer title.', changes: { title: 'Reviews' } } as const;
    expect(owners(lapsed.after(amended))).toEqual(['supervisor', 'sam']);
  });

  test('is answered promise by promise, and only what was promised for the day', () => {
    const refused = (promises: SupportAnswer['promises'], by = 'employee') =>
      asked()
        .refuses(RulesBroken, {
          type: 'AnswerRequest',
          requestId: ID,
          by,
          answer: { kind: 'support', promises },
        })
        .broken.map(({ field }) => field);
    expect(refused([])).toEqual(['/promises']);
    const other = { item: 'timeliness', what: 'One hour of planning a week', delivered: 'yes' } as const;
    expect(refused([{ ...COURSE, delivered: 'yes' }, other])).toEqual(['/promises/1']);
    expect(
      refused([
        { ...COURSE, delivered: 'yes' },
        { ...COURSE, delivered: 'no' },
      ]),
    ).toEqual(['/promises/1']);
  });

  test('of two owners is answered by each for their own, and by the employee for both', () => {
    const draft = dcDraft();
    draft.items[1]?.support.push({ kind: 'mentor', what: 'A mentor', owner: 'reviewer', due: '2026-12-18' });
    const scenario = Scenario.launched(draft).until('2026-12-18T14:00:00Z');
    scenario.answer(ID, 'supervisor', says('yes'));
    const mentor = { item: 'timeliness', what: 'A mentor', delivered: 'yes' } as const;
    scenario.answer(ID, 'reviewer', { kind: 'support', promises: [mentor] });
    const command = { type: 'AnswerRequest', requestId: ID, by: 'employee', answer: says('yes') } as const;
    expect(scenario.refuses(RulesBroken, command).broken).toMatchObject([
      { field: '/promises', message: expect.stringContaining('"timeliness"') },
    ]);
    const both: SupportAnswer = { kind: 'support', promises: [...says('yes').promises, mentor] };
    expect(scenario.answer(ID, 'employee', both)).toMatchObject([{ complete: true }]);
  });
});
