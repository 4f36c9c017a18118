import { plural } from '../plural.ts';
export const decision = {
  tab: 'Record the decision',
  heading: 'Record the decision',
  decideBy: 'Please decide by',
  overdue: 'The decision was due by',
  lead: (name: string, ended: string) =>
    `The opportunity period of ${name} ended on ${ended}. Below is what was agreed and what everybody answered along the way. Please read it before you decide.`,
  escalated: (issuer: string) =>
    `You are asked because ${issuer} has not decided. Please say why they are not deciding.`,
  answers: 'What was answered along the way',
  noAnswer: (name: string) => `${name} did not answer.`,
  notReached: (name: string) => `${name} could not be reached.`,
  hasUntil: (name: string, when: string) => `${name} has until ${when} to answer.`,
  decidedFirst: (name: string) => `${name} was not given the time to answer: the decision came first.`,
  endedFirst: (name: string) => `${name} was not given the time to answer: the plan ended first.`,
  /** Somebody did not answer because a newer version of the plan put the question away. */
  replaced: {
    signed: (name: string) =>
      `${name} was not given the time to answer: a newer version of the plan took its place.`,
    asked: (name: string) => `${name} was not given the time to answer: the plan was changed first.`,
  },
  answered: (name: string, when: string) => `${name}, ${when}`,
  blind: (name: string) =>
    `${name} has answered. What they said is shown once everybody has answered or the time is over.`,
  returned: (name: string, when: string) => `${name} sent the proposed decision back on ${when}:`,
  proposed: (name: string, others: string) =>
    `${name} has proposed a decision, and ${others} is asked to confirm it. Nothing can be decided until then.`,
  noCheckIns: 'No check-in was held.',
  missed: (count: number) =>
    plural('en', count, {
      one: 'One check-in closed without every answer that was asked for.',
      other: `${count} check-ins closed without every answer that was asked for.`,
    }),
  missedOne: 'Closed without every answer that was asked for',
  toForm: 'Go to the decision',
  form: 'Your decision',
  awaited: 'Some answers can still come in',
  awaitedSays: (names: string, many: boolean, until: string, question: string) =>
    `${names} ${many ? 'have' : 'has'} until ${until} to answer ${question}.`,
  awaitedSupport: 'whether promised help was delivered',
  endsThat:
    'That time ends early if the plan is closed first; what they have not said by then is not in the record. A decision that the plan was met closes it as soon as it counts.',
  keepsThat: 'A decision that gives more time does not close it.',
  waitsForHr:
    'A decision that the plan was not met has to wait until Human Resources has answered an open question.',
  outcome: 'What is the outcome?',
  met: 'The plan ends here. Reasons are welcome, but not needed.',
  extends: 'The person gets more time. Choose the new last day below.',
  mayServeAsNotice: 'The written decision may also serve as notice of the proposed action.',
  reasons: 'Reasons',
  reasonsHint:
    'Say for each point what was reached and what was not. Reasons are needed for every point unless the plan was met.',
  reason: (heading: string) => `Reasons for “${heading}”`,
  explanation: 'Why the decision says something else than the check-ins',
  explanationHint:
    'Needed only when it does: for example, every check-in was on track and you now find that the plan was not met. Human Resources then looks at it again.',
  summary: 'Summary of the decision',
  extendTo: 'If you give more time: the new last day',
  extendNone: 'No extension',
  extendHint: 'Only days that the rules allow are listed.',
  absenceReason: (issuer: string) => `Why is ${issuer} not deciding?`,
  absenceHint: 'For example, away on leave until a given date.',
  notice: 'Notice',
  servesAsNotice: 'This decision also serves as notice of the proposed action',
  servesAsNoticeHint: 'Only for outcomes that say so above.',
  typedName: 'Your full name',
  typedNameHint: 'Typing your name here stands for your signature on this decision.',
  final: 'Once recorded, the decision goes to the people concerned and cannot be changed on this page.',
  send: 'Record this decision',
};
