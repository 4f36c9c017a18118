/** A moment: ISO 8601 in UTC, whole seconds, e.g. `2026-12-01T14:00:00Z` (Step Functions waits truncate anything finer). */
export type Instant = string;
/** A calendar day in the plan's own time zone, e.g. `2026-12-01`. */
export type Day = string;

export type PlanId = string;
export type ParticipantId = string;
export type ItemId = string;
/** Stable within a plan: `acknowledgement`, `check-in-2026-12-15`, `decision`, `decision-2` after an extension. */
export type RequestId = string;
export type LinkId = string;

export const ROLES = [
  'employee',
  'supervisor',
  'reviewer',
  'hr',
  'agency_head',
  'mentor',
  'stakeholder',
  'representative',
] as const;
export type Role = (typeof ROLES)[number];

export interface Participant {
  /** Chosen by whoever writes the plan; ids, never names, travel in messages and logs. */
  id: ParticipantId;
  role: Role;
  name: string;
  email: string;
}

export interface Subject {
  type: 'employee' | 'department' | 'program';
  /** The participant the plan is about (or who heads the department or program). */
  participant: ParticipantId;
  agency?: string;
  jobTitle?: string;
  serviceType?: string;
  grade?: string;
  /** Whether the subject is serving a probationary period. */
  probationary?: boolean;
  /** Whether the subject supervises others: some competencies are for supervisors only. */
  supervises?: boolean;
  bargainingUnit?: string;
}

export interface Coaching {
  date: Day;
  summary: string;
}
export interface Evidence {
  date: Day;
  summary: string;
}

export interface Measure {
  name: string;
  unit: string;
  baseline: number;
  target: number;
  direction: 'increase' | 'decrease';
}

export interface CheckInDate {
  date: Day;
  /** What should be reached by that day, in the measure's unit. */
  benchmark: number;
}

export interface Support {
  kind: 'training' | 'mentor' | 'tool' | 'hours' | 'other';
  what: string;
  owner: ParticipantId;
  due: Day;
}

/** One action block of the form: what is wrong, what is wanted, what will be done, how it is measured and when. */
export interface Item {
  id: ItemId;
  source: { kind: 'competency'; code: string } | { kind: 'smart_goal'; goal: string };
  /** The rating that put the item on the plan, on the organisation's scale. */
  rating?: number;
  deficiency: string;
  desiredOutcome: string;
  actions: string[];
  measure: Measure;
  checkIns: CheckInDate[];
  support: Support[];
}

/** What a person submits: everything the plan says, before any rule has been checked. */
export interface PlanDraft {
  title: string;
  /** Rule pack as `id` (its newest version) or `id@version`; the organisation's default when absent. */
  pack?: string;
  /** IANA zone all days of the plan are read in; the organisation's default when absent. */
  timeZone?: string;
  subject: Subject;
  participants: Participant[];
  /** First and last day of the opportunity period, both included. */
  startDate: Day;
  endDate: Day;
  issuer: {
    participant: ParticipantId;
    /** Why the immediate supervisor is not the issuer; required when somebody else is. */
    absenceReason?: string;
  };
  reason: { summary: string; priorCoaching: Coaching[]; evidence: Evidence[] };
  items: Item[];
  settings?: {
    /** What happens when the decision clock runs out; the pack's own default when absent. */
    onDecisionOverdue?: { mode: 'escalate_only' } | { mode: 'deem_met'; verifiedBy: string };
  };
}

export type PlanStatus =
  | 'draft'
  | 'approved'
  | 'acknowledging'
  | 'active'
  | 'deciding'
  | 'closed'
  | 'withdrawn';

export type RequestKind = 'acknowledgement' | 'check_in' | 'decision';

/** Every moment of one question, computed once on the business calendar and kept as absolute instants. */
export interface Ladder {
  opensAt: Instant;
  dueAt: Instant;
  reminders: Instant[];
  /** When the question is recorded as missed and closes; a decision is never missed, only overdue. */
  missedAt: Instant | null;
  escalations: { at: Instant; to: Role; mayAnswer: boolean }[];
  /** What a rule says silence means, and from when; only decisions have one, and only when the plan's settings say so. */
  legalDefault?: { at: Instant; outcome: string; rule: string };
}

export interface ScheduledRequest extends Ladder {
  id: RequestId;
  kind: RequestKind;
  /** The check-in's own day. */
  date?: Day;
}

export interface AcknowledgementAnswer {
  kind: 'acknowledgement';
  /** Signing means received, not agreed. */
  choice: 'sign' | 'decline';
  typedName: string;
  /** Why the person declines; welcome, never required. */
  reason?: string;
  comment?: string;
}

export type Progress = 'below' | 'near' | 'reached';

export interface CheckInAnswer {
  kind: 'check_in';
  meeting: 'held' | 'not_held';
  items: { item: ItemId; progress: Progress; note?: string }[];
  comment?: string;
}

export interface DecisionAnswer {
  kind: 'decision';
  outcome: string;
  typedName: string;
  /** Why, per item; required for every item when the outcome is not "met". */
  reasons: { item: ItemId; reason: string }[];
  summary?: string;
  /** New last day, for an outcome that extends. */
  extendTo?: Day;
  /** Why the issuer is not the one deciding; required when somebody else decides. */
  absenceReason?: string;
  /** Whether the written decision also serves as notice of a proposed action. */
  servesAsNotice?: boolean;
}

export type Answer = AcknowledgementAnswer | CheckInAnswer | DecisionAnswer;

export interface Respondent {
  participant: ParticipantId;
  /** Whether the question stays open for this person's answer. */
  required: boolean;
  link: LinkId;
  /** The mails addressed to this person about the question: each by its outbox key, and when it was owed. */
  mailed: { key: string; at: Instant }[];
  answer?: Answer;
  answeredAt?: Instant;
}

export interface Request extends ScheduledRequest {
  status: 'open' | 'answered' | 'missed' | 'superseded';
  openedAt: Instant;
  respondents: Respondent[];
  remindersSent: number;
  escalationsSent: number;
  /** Everybody it was escalated to, whether they may answer or only help. */
  escalatedTo: ParticipantId[];
  /** When a question past the end of its ladder escalates again; only decisions do. */
  nextEscalationAt: Instant | null;
  closedAt?: Instant;
}

export interface Decision extends Omit<DecisionAnswer, 'kind' | 'typedName'> {
  /** Whoever decided; absent when a rule's legal default applied. */
  by?: ParticipantId;
  typedName?: string;
  at: Instant;
  /** The rule that applied by default, when nobody decided in time. */
  rule?: string;
  /** Read-only links to the decision, one per person who is owed a copy. */
  copies: { participant: ParticipantId; link: LinkId }[];
}

/** A mail that did not leave, or of which nobody knows whether it did. */
export interface Undelivered {
  /** The outbox key of the mail; what was said of it once is not said again. */
  key: string;
  template: MailTemplate;
  to: ParticipantId;
  requestId?: RequestId;
  outcome: 'failed' | 'unknown';
}

/** What a mail is for. The mailer looks the words up by this and re-reads the plan for everything else. */
export type MailTemplate =
  /** A question was opened: please acknowledge / answer the check-in / record the decision. */
  | 'request-opened'
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
  | 'mail-undelivered';

/** A plan as its events tell it. Everything here can be rebuilt by folding them again. */
export interface Plan {
  id: PlanId;
  /** Number of events folded so far; the optimistic lock. */
  version: number;
  status: PlanStatus;
  /** Which workflow execution drives the plan: 0 before launch, then 1, 2, … */
  run: number;
  pack: { id: string; version: string };
  timeZone: string;
  draft: PlanDraft;
  createdAt: Instant;
  updatedAt: Instant;
  startsAt: Instant | null;
  /** The instant the opportunity period is over: the first moment of the day after `endDate`. */
  endsAt: Instant | null;
  endDate: Day;
  /** Questions not opened yet, in order of opening. */
  scheduled: ScheduledRequest[];
  requests: Record<RequestId, Request>;
  decisions: Decision[];
  undelivered: Undelivered[];
  outcome: string | null;
}
