import { expect, test } from 'vitest';
import { next } from '../../domain/index.ts';
import { Scenario } from '../support/scenario.ts';

const amend = (title: string) =>
  ({ type: 'AmendPlan', changes: { title }, reason: 'A typing error.' }) as const;

test('a change that leaves every date where it was still asks for its signature at once', () => {
  const plan = Scenario.launched().until('2026-12-01T15:00:00Z');
  const before = next(plan.require());
  const facts = plan.when(amend('Permit reviews'));

  // What is waited for next reads the same as before: only the question that is due this moment is new.
  expect(next(plan.require())).toMatchObject({ state: before.state, until: before.until });
  expect(facts.map(({ type }) => type)).toEqual(['PlanAmended', 'RunRestarted']);
  plan.until('2026-12-01T15:00:00Z');
  expect(Object.keys(plan.require().requests)).toEqual(['acknowledgement', 'acknowledgement-2']);
});

test('two changes in the same moment are both driven', () => {
  const plan = Scenario.launched().until('2026-12-01T15:00:00Z').after(amend('Permit reviews'));
  expect(plan.when(amend('Reviews of permits')).map(({ type }) => type)).toEqual([
    'PlanAmended',
    'RunRestarted',
  ]);
});
