/** Subjects and previews are read on lock screens and by assistants: they name no person and no reason. */
export const mails = {
  subjects: {
    'request-opened': {
      acknowledgement: (day: string) => `Please read and acknowledge a document by ${day}`,
      check_in: (day: string) => `A check-in is due on ${day}`,
      decision: (day: string) => `A decision is due on ${day}`,
    },
    late: {
      acknowledgement: (day: string) => `Please read and acknowledge a document that was due by ${day}`,
      check_in: (day: string) => `A check-in was due on ${day} and can still be answered`,
      decision: (day: string) => `A decision was due on ${day} and can still be recorded`,
    },
    reminder: {
      acknowledgement: (day: string) => `Reminder: please read and acknowledge a document by ${day}`,
      check_in: (day: string) => `Reminder: a check-in is due on ${day}`,
      decision: (day: string) => `Reminder: a decision is due on ${day}`,
    },
    overdue: {
      acknowledgement: (day: string) => `Reminder: a document was to be acknowledged by ${day}`,
      check_in: (day: string) => `Reminder: a check-in was due on ${day}`,
      decision: (day: string) => `Reminder: a decision was due on ${day}`,
    },
    escalation: {
      acknowledgement: (day: string) => `Your attention is needed: an acknowledgement due on ${day}`,
      check_in: (day: string) => `Your attention is needed: a check-in due on ${day}`,
      decision: (day: string) => `Your attention is needed: a decision due on ${day}`,
    },
    'request-missed': {
      acknowledgement: (day: string) => `Closed with an answer missing: an acknowledgement due on ${day}`,
      check_in: (day: string) => `Closed with an answer missing: a check-in due on ${day}`,
      decision: (day: string) => `Closed with an answer missing: a decision due on ${day}`,
    },
    'decision-recorded': 'A written decision is ready for you to read',
    'decision-settled': 'A decision has been recorded: nothing more to do',
    'outcome-recorded': 'An outcome is recorded and ready for you to read',
    'outcome-settled': 'A decision is no longer needed: nothing more to do',
    'decision-awaited': (day: string) => `A decision is to be made by ${day}: nothing for you to do`,
    'decision-overdue': (day: string) => `A decision due on ${day} is late: nothing for you to do`,
    'mail-undelivered': {
      failed: 'A message could not be delivered: your help is needed',
      unknown: 'A message may not have arrived: your help is needed',
    },
    'plan-withdrawn': 'A document has been withdrawn: nothing more to do',
  },
  dear: (name: string) => `Dear ${name},`,
  /** In place of the words about acknowledging, to whoever issued the document. */
  issuer: {
    subjects: {
      'request-opened': (day: string) => `Please confirm by ${day} that you issued a document`,
      late: (day: string) => `Please confirm that you issued a document: it was due by ${day}`,
      reminder: (day: string) => `Reminder: please confirm by ${day} that you issued a document`,
      overdue: (day: string) => `Reminder: please confirm that you issued a document, due by ${day}`,
    },
    asks: 'Please confirm that you issued this plan and have discussed it.',
    reminds:
      'We asked you to confirm that you issued this plan and have discussed it, and have not heard from you yet.',
    action: 'Read and confirm',
  },
  checkIn: {
    planned: (day: string, due: string) =>
      `A check-in is planned for ${day}. Please meet and talk about how things stand, and answer by ${due}.`,
    wasPlanned: (day: string) =>
      `A check-in was planned for ${day}. Please say whether you met, and where things stand on each point.`,
  },
  asks: {
    acknowledgement:
      'There is a document for you to read. When you have read it, please say whether you have received it. Receiving it does not mean that you agree with it.',
    decision: 'It is time to decide. Please read what was answered along the way and record your decision.',
  },
  reminds: {
    acknowledgement: 'We asked you to read a document and have not heard from you yet.',
    check_in: 'We asked you about a check-in and have not heard from you yet.',
    decision: 'We asked you for a decision and it has not been recorded yet.',
  },
  escalates: {
    acknowledgement: (names: string, many: boolean) =>
      `${names} ${many ? 'have' : 'has'} not answered a request to acknowledge a document.`,
    check_in: (names: string, many: boolean) => `${names} ${many ? 'have' : 'has'} not answered a check-in.`,
    decision: (names: string, many: boolean) => `${names} ${many ? 'have' : 'has'} not recorded a decision.`,
  },
  /** In place of the sentences above, when there is nobody of whom they would be fair. */
  unanswered: {
    acknowledgement: 'A request to acknowledge a document has not been answered by everybody.',
    check_in: 'A check-in has not been answered by everybody.',
    decision: 'A decision has not been recorded.',
  },
  notReached: (names: string) => `As far as we know, no message reached ${names}.`,
  escalatedTo: {
    decide:
      'You are asked to decide in their place, or to see to it that they decide. If you decide, please say why they are not deciding.',
    help: 'Please speak with the people concerned and see what they need. There is nothing to fill in.',
  },
  missed: {
    acknowledgement: 'A request to acknowledge a document closed before every answer was in.',
    check_in: 'A check-in closed before every answer was in.',
    decision: 'A request for a decision closed before every answer was in.',
    yours: {
      in: 'Your own answer is in the record. There is nothing for you to do.',
      missing:
        'Yours is recorded as “not answered”, nothing more. If you want to add something, write to the contact below; it can be added to the record.',
      'not-reached':
        'As far as we know, no message about it reached you. The record says that, and not that you did not answer. If you want to add something, write to the contact below; it can be added to the record.',
    },
  },
  decided: 'The written decision has been recorded. This is your link to read it and print it.',
  decidedWithoutYou:
    'The decision you were asked to see to has been recorded. Nothing more is needed from you.',
  outcome: {
    preview: 'No decision was made in time.',
    toRead: 'This is your link to read what is recorded and print it.',
    withoutYou:
      'The decision you were asked to see to was not made in time, and a rule has settled it. Nothing more is needed from you.',
  },
  awaited: {
    preview: 'You will hear from us when there is a decision.',
    over: 'The period that was set for you is over, and a decision is to be made.',
    by: (names: string, when: string) => `${names} will decide by ${when}.`,
    late: (names: string, when: string) => `${names} had until ${when} to decide.`,
    overdue: (when: string) => `The decision that was due by ${when} has not been recorded yet.`,
    told: (names: string, many: boolean) =>
      `${names} ${many ? 'have' : 'has'} been told that it is late. You did not cause this, and it says nothing about you.`,
    copy: 'You receive a copy of the decision when it is recorded. Until then there is nothing for you to do.',
  },
  undelivered: {
    preview: 'Please reach somebody another way.',
    failed: (name: string) => `A message to ${name} could not be delivered.`,
    unknown: (name: string) => `There was a message for ${name}. We do not know whether it arrived.`,
    question: {
      acknowledgement: 'It was about a document to acknowledge.',
      check_in: 'It was about a check-in.',
      decision: 'It was about a decision.',
    },
    withdrawn: 'It said that a document has been withdrawn.',
    somebody: 'somebody',
    reach: 'Please reach them another way, for example on paper. There is nothing to fill in.',
    due: (when: string) => `An answer is due by ${when}.`,
    late: (when: string) => `An answer was due by ${when} and can still be given.`,
  },
  withdrawn:
    'The document that earlier messages were about has been withdrawn. Nothing more will be asked of you about it.',
  by: (when: string) => `Please answer by ${when}.`,
  wasDue: (when: string) => `It was due by ${when}.`,
  stillOpen: (when: string) => `It was due by ${when}. You can still answer.`,
  about: (name: string) => `It concerns ${name}.`,
  actions: {
    acknowledgement: 'Read and answer',
    check_in: 'Answer the check-in',
    decision: 'Read and decide',
    read: 'Read the decision',
    readRecord: 'Read the record',
  },
  bareLink: 'If the link does not work, copy this address into your browser:',
  personal: 'The link is meant for you alone: please do not forward this message.',
  contact: (email: string) => `Questions, or not the right person? Write to ${email}.`,
  footer: (organisation: string) => `This message was sent automatically for ${organisation}.`,
  reference: (id: string) => `Reference: ${id}`,
};
