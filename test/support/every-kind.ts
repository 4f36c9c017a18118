import * as lived from '../views/lived.ts';
import { rateForm, signForm } from './forms.ts';
import type { Scenario } from './scenario.ts';

/** A question that is open, who answers it, and how its form is filled in. */
export interface Asked {
  scenario: () => Scenario;
  id: string;
  who: string;
  fields: Record<string, string>;
}

const firstDays = () => lived.lived('2026-12-18T15:00:00Z');

/** One question of every kind, by its kind. */
export const EVERY_KIND: Record<string, Asked> = {
  acknowledgement: {
    scenario: lived.amended,
    id: 'acknowledgement-2',
    who: 'employee',
    fields: signForm('Jordan Reyes'),
  },
  check_in: { scenario: firstDays, id: lived.CHECK_IN, who: 'employee', fields: rateForm('near') },
  survey: {
    scenario: firstDays,
    id: 'survey-2026-12-22',
    who: 'one',
    fields: { 'score-1': '4', 'score-2': '1' },
  },
  support: {
    scenario: firstDays,
    id: 'support-2026-12-18',
    who: 'employee',
    fields: { 'delivered-accuracy-0': 'partly' },
  },
  response: {
    scenario: lived.shared,
    id: 'response-draft',
    who: 'employee',
    fields: { choice: 'respond', text: 'Count the weeks of the move apart.' },
  },
  attribution: {
    scenario: () => lived.lived('2027-01-12T15:00:00Z'),
    id: 'attribution-coaching-2026-12-23',
    who: 'hr',
    fields: { to: 'excused', reason: 'The office was closed.' },
  },
  approval: {
    scenario: lived.proposed,
    id: 'approval-1',
    who: 'hr',
    fields: { choice: 'return', reason: 'Say which cases.', typedName: 'Priya Raman' },
  },
  accommodation: {
    scenario: lived.asked,
    id: 'accommodation-1',
    who: 'hr',
    fields: { choice: 'nothing_needed' },
  },
  decision: {
    scenario: lived.everything,
    id: 'decision',
    who: 'supervisor',
    fields: { outcome: 'met', explanation: 'It has turned around.', typedName: 'Dana Whitfield' },
  },
};
