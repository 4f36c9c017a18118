import type { Participant, PlanDraft } from './draft.ts';
import type { Day, Instant, ItemId, LinkId, ParticipantId, PlanId, RequestId } from './ids.ts';
import type { Attributed, DecisionAnswer, Request, ScheduledRequest } from './request.ts';
import type { Change, RevisionCause } from './revision.ts';

export * from './draft.ts';
export * from './ids.ts';
export * from './request.ts';
export * from './revision.ts';

export const PLAN_STATUSES = [
  'draft',
  'approved',
  /** The approved draft is with the employee, who may respond before anything starts. */
  'consulting',
  'acknowledging',
  'active',
  'paused',
  'deciding',
  'closed',
  /** Closed as met; whether it holds is watched for as long as the rules say. */
  'monitoring',
  'withdrawn',
] as const;
export type PlanStatus = (typeof PLAN_STATUSES)[number];

/** What the record says of a pause; a manager is only ever told "approved absence" (L4). */
export type PauseReason = 'approved_absence' | 'accommodation';

export interface Pause {
  /** First day that does not count. */
  from: Day;
  /** Last day that does not count, when it is known ahead; `null` until somebody resumes the plan. */
  until: Day | null;
  reason: PauseReason;
  /** The first moment of `from`. */
  beginsAt: Instant;
  /** The first moment after `until`. */
  endsAt: Instant | null;
  /** First day that counts again. */
  resumedOn?: Day;
  /** Days the clock stood still. */
  tolledDays?: number;
}

export interface Version {
  number: number;
  /** The event that made it: whatever was read before reads otherwise. */
  seq: number;
  at: Instant;
  because: RevisionCause | 'launched';
  reason?: string;
  startDate: Day;
  endDate: Day;
  changes: Change[];
  /** Who supervises from this version on, their brief, and who had issued the plan until then. */
  takenOver?: { by: ParticipantId; from: ParticipantId; handover?: string };
}

export interface Reading {
  item: ItemId;
  date: Day;
  /** In the measure's unit. */
  value: number;
  /** Where the number is from. */
  source?: string;
  /** Who brought it along to a check-in: each side's number stands beside the other's. */
  by?: ParticipantId;
}

export interface Decision extends Omit<DecisionAnswer, 'kind' | 'typedName'> {
  /** Whoever decided; absent when a rule's legal default applied. */
  by?: ParticipantId;
  typedName?: string;
  at: Instant;
  /** The rule that applied by default, when nobody decided in time. */
  rule?: string;
  /** Who proposed it, when another person had to confirm it. */
  proposedBy?: ParticipantId;
  /** Whether it ended the plan before its last day (H7). */
  early?: boolean;
  /** Read-only links to the decision, one per person who is owed a copy. */
  copies: { participant: ParticipantId; link: LinkId }[];
}

/** A decision with the question it answers; ending early answers none. */
export interface RecordedDecision extends Decision {
  requestId: RequestId;
}

/** A decision that somebody else has to confirm before it counts. */
export interface Proposal {
  requestId: RequestId;
  by: ParticipantId;
  answer: DecisionAnswer;
  at: Instant;
  /** The approvals it still waits for, by the ids of their questions. */
  awaiting: RequestId[];
}

/** A mail, by what the outbox calls it. */
export interface MailNamed {
  /** The outbox key of the mail; what was said of it once is not said again. */
  key: string;
  template: MailTemplate;
  to: ParticipantId;
  requestId?: RequestId;
}

/**
 * A mail that did not arrive: it never left (`failed`), the mailbox sent it back (`bounced`), the mail service would not
 * pass it on (`rejected`). Or nobody knows whether it left.
 */
export interface Undelivered extends MailNamed {
  outcome: 'failed' | 'unknown' | 'bounced' | 'rejected';
}

/** Why nothing is mailed to an address: mail to it comes back for good, or its reader called it unwanted. */
export type SuspendedBecause = 'bounced' | 'complained';

/** What a mail is for. The mailer looks the words up by this and re-reads the plan for everything else. */
export type MailTemplate =
  /** A question was opened: please acknowledge / answer the check-in / record the decision. */
  | 'request-opened'
  /** The day of a meeting that somebody was asked to has moved. */
  | 'meeting-moved'
  /** A meeting that somebody was asked to is not held, or not with them. */
  | 'meeting-cancelled'
  /** The same question again, to whoever has not answered. */
  | 'reminder'
  /** A question nobody may leave to rot: to the person it is escalated to, with a link when they may answer. */
  | 'escalation'
  /** A question closed unanswered: to the people who were asked. */
  | 'request-missed'
  /** The decision is recorded: with a link to read it for whoever is owed a copy, without for whoever was only chased. */
  | 'decision-recorded'
  /** The plan was withdrawn: nothing more will be asked. */
  | 'plan-withdrawn'
  /** To the person the plan is about: the period is over, and who decides by when. */
  | 'decision-awaited'
  /** To the person the plan is about: no decision is in yet, and who has been told. */
  | 'decision-overdue'
  /** A mail to somebody did not leave: to HR, who can reach them another way. */
  | 'mail-undelivered'
  /** The plan reads differently: to everybody who acts on it and is not asked to sign for it, or was asked to decide. */
  | 'plan-changed'
  /** Somebody else supervises: to whoever did, who is asked nothing more. */
  | 'plan-handed-over'
  /** The plan stands still, and from when it goes on if that is known. */
  | 'plan-paused'
  /** To HR: the plan has stood still for long and nothing says until when. */
  | 'pause-review'
  /** To whoever proposed a decision: it was sent back, and why. */
  | 'decision-returned'
  /** To the person the plan is about: something that went well was put on the record. */
  | 'recognition'
  /** To HR: what was promised was not delivered. */
  | 'support-undelivered'
  /** Both sides have answered: each may now read what the other said. */
  | 'answers-in'
  /** The time after success is over: the letter that says so. */
  | 'clean-period'
  /** To HR and the person the plan is about: it did not hold within the time that is watched. */
  | 'relapse-recorded'
  /** A new address for a link, to whoever asked for one. */
  | 'link-renewed'
  /** To HR: mail to somebody reaches another person. */
  | 'wrong-person'
  /** To HR: an address cannot be written to any more, and what can be done. */
  | 'address-suspended'
  /** To whoever got something on paper, as HR recorded it: nobody signs in a name whose owner does not hear of it. */
  | 'served-on-paper';

/** A plan as its events tell it. Everything here can be rebuilt by folding them again. */
export interface Plan {
  id: PlanId;
  /** Number of events folded so far; the optimistic lock. */
  version: number;
  status: PlanStatus;
  /** Which workflow execution drives the plan: 0 before it first runs, then 1, 2, … */
  run: number;
  /** The runs it was given because nobody drove it, since anything else happened, and the last of them; `null`: none. */
  undriven: { restarts: number; at: Instant } | null;
  pack: { id: string; version: string };
  timeZone: string;
  /** The plan as it reads today, amendments and moved days included. */
  draft: PlanDraft;
  createdAt: Instant;
  updatedAt: Instant;
  startsAt: Instant | null;
  /** When the opportunity period did start. */
  startedAt: Instant | null;
  /** The instant the opportunity period is over: the first moment of the day after its last. */
  endsAt: Instant | null;
  /** Empty before launch; then what was launched and every revision since. */
  versions: Version[];
  /** People who left the plan: their names still stand in its record, their links open nothing. */
  former: Participant[];
  /** Whether the employee had the draft and could respond to it. */
  consulted: boolean;
  /** Oldest first: over, running (no `resumedOn`), or planned (`from` is still ahead and the plan is not paused). */
  pauses: Pause[];
  /** When HR is next asked about a pause without an end. */
  pauseReviewAt: Instant | null;
  /** The last share of full hours that targets were scaled to, and the share each item is asked at now. */
  capacity: {
    percent: number;
    items: ItemId[];
    signedOffBy: ParticipantId;
    shares: Record<ItemId, number>;
  } | null;
  /** Questions not opened yet, in order of opening. */
  scheduled: ScheduledRequest[];
  requests: Record<RequestId, Request>;
  attributions: Record<RequestId, { to: Attributed; creditDays: number }>;
  readings: Reading[];
  /** Promised trainings that were attended, in the order they were said; `due` is that of the promise as it stands now. */
  trainings: { item: ItemId; what: string; due: Day; on: Day; at: Instant }[];
  recognitions: { at: Instant; text: string; by?: ParticipantId; item?: ItemId }[];
  responses: { at: Instant; by: ParticipantId; regarding: RequestId; text: string }[];
  proposal: Proposal | null;
  decisions: RecordedDecision[];
  undelivered: Undelivered[];
  /** New addresses of links: `asked` of those sent because somebody asked for them, and by which event. */
  renewals: {
    link: LinkId;
    participant: ParticipantId;
    generation: number;
    seq: number;
    at: Instant;
    asked: boolean;
    /** Of one that HR had sent again, because the mail before was lost. */
    by?: 'office';
  }[];
  /** Whose address was corrected, and by which event: links handed out before it open nothing. */
  readdressed: { participant: ParticipantId; seq: number; at: Instant }[];
  /** Between which moments mail to somebody went to another person; `to` is `null` until the address is corrected. */
  misdirected: { participant: ParticipantId; from: Instant; reportedAt: Instant; to: Instant | null }[];
  /** Since when nothing is mailed to somebody, and why; `to` is `null` until HR corrects or confirms the address. */
  suspended: {
    participant: ParticipantId;
    because: SuspendedBecause;
    from: Instant;
    to: Instant | null;
    /** The number of the event that ended it, when that said the same address again. */
    confirmedBy?: number;
  }[];
  /** The outbox keys of mails that took long to arrive; said once of each. */
  delayed: string[];
  outcome: string | null;
  closedAt: Instant | null;
  /** After success: the last day that is watched, and the moment it is over. */
  monitoring: { until: Day; endsAt: Instant } | null;
  relapse: { date: Day; item: ItemId } | null;
  /** Keeps the record from being deleted, whatever its age. */
  legalHold: { since: Instant; reason: string } | null;
}
