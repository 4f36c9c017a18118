import type { Attributed } from '../../../../domain/plan.ts';
import { plural } from '../../plural.ts';

const many = (count: number, one: string): string =>
  plural('en', count, { one: `one ${one}`, other: `${count} ${one}s` });

/** What happened, one sentence per fact. */
export const past = {
  PlanDrafted: (title: string, subject: string) => `A plan for ${subject} was drafted: “${title}”.`,
  PlanRedrafted: (title: string) => `The draft was written anew: “${title}”.`,
  DraftReturned: 'The draft was sent back: something has to change before it is approved.',
  PlanApproved: 'The plan was approved.',
  DraftShared: (name: string) => `The draft was given to ${name}, to respond before the launch.`,
  PlanLaunched: (starts: string, ends: string) => `The plan was launched. It runs from ${starts} to ${ends}.`,
  PlanStarted: 'The opportunity period began.',
  RequestOpened: (question: string, names: string, due: string) =>
    `${names} were asked for ${question}, due by ${due}.`,
  RequestOpenedOne: (question: string, name: string, due: string) =>
    `${name} was asked for ${question}, due by ${due}.`,
  askedWhoMissed: (names: string, many: boolean, question: string, due: string) =>
    `${names} ${many ? 'were' : 'was'} asked who missed ${question}; an answer is due by ${due}.`,
  /** Of a question to many: how many are asked first, and how many follow. */
  RequestOpenedMany: (question: string, count: number, due: string) =>
    plural('en', count, {
      one: `One person was asked for ${question}, due by ${due}.`,
      other: `${count} people were asked for ${question}, due by ${due}.`,
    }),
  RespondentsInvited: (question: string, count: number) =>
    plural('en', count, {
      one: `One more person was asked for ${question}.`,
      other: `${count} more people were asked for ${question}.`,
    }),
  RequestLapsed: (question: string) =>
    `The time for ${question} ended without an answer; nobody is to blame.`,
  surveyOver: (question: string) => `The time for ${question} is over.`,
  /** Said only when it is another name than their own. */
  typing: (typed: string) => `, typing the name “${typed}”`,
  /** Of what was given on paper, with a name that is not their own and without. */
  writing: (written: string) => `, on paper, with the name “${written}”`,
  onPaper: ', on paper',
  signed: (name: string, typing: string) => `${name} signed that they received and read the plan${typing}.`,
  signedByIssuer: (name: string, typing: string) =>
    `${name} signed that they issued and discussed the plan${typing}.`,
  signedBySuccessor: (name: string, typing: string) =>
    `${name} signed that they have taken over the plan and read it${typing}.`,
  signedVersion: (name: string, version: number, typing: string) =>
    `${name} signed that they received and read version ${version} of the plan${typing}.`,
  signedVersionByIssuer: (name: string, version: number, typing: string) =>
    `${name} signed that they discussed version ${version} of the plan${typing}.`,
  declined: (name: string, typing: string) => `${name} declined to sign the acknowledgement${typing}.`,
  checkedIn: (name: string, question: string, held: boolean) =>
    `${name} answered ${question}; the meeting was ${held ? 'held' : 'not held'}.`,
  decided: (name: string, typing: string) => `${name} sent in a decision${typing}.`,
  surveyed: (question: string) => `Somebody answered ${question}.`,
  gave: (name: string, question: string) => `${name} gave ${question}.`,
  toldWhoMissed: (name: string, question: string) => `${name} answered ${question}.`,
  supported: (name: string, question: string, missing: number) =>
    missing === 0
      ? `${name} gave ${question}: all of it was delivered.`
      : `${name} gave ${question}: ${many(missing, 'promise')} not kept, or only in part.`,
  responded: (name: string, what: string) => `${name} responded to ${what}.`,
  waived: (name: string, what: string) => `${name} chose not to respond to ${what}.`,
  approved: (name: string, typing: string) => `${name} confirmed the proposed decision${typing}.`,
  sentBack: (name: string, typing: string) => `${name} sent the proposed decision back${typing}.`,
  accommodated: {
    pause: (name: string) => `${name} answered that the plan stands still for now.`,
    adjusted: (name: string) => `${name} answered that something was adjusted.`,
    nothing_needed: (name: string) => `${name} answered that no adjustment is needed.`,
  },
  ServedOnPaper: {
    received: (name: string, question: string, on: string, witness: string) =>
      `${name} was given ${question} on paper on ${on}; ${witness} was there.`,
    signed: (name: string, question: string, on: string, witness: string) =>
      `${name} was given ${question} on paper on ${on} and signed for it; ${witness} was there.`,
    notSigned: (name: string, question: string, on: string, witness: string) =>
      `${name} was given ${question} on paper on ${on} and did not sign for it; ${witness} was there.`,
  },
  AnswerReturned: (name: string, by: string, question: string) =>
    `The answer of ${name} to ${question} was sent back by ${by}; ${name} is asked again.`,
  Reminded: (names: string, question: string, step: number) =>
    `Reminder ${step} for ${question} went to ${names}.`,
  RequestMissed: (question: string, names: string, count: number) =>
    `Time ran out for ${question}: ${names} ${plural('en', count, { one: 'has', other: 'have' })} not answered.`,
  missedUnreached: (question: string, names: string) =>
    `Time ran out for ${question}: ${names} could not be reached.`,
  missedAndUnreached: (question: string, names: string, count: number, unreached: string) =>
    `Time ran out for ${question}: ${names} ${plural('en', count, { one: 'has', other: 'have' })} not answered; ${unreached} could not be reached.`,
  undelivered: {
    failed: (name: string) => `A message to ${name} could not be delivered.`,
    unknown: (name: string) => `There was a message for ${name}; it is not known whether it arrived.`,
    bounced: (name: string) => `A message to ${name} came back.`,
    rejected: (name: string) => `A message to ${name} was not passed on by the mail service.`,
  },
  undeliveredAbout: {
    failed: (name: string, question: string) =>
      `A message to ${name} about ${question} could not be delivered.`,
    unknown: (name: string, question: string) =>
      `There was a message for ${name} about ${question}; it is not known whether it arrived.`,
    bounced: (name: string, question: string) => `A message to ${name} about ${question} came back.`,
    rejected: (name: string, question: string) =>
      `A message to ${name} about ${question} was not passed on by the mail service.`,
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
  remindedNobody: (question: string, step: number) =>
    `Reminder ${step} for ${question} was due and went to nobody: nothing reaches them by mail.`,
  RemindedMany: (count: number, question: string, step: number) =>
    `Reminder ${step} for ${question} went to ${plural('en', count, { one: 'one person', other: `${count} people` })}.`,
  escalatedToNobody: (question: string) =>
    `It was time to tell somebody that ${question} was still open, but the plan names nobody for it.`,
  Escalated: (question: string, names: string) => `${names} heard that ${question} was still open.`,
  handedOver: (question: string, names: string, mayAnswer: string) =>
    `${names} heard that ${question} was still open, and ${mayAnswer} may now answer it.`,

  changed: (count: number) => many(count, 'change'),
  /** Added to a sentence about a new version. */
  newEnd: (before: string, after: string) => ` The plan now ends on ${after} instead of ${before}.`,
  formerEnd: (before: string) => ` Before, it ended on ${before}.`,
  checkInsAdded: (days: string, count: number) =>
    plural('en', count, {
      one: ` A check-in on ${days} was added.`,
      other: ` Check-ins on ${days} were added.`,
    }),
  PlanAmended: (subject: string, count: string, version: number) =>
    `The plan of ${subject} was amended: ${count}; version ${version} is in force.`,
  ManagerChanged: (subject: string, from: string, to: string, version: number) =>
    `${to} supervises the plan of ${subject} from now on, in place of ${from}; version ${version} is in force.`,
  CapacityReduced: (percent: number, count: string, by: string, version: number) =>
    `Targets were lowered to ${percent} percent of working time, signed off by ${by}: ${count}; version ${version} is in force.`,
  PausePlanned: (from: string, until: string | undefined) =>
    until
      ? `An approved absence was planned, from ${from} to ${until}.`
      : `An approved absence was planned, from ${from} on.`,
  PauseCancelled: (from: string) => `The absence planned from ${from} was called off.`,
  PlanPaused: (from: string, until: string | undefined) =>
    until
      ? `The plan stands still for an approved absence, from ${from} to ${until}.`
      : `The plan stands still for an approved absence, from ${from} on.`,
  PlanPausedForAdjustment: (from: string) =>
    `The plan stands still from ${from} on, for an adjustment; others are told of an approved absence.`,
  PauseReviewDue: (next: string) =>
    `The plan has stood still for long; HR was asked to look at it, and is asked again on ${next}.`,
  PlanResumed: (on: string, days: string) =>
    `The plan goes on from ${on}; ${days} of approved absence do not count, and every later date was moved.`,
  CheckInAttributed: {
    manager: (question: string) => `It was put on record that the manager missed ${question}.`,
    employee: (question: string) => `It was put on record that the employee missed ${question}.`,
    excused: (question: string) => `It was put on record that nobody is to blame for missing ${question}.`,
  } satisfies Record<Attributed, (question: string) => string>,
  CreditGranted: (days: string, question: string) =>
    `The employee was given ${days} back for ${question}, which the manager missed.`,
  ReadingsRecorded: (count: number) =>
    plural('en', count, { one: 'One number was recorded.', other: `${count} numbers were recorded.` }),
  ReadingsRecordedBy: (name: string, count: number) => `${name} recorded ${many(count, 'number')}.`,
  RecognitionAdded: 'Something that went well was put on the record.',
  RecognitionAddedBy: (name: string) => `${name} put something that went well on the record.`,
  AccommodationRequested: (name: string) => `${name} asked for an adjustment; HR was told.`,
  TrainingCompleted: (what: string, day: string) => `A promised training was attended on ${day}: ${what}.`,
  SupportUndelivered: (what: string) => `Promised help was not delivered: ${what}. HR was told.`,
  OpportunityPeriodEnded: 'The opportunity period ended; a decision is due.',
  DecisionProposed: (name: string, outcome: string, count: number) =>
    `${name} proposed a decision: ${outcome}. ${plural('en', count, { one: 'Somebody else has', other: `${count} others have` })} to confirm it.`,
  DecisionRecorded: (outcome: string, name: string) => `${name} recorded the decision: ${outcome}.`,
  PlanExtended: (day: string) => `The plan was extended to ${day}.`,
  PlanClosed: (outcome: string) => `The plan was closed: ${outcome}.`,
  MonitoringStarted: (day: string) => `Whether it holds is watched until ${day}.`,
  RelapseRecorded: (day: string, item: string, what: string) =>
    `It did not hold on ${day}, on “${item}”: ${what}`,
  MonitoringEnded: {
    clean: 'The time that was watched is over, and it held. The letter that says so went out.',
    relapsed: 'The time that was watched ended, because it did not hold.',
  },
  LegalHoldSet: 'The record was put on legal hold; nothing of it is deleted.',
  LegalHoldReleased: 'The legal hold on the record was lifted.',
  PlanWithdrawn: 'The plan was withdrawn; nothing more is asked of anybody.',
  RunRestarted: {
    nobody_driving: (run: number) => `The follow-up stood still; it goes on from where it was (run ${run}).`,
    schedule_changed: (run: number) => `From here on, the follow-up goes by the new dates (run ${run}).`,
    long_run: (run: number) => `The follow-up goes on from where it was (run ${run}).`,
    by_operator: (run: number) =>
      `The follow-up was started anew; it goes on from where it was (run ${run}).`,
    new_workflow: (run: number) =>
      `The follow-up was moved to the newest version of the system; it goes on from where it was (run ${run}).`,
  },
  RunFailed: (run: number) => `The follow-up met a technical failure (run ${run}).`,
};
