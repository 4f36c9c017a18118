export const receipt = {
  tab: 'Your answer is recorded',
  heading: 'Thank you. Your answer is recorded.',
  /** In place of the words above, when the answer is a decision. */
  decided: { tab: 'Your decision is recorded', heading: 'Your decision is recorded.' },
  /** The same, when somebody else has to confirm the decision first. */
  proposed: {
    tab: 'Your proposed decision is recorded',
    heading: 'Your proposed decision is recorded.',
    next: (names: string, many: boolean, when: string) =>
      `It does not count yet: ${names} ${many ? 'are' : 'is'} asked by ${when} to confirm it or send it back.`,
  },
  together: {
    heading: 'What each of you said',
    caption: 'Side by side',
    asked: 'Question',
    nothing: 'Nothing',
  },
  responses: 'Responses',
  response: {
    heading: 'Respond to this check-in',
    text: 'Your response',
    hint: (when: string) =>
      `You can respond until ${when}. Your words are kept as they are, and everybody who reads the record sees them.`,
    send: 'Send my response',
    missing: 'Write your response, or leave this page as it is',
  },
  typed: (typed: string, known: string) =>
    `You typed the name ${typed}; the name we have for you is ${known}.`,
  reference: 'Reference',
  recorded: 'Recorded',
  question: 'Question',
  plan: 'Plan',
  by: 'Answered by',
  what: 'What was recorded',
  next: 'What happens next',
  nextCheckIn: (when: string) => `The next check-in question comes by e-mail on ${when}.`,
  nextDecision: (when: string) => `The decision is due by ${when}. The people concerned receive a copy.`,
  nextDecisionSelf: (when: string) =>
    `The decision is due by ${when}. You will receive a copy of the decision.`,
  nextResponse: (names: string, when: string) =>
    `${names} can respond until ${when}. After that, or once that is done, the plan is closed.`,
  nextLaunch: 'If the plan is launched, you are asked to acknowledge it.',
  nextWaiting: (names: string) => `We are still waiting for ${names}.`,
  changedSince: (now: number, then: number) =>
    `The plan has changed since: below is version ${now}; you answered for version ${then}.`,
  nextNothing: 'Nothing more is asked of you.',
  nextOver: 'Nothing more is asked of you for this plan.',
  nextWithdrawn: 'The plan has been withdrawn.',
  change:
    'If something is wrong or missing, write to the contact below. Your note can be added to the record.',
  answer: {
    choice: 'Answer',
    declined: 'I decline to sign',
    reason: 'Reason',
    comment: 'Comment',
    typedName: 'Name typed',
    meeting: 'Meeting',
    held: 'Held',
    notHeld: 'Not held',
    note: (heading: string) => `Note on ${heading}`,
    reading: (heading: string) => `Number for ${heading}`,
    recognition: 'Something that went well',
    explanation: 'Why it says something else than the check-ins',
    response: 'Response',
    waived: 'I do not want to respond',
    attributedTo: 'Who missed it',
    credit: 'Days given back',
    approval: 'Answer',
    outcome: 'Outcome',
    reasonFor: (heading: string) => `Reasons for ${heading}`,
    summary: 'Summary',
    extendTo: 'New last day',
    absenceReason: 'Why the issuer did not decide',
    servesAsNotice: 'Serves as notice of the proposed action',
  },
};
