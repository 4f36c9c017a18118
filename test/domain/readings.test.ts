import { describe, expect, test } from 'vitest';
import {
  type CheckInAnswer,
  type Fact,
  latestReadings,
  NotAllowedNow,
  type Reading,
  RulesBroken,
} from '../../domain/index.ts';
import { decided, rated } from '../support/answers.ts';
import { livedUntil } from '../support/lived.ts';
import { dcDraft } from '../support/plans.ts';
import { Scenario } from '../support/scenario.ts';

const readings: Reading[] = [
  { item: 'accuracy', date: '2026-12-14', value: 28.5, source: 'Case system' },
  { item: 'timeliness', date: '2026-12-15', value: 70 },
];
const active = () => Scenario.launched().until('2026-12-15T15:00:00Z');
const refused = (given: Reading[], by?: string) =>
  active()
    .refuses(RulesBroken, { type: 'RecordReadings', readings: given, ...(by ? { by } : {}) })
    .broken.map(({ field }) => field);

describe('readings', () => {
  test('are kept as they are, each once', () => {
    const scenario = active();
    expect(scenario.when({ type: 'RecordReadings', readings, by: 'supervisor' })).toEqual([
      { type: 'ReadingsRecorded', readings, by: 'supervisor' },
    ]);
    expect(scenario.when({ type: 'RecordReadings', readings })).toEqual([]);
    const corrected = { item: 'accuracy', date: '2026-12-14', value: 29, source: 'Case system' };
    const again = [...readings, corrected, corrected];
    expect(scenario.when({ type: 'RecordReadings', readings: again })).toEqual([
      { type: 'ReadingsRecorded', readings: [corrected] },
    ]);
    expect(scenario.require().readings).toEqual([...readings, corrected]);
  });

  test('that are corrected back are kept: the number given last is the one that counts', () => {
    const of = (value: number): Reading => ({ item: 'accuracy', date: '2026-12-14', value, source: 'List' });
    const record = (scenario: Scenario, ...values: number[]) =>
      scenario
        .when({ type: 'RecordReadings', readings: values.map(of) })
        .flatMap((fact) => (fact.type === 'ReadingsRecorded' ? fact.readings.map(({ value }) => value) : []));
    const scenario = active();
    expect([record(scenario, 28), record(scenario, 29), record(scenario, 28)]).toEqual([[28], [29], [28]]);
    expect(record(scenario, 28)).toEqual([]);
    expect([record(scenario, 28, 30), record(scenario, 28, 30)]).toEqual([[30], []]);
    expect(scenario.require().readings.map(({ value }) => value)).toEqual([28, 29, 28, 30]);
    const other: Reading = { item: 'accuracy', date: '2026-12-14', value: 28 };
    expect(scenario.when({ type: 'RecordReadings', readings: [other] })).toHaveLength(1);
  });

  describe('brought to a check-in', () => {
    const ID = 'check-in-2026-12-18';
    const open = () => livedUntil('2026-12-14T00:00:00Z').until('2026-12-15T15:00:00Z');
    const brings = (value: number, recognition: string) =>
      rated('near', { readings: [{ item: 'accuracy', value }], recognition });
    const news = (facts: Fact[]) =>
      facts.filter(({ type }) => type === 'ReadingsRecorded' || type === 'RecognitionAdded');
    const reading = (value: number, by = 'supervisor') => ({
      item: 'accuracy',
      date: '2026-12-15',
      value,
      by,
    });

    test('tell nobody what one side said before the other has answered; then the last word of each stands', () => {
      const scenario = open();
      expect(news(scenario.answer(ID, 'supervisor', brings(28, 'Calm with applicants.')))).toEqual([]);
      expect(news(scenario.answer(ID, 'supervisor', brings(29, 'Very calm.')))).toEqual([]);
      expect(scenario.require()).toMatchObject({ readings: [], recognitions: [] });
      scenario.now = '2026-12-16T15:00:00Z';
      expect(news(scenario.answer(ID, 'employee', brings(27, 'Two cases closed.')))).toEqual([
        {
          type: 'ReadingsRecorded',
          readings: [{ ...reading(27, 'employee'), date: '2026-12-16' }],
          by: 'employee',
        },
        { type: 'RecognitionAdded', text: 'Two cases closed.', by: 'employee' },
        { type: 'ReadingsRecorded', readings: [reading(29)], by: 'supervisor' },
        { type: 'RecognitionAdded', text: 'Very calm.', by: 'supervisor' },
      ]);
    });

    test('are kept when whoever was still asked leaves the plan', () => {
      const draft = dcDraft({ followUps: [{ date: '2026-12-16', type: 'coaching' }] });
      const mentor = { id: 'mentor', role: 'mentor', name: 'Sam Ito', email: 'sam@agency.example' } as const;
      const participants = [...draft.participants, mentor];
      const other = { ...mentor, id: 'other', name: 'Ann Ito', email: 'ann@agency.example' };
      const scenario = Scenario.launched({ ...draft, participants: [...participants, other] });
      scenario.until('2026-12-16T15:00:00Z');
      const met: CheckInAnswer = { kind: 'check_in', meeting: 'held', items: [], comment: 'Two cases.' };
      const recognition = 'Sam explained it well.';
      scenario.answer('coaching-2026-12-16', 'employee', { ...met, recognition });
      scenario.answer('coaching-2026-12-16', 'mentor', met);
      const facts = scenario.when({ type: 'AmendPlan', reason: 'Ann left.', changes: { participants } });
      expect(scenario.require().requests['coaching-2026-12-16']?.status).toBe('lapsed');
      expect(news(facts)).toEqual([
        { type: 'RecognitionAdded', text: 'Sam explained it well.', by: 'employee' },
      ]);
    });

    test('are kept when the other side misses it, and the same number of both sides is kept once', () => {
      const scenario = open();
      scenario.answer(ID, 'supervisor', brings(28, 'Calm with applicants.'));
      const before = scenario.events.length;
      scenario.until('2026-12-29T00:00:00Z');
      expect(news(scenario.events.slice(before))).toMatchObject([
        { type: 'ReadingsRecorded', readings: [reading(28)], by: 'supervisor' },
        { type: 'RecognitionAdded', text: 'Calm with applicants.', by: 'supervisor' },
      ]);
      const both = open();
      both.answer(ID, 'supervisor', brings(28, ''));
      both.answer(ID, 'employee', brings(28, ''));
      expect(both.require().readings).toEqual([reading(28, 'employee')]);
    });

    test('stand beside each other when the sides say different numbers of the same day', () => {
      const scenario = open();
      scenario.answer(ID, 'employee', brings(28, ''));
      scenario.answer(ID, 'supervisor', brings(31, ''));
      const both = [
        { ...reading(28, 'employee'), corrected: undefined },
        { ...reading(31), corrected: undefined },
      ];
      expect(latestReadings(scenario.require(), 'accuracy')).toEqual(both);
    });
  });

  test('are plain numbers of an item, of a day of the plan up to today', () => {
    expect(
      refused([
        { item: 'other', date: '2026-12-06', value: Number.POSITIVE_INFINITY },
        { item: 'accuracy', date: '2026-12-16', value: 1, source: 'a\nb' },
      ]),
    ).toEqual([
      '/readings/0/item',
      '/readings/0/date',
      '/readings/0/value',
      '/readings/1/source',
      '/readings/1/date',
    ]);
    expect(refused(readings, 'nobody')).toEqual(['/by']);
  });

  test('come 1 to 500 at once', () => {
    expect(refused([])).toEqual(['/readings']);
    const many = Array.from({ length: 501 }, (_, value) => ({
      item: 'accuracy',
      date: '2026-12-14',
      value,
    }));
    expect(refused(many)).toEqual(['/readings']);
    expect(active().when({ type: 'RecordReadings', readings: many.slice(1) })).toHaveLength(1);
  });

  test('are taken while the plan is decided, not before it is launched and not once it is over', () => {
    const scenario = livedUntil('2027-02-05T14:00:00Z');
    expect(scenario.when({ type: 'RecordReadings', readings })).toHaveLength(1);
    scenario.answer('decision', 'supervisor', decided('met'));
    expect(scenario.refuses(NotAllowedNow, { type: 'RecordReadings', readings }).wayOut).toBe('Add a note.');
    const before = Scenario.launched();
    const { broken } = before.refuses(RulesBroken, { type: 'RecordReadings', readings });
    expect(broken.map(({ field }) => field)).toEqual(['/readings/0/date', '/readings/1/date']);
  });
});
