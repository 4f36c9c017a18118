import { describe, expect, test } from 'vitest';
import { NotAllowedNow, RulesBroken } from '../../domain/index.ts';
import { decided } from '../support/answers.ts';
import { livedUntil } from '../support/lived.ts';
import { Scenario } from '../support/scenario.ts';

const praise = {
  type: 'Recognise',
  text: 'Trained two colleagues.',
  by: 'supervisor',
  item: 'accuracy',
} as const;

describe('recognition', () => {
  test('stands in the record, and the same words twice are said once', () => {
    const scenario = Scenario.launched();
    const { type: _, ...said } = praise;
    expect(scenario.when(praise)).toEqual([{ type: 'RecognitionAdded', ...said }]);
    expect(scenario.when(praise)).toEqual([]);
    expect(scenario.when({ type: 'Recognise', text: praise.text })).toHaveLength(1);
    expect(scenario.require().recognitions).toEqual([
      { at: '2026-12-01T15:00:00Z', ...said },
      { at: '2026-12-01T15:00:00Z', text: praise.text },
    ]);
  });

  test('needs words, by somebody of the plan, about one of its items', () => {
    const command = { ...praise, text: '\u200B', by: 'nobody', item: 'other' };
    expect(
      Scenario.launched()
        .refuses(RulesBroken, command)
        .broken.map(({ field }) => field),
    ).toEqual(['/text', '/by', '/item']);
  });

  test('is for a plan that runs; afterwards a note takes it', () => {
    const scenario = livedUntil('2027-02-05T14:00:00Z').after(praise);
    scenario.answer('decision', 'supervisor', decided('met'));
    expect(scenario.when(praise)).toEqual([]);
    const refusal = scenario.refuses(NotAllowedNow, { ...praise, text: 'Again.' });
    expect(refusal).toMatchObject({ status: 'closed', wayOut: 'Add a note.' });
  });
});
