import { acknowledging } from './mails/acknowledgement.ts';
import { digest } from './mails/digest.ts';
import { coaching, kinds } from './mails/kinds.ts';
import { meetings } from './mails/meetings.ts';
import { news } from './mails/news.ts';

/** Subjects and previews are read on lock screens and by assistants: they name no person and no reason. */
export const mails = {
  kinds,
  coaching,
  acknowledging,
  meetings,
  digest,
  news,
  subjects: {
    'decision-recorded': 'A written decision is ready for you to read',
    'decision-settled': 'A decision has been recorded: nothing more to do',
    'outcome-recorded': 'An outcome is recorded and ready for you to read',
    'outcome-settled': 'A decision is no longer needed: nothing more to do',
    'decision-awaited': {
      waits: (day: string) => `A decision is to be made by ${day}: nothing for you to do`,
      stillAsked: (day: string) => `A decision is to be made by ${day}`,
    },
    'decision-overdue': {
      waits: (day: string) => `A decision due on ${day} is late: nothing for you to do`,
      stillAsked: (day: string) => `A decision due on ${day} is late`,
    },
    'mail-undelivered': {
      failed: 'A message could not be delivered: your help is needed',
      unknown: 'A message may not have arrived: your help is needed',
      bounced: 'A message came back: your help is needed',
      rejected: 'A message was not passed on: your help is needed',
    },
    'plan-withdrawn': 'A document has been withdrawn: nothing more to do',
  },
  dear: (name: string) => `Dear ${name},`,
  /** By what a follow-up asks for. */
  checkIn: {
    ratings: {
      planned: (day: string, due: string) =>
        `A check-in is planned for ${day}. Please meet and talk about how things stand, and answer by ${due}.`,
      wasPlanned: (day: string) =>
        `A check-in was planned for ${day}. Please say whether you met, and where things stand on each point.`,
    },
    readings: {
      planned: (day: string, due: string) =>
        `Numbers are to be written down for ${day}. Please do so by ${due}.`,
      wasPlanned: (day: string) => `Numbers were to be written down for ${day}. Please do so now.`,
    },
    coaching: {
      planned: (day: string, due: string) =>
        `A coaching session is planned for ${day}. Please say by ${due} whether it was held, and what was done.`,
      wasPlanned: (day: string) =>
        `A coaching session was planned for ${day}. Please say whether it was held, and what was done.`,
    },
    notes: {
      planned: (day: string, due: string) =>
        `Something was agreed for ${day}. Please say by ${due} whether it was held, and what was done.`,
      wasPlanned: (day: string) =>
        `Something was agreed for ${day}. Please say whether it was held, and what was done.`,
    },
  },
  notReached: (names: string) => `As far as we know, no message reached ${names}.`,
  escalatedTo: {
    decide:
      'You are asked to decide in their place, or to see to it that they decide. If you decide, please say why they are not deciding.',
    answer: 'It waits for an answer. With your link you can give it.',
    help: 'Please speak with the people concerned and see what they need. There is nothing to fill in.',
    /** The same to HR, who say what the record is to hold about it. */
    helpAsked:
      'Please speak with the people concerned and see what they need. A question about it comes in a mail of its own.',
  },
  /** To HR about a question that is their own: nobody is told of their own silence as of somebody else’s. */
  hrOpen: 'A question to Human Resources is still open.',
  regards: (day: string) => `It is about the check-in of ${day}.`,
  missed: {
    yours: {
      in: 'Your own answer is in the record. Nothing more is asked of you about it.',
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
    copy: {
      waits:
        'You receive a copy of the decision when it is recorded. Until then there is nothing for you to do.',
      stillAsked:
        'You receive a copy of the decision when it is recorded. What you were asked in other messages and have not answered yet can still be answered.',
    },
  },
  undelivered: {
    preview: 'Please reach somebody another way.',
    failed: (name: string) => `A message to ${name} could not be delivered.`,
    unknown: (name: string) => `There was a message for ${name}. We do not know whether it arrived.`,
    bounced: (name: string) => `A message to ${name} came back this once. Later ones may arrive.`,
    rejected: (name: string) => `A message to ${name} was not passed on by the mail service.`,
    withdrawn: 'It said that a document has been withdrawn.',
    news: 'It told them something new, and asked nothing of them.',
    somebody: 'somebody',
    reach: 'Please reach them another way, for example on paper. There is nothing to fill in.',
    onPaper:
      'If you hand it over on paper, let somebody see it, and then record the day and that person’s name as served on paper: from then on they count as reached.',
    due: (when: string) => `An answer is due by ${when}.`,
    late: (when: string) => `An answer was due by ${when} and can still be given.`,
  },
  withdrawn:
    'The document that earlier messages were about has been withdrawn. Nothing more will be asked of you about it.',
  by: (when: string) => `Please answer by ${when}.`,
  wasDue: (when: string) => `It was due by ${when}.`,
  stillOpen: (when: string) => `It was due by ${when}. You can still answer.`,
  /** Where nobody has to answer. */
  mayRespond: {
    by: (when: string) => `You may respond until ${when}; you need not.`,
    late: (when: string) => `The time to respond was to end on ${when}. You may still respond; you need not.`,
  },
  about: (name: string) => `It concerns ${name}.`,
  actions: {
    read: 'Read the decision',
    readRecord: 'Read the record',
  },
  bareLink: 'If the link does not work, copy this address into your browser:',
  personal: 'The link is meant for you alone: please do not forward this message.',
  contact: (email: string) => `Questions? Write to ${email}.`,
  footer: (organisation: string) => `This message was sent automatically for ${organisation}.`,
  reference: (id: string) => `Reference: ${id}`,
};
