import { expect, test } from 'vitest';
import { cardOf, isAbout, managedOf, managersAt } from '../../domain/index.ts';
import { dcDraft } from '../support/plans.ts';
import { Scenario } from '../support/scenario.ts';

const DANA = 'dana.whitfield@agency.example';

const approved = () =>
  new Scenario()
    .after({ type: 'DraftPlan', planId: 'plan-1', draft: dcDraft() })
    .after({ type: 'ApprovePlan' });
const managers = (scenario: Scenario, address = DANA) =>
  managersAt(scenario.require(), address, scenario.now);

test('nobody manages a plan by signing in before it is launched, or its draft shared with the employee', () => {
  const scenario = approved();
  expect([managedOf(scenario.require()), managers(scenario)]).toEqual([null, []]);
  scenario.when({ type: 'ShareDraft' });
  expect(managedOf(scenario.require())).toEqual({ by: ['supervisor', 'reviewer'], until: null });
  expect(managers(scenario)).toEqual(['supervisor']);
  expect(managers(approved().after({ type: 'LaunchPlan' }), ' Morgan.Ellis@Agency.example ')).toEqual([
    'reviewer',
  ]);
});

test('managing ends when the links do, a year after the plan', () => {
  const scenario = Scenario.launched().after({ type: 'WithdrawPlan', reason: 'Transferred.' });
  expect(cardOf(scenario.require()).managed?.until).toBe('2027-12-01T15:00:00Z');
  scenario.now = '2027-12-01T14:59:59Z';
  expect(managers(scenario)).toEqual(['supervisor']);
  scenario.now = '2027-12-01T15:00:00Z';
  expect(managers(scenario)).toEqual([]);
});

test('whose mail reaches somebody else manages nothing until their address is corrected', () => {
  const report = { type: 'ReportWrongPerson', participant: 'supervisor' } as const;
  const scenario = Scenario.launched().until('2026-12-01T15:00:00Z');
  scenario.when({ ...report, requestId: 'acknowledgement' });
  expect([managers(scenario), managedOf(scenario.require())?.by]).toEqual([[], ['reviewer']]);
  scenario.when({ type: 'CorrectAddress', participant: 'supervisor', email: 'dana@agency.example' });
  expect([managers(scenario), managers(scenario, 'dana@agency.example')]).toEqual([[], ['supervisor']]);
});

test('a plan is about whoever has the address of its subject, however it is written', () => {
  const { subject, participants } = dcDraft();
  const about = (address: string) => isAbout(subject.participant, participants, address);
  expect([about(' Jordan.Reyes@Agency.example'), about(DANA), about('')]).toEqual([true, false, false]);
});
