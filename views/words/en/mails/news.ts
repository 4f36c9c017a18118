/** Mails that tell something and ask nothing of the reader. */
export const news = {
  changed: {
    subject: {
      waits: 'A document has changed: nothing for you to do',
      stillAsked: 'A document has changed: its dates are different now',
    },
    preview: 'The dates are different now.',
    says: 'The dates of the plan that earlier messages were about are different now. Whatever you are asked from here on comes by the new ones.',
    until: (day: string) => `Its last day is now ${day}.`,
  },
  calledOff: {
    subject: 'A decision is not to be made for now: nothing for you to do about it',
    preview: 'It is asked for again later.',
    says: 'The plan that earlier messages were about goes on, so the decision about it is not to be made for now. It is asked for again when the days of the plan are over.',
  },
  handedOver: {
    subject: 'Somebody else has taken over: you are asked nothing more',
    preview: 'There is nothing for you to do.',
    says: 'You are no longer asked about a plan: somebody else supervises it from now on. The links you received about it do not open it any more.',
    kept: 'What you have answered stays in its record, under your name. If you have something to add, write to the contact below.',
  },
  paused: {
    subject: 'Nothing is asked of you for the time being',
    preview: 'You hear from us when it goes on.',
    says: 'The plan that earlier messages were about stands still. Nothing is due meanwhile, and no day of it counts.',
    until: (day: string) => `It goes on on ${day}.`,
    open: 'You hear from us when it goes on.',
    /** To somebody of HR who has been asked something that does not wait for the plan. */
    forHr: {
      subject: 'A question to Human Resources is still open',
      preview: 'It can be answered at any time.',
      says: 'The plan that earlier messages were about stands still, and no day of it counts. What Human Resources was asked is still open: please answer it all the same.',
    },
  },
  pauseReview: {
    subject: 'Something has stood still for long: please have a look',
    preview: 'Nobody has said until when.',
    says: (day: string) => `A plan has stood still since ${day}, and nobody has said until when.`,
    asks: 'Please see whether it can go on. It does so as soon as it is resumed; until then nothing is asked of either side.',
    where:
      'Whoever runs the plans in your organisation does this with the command resume (see the API reference).',
  },
  recognition: {
    subject: 'Something that went well is on the record',
    preview: 'There is nothing for you to do.',
    says: 'Something that went well was put on the record of your plan. It has the same weight as what did not, and is in view when the decision is made.',
  },
  support: {
    subject: 'Something is not in place: your help is needed',
    preview: 'It was promised for a day that is past.',
    says: 'Something that was promised was not delivered, or only in part.',
    asks: 'Please see to it that it is. Until then it stays in view, also when the decision is made.',
  },
  answersIn: {
    subject: 'All answers are in',
    preview: 'You can read what each of you said.',
    says: (what: string, day: string) => `Everybody has answered the ${what} of ${day}.`,
    read: 'With your link you can read now what each of you said, and respond to it.',
    action: 'Read the answers',
  },
  clean: {
    subject: 'A letter for your records',
    preview: 'There is nothing for you to do.',
    own: (day: string) =>
      `The time that was watched after your plan was met ended on ${day}. Nothing was recorded in it. The plan is behind you, and nothing of it is open any more.`,
    other: (name: string, day: string) =>
      `The time that was watched after the plan of ${name} was met ended on ${day}. Nothing was recorded in it, and nothing of the plan is open any more.`,
    keep: 'Please keep this message: it is the letter that says so.',
  },
  relapse: {
    subject: 'Something was added to a record',
    preview: 'Human Resources can tell you more.',
    own: 'Something was recorded about the time that is watched after your plan was met. Human Resources tells you what it is and what follows; you can have your own words added to the record.',
    other: (name: string) =>
      `Something was recorded about the time that is watched after the plan of ${name} was met. Human Resources decides what follows.`,
  },
  returned: {
    subject: (day: string) => `Sent back to you: a decision is due on ${day}`,
    says: 'The decision you proposed was sent back, with a reason. Please read it and decide again.',
  },
};
