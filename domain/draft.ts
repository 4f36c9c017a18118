import type { Day, ItemId, ParticipantId } from './ids.ts';

export const ROLES = [
  'employee',
  /** Heads the department or program a plan is about. */
  'lead',
  'supervisor',
  'reviewer',
  'hr',
  'agency_head',
  'mentor',
  /** Looks at a department's or program's work from outside it. */
  'assessor',
  'stakeholder',
  'representative',
] as const;
export type Role = (typeof ROLES)[number];

/** The languages people can be written to in, by their BCP 47 tag. */
export const LANGUAGES = ['en', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];

export interface Participant {
  /** Chosen by whoever writes the plan; ids, never names, travel in messages and logs. */
  id: ParticipantId;
  role: Role;
  name: string;
  email: string;
  /** What pages and mails speak to this person; the organisation's language when absent. */
  language?: Language;
  /** IANA zone this person reads moments in; the plan's when absent. Days stay the plan's days. */
  timeZone?: string;
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
  /** When the evaluation the plan follows was received: some rules count the days to the plan from it. */
  evaluationReceived?: Day;
  /** Last day of the next full appraisal period: some rules ask that the improvement is held until then. */
  appraisalPeriodEnds?: Day;
}

/** What is asked before a plan is written at all: whether a plan is the right thing (H1). */
export interface Triage {
  /** A plan is for improvement; for conduct there are other procedures. */
  purpose: 'improvement' | 'discipline' | 'misconduct' | 'redundancy';
  /** Whether the employee was told before what is expected. */
  expectationsKnown: boolean;
  /** Whether help was offered before. */
  helpGiven: boolean;
  /** Whether the manager did their own part: met, gave feedback, answered. */
  managerDidTheirPart: boolean;
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

/** One step of an item. A targeted action plan also says by when, who answers for it and what comes of it. */
export interface Action {
  what: string;
  due?: Day;
  responsible?: ParticipantId;
  outcome?: string;
}

/** One action block of the form: what is wrong, what is wanted, what will be done, how it is measured and when. */
export interface Item {
  id: ItemId;
  source: { kind: 'competency'; code: string } | { kind: 'smart_goal'; goal: string };
  /** The rating that put the item on the plan, on the organisation's scale. */
  rating?: number;
  deficiency: string;
  desiredOutcome: string;
  actions: Action[];
  measure: Measure;
  checkIns: CheckInDate[];
  support: Support[];
}

export const FOLLOW_UP_TYPES = [
  /** Both sides rate each item against its benchmark. */
  'progress',
  /** Time with a coach or mentor. */
  'coaching',
  /** A periodic performance review: both sides rate every item. */
  'review',
  'training',
  /** The numbers of every item are reported. */
  'metrics',
  'site_visit',
  /** An expert's assessment. */
  'assessment',
  /** Questions to many stakeholders, read only in sum. */
  'survey',
  /** A light check-in after success. */
  'monitoring',
] as const;
export type FollowUpType = (typeof FOLLOW_UP_TYPES)[number];

/** A follow-up of the whole plan, beside the check-ins of its items; on a check-in's day `progress` gives it an agenda. */
export interface FollowUpDate {
  date: Day;
  type: FollowUpType;
  agenda?: string;
  /** Of a survey: what is asked, each answered on a scale of 1 to 5. */
  questions?: string[];
}

/** What a person submits: everything the plan says, before any rule has been checked. */
export interface PlanDraft {
  title: string;
  /** Rule pack as `id` (its newest version) or `id@version`; the organisation's default when absent. */
  pack?: string;
  /** IANA zone all days of the plan are read in; the organisation's default when absent. */
  timeZone?: string;
  triage?: Triage;
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
  followUps?: FollowUpDate[];
  settings?: {
    /** What happens when the decision clock runs out; the pack's own default when absent. */
    onDecisionOverdue?: { mode: 'escalate_only' } | { mode: 'deem_met'; verifiedBy: string };
  };
}
