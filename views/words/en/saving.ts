/** Checking an answer before it is sent, keeping an unfinished one, and coming back to it. */
export const saving = {
  continue: 'Continue',
  save: 'Save and come back later',
  check: {
    tab: 'Check your answer',
    heading: 'Check your answer before you send it',
    lead: 'Nothing has been sent yet. This is what will be recorded:',
    sends: 'What happens when you send it',
    recorded: 'It is recorded with the day and time, and you get a receipt that you can keep or print.',
    changeable: 'You can still change it until everybody who was asked has answered.',
    final: 'It cannot be changed here after that. You can still add words by writing to the contact below.',
    typed: (typed: string, known: string) =>
      `You typed the name ${typed}; the name we have for you is ${known}. If that is a slip, change it.`,
    change: 'Change something',
  },
  seen: {
    onlyHr:
      'Only Human Resources. What others can see is whether the plan goes on or stands still, never why.',
    notes: (said: string) => `${said} What you write in a note is shown to Human Resources only.`,
    basis: (said: string) => `${said} What you base it on is shown to Human Resources only.`,
    approval: (names: string) =>
      `If you confirm: everybody who gets the decision. If you send it back, your reason: ${names}.`,
  },
  /** After saving. */
  saved: {
    tab: 'Saved',
    heading: 'Saved. Nothing has been sent yet.',
    when: 'Saved',
    sendBy: 'Please send it by',
    wasDue: 'It was due by',
    stillOpen: (when: string) => `${when}; you can still send it.`,
    keptUntil: 'Kept until',
    back: 'How to come back',
    backSays: 'Open the link in your message again, on this device or another one. Your words will be there.',
    private:
      'Nobody else can see what you saved: not your manager, and not Human Resources. It is no part of the record, and it is deleted when you send your answer.',
    name: 'The name you typed is not kept: you type it when you send your answer.',
    goOn: 'Go on with it now',
  },
  nothing:
    'There is nothing to save yet. A name alone is not kept: you type it at the end, when you send your answer',
  /** On the form of somebody who comes back to it. */
  back: {
    heading: 'You saved this earlier',
    says: (when: string) =>
      `You saved this on ${when}. It has not been sent. You can go on where you stopped.`,
    changed: 'The plan has changed since you saved this. Please read it again; what you wrote is still here.',
    agreeLegend: 'Before you continue',
    agree: 'I have read this again and want to go on',
    agreeMissing: 'Tick the box if you have read this again and want to go on',
    discard: 'Delete what I saved',
    discardLegend: 'Delete what you saved',
    discardSure: 'Yes, delete what I saved and start again',
    discardMissing: 'Tick the box if you want to delete what you saved',
  },
  /** To somebody who has answered, while the question is open. */
  again: {
    says: (when: string) =>
      `You answered this on ${when}. What you send now takes its place. What you said first stays in the record.`,
    open: 'You can still change your answer until everybody who was asked has answered.',
    until: (when: string) =>
      `You can still change your answer until everybody who was asked has answered, at the latest until ${when}.`,
    link: 'Change my answer',
  },
  /** On the receipt of somebody who sends something else once more. */
  already: {
    heading: 'Your answer was recorded before',
    says: 'What you sent now is not recorded. The answer that was recorded first is below.',
    stands: 'The answer that stands',
    add: 'If you want to add something, write it to the contact below. It can be added to the record.',
  },
};
