export const decisionCopy = {
  tab: 'A written decision',
  heading: 'The written decision',
  lead: (name: string) => `This is your copy of the decision about the plan of ${name}.`,
  leadSelf: 'This is your copy of the decision about your plan.',
  outcome: 'Outcome',
  decidedBy: 'Decided by',
  recorded: 'Recorded',
  byRule: (rule: string) =>
    `Nobody decided in time. This outcome follows from rule ${rule} of the plan’s rules.`,
  reasons: 'Reasons',
  summary: 'Summary',
  extendTo: 'New last day of the plan',
  absenceReason: 'Why the issuer did not decide',
  notice: 'This decision also serves as notice of the proposed action.',
  record: 'What was answered along the way',
  questions:
    'If you have questions, or see something differently, write to the contact below. Ask there, too, about ways to have the decision looked at again.',
  reference: 'Reference',
};
