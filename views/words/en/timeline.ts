/** One sentence per fact: what happened, and what will happen if nobody does anything. */
export const timeline = {
  question: {
    acknowledgement: 'the acknowledgement',
    check_in: (day: string) => `the check-in of ${day}`,
    decision: 'the decision',
  },
  nobody: 'nobody',
  past: {
    PlanDrafted: (title: string, subject: string) => `A plan for ${subject} was drafted: “${title}”.`,
    PlanApproved: 'The plan was approved.',
    PlanLaunched: (starts: string, ends: string) =>
      `The plan was launched. It runs from ${starts} to ${ends}.`,
    PlanStarted: 'The opportunity period began.',
    RequestOpened: (question: string, names: string, due: string) =>
      `${names} were asked for ${question}, due by ${due}.`,
    RequestOpenedOne: (question: string, name: string, due: string) =>
      `${name} was asked for ${question}, due by ${due}.`,
    /** Said only when it is another name than their own. */
    typing: (typed: string) => `, typing the name “${typed}”`,
    signed: (name: string, typing: string) => `${name} signed that they received and read the plan${typing}.`,
    signedByIssuer: (name: string, typing: string) =>
      `${name} signed that they issued and discussed the plan${typing}.`,
    declined: (name: string, typing: string) => `${name} declined to sign the acknowledgement${typing}.`,
    checkedIn: (name: string, question: string, held: boolean) =>
      `${name} answered ${question}; the meeting was ${held ? 'held' : 'not held'}.`,
    decided: (name: string, typing: string) => `${name} sent in a decision${typing}.`,
    Reminded: (names: string, question: string, step: number) =>
      `Reminder ${step} for ${question} went to ${names}.`,
    RequestMissed: (question: string, names: string, count: number) =>
      `Time ran out for ${question}: ${names} ${count === 1 ? 'has' : 'have'} not answered.`,
    missedUnreached: (question: string, names: string) =>
      `Time ran out for ${question}: ${names} could not be reached.`,
    missedAndUnreached: (question: string, names: string, count: number, unreached: string) =>
      `Time ran out for ${question}: ${names} ${count === 1 ? 'has' : 'have'} not answered; ${unreached} could not be reached.`,
    undelivered: {
      failed: (name: string) => `A message to ${name} could not be delivered.`,
      unknown: (name: string) => `There was a message for ${name}; it is not known whether it arrived.`,
    },
    undeliveredAbout: {
      failed: (name: string, question: string) =>
        `A message to ${name} about ${question} could not be delivered.`,
      unknown: (name: string, question: string) =>
        `There was a message for ${name} about ${question}; it is not known whether it arrived.`,
    },
    NoteAdded: {
      plain: 'A note was added to the record',
      from: (name: string) => `A note from ${name} was added to the record`,
      about: (note: string, question: string) => `${note} of ${question}`,
      /** How it ends: in time, after its question closed, outside the life of the plan. */
      inTime: (note: string) => `${note}.`,
      afterQuestion: (note: string) => `${note}, after the question had closed.`,
      outsidePlan: (note: string) => `${note} after the plan was over.`,
    },
    Escalated: (question: string, names: string) => `${names} heard that ${question} was still open.`,
    handedOver: (question: string, names: string, mayAnswer: string) =>
      `${names} heard that ${question} was still open, and ${mayAnswer} may now answer it.`,
    OpportunityPeriodEnded: 'The opportunity period ended; a decision is due.',
    DecisionRecorded: (outcome: string, name: string) => `${name} recorded the decision: ${outcome}.`,
    PlanExtended: (day: string) => `The plan was extended to ${day}.`,
    PlanClosed: (outcome: string) => `The plan was closed: ${outcome}.`,
    PlanWithdrawn: 'The plan was withdrawn; nothing more is asked of anybody.',
    RunRestarted: (run: number) => `The follow-up stood still and was started again (run ${run}).`,
    RunFailed: (run: number) => `The follow-up met a technical failure (run ${run}).`,
  },
  planned: {
    PlanDrafted: 'A plan will be drafted.',
    PlanApproved: 'The plan will be approved.',
    PlanLaunched: (starts: string, ends: string) =>
      `The plan will be launched, to run from ${starts} to ${ends}.`,
    PlanStarted: 'The opportunity period will begin.',
    RequestOpened: (question: string, names: string, due: string) =>
      `${names} will be asked for ${question}, due by ${due}.`,
    RequestAnswered: (name: string, question: string) => `${name} will answer ${question}.`,
    Reminded: (names: string, question: string, step: number) =>
      `Reminder ${step} for ${question} will go to ${names}.`,
    RequestMissed: (question: string, names: string) =>
      `Time will run out for ${question}, unless ${names} answered.`,
    NoteAdded: 'A note will be added to the record.',
    MailUndelivered: (name: string) => `A message to ${name} will not be delivered.`,
    Escalated: (question: string, names: string) => `If ${question} is still open, ${names} will hear of it.`,
    handedOver: (question: string, names: string, mayAnswer: string) =>
      `If ${question} is still open, ${names} will hear of it, and ${mayAnswer} may then answer it.`,
    OpportunityPeriodEnded: 'The opportunity period will end and a decision will be due.',
    DecisionRecorded: 'The decision will be recorded.',
    decidedByRule: (authority: string) =>
      `If no decision is made in time, the plan will count as met under ${authority}.`,
    PlanExtended: (day: string) => `The plan will be extended to ${day}.`,
    PlanClosed: (outcome: string) => `The plan will be closed: ${outcome}.`,
    PlanWithdrawn: 'The plan will be withdrawn.',
    RunRestarted: 'The follow-up will be started again.',
    RunFailed: 'The follow-up will meet a technical failure.',
  },
};
