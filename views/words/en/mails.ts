/** Subjects and previews are read on lock screens and by assistants: they name no person and no reason. */
export const mails = {
  subjects: {
    'request-opened': {
      acknowledgement: (day: string) => `Please read and acknowledge a document by ${day}`,
      check_in: (day: string) => `A check-in is due on ${day}`,
      decision: (day: string) => `A decision is due on ${day}`,
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
    'plan-withdrawn': 'A document has been withdrawn: nothing more to do',
  },
  asks: {
    acknowledgement:
      'There is a document for you to read. When you have read it, please say whether you have received it. Receiving it does not mean that you agree with it.',
    check_in: 'It is time for a check-in. Please say whether you met, and where things stand on each point.',
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
  somebody: 'Somebody',
  escalatedTo: {
    decide:
      'You are asked to decide in their place, or to see to it that they decide. If you decide, please say why they are not deciding.',
    help: 'Please speak with the people concerned and see what they need. There is nothing to fill in.',
  },
  missed: {
    acknowledgement: 'A request to acknowledge a document closed before every answer was in.',
    check_in: 'A check-in closed before every answer was in.',
    decision: 'A request for a decision closed before every answer was in.',
    yoursIsIn: 'Your own answer is in the record. There is nothing for you to do.',
    yoursIsNot:
      'Yours is recorded as “not answered”, nothing more. If you want to add something, write to the contact below; it can be added to the record.',
  },
  decided: 'The written decision has been recorded. This is your link to read it and print it.',
  decidedWithoutYou:
    'The decision you were asked to see to has been recorded. Nothing more is needed from you.',
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
  },
  bareLink: 'If the link does not work, copy this address into your browser:',
  personal: 'The link is meant for you alone: please do not forward this message.',
  contact: (email: string) => `Questions, or not the right person? Write to ${email}.`,
  footer: (organisation: string) => `This message was sent automatically for ${organisation}.`,
  reference: (id: string) => `Reference: ${id}`,
};
