import type { RequestKind } from '../../../../domain/plan.ts';

/** What mails say about one kind of question. `day` is the due day; subjects name no person and no reason. */
export interface QuestionWords {
  subjects: {
    opened: (day: string) => string;
    /** Sent out after the due moment. */
    late: (day: string) => string;
    reminder: (day: string) => string;
    overdue: (day: string) => string;
    escalation: (day: string) => string;
    missed: (day: string) => string;
  };
  asks: string;
  reminds: string;
  escalates: (names: string, many: boolean) => string;
  /** In place of the sentence above, when there is nobody of whom it would be fair. */
  unanswered: string;
  missed: string;
  action: string;
  /** What a message that got lost was about. */
  lost: string;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The words of a question that needs no more than its name: `what` is read after “a” or “answered”. */
const plainly = (
  what: string,
  says: Pick<QuestionWords, 'asks' | 'action'> & Partial<QuestionWords>,
): QuestionWords => ({
  subjects: {
    opened: (day) => `${capital(what)}: please answer by ${day}`,
    late: (day) => `${capital(what)} that was due on ${day} can still be answered`,
    reminder: (day) => `Reminder: ${what}, please answer by ${day}`,
    overdue: (day) => `Reminder: ${what} was due on ${day}`,
    escalation: (day) => `Your attention is needed: ${what} due on ${day}`,
    missed: (day) => `Closed with an answer missing: ${what} due on ${day}`,
  },
  reminds: `We asked you to answer ${what} and have not heard from you yet.`,
  escalates: (names, many) => `${names} ${many ? 'have' : 'has'} not answered ${what}.`,
  unanswered: `${capital(what)} has not been answered by everybody.`,
  missed: `${capital(what)} closed before every answer was in.`,
  lost: `It was about ${what}.`,
  ...says,
});

/** The words of a meeting that has a name of its own, with “a”. */
const meeting = (what: string, action: string, asks: string): QuestionWords => ({
  subjects: {
    opened: (day) => `${capital(what)} is due on ${day}`,
    late: (day) => `${capital(what)} was due on ${day} and can still be answered`,
    reminder: (day) => `Reminder: ${what} is due on ${day}`,
    overdue: (day) => `Reminder: ${what} was due on ${day}`,
    escalation: (day) => `Your attention is needed: ${what} due on ${day}`,
    missed: (day) => `Closed with an answer missing: ${what} due on ${day}`,
  },
  asks,
  reminds: `We asked you about ${what} and have not heard from you yet.`,
  escalates: (names, many) => `${names} ${many ? 'have' : 'has'} not answered ${what}.`,
  unanswered: `${capital(what)} has not been answered by everybody.`,
  missed: `${capital(what)} closed before every answer was in.`,
  action,
  lost: `It was about ${what}.`,
});

/** Of the follow-ups, the one that is called by its name in mails. */
export const coaching: QuestionWords = meeting(
  'a coaching session',
  'Answer the question',
  'A coaching session is planned. Please say whether it was held, and what was done.',
);

export const kinds: Record<RequestKind, QuestionWords> = {
  acknowledgement: {
    subjects: {
      opened: (day) => `Please read and acknowledge a document by ${day}`,
      late: (day) => `Please read and acknowledge a document that was due by ${day}`,
      reminder: (day) => `Reminder: please read and acknowledge a document by ${day}`,
      overdue: (day) => `Reminder: a document was to be acknowledged by ${day}`,
      escalation: (day) => `Your attention is needed: an acknowledgement due on ${day}`,
      missed: (day) => `Closed with an answer missing: an acknowledgement due on ${day}`,
    },
    asks: 'There is a document for you to read. When you have read it, please say whether you have received it. Receiving it does not mean that you agree with it.',
    reminds: 'We asked you to read a document and have not heard from you yet.',
    escalates: (names, many) =>
      `${names} ${many ? 'have' : 'has'} not answered a request to acknowledge a document.`,
    unanswered: 'A request to acknowledge a document has not been answered by everybody.',
    missed: 'A request to acknowledge a document closed before every answer was in.',
    action: 'Read and answer',
    lost: 'It was about a document to acknowledge.',
  },
  check_in: meeting(
    'a check-in',
    'Answer the check-in',
    'A check-in is planned. Please say whether you met, and where things stand.',
  ),
  decision: {
    subjects: {
      opened: (day) => `A decision is due on ${day}`,
      late: (day) => `A decision was due on ${day} and can still be recorded`,
      reminder: (day) => `Reminder: a decision is due on ${day}`,
      overdue: (day) => `Reminder: a decision was due on ${day}`,
      escalation: (day) => `Your attention is needed: a decision due on ${day}`,
      missed: (day) => `Closed with an answer missing: a decision due on ${day}`,
    },
    asks: 'It is time to decide. Please read what was answered along the way and record your decision.',
    reminds: 'We asked you for a decision and it has not been recorded yet.',
    escalates: (names, many) => `${names} ${many ? 'have' : 'has'} not recorded a decision.`,
    unanswered: 'A decision has not been recorded.',
    missed: 'A request for a decision closed before every answer was in.',
    action: 'Read and decide',
    lost: 'It was about a decision.',
  },
  survey: plainly('a short survey', {
    asks: 'Please answer a few short questions. Pages show the answers only in sum; before you answer, the form says who can read them one by one.',
    action: 'Answer the questions',
  }),
  support: plainly('a short question', {
    asks: 'Something was promised to be there by now. Please say whether it is.',
    action: 'Answer the question',
  }),
  response: plainly('something to read', {
    subjects: {
      opened: (day) => `Something for you to read, with time to respond until ${day}`,
      late: (day) => `Something for you to read, with time to respond that was to end on ${day}`,
      reminder: (day) => `Reminder: something for you to read, with time to respond until ${day}`,
      overdue: (day) => `Reminder: something for you to read, with time to respond that was to end on ${day}`,
      escalation: (day) => `Your attention is needed: a response due on ${day}`,
      missed: (day) => `Closed with an answer missing: a response due on ${day}`,
    },
    asks: 'There is something for you to read. You may respond to it in your own words, or say that you do not want to. If you say nothing, nothing is held against you.',
    reminds: 'There is something for you to read, and you can still respond to it.',
    action: 'Read and respond',
    lost: 'It was about a document to read and respond to.',
  }),
  attribution: plainly('a question for Human Resources', {
    asks: 'A check-in was not held, or not everybody answered. Please say what the record is to hold about it.',
    action: 'Read and answer',
  }),
  approval: plainly('something to confirm', {
    asks: 'A decision was proposed that does not count before you confirm it or send it back. Please read it first.',
    reminds: 'We asked you to confirm a proposed decision or send it back, and you have done neither yet.',
    escalates: (names, many) =>
      `${names} ${many ? 'have' : 'has'} neither confirmed a proposed decision nor sent it back.`,
    unanswered: 'A proposed decision has been neither confirmed nor sent back.',
    action: 'Read and answer',
    lost: 'It was about a proposed decision to confirm.',
  }),
  accommodation: plainly('a question for Human Resources', {
    asks: 'Something waits for Human Resources to see to. Please read what it is, and answer when you have seen to it.',
    action: 'Read and answer',
  }),
};
