import { describe, expect, test } from 'vitest';
import { NotAllowedNow, RulesBroken, type SupportAnswer, undeliveredSupport } from '../../domain/index.ts';
import { decided } from '../support/answers.ts';
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
      { type: 'TrainingCompleted', ...COURSE, on: '2026-12-17', ...said },
    ]);
    expect(scenario.when({ type: 'CompleteTraining', ...COURSE, on: '2026-12-17' })).toEqual([]);
    expect(scenario.when({ ...ATTENDED, on: '2026-12-18' })).toHaveLength(1);
    expect(scenario.require().trainings).toEqual([
      { ...COURSE, on: '2026-12-17', at: '2026-12-18T14:00:00Z' },
      { ...COURSE, on: '2026-12-18', at: '2026-12-18T14:00:00Z' },
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
});
