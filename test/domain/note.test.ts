import { describe, expect, test } from 'vitest';
import { RulesBroken } from '../../domain/index.ts';
import { decided } from '../support/answers.ts';
import { dcDraft } from '../support/plans.ts';
import { Scenario } from '../support/scenario.ts';

describe('a note', () => {
  const text = 'We met on Tuesday; my answer came by letter.';

  test('puts somebody’s words beside the record, marked late when the question was closed', () => {
    const scenario = Scenario.launched().until('2026-12-15T14:00:00Z');
    const note = { type: 'AddNote', text, requestId: 'check-in-2026-12-18', from: 'employee' } as const;
    const fact = { type: 'NoteAdded', text, requestId: 'check-in-2026-12-18', from: 'employee' };
    expect(scenario.when(note)).toEqual([{ ...fact, late: false }]);
    scenario.until('2026-12-29T00:00:00Z');
    expect(scenario.when(note)).toEqual([{ ...fact, late: true }]);
  });

  test('on a plan that has not begun is not late', () => {
    const scenario = new Scenario().after({ type: 'DraftPlan', planId: 'plan-1', draft: dcDraft() });
    expect(scenario.when({ type: 'AddNote', text })).toEqual([{ type: 'NoteAdded', text, late: false }]);
  });

  test('is taken after the plan is over, and changes nothing else', () => {
    const scenario = Scenario.launched().until('2027-02-05T14:00:00Z');
    scenario.answer('decision', 'supervisor', decided('met'));
    const before = scenario.require();
    expect(scenario.when({ type: 'AddNote', text })).toEqual([{ type: 'NoteAdded', text, late: true }]);
    expect(scenario.require()).toEqual({ ...before, version: before.version + 1 });
  });

  test('needs words, about a question that was asked, by somebody of the plan', () => {
    const scenario = Scenario.launched();
    const command = { type: 'AddNote', text: '\u200B', requestId: 'decision-9', from: 'nobody' } as const;
    expect(scenario.refuses(RulesBroken, command).broken.map(({ field }) => field)).toEqual([
      '/text',
      '/requestId',
      '/from',
    ]);
  });
});
