import type {
  Answer,
  Day,
  Decision,
  Instant,
  LinkId,
  ParticipantId,
  PlanDraft,
  PlanId,
  RequestId,
  ScheduledRequest,
  Undelivered,
} from './plan.ts';

/** Who caused a change. Participants act by link, principals through the API, the system by the clock. */
export type Actor =
  | { kind: 'participant'; id: ParticipantId }
  | { kind: 'principal'; id: string }
  | { kind: 'system'; id: 'lifecycle' | 'mailer' | 'sweeper' };

/** A fact, without its place in the record. Every type is listed in `UPCASTS`. */
export type Fact =
  | {
      type: 'PlanDrafted';
      planId: PlanId;
      draft: PlanDraft;
      pack: { id: string; version: string };
      timeZone: string;
    }
  | { type: 'PlanApproved'; comment?: string }
  | { type: 'PlanLaunched'; run: number; startsAt: Instant; endsAt: Instant; schedule: ScheduledRequest[] }
  | { type: 'PlanStarted' }
  | {
      type: 'RequestOpened';
      request: ScheduledRequest;
      respondents: { participant: ParticipantId; required: boolean; link: LinkId }[];
    }
  | { type: 'RequestAnswered'; requestId: RequestId; by: ParticipantId; answer: Answer; complete: boolean }
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
  | { type: 'OpportunityPeriodEnded' }
  | { type: 'DecisionRecorded'; requestId: RequestId; decision: Decision }
  | { type: 'PlanExtended'; endDate: Day; endsAt: Instant; schedule: ScheduledRequest[] }
  | { type: 'PlanClosed'; outcome: string }
  | { type: 'PlanWithdrawn'; reason: string }
  | { type: 'RunRestarted'; run: number; because: 'nobody_driving' }
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
  PlanApproved: [],
  PlanLaunched: [],
  PlanStarted: [],
  RequestOpened: [],
  RequestAnswered: [],
  Reminded: [],
  RequestMissed: [],
  MailUndelivered: [],
  NoteAdded: [],
  Escalated: [],
  OpportunityPeriodEnded: [],
  DecisionRecorded: [],
  PlanExtended: [],
  PlanClosed: [],
  PlanWithdrawn: [],
  RunRestarted: [],
  RunFailed: [],
};

/** The version in which facts of this type are recorded today. */
export const currentVersion = (type: FactType): number => UPCASTS[type].length + 1;
