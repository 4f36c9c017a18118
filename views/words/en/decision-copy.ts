import { plural } from '../plural.ts';
export const decisionCopy = {
  tab: 'A written decision',
  heading: 'The written decision',
  lead: (name: string) => `This is your copy of the decision about the plan of ${name}.`,
  leadSelf: 'This is your copy of the decision about your plan.',
  outcome: 'Outcome',
  jobTitle: 'Job title',
  agency: 'Agency',
  period: 'Period',
  periodSays: (from: string, to: string) => `${from} to ${to}`,
  extended: 'Extended to',
  due: 'Due by',
  lateBy: 'Late by',
  businessDays: (count: number) =>
    count < 1
      ? 'Less than one business day'
      : plural('en', count, { one: 'One business day', other: `${count} business days` }),
  decidedBy: 'Decided by',
  recorded: 'Recorded',
  /** In place of the words above, when nobody decided. */
  byRule: {
    tab: 'An outcome without a decision',
    heading: 'The outcome, without a decision',
    lead: (name: string) => `This is your copy of the outcome of the plan of ${name}.`,
    leadSelf: 'This is your copy of the outcome of your plan.',
    questions:
      'If you have questions, or see something differently, write to the contact below. Ask there, too, about ways to have the outcome looked at again.',
  },
  awaited: (names: string, until: string, question: string) =>
    `When this was recorded, ${names} still had until ${until} to answer ${question}.`,
  reasons: 'Reasons',
  explanation: 'Why it says something else than the check-ins',
  early: 'Ended early',
  earlySays: 'Before the last day of the plan',
  proposedBy: 'Proposed by',
  summary: 'Summary',
  extendTo: 'New last day of the plan',
  absenceReason: 'Why the issuer did not decide',
  notice: 'This decision also serves as notice of the proposed action.',
  record: 'What was answered along the way',
  questions:
    'If you have questions, or see something differently, write to the contact below. Ask there, too, about ways to have the decision looked at again.',
  reference: 'Reference',
};
