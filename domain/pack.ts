import type { Day, Role } from './plan.ts';

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

/** A distance in days: `+1bd` (business days), `-3d` (calendar days), `0d`. */
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
  eligibility: Setting<{ subjectTypes: string[]; excludedProbationaryServiceTypes: string[] }>;
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
    respondents: Setting<Role[]>;
    /** All relative to the check-in's day. */
    opens: Setting<Offset>;
    reminders: Setting<Offset[]>;
    missedAfter: Setting<Offset>;
    escalateTo: Setting<Role[]>;
  };
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

/** One holiday as the law writes it. */
export type HolidayRule = {
  name: string;
  citation: string;
  source?: string;
  verification: Verification;
  /** First year the holiday was kept. */
  from?: number;
  /** When this one holiday is not moved from a weekend as the calendar's others are. */
  observed?: { saturday: 'friday' | 'none'; sunday: 'monday' | 'none' };
} & (
  | { on: { month: number; day: number } }
  /** `nth` 1–4, or -1 for the last; weekday 1 = Monday … 7 = Sunday. */
  | { on: { month: number; weekday: number; nth: number } }
  /** Only every `every` years counted from `since`. */
  | { on: { month: number; day: number }; every: number; since: number }
);

export interface HolidayCalendar {
  id: string;
  title: string;
  /** Days that are never business days, 1 = Monday … 7 = Sunday. */
  weekend: number[];
  /** When a holiday on a weekend is observed on another day. */
  observed: {
    saturday: 'friday' | 'none';
    sunday: 'monday' | 'none';
    citation: string;
    source?: string;
    verification: Verification;
  };
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
