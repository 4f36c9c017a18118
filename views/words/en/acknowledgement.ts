export const acknowledgement = {
  tab: 'Please read and acknowledge',
  heading: 'Please read this plan and tell us that you received it',
  answerBy: 'Please answer by',
  wasDue: 'It was due by',
  stillOpen: '; you can still answer.',
  leadSelf:
    'This page shows the whole plan: what is expected, the help you will get, and when you will meet to look at progress. Take the time you need. The link in your e-mail goes on showing you the plan, also after you have answered.',
  leadOther: (name: string) =>
    `This page shows the whole plan for ${name}: what is expected, the help promised, and when you will meet to look at progress. The link in your e-mail goes on showing you the plan, also after you have answered.`,
  careSelf:
    'A plan like this can be hard to receive. You may talk it over first with somebody you trust, such as your representative, Human Resources, or an employee assistance program.',
  silence: (starts: string) =>
    `If nothing is answered, that is recorded as “no answer”, and the plan starts on ${starts} all the same.`,
  toForm: 'Go to your answer',
  form: 'Your answer',
  decline: 'I decline to sign',
  declineHint: 'This is recorded as your choice. The plan goes ahead either way.',
  reason: 'If you decline: why?',
  comment: 'Anything you want to add',
  commentHint:
    'For example, something you see differently, or help you would need. Your words are kept unchanged with the plan.',
  /** What is signed, by the part somebody has: of what was launched, and of a later version. */
  signing: {
    recipient: {
      first: { choice: 'Have you received this plan?', sign: 'I have received and read this plan' },
      changed: { choice: 'Have you received this plan?', sign: 'I have received and read this plan' },
    },
    issuer: {
      first: {
        choice: 'Have you issued and discussed this plan?',
        sign: 'I have issued and discussed this plan',
      },
      changed: {
        choice: 'Have you discussed the plan as it reads now?',
        sign: 'I have discussed the plan as it reads now',
      },
    },
    successor: {
      first: {
        choice: 'Have you taken over this plan?',
        sign: 'I have taken over this plan and have read it',
      },
      changed: {
        choice: 'Have you taken over this plan?',
        sign: 'I have taken over this plan and have read it',
      },
    },
  },
  /** In place of the words above, to whoever issued the plan. */
  issuer: {
    tab: 'Please confirm',
    heading: 'Please confirm that you issued this plan and have discussed it',
    commentHint: 'Your words are kept unchanged with the plan.',
  },
  /** In place of the words above, to whoever has taken the plan over from somebody else. */
  successor: {
    tab: 'Please confirm',
    heading: 'Please confirm that you have taken over this plan and have read it',
    commentHint: 'Your words are kept unchanged with the plan.',
    lead: (name: string) =>
      `This page shows what you are handed over and what is different, then the whole plan of ${name} as it reads now. From now on you are asked what was asked of whoever supervised before; what they have answered stays in the record, under their name.`,
    handover: 'What you are handed over (shown to you and Human Resources only)',
  },
  /** In place of the words above, when the plan has changed since it was issued. */
  changed: {
    heading: 'The plan has changed: please read it and tell us that you received it',
    headingIssuer: 'The plan has changed: please confirm that you have discussed it as it reads now',
    leadSelf:
      'This page shows first what is different, then the whole plan as it reads now. Every earlier version is kept.',
    leadOther: (name: string) =>
      `This page shows first what is different, then the whole plan of ${name} as it reads now. Every earlier version is kept.`,
    silence: 'If nothing is answered, that is recorded as “no answer”, and the plan goes on as it reads now.',
  },
  typedName: 'Your full name',
  typedNameHint: 'Typing your name here stands for your signature on this answer.',
};
