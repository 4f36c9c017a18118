import type { ApprovalReason } from '../../../domain/plan.ts';

/** A second person confirms a proposed decision, or sends it back. */
export const approval = {
  tab: 'A decision to confirm',
  heading: 'Please confirm this decision, or send it back',
  lead: (proposer: string, name: string) =>
    `${proposer} proposes the decision below about the plan of ${name}. It does not count before you confirm it.`,
  why: 'Why you are asked',
  whySays: {
    second_look:
      'The decision says something else than the check-ins did. Please see whether the explanation holds.',
    separate_decider: 'Whoever proposes this outcome may not decide it alone.',
  } satisfies Record<ApprovalReason, string>,
  proposed: 'The proposed decision',
  answers: 'What was answered along the way',
  choice: 'Do you confirm it?',
  confirm: 'Yes, I confirm this decision',
  confirmHint: 'It is then recorded and goes to the people concerned.',
  return: 'No, I send it back',
  returnHint: 'Whoever proposed it is asked again, with your reason. The time to decide runs on.',
  reason: 'If you send it back: why?',
  typedName: 'Your full name',
  typedNameHint: 'Typing your name here stands for your signature on this answer.',
};
