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
    signed: (name: string) => `${name} signed that they received and read the plan.`,
    declined: (name: string) => `${name} declined to sign the acknowledgement.`,
    checkedIn: (name: string, question: string, held: boolean) =>
      `${name} answered ${question}; the meeting was ${held ? 'held' : 'not held'}.`,
    decided: (name: string) => `${name} sent in a decision.`,
    Reminded: (names: string, question: string, step: number) =>
      `Reminder ${step} for ${question} went to ${names}.`,
    RequestMissed: (question: string, names: string, count: number) =>
      `Time ran out for ${question}: ${names} ${count === 1 ? 'has' : 'have'} not answered.`,
    Escalated: (question: string, names: string) => `${names} heard that ${question} was still open.`,
    handedOver: (question: string, names: string, mayAnswer: string) =>
      `${names} heard that ${question} was still open, and ${mayAnswer} may now answer it.`,
    OpportunityPeriodEnded: 'The opportunity period ended; a decision is due.',
    DecisionRecorded: (outcome: string, name: string) => `${name} recorded the decision: ${outcome}.`,
    decidedByRule: (outcome: string, rule: string) =>
      `Nobody decided in time; by rule ${rule} the outcome is: ${outcome}.`,
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
    Escalated: (question: string, names: string) => `If ${question} is still open, ${names} will hear of it.`,
    handedOver: (question: string, names: string, mayAnswer: string) =>
      `If ${question} is still open, ${names} will hear of it, and ${mayAnswer} may then answer it.`,
    OpportunityPeriodEnded: 'The opportunity period will end and a decision will be due.',
    DecisionRecorded: 'The decision will be recorded.',
    decidedByRule: (outcome: string, rule: string) =>
      `If nobody has decided, rule ${rule} will apply: ${outcome}.`,
    PlanExtended: (day: string) => `The plan will be extended to ${day}.`,
    PlanClosed: (outcome: string) => `The plan will be closed: ${outcome}.`,
    PlanWithdrawn: 'The plan will be withdrawn.',
    RunRestarted: 'The follow-up will be started again.',
    RunFailed: 'The follow-up will meet a technical failure.',
  },
};
