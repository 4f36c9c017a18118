/** Asking for an adjustment, and what HR does about it. Nothing medical is asked or kept here (L4). */
export const accommodation = {
  tab: 'A question for Human Resources',
  heading: 'Somebody asked for an adjustment',
  lead: (name: string) =>
    `${name} asked for an adjustment. Please talk with them, and then say here what comes of it.`,
  only: 'Only Human Resources knows of this. The manager is told neither that it was asked for nor why. Keep anything medical in a separate file, and out of this plan.',
  choice: 'What was decided?',
  pause: 'The plan stands still for now',
  pauseHint:
    'From today, until Human Resources lets it go on. Others are told that there is an approved absence.',
  adjusted: 'It was adjusted, and the plan goes on',
  adjustedHint: 'If the plan has to read differently because of it, amend the plan as well.',
  nothingNeeded: 'Nothing is needed after all',
  /** What the person who asks sees. */
  ask: {
    tab: 'Ask for an adjustment',
    link: 'Ask for an adjustment',
    linkLead: 'Do you need something to be different so that you can do your work?',
    linkAfter: 'Only Human Resources is told.',
    heading: 'Ask for an adjustment',
    body: 'If you need something to be different so that you can do your work or take part in this plan, ask here. Human Resources then gets in touch with you.',
    only: 'Only Human Resources is told. Your manager is not told that you asked.',
    nothing:
      'You are not asked why, and nothing medical is asked or kept here. You do not lose any right by not using this page.',
    sure: 'Do you want to ask?',
    sureSays: 'Yes, Human Resources may get in touch with me',
    sureMissing: 'Tick the box if you want Human Resources to get in touch with you',
    send: 'Ask for an adjustment',
    back: 'Go back',
    asked: {
      tab: 'You have asked for an adjustment',
      heading: 'You have asked for an adjustment.',
      when: 'Asked',
      told: 'Who was told',
      answer: 'Human Resources will get in touch with you. They are asked to do so by',
      care: 'If you hear nothing, write to the contact below.',
    },
    over: {
      tab: 'Ask for an adjustment',
      heading: 'An adjustment cannot be asked for here any more',
      body: 'The plan is not running, so there is nothing that Human Resources could change in it.',
      wayOut: 'You can still write to the contact below at any time.',
    },
  },
};
