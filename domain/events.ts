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
} from './plan.ts';

/** Who caused a change. Participants act by link, principals through the API, the system by the clock. */
export type Actor =
  | { kind: 'participant'; id: ParticipantId }
  | { kind: 'principal'; id: string }
  | { kind: 'system'; id: 'lifecycle' | 'sweeper' };

/** A fact, without its place in the record. Every type is listed with its current version in `EVENT_VERSIONS`. */
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
  | { type: 'RequestMissed'; requestId: RequestId; by: ParticipantId[]; tell: ParticipantId[] }
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

/** The shape versions this code was taught. Anything else is refused, never skipped. */
export const EVENT_VERSIONS: Record<FactType, number> = {
  PlanDrafted: 1,
  PlanApproved: 1,
  PlanLaunched: 1,
  PlanStarted: 1,
  RequestOpened: 1,
  RequestAnswered: 1,
  Reminded: 1,
  RequestMissed: 1,
  Escalated: 1,
  OpportunityPeriodEnded: 1,
  DecisionRecorded: 1,
  PlanExtended: 1,
  PlanClosed: 1,
  PlanWithdrawn: 1,
  RunRestarted: 1,
  RunFailed: 1,
};
