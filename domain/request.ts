import type { FollowUpType, Language, Role } from './draft.ts';
import type { Day, Instant, ItemId, LinkId, ParticipantId, RequestId } from './ids.ts';

export const REQUEST_KINDS = [
  /** Sign for receipt of the plan, or of a new version of it. */
  'acknowledgement',
  /** A follow-up of any type but a survey. */
  'check_in',
  'survey',
  /** Was what the employer promised delivered? */
  'support',
  /** The right to respond: to the draft before launch, to the decision before it closes the plan. */
  'response',
  /** HR says who missed a check-in. */
  'attribution',
  /** A second person confirms a proposed decision or sends it back. */
  'approval',
  /** HR sees to a request for an adjustment. */
  'accommodation',
  'decision',
] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

/** Every moment of one question, computed once on the business calendar and kept as absolute instants. */
export interface Ladder {
  opensAt: Instant;
  dueAt: Instant;
  reminders: Instant[];
  /** When the question closes without an answer; `null` for questions that stay until somebody answers. */
  missedAt: Instant | null;
  escalations: { at: Instant; to: Role; mayAnswer: boolean }[];
  /** What a rule says silence means, and from when; only decisions have one, and only when the plan's settings say so. */
  legalDefault?: { at: Instant; outcome: string; rule: string };
}

/** Why a proposed decision needs a second person. */
export type ApprovalReason =
  /** The decision says something else than the check-ins did. */
  | 'second_look'
  /** Whoever proposes a demotion or removal does not decide it (D10). */
  | 'separate_decider';

export interface ScheduledRequest extends Ladder {
  id: RequestId;
  kind: RequestKind;
  /** The check-in's own day; of a support question the day the support was promised for. */
  date?: Day;
  /** Of a check-in or survey. */
  followUp?: {
    type: FollowUpType;
    /** `ratings`: every item against its benchmark; `readings`: a number for every item; `notes`: what was done. */
    asks: 'ratings' | 'readings' | 'notes' | 'questions';
    agenda?: string;
    questions?: string[];
  };
  /** Of an acknowledgement: which version of the plan is signed for; 1 when absent. */
  version?: number;
  /** The question this one is about: the missed check-in, the proposed decision. */
  regarding?: RequestId;
  approval?: ApprovalReason;
  /** What is responded to. */
  responseTo?: 'draft' | 'decision';
}

export interface AcknowledgementAnswer {
  kind: 'acknowledgement';
  /** Signing means received, not agreed. */
  choice: 'sign' | 'decline';
  /** As written or typed; empty only of somebody who did not sign on paper. */
  typedName: string;
  /** Why the person declines; welcome, never required. */
  reason?: string;
  comment?: string;
  /** Given on paper: HR recorded it, and somebody saw it. */
  onPaper?: OnPaper;
}

/** How something was handed over on paper. */
export interface OnPaper {
  on: Day;
  /** Name of whoever saw it: neither the recipient nor the person the plan is about. */
  witness: string;
}

/** A question that was handed to somebody on paper. */
export interface PaperService extends OnPaper {
  /** Whether they signed for it; absent when they said nothing yet. */
  signed?: boolean;
}

export type Progress = 'below' | 'near' | 'reached';

export interface CheckInAnswer {
  kind: 'check_in';
  meeting: 'held' | 'not_held';
  /** One for each item the follow-up asks about. */
  items: { item: ItemId; progress: Progress; note?: string }[];
  /** Numbers brought along, in each measure's unit. */
  readings?: { item: ItemId; value: number }[];
  comment?: string;
  /** Something that went well, put on the record with the weight of what did not. */
  recognition?: string;
}

export interface SurveyAnswer {
  kind: 'survey';
  /** One per question of the survey, in their order: 1 (not at all) to 5 (fully). */
  scores: number[];
  comment?: string;
}

export interface SupportAnswer {
  kind: 'support';
  promises: { item: ItemId; what: string; delivered: 'yes' | 'partly' | 'no'; note?: string }[];
}

export interface ResponseAnswer {
  kind: 'response';
  choice: 'respond' | 'waive';
  /** Kept word for word. Required to respond. */
  text?: string;
}

export type Attributed = 'manager' | 'employee' | 'excused';

export interface AttributionAnswer {
  kind: 'attribution';
  to: Attributed;
  reason: string;
  /** Whether the days lost are given back; only of a check-in the manager missed. */
  credit?: boolean;
}

export interface ApprovalAnswer {
  kind: 'approval';
  choice: 'confirm' | 'return';
  typedName: string;
  /** Why it is sent back; required then. */
  reason?: string;
}

/** No free text: medical facts have no place in a plan (L4). */
export interface AccommodationAnswer {
  kind: 'accommodation';
  choice: 'pause' | 'adjusted' | 'nothing_needed';
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
  /** Why the decision says something else than the check-ins did; required then (H9). */
  explanation?: string;
}

export type Answer =
  | AcknowledgementAnswer
  | CheckInAnswer
  | SurveyAnswer
  | SupportAnswer
  | ResponseAnswer
  | AttributionAnswer
  | ApprovalAnswer
  | AccommodationAnswer
  | DecisionAnswer;

/** What shows later that an answer came from this person and what was in front of them (ESIGN, 15 USC 7001; UETA). */
export interface AnswerEvidence {
  /** How the person was known: by the link mailed to their address. */
  method: 'email_link';
  /** SHA-256 (hex) of the link's id: names it without opening it. */
  link: string;
  generation: number;
  /** Outbox key of the newest mail that asked with this issue of the link, when known; the record says whether it left. */
  mail?: string;
  /** When the form was shown, and the number of the plan's last event then. */
  shownAt: Instant;
  seen: number;
  language: Language;
  /** Of a signature: the sentence agreed to. */
  statement?: string;
  /** Of a signature: SHA-256 (hex) over the text of the document as it was shown, in that language. */
  textHash?: string;
  /** Of a signature: SHA-256 (hex) over the canonical JSON (RFC 8785) of the plan's text (`planText`) after event `seen`. */
  planHash?: string;
  /** Of a signature: where it came from. */
  ip?: string;
  userAgent?: string;
}

export interface Respondent {
  participant: ParticipantId;
  /** Whether the question stays open for this person's answer. */
  required: boolean;
  link: LinkId;
  /** The mails addressed to this person about the question: each by its outbox key, and when it was owed. */
  mailed: { key: string; at: Instant }[];
  answer?: Answer;
  answeredAt?: Instant;
  /** When they answered first, if they changed what they said since. */
  firstAnsweredAt?: Instant;
  /** Of the answer, when it came by link. */
  evidence?: AnswerEvidence;
  /** The newest time the question was handed to them on paper, and the number of the event that says so. */
  served?: PaperService & { seq: number };
}

export interface Request extends ScheduledRequest {
  /** `lapsed`: a right that was not used, or a question whose silence is nobody's fault. */
  status: 'open' | 'answered' | 'missed' | 'lapsed' | 'superseded';
  openedAt: Instant;
  respondents: Respondent[];
  /** Whom a question to many still has to be sent to. */
  uninvited: ParticipantId[];
  remindersSent: number;
  escalationsSent: number;
  /** Everybody it was escalated to, whether they may answer or only help. */
  escalatedTo: ParticipantId[];
  /** When a question past the end of its ladder escalates again; only those that stay until answered do. */
  nextEscalationAt: Instant | null;
  /** The events that moved the day of a meeting that was asked about already. */
  moves: number[];
  /** Whom a meeting was called off for, and by which event: it is not held, or not with them. */
  callOffs: { participant: ParticipantId; seq: number }[];
  /** Of a response: when HR put on record what the employee said another way. */
  heardAt?: Instant;
  closedAt?: Instant;
}
