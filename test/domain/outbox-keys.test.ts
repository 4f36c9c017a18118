import { expect, test } from 'vitest';
import { owed } from '../../domain/index.ts';
import { dcDraft } from '../support/plans.ts';
import { Scenario } from '../support/scenario.ts';

test('no event owes two effects under one key, not even to somebody with several parts in the plan', () => {
  const draft = dcDraft();
  const general = { ...draft, pack: 'general', issuer: { participant: 'supervisor' } };
  for (const plan of [draft, { ...general, subject: { ...draft.subject, participant: 'employee' } }]) {
    const scenario = Scenario.launched(plan).until('2027-04-01T00:00:00Z');
    // As when the head of a program is also the one who decides.
    const headed = {
      ...scenario.require(),
      draft: { ...plan, subject: { ...plan.subject, participant: 'reviewer' } },
    };
    for (const event of scenario.events) {
      const keys = owed(event, headed).map((item) => item.key);
      expect(new Set(keys).size, event.type).toBe(keys.length);
    }
    expect(scenario.events.length).toBeGreaterThan(30);
  }
});
