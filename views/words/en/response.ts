/** The right to respond, to the draft before launch and to the decision before it closes the plan. */
export const response = {
  tab: 'Something to read, with time to respond',
  until: 'You can respond until',
  wasUntil: 'The time to respond was to end on',
  silence: 'If you say nothing, nothing is held against you.',
  draft: {
    heading: 'Read the draft of the plan, and respond if you want to',
    leadSelf:
      'Nothing has started yet. This is the plan as it would be launched. You may say what you see differently, what is missing, or what help you would need.',
    leadOther: (name: string) =>
      `Nothing has started yet. This is the plan for ${name} as it would be launched. You may respond for them.`,
  },
  decision: {
    heading: 'Read the decision, and respond if you want to',
    leadSelf:
      'This is the decision as it was recorded. You may respond before the plan is closed; your words are kept beside it for as long as it is.',
    leadOther: (name: string) =>
      `This is the decision about ${name} as it was recorded. You may respond for them before the plan is closed.`,
    shows: 'The decision',
  },
  choice: 'Do you want to respond?',
  respond: 'Yes, with the words below',
  waive: 'No, I do not want to respond',
  waiveHint: 'This is recorded as your choice, and says nothing about whether you agree.',
  text: 'Your response',
  textHint: 'Your words are kept as they are. Nobody edits or shortens them.',
};
