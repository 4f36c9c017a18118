import type { Language } from './draft.ts';
import type { PackTexts } from './pack-texts.ts';
import type { Day, FollowUpType, Role } from './plan.ts';

/** How sure we are of a rule's text: read at the source, in a mirror, in a vendor's or secondary page, or only remembered. */
export type Verification = 'verified' | 'mirror' | 'secondary' | 'recalled' | 'product_default';

export interface CitedRule {
  id: string;
  /** The rule in one plain sentence. */
  says: string;
  citation: string;
  source?: string;
  verification: Verification;
}

/** A value together with the id of the rule it comes from (an entry of the pack's `rules`). */
export interface Setting<T> {
  is: T;
  rule: string;
}

/** A distance in days: `+1bd` (business days), `-3d` (calendar days), `0d`; of acknowledgements also in minutes, `+3min`. */
export type Offset = string;

export interface Competency {
  code: string;
  title: string;
  description: string;
  supervisorsOnly: boolean;
}

export interface Outcome {
  code: string;
  title: string;
  /** Whether the outcome says that the plan was met. */
  met: boolean;
  /** Whether the outcome gives more time instead of closing the plan. */
  extends: boolean;
}

export interface FollowUpKind {
  type: FollowUpType;
  title: string;
  respondents: Role[];
  /** `ratings`: every item against its benchmark; `readings`: a number for every item; `notes`: what was done. */
  asks: 'ratings' | 'readings' | 'notes' | 'questions';
}

export interface Monitoring {
  /** ISO 8601 duration such as `P1Y`, or until the subject's next full appraisal period ends. */
  lasts: string;
  /** What a duration is counted from. */
  from: 'start' | 'close';
  /** Whoever supervises is asked this often whether it still holds; `null` for never. */
  everyDays: number | null;
  /** What a relapse within the time allows, in one sentence. */
  relapse: string;
  /** What is done when the time is over without one. */
  whenOver: string;
}

/** Rules as data: cited, versioned, pinned by each plan. */
export interface RulePack {
  id: string;
  version: string;
  title: string;
  /** Which start dates the version is for; `null` is open-ended. */
  effective: Setting<{ from: Day | null; until: Day | null }>;
  /** Id of the holiday calendar business days are counted on. */
  calendar: string;
  /** Prompts go out at `opens`, deadlines fall at `closes`, local time. */
  workingHours: Setting<{ opens: string; closes: string }>;
  rules: CitedRule[];
  /** What people read of it in other languages than the one it is written in. */
  translations?: Partial<Record<Language, PackTexts>>;
  eligibility: Setting<{ subjectTypes: string[]; excludedProbationaryServiceTypes: string[] }>;
  /** Whether a draft must say that a plan is the right thing: for improvement, after help, expectations known. */
  triage: Setting<boolean>;
  /** A plan must start within this many calendar days of the receipt of the evaluation; `null` when no rule says so. */
  startWithinOfEvaluation: Setting<number | null>;
  /** How many people of each role; a role that is not listed may be filled by any number. */
  participants: Setting<Partial<Record<Role, { min: number; max: number | null }>>>;
  duration: {
    minDays: Setting<number>;
    maxDays: Setting<number>;
    /** Plans and extensions come in steps of this many days; `null` when any length is allowed. */
    incrementDays: Setting<number | null>;
    /** Plan and all extensions together; `null` when there is no cap. */
    maxTotalDays: Setting<number | null>;
  };
  issuer: Setting<{ role: Role; fallback: Role | null }>;
  content: {
    minItems: Setting<number>;
    sources: Setting<('competency' | 'smart_goal')[]>;
    /** Empty when the organisation uses codes of its own: any code is then accepted. */
    competencies: Setting<Competency[]>;
    /** Only items rated below this belong on the plan; `null` when ratings are not used. */
    ratingBelow: Setting<number | null>;
    minActions: Setting<number>;
    checkInsPerItem: Setting<{ min: number; max: number | null }>;
    minPriorCoaching: Setting<number>;
    minEvidence: Setting<number>;
    /** How many promises of help the whole plan makes at least. */
    minSupport: Setting<number>;
    /** What every action must say beside what it is. */
    actionFields: Setting<('due' | 'responsible' | 'outcome')[]>;
  };
  followUps: {
    /** The kinds of follow-up a plan may have: who answers, and what each is asked. */
    types: Setting<FollowUpKind[]>;
    /** From the start to the end no longer than this passes without a follow-up of the type; counted in plans at least that long. */
    cadence: Setting<{ type: FollowUpType; everyDays: number }[]>;
  };
  survey: {
    /** Fewer people than this are not asked, and fewer answers are not shown. */
    minimumGroup: Setting<number>;
  };
  support: {
    /** After the promised day: until when the employee and whoever promised say whether it was delivered. */
    due: Setting<Offset>;
    reminders: Setting<Offset[]>;
  };
  acknowledgement: {
    respondents: Setting<Role[]>;
    /** After the launch. */
    due: Setting<Offset>;
    reminders: Setting<Offset[]>;
    escalateTo: Setting<Role[]>;
    meaning: Setting<string>;
  };
  checkIn: {
    /** All relative to the check-in's day. */
    opens: Setting<Offset>;
    reminders: Setting<Offset[]>;
    missedAfter: Setting<Offset>;
    escalateTo: Setting<Role[]>;
  };
  /** The clock of whatever waits for HR: who missed a check-in, a second look, an adjustment. Relative to the day it is asked. */
  hrTask: {
    due: Setting<Offset>;
    reminders: Setting<Offset[]>;
    escalations: Setting<{ after: Offset; to: Role }[]>;
  };
  tolling: {
    /** Whether approved absence stops the clock and moves every later date. */
    approvedAbsence: Setting<boolean>;
    /** Whether the days a check-in missed by the manager cost are offered back. */
    missedByManager: Setting<boolean>;
    /** Whether targets that count output are scaled for somebody who works fewer hours; HR signs it off. */
    reducedHours: Setting<boolean>;
    /** A pause without an end is brought before HR again after this long. */
    reviewAfter: Setting<Offset>;
  };
  response: {
    /** How long the employee has the draft before launch; `required`: no launch before that is over or waived. */
    draft: Setting<{ window: Offset; required: boolean }>;
    /** How long after a check-in is answered either side may respond to it. */
    checkIn: Setting<Offset>;
    /** How long the employee may respond to a decision that the plan was not met, before it closes the plan; `null` for none. */
    decision: Setting<Offset | null>;
  };
  /** A plan may end early as met once this many days of it have passed; `null` when it may not. */
  earlySuccess: Setting<{ afterDays: number } | null>;
  /** What follows success; `null` for nothing. */
  monitoring: Setting<Monitoring | null>;
  /** How long the record is kept after the plan is over; a number of days is for plans about nobody. */
  retention: Setting<{ years: number } | { days: number }>;
  /** Rules nobody can check for people, said where they matter. */
  shown: Setting<'plan' | 'decision'>[];
  decision: {
    /** Who is asked first; whoever issued the plan stands where the supervisor would. */
    respondents: Setting<Role[]>;
    /** After the end date. */
    due: Setting<Offset>;
    /** Relative to the due day. */
    reminders: Setting<Offset[]>;
    /** Relative to the due day; `mayDecide` also hands over the question. */
    escalations: Setting<{ after: Offset; to: Role; mayDecide: boolean }[]>;
    /** After the last escalation, again and again to these roles until a decision is recorded. */
    repeat: Setting<{ every: Offset; to: Role[] }>;
    onOverdue: Setting<'escalate_only' | 'deem_met'>;
    /** Outcomes that whoever proposes them does not decide, and who may, in this order of asking. */
    separateDecider: Setting<{ outcomes: string[]; roles: Role[] }>;
    /** Whether a decision that says something else than the check-ins did is explained, and looked at again by HR. */
    noSurprise: Setting<boolean>;
    outcomes: Setting<Outcome[]>;
    /** Codes of the outcomes whose written decision may double as notice of the proposed action. */
    mayServeAsNotice: Setting<string[]>;
    reasonsRequiredUnlessMet: Setting<boolean>;
    /** Who gets a copy of the written decision. */
    copiesTo: Setting<Role[]>;
    /** The sentence the employee is told about what a failed plan can lead to. */
    consequence: Setting<string>;
  };
}

/** Where a holiday on a weekend is moved to; `next` is the first day after it that is neither weekend nor holiday. */
export interface Observed {
  saturday: 'friday' | 'next' | 'none';
  sunday: 'monday' | 'next' | 'none';
}

/** One holiday as the law writes it. */
export type HolidayRule = {
  name: string;
  citation: string;
  source?: string;
  verification: Verification;
  /** First year the holiday was kept. */
  from?: number;
  /** When this one holiday is not moved from a weekend as the calendar's others are. */
  observed?: Observed;
} & (
  | { on: { month: number; day: number } }
  /** `nth` 1–4, or -1 for the last; weekday 1 = Monday … 7 = Sunday. */
  | { on: { month: number; weekday: number; nth: number } }
  /** Days from Easter Sunday: -2 is Good Friday. */
  | { on: { easter: number } }
  /** Only every `every` years counted from `since`. */
  | { on: { month: number; day: number }; every: number; since: number }
);

export interface HolidayCalendar {
  id: string;
  title: string;
  /** Days that are never business days, 1 = Monday … 7 = Sunday. */
  weekend: number[];
  /** When a holiday on a weekend is observed on another day. */
  observed: Observed & { citation: string; source?: string; verification: Verification };
  holidays: HolidayRule[];
  /** What a reader should know about how the law was read. */
  notes?: string[];
}

export interface RuleLibrary {
  /** The pack for `id` (newest version) or `id@version`; `undefined` when there is none. */
  pack(ref: string): RulePack | undefined;
  calendar(id: string): HolidayCalendar | undefined;
  list(): RulePack[];
}
