import type { PlanDraft, Triage } from '../draft.ts';
import type { Warning } from './rules.ts';

const ADVICE: [Exclude<keyof Triage, 'purpose'>, string][] = [
  [
    'expectationsKnown',
    'The employee was not told before what is expected: tell them first, and plan only if that is not enough.',
  ],
  [
    'helpGiven',
    'No help was offered before: offer it first, or promise it in the plan, with a day and an owner.',
  ],
  [
    'managerDidTheirPart',
    'The manager has not done their own part: see to that first, so that the plan is about the employee’s work alone.',
  ],
];

/** What was left undone before the plan (H1): it stands on the record either way, and is better done first. */
export const lintTriage = ({ triage }: PlanDraft): Warning[] =>
  ADVICE.filter(([name]) => triage?.[name] === false).map(([name, message]) => ({
    field: `/triage/${name}`,
    rule: 'G-TRIAGE',
    message,
  }));
