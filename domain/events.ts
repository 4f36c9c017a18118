import type {
  Answer,
  AnswerEvidence,
  Attributed,
  Day,
  Decision,
  Instant,
  ItemId,
  LinkId,
  MailNamed,
  PaperService,
  ParticipantId,
  Pause,
  PlanDraft,
  PlanId,
  Proposal,
  Reading,
  RequestId,
  Revision,
  ScheduledRequest,
  SuspendedBecause,
  Undelivered,
} from './plan.ts';

/** Who caused a change. Participants act by link, principals through the API, the system by the clock. */
export type Actor =
  | { kind: 'participant'; id: ParticipantId }
  | { kind: 'principal'; id: string }
  | { kind: 'system'; id: 'lifecycle' | 'mailer' | 'sweeper' | 'effects' | 'feedback' };

/** A fact, without its place in the record. Every type is listed in `UPCASTS`. */
export type Fact =
  | {
      type: 'PlanDrafted';
      planId: PlanId;
      draft: PlanDraft;
      pack: { id: string; version: string };
      timeZone: string;
    }
  /** The draft was written anew before anybody approved it. */
  | {
      type: 'PlanRedrafted';
      draft: PlanDraft;
      pack: { id: string; version: string };
      timeZone: string;
      /** What was changed and why, in the words of whoever wrote it. */
      note?: string;
    }
  | { type: 'DraftReturned'; comment: string }
  | { type: 'PlanApproved'; comment?: string }
  /** The employee has the draft and may respond; the question is opened by the fact that follows. */
  | { type: 'DraftShared'; run: number }
  | { type: 'PlanLaunched'; run: number; startsAt: Instant; endsAt: Instant; schedule: ScheduledRequest[] }
  | { type: 'PlanStarted' }
  | {
      type: 'RequestOpened';
      request: ScheduledRequest;
      respondents: { participant: ParticipantId; required: boolean; link: LinkId }[];
      /** Of a question to many: whom the next facts invite. */
      uninvited?: ParticipantId[];
    }
  | {
      type: 'RespondentsInvited';
      requestId: RequestId;
      respondents: { participant: ParticipantId; required: boolean; link: LinkId }[];
    }
  /** A question closed unanswered, and nobody is to blame: a right not used, a survey over. */
  | { type: 'RequestLapsed'; requestId: RequestId }
  /** An answer no longer stands; it stays in the record, and the person is asked again. */
  | { type: 'AnswerReturned'; requestId: RequestId; to: ParticipantId; by: ParticipantId; reason: string }
  | {
      type: 'RequestAnswered';
      requestId: RequestId;
      by: ParticipantId;
      answer: Answer;
      complete: boolean;
      /** Of an answer that came by link. */
      evidence?: AnswerEvidence;
    }
  | ({
      type: 'ServedOnPaper';
      requestId: RequestId;
      to: ParticipantId;
      /** A later closing moment, for somebody whom nothing had reached before. */
      missedAt?: Instant;
      /** The number of an earlier one that this takes the place of; an answer on that paper stands no more. */
      replaces?: number;
    } & PaperService)
  | {
      type: 'Reminded';
      requestId: RequestId;
      /** How many reminders of the ladder this one covers up to; late reminders are sent as one. */
      step: number;
      to: ParticipantId[];
      /** A later closing moment, when the reminder itself was late: nobody is marked missed right after it. */
      missedAt?: Instant;
    }
  | {
      type: 'RequestMissed';
      requestId: RequestId;
      /** Who was asked and kept silent. */
      by: ParticipantId[];
      /** Who never got a mail about it: their silence says nothing about them. */
      notReached: ParticipantId[];
      tell: ParticipantId[];
    }
  | ({ type: 'MailUndelivered' } & Undelivered)
  /** Of a mail of which nobody knew whether it left: it did. That nobody knew stays in the record. */
  | ({ type: 'MailFound' } & MailNamed)
  /** A mail is still tried: it says nothing about anybody yet. */
  | ({ type: 'MailDelayed' } & MailNamed)
  /** Nothing more is mailed to somebody until their address is corrected or confirmed. */
  | { type: 'AddressSuspended'; participant: ParticipantId; because: SuspendedBecause }
  /** Somebody asked for a new link: its older addresses open nothing any more. */
  | {
      type: 'LinkRenewed';
      link: LinkId;
      participant: ParticipantId;
      requestId: RequestId;
      purpose: 'answer' | 'read_decision';
      /** 2 for the first new address. */
      generation: number;
    }
  /** Whoever opened this person's mail says that it was not meant for them. */
  | { type: 'WrongPersonReported'; participant: ParticipantId; requestId: RequestId }
  /** Links that were mailed before open nothing any more; open questions but surveys are asked again, with new ones. */
  | {
      type: 'AddressCorrected';
      participant: ParticipantId;
      email: string;
      handed: {
        requestId: RequestId;
        participant: ParticipantId;
        /** The one they had, renewed, when the address was right all along. */
        link: LinkId;
        generation?: number;
        /** A later closing moment: mail before this is no evidence that it reached them. */
        missedAt?: Instant;
      }[];
      /** Of more open questions than one transaction holds: whom the next facts invite. */
      uninvited?: { requestId: RequestId; participants: ParticipantId[]; missedAt?: Instant }[];
    }
  | {
      type: 'NoteAdded';
      text: string;
      /** The question it belongs to. */
      requestId?: RequestId;
      /** Whose words they are. */
      from?: ParticipantId;
      /** Whether it came when the question, or the plan, was over. */
      late: boolean;
    }
  | {
      type: 'Escalated';
      requestId: RequestId;
      step: number;
      to: { participant: ParticipantId; link?: LinkId }[];
      /** When it escalates again if nothing happens. */
      nextAt: Instant | null;
    }
  | { type: 'PlanAmended'; revision: Revision }
  | { type: 'ManagerChanged'; from: ParticipantId; to: ParticipantId; handover?: string; revision: Revision }
  | {
      type: 'CapacityReduced';
      percent: number;
      items: ItemId[];
      signedOffBy: ParticipantId;
      revision: Revision;
    }
  | { type: 'PausePlanned'; pause: Pause }
  | { type: 'PauseCancelled'; from: Day }
  | { type: 'PlanPaused'; pause: Pause; reviewAt: Instant | null }
  | { type: 'PauseReviewDue'; nextAt: Instant }
  | { type: 'PlanResumed'; on: Day; tolledDays: number; revision: Revision }
  | { type: 'CheckInAttributed'; requestId: RequestId; to: Attributed; reason: string }
  | { type: 'CreditGranted'; requestId: RequestId; days: number; revision: Revision }
  | { type: 'ReadingsRecorded'; readings: Reading[]; by?: ParticipantId }
  /** A promised training was attended, as a training system or HR knows it; `evidence` names where that is written. */
  | {
      type: 'TrainingCompleted';
      item: ItemId;
      /** The words of the promise, and the day it was due when this was said. */
      what: string;
      due: Day;
      on: Day;
      by?: ParticipantId;
      evidence?: string;
    }
  | { type: 'RecognitionAdded'; text: string; by?: ParticipantId; item?: ItemId }
  | { type: 'ResponseGiven'; regarding: RequestId; by: ParticipantId; text: string }
  | { type: 'AccommodationRequested'; by: ParticipantId }
  | { type: 'SupportUndelivered'; requestId: RequestId; item: ItemId; what: string }
  | { type: 'OpportunityPeriodEnded' }
  | { type: 'DecisionProposed'; proposal: Proposal }
  | { type: 'DecisionRecorded'; requestId: RequestId; decision: Decision }
  | { type: 'PlanExtended'; endDate: Day; revision: Revision }
  | { type: 'PlanClosed'; outcome: string }
  | { type: 'MonitoringStarted'; run: number; until: Day; endsAt: Instant; schedule: ScheduledRequest[] }
  | { type: 'RelapseRecorded'; date: Day; item: ItemId; what: string }
  /** The watched time is over; `clean` when nothing was recorded within it. */
  | { type: 'MonitoringEnded'; clean: boolean }
  | { type: 'LegalHoldSet'; reason: string }
  | { type: 'LegalHoldReleased'; reason: string }
  | { type: 'PlanWithdrawn'; reason: string }
  | {
      type: 'RunRestarted';
      run: number;
      because: 'nobody_driving' | 'schedule_changed' | 'long_run' | 'by_operator' | 'new_workflow';
      /** Of a run that somebody started: why. */
      reason?: string;
    }
  | { type: 'RunFailed'; run: number; error: string };

export type FactType = Fact['type'];

/** A fact in its place: which plan, which number, when, by whom. `v` is the version of the fact's shape. */
export type PlanEvent = Fact & { v: number; seq: number; at: Instant; actor: Actor };

/** Turns a fact of one version into the next. */
export type Upcast = (event: PlanEvent) => PlanEvent;

/**
 * How older shapes of each fact become today's: the first entry turns version 1 into 2, and so on. The current version
 * is one more than there are entries. A shape that was ever recorded stays readable for ever.
 */
export const UPCASTS: Record<FactType, readonly Upcast[]> = {
  PlanDrafted: [],
  PlanRedrafted: [],
  DraftReturned: [],
  PlanApproved: [],
  DraftShared: [],
  PlanLaunched: [],
  PlanStarted: [],
  RequestOpened: [],
  RespondentsInvited: [],
  RequestLapsed: [],
  AnswerReturned: [],
  RequestAnswered: [],
  ServedOnPaper: [],
  Reminded: [],
  RequestMissed: [],
  MailUndelivered: [],
  MailFound: [],
  MailDelayed: [],
  AddressSuspended: [],
  LinkRenewed: [],
  WrongPersonReported: [],
  AddressCorrected: [],
  NoteAdded: [],
  Escalated: [],
  PlanAmended: [],
  ManagerChanged: [],
  CapacityReduced: [],
  PausePlanned: [],
  PauseCancelled: [],
  PlanPaused: [],
  PauseReviewDue: [],
  PlanResumed: [],
  CheckInAttributed: [],
  CreditGranted: [],
  ReadingsRecorded: [],
  TrainingCompleted: [],
  RecognitionAdded: [],
  ResponseGiven: [],
  AccommodationRequested: [],
  SupportUndelivered: [],
  OpportunityPeriodEnded: [],
  DecisionProposed: [],
  DecisionRecorded: [],
  PlanExtended: [],
  PlanClosed: [],
  MonitoringStarted: [],
  RelapseRecorded: [],
  MonitoringEnded: [],
  LegalHoldSet: [],
  LegalHoldReleased: [],
  PlanWithdrawn: [],
  RunRestarted: [],
  RunFailed: [],
};

/** The version in which facts of this type are recorded today. */
export const currentVersion = (type: FactType): number => UPCASTS[type].length + 1;
