import { plural } from '../../plural.ts';
/** What will happen if nobody does anything, one sentence per fact. */
export const planned = {
  PlanDrafted: 'A plan will be drafted.',
  PlanRedrafted: 'The draft will be written anew.',
  DraftReturned: 'The draft will be sent back to be changed.',
  PlanApproved: 'The plan will be approved.',
  DraftShared: (name: string) => `The draft will be given to ${name}, to respond before the launch.`,
  PlanLaunched: (starts: string, ends: string) =>
    `The plan will be launched, to run from ${starts} to ${ends}.`,
  PlanStarted: 'The opportunity period will begin.',
  RequestOpened: (question: string, names: string, due: string) =>
    `${names} will be asked for ${question}, due by ${due}.`,
  askedWhoMissed: (names: string, question: string, due: string) =>
    `${names} will be asked who missed ${question}; an answer is due by ${due}.`,
  RequestOpenedMany: (question: string, count: number, due: string) =>
    plural('en', count, {
      one: `One person will be asked for ${question}, due by ${due}.`,
      other: `${count} people will be asked for ${question}, due by ${due}.`,
    }),
  RespondentsInvited: (question: string, count: number) =>
    plural('en', count, {
      one: `One more person will be asked for ${question}.`,
      other: `${count} more people will be asked for ${question}.`,
    }),
  RequestLapsed: (question: string) => `The time for ${question} will be over, unless it was answered.`,
  RequestAnswered: (name: string, question: string) => `${name} will answer ${question}.`,
  gave: (name: string, question: string) => `${name} will give ${question}.`,
  surveyed: (question: string) => `Somebody will answer ${question}.`,
  AnswerReturned: (name: string) => `The answer of ${name} will be sent back.`,
  Reminded: (names: string, question: string, step: number) =>
    `Reminder ${step} for ${question} will go to ${names}.`,
  RequestMissed: (question: string, names: string) =>
    `Time will run out for ${question}, unless ${names} answered.`,
  NoteAdded: 'A note will be added to the record.',
  MailUndelivered: (name: string) => `A message to ${name} will not be delivered.`,
  remindedNobody: (question: string, step: number) =>
    `Reminder ${step} for ${question} will be due and go to nobody, unless mail reaches them again.`,
  RemindedMany: (count: number, question: string, step: number) =>
    `Reminder ${step} for ${question} will go to ${plural('en', count, { one: 'one person', other: `${count} people` })}.`,
  escalatedToNobody: (question: string) =>
    `If ${question} is still open, somebody should hear of it, but the plan names nobody for it.`,
  Escalated: (question: string, names: string) => `If ${question} is still open, ${names} will hear of it.`,
  handedOver: (question: string, names: string, mayAnswer: string) =>
    `If ${question} is still open, ${names} will hear of it, and ${mayAnswer} may then answer it.`,
  PlanAmended: 'The plan will be amended.',
  ManagerChanged: (to: string) => `${to} will supervise the plan.`,
  CapacityReduced: 'Targets will be lowered to reduced working time.',
  PausePlanned: (from: string, until: string | undefined) =>
    until
      ? `An approved absence will be planned, from ${from} to ${until}.`
      : `An approved absence will be planned, from ${from} on.`,
  PauseCancelled: (from: string) => `The absence planned from ${from} will be called off.`,
  PlanPaused: (from: string, until: string | undefined) =>
    until
      ? `The plan will stand still for an approved absence, from ${from} to ${until}.`
      : `The plan will stand still for an approved absence, from ${from} on.`,
  PauseReviewDue: 'HR will be asked to look at a plan that has stood still for long.',
  PlanResumed: (on: string, days: string) =>
    `The plan will go on from ${on}, with every later date moved by ${days} of approved absence.`,
  CheckInAttributed: (question: string) => `It will be put on record who missed ${question}.`,
  CreditGranted: (days: string) => `The employee will be given ${days} back.`,
  ReadingsRecorded: 'Numbers will be recorded.',
  RecognitionAdded: 'Something that went well will be put on the record.',
  ResponseGiven: (name: string, question: string) => `${name} will respond to ${question}.`,
  AccommodationRequested: (name: string) => `${name} will ask for an adjustment; HR will be told.`,
  TrainingCompleted: (what: string) =>
    `That a promised training was attended will be put on the record: ${what}.`,
  SupportUndelivered: (what: string) => `Promised help will not be delivered: ${what}. HR will be told.`,
  OpportunityPeriodEnded: 'The opportunity period will end and a decision will be due.',
  DecisionProposed: 'A decision will be proposed, for somebody else to confirm.',
  DecisionRecorded: 'The decision will be recorded.',
  decidedByRule: (authority: string) =>
    `If no decision is made in time, the plan will count as met under ${authority}.`,
  PlanExtended: (day: string) => `The plan will be extended to ${day}.`,
  PlanClosed: (outcome: string) => `The plan will be closed: ${outcome}.`,
  MonitoringStarted: (day: string) => `Whether it holds will be watched until ${day}.`,
  RelapseRecorded: (day: string) => `It will be recorded that it did not hold on ${day}.`,
  MonitoringEnded: {
    clean: 'The time that is watched will be over, and the letter that says so will go out.',
    relapsed: 'The time that is watched will end, because it did not hold.',
  },
  LegalHoldSet: 'The record will be put on legal hold.',
  LegalHoldReleased: 'The legal hold on the record will be lifted.',
  PlanWithdrawn: 'The plan will be withdrawn.',
  RunRestarted: {
    schedule_changed: 'From here on, the follow-up will go by the new dates.',
    nobody_driving: 'The follow-up will go on from where it stands.',
    long_run: 'The follow-up will go on from where it stands.',
    by_operator: 'The follow-up will be started anew and go on from where it stands.',
    new_workflow:
      'The follow-up will move to the newest version of the system and go on from where it stands.',
  },
  RunFailed: 'The follow-up will meet a technical failure.',
};
