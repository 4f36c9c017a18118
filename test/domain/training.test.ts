import { describe, expect, test } from 'vitest';
import { NotAllowedNow, RulesBroken, type SupportAnswer, undeliveredSupport } from '../../domain/index.ts';
import { attendedOn } from '../../domain/support.ts';
import { decided } from '../support/answers.ts';
import { dcDraft } from '../support/plans.ts';
import { Scenario } from '../support/scenario.ts';

const ATTENDED = { type: 'CompleteTraining', item: 'accuracy', promise: 1, on: '2026-12-17' } as const;
const COURSE = { item: 'accuracy', what: 'Code refresher course' };
const QUESTION = 'support-2026-12-18';
const onItsDay = () => Scenario.launched().until('2026-12-18T14:00:00Z');
const says = (delivered: 'yes' | 'partly' | 'no'): SupportAnswer => ({
  kind: 'support',
  promises: [{ ...COURSE, delivered }],
});
const undone = (scenario: Scenario) =>
  undeliveredSupport(scenario.require()).map(({ item, said }) => [item.id, said]);

describe('a promised training that was attended', () => {
  test('is put on record once, by its number or its words, with who says so and where it is written', () => {
    const scenario = onItsDay();
    const said = { by: 'supervisor', evidence: 'Certificate 4711' };
    expect(scenario.when({ ...ATTENDED, ...said })).toEqual([
      { type: 'TrainingCompleted', ...COURSE, due: '2026-12-18', on: '2026-12-17', ...said },
    ]);
    expect(scenario.when({ type: 'CompleteTraining', ...COURSE, on: '2026-12-17' })).toEqual([]);
    expect(scenario.when({ ...ATTENDED, on: '2026-12-18' })).toHaveLength(1);
    expect(scenario.require().trainings).toEqual([
      { ...COURSE, due: '2026-12-18', on: '2026-12-17', at: '2026-12-18T14:00:00Z' },
      { ...COURSE, due: '2026-12-18', on: '2026-12-18', at: '2026-12-18T14:00:00Z' },
    ]);
  });

  test('is not unconfirmed when nobody speaks about it', () => {
    const scenario = onItsDay().after(ATTENDED).until('2026-12-24T00:00:00Z');
    expect(scenario.require().requests[QUESTION]?.status).toBe('lapsed');
    expect(undone(scenario)).toEqual([]);
    expect(undone(onItsDay().until('2026-12-24T00:00:00Z'))).toEqual([['accuracy', 'unconfirmed']]);
  });

  test('does not override the employee, before or after', () => {
    const before = onItsDay();
    before.answer(QUESTION, 'employee', says('partly'));
    expect(undone(before.after(ATTENDED))).toEqual([['accuracy', 'partly']]);
    const after = onItsDay().after(ATTENDED);
    after.answer(QUESTION, 'employee', says('no'));
    expect(undone(after)).toEqual([['accuracy', 'no']]);
  });

  test('is one of a training the item promises, on a day that is over, by somebody of the plan', () => {
    const broken = (fields: object) =>
      onItsDay()
        .refuses(RulesBroken, { ...ATTENDED, ...fields } as never)
        .broken.map(({ field }) => field);
    expect(broken({ item: 'other' })).toEqual(['/item']);
    expect(broken({ promise: 2 })).toEqual(['/promise']);
    expect(broken({ what: COURSE.what })).toEqual(['/promise']);
    expect(broken({ promise: undefined })).toEqual(['/what']);
    expect(broken({ promise: undefined, what: 'A book' })).toEqual(['/what']);
    // The other item promises hours, not a training.
    expect(broken({ item: 'timeliness' })).toEqual(['/promise']);
    expect(broken({ on: '2026-12-19', by: 'nobody', evidence: 'two\nlines' })).toEqual([
      '/on',
      '/by',
      '/evidence',
    ]);
    expect(broken({ on: 'soon' })).toEqual(['/on']);
    // Whoever sends the day it is due is told when the number means another promise by now.
    expect(broken({ due: '2026-12-21' })).toEqual(['/due']);
  });

  test('is taken while the plan lives', () => {
    const draft = new Scenario();
    draft.after({ type: 'DraftPlan', planId: 'plan-1', draft: onItsDay().require().draft });
    expect(draft.refuses(NotAllowedNow, ATTENDED).wayOut).toBe('Launch it first.');
    const over = Scenario.launched().until('2027-02-05T14:00:00Z');
    over.answer('decision', 'supervisor', decided('met'));
    over.until('2027-03-20T14:00:00Z');
    expect(over.refuses(NotAllowedNow, ATTENDED).wayOut).toBe('Add a note.');
  });

  test('does not keep a promise that was made after it', () => {
    const scenario = onItsDay();
    const { createdAt, draft } = scenario.require();
    const drafted = createdAt.slice(0, 10);
    expect(scenario.refuses(RulesBroken, { ...ATTENDED, on: '2019-01-01' }).broken).toEqual([
      {
        rule: 'product',
        citation: 'What every plan needs',
        field: '/on',
        message: `This was promised on ${drafted}: a training of an earlier day does not keep the promise. Give the day it was attended since, or add a note.`,
      },
    ]);
    const course = {
      kind: 'training',
      what: 'Second course',
      owner: 'supervisor',
      due: '2027-01-15',
    } as const;
    const items = draft.items.map((item) =>
      item.id === 'accuracy' ? { ...item, support: [...item.support, course] } : item,
    );
    scenario.after({ type: 'AmendPlan', changes: { items }, reason: 'More help.' });
    const second = { ...ATTENDED, promise: 2 };
    const [refused] = scenario.refuses(RulesBroken, second).broken;
    expect([refused?.field, refused?.message]).toEqual([
      '/on',
      expect.stringContaining('promised on 2026-12-18'),
    ]);
    expect(scenario.when({ ...second, on: '2026-12-18' })).toHaveLength(1);
    // The first was promised before, whatever was added since.
    expect(scenario.when(ATTENDED)).toHaveLength(1);
  });
});

describe('of two promises with the same words', () => {
  const twice = () => {
    const draft = dcDraft();
    const again = { kind: 'training', what: COURSE.what, owner: 'supervisor', due: '2027-01-15' } as const;
    return Scenario.launched({
      ...draft,
      items: draft.items.map((item) =>
        item.id === 'accuracy' ? { ...item, support: [...item.support, again] } : item,
      ),
    }).until('2026-12-18T14:00:00Z');
  };
  const kept = (scenario: Scenario) =>
    scenario
      .require()
      .draft.items[0]?.support.map((promise) => attendedOn(scenario.require(), 'accuracy', promise));

  test('one attendance keeps one, and whoever says it says which', () => {
    const scenario = twice();
    const words = { type: 'CompleteTraining', ...COURSE, on: '2026-12-17' } as const;
    const [refused] = scenario.refuses(RulesBroken, words).broken;
    expect([refused?.field, refused?.message]).toEqual([
      '/due',
      expect.stringContaining('number 1, due 2026-12-18; number 2, due 2027-01-15'),
    ]);
    scenario.after({ ...words, due: '2026-12-18' });
    expect(kept(scenario)).toEqual(['2026-12-17', undefined]);
    scenario.until('2027-01-25T14:00:00Z');
    expect(undeliveredSupport(scenario.require())).toMatchObject([
      { due: '2027-01-15', said: 'unconfirmed' },
    ]);
  });

  test('the word of the employee about one is not taken for the other', () => {
    const scenario = twice();
    scenario.answer(QUESTION, 'employee', says('yes'));
    scenario.until('2027-01-25T14:00:00Z');
    expect(undeliveredSupport(scenario.require())).toMatchObject([
      { due: '2027-01-15', said: 'unconfirmed' },
    ]);
  });

  test('what was attended stays with its promise when a pause moves the days', () => {
    const scenario = twice().after({ ...ATTENDED, promise: 2 });
    scenario.after({ type: 'PausePlan', from: '2026-12-21', reason: 'approved_absence' });
    scenario.until('2027-01-04T15:00:00Z');
    scenario.after({ type: 'ResumePlan' });
    expect(scenario.require().draft.items[0]?.support[1]?.due).not.toBe('2027-01-15');
    expect(kept(scenario)).toEqual([undefined, '2026-12-17']);
  });
});
