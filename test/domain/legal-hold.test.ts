import { describe, expect, test } from 'vitest';
import { RulesBroken } from '../../domain/index.ts';
import { dcDraft } from '../support/plans.ts';
import { Scenario } from '../support/scenario.ts';

const drafted = () => new Scenario().after({ type: 'DraftPlan', planId: 'plan-1', draft: dcDraft() });
const hold = { type: 'SetLegalHold', reason: 'A grievance was filed.' } as const;
const release = { type: 'ReleaseLegalHold', reason: 'It was settled.' } as const;

describe('a legal hold', () => {
  test('is set and released with a reason, each said once', () => {
    const scenario = drafted();
    expect(scenario.when(hold)).toEqual([{ type: 'LegalHoldSet', reason: 'A grievance was filed.' }]);
    expect(scenario.require().legalHold).toEqual({ since: scenario.now, reason: 'A grievance was filed.' });
    expect(scenario.when({ ...hold, reason: 'Another.' })).toEqual([]);
    expect(scenario.when(release)).toEqual([{ type: 'LegalHoldReleased', reason: 'It was settled.' }]);
    expect(scenario.require().legalHold).toBeNull();
    expect(scenario.when(release)).toEqual([]);
  });

  test('needs its reason both times', () => {
    const scenario = drafted();
    const blank = (command: typeof hold | typeof release) =>
      scenario.refuses(RulesBroken, { ...command, reason: ' ' }).broken.map(({ field }) => field);
    expect(blank(hold)).toEqual(['/reason']);
    scenario.when(hold);
    expect(blank(release)).toEqual(['/reason']);
  });

  test('is possible whatever has become of the plan', () => {
    const scenario = Scenario.launched().after({ type: 'WithdrawPlan', reason: 'Moved.' });
    expect(scenario.when(hold)).toHaveLength(1);
    expect(scenario.require().status).toBe('withdrawn');
  });
});
