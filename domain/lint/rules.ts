/** One thing a plan can be better at; nothing is refused for it. */
export interface LintRule {
  id: string;
  says: string;
  why: string;
  /** Where the rule is from; ids such as H6 are those of the rule packs. */
  source: string;
}

/** Something worth another look. */
export interface Warning {
  /** JSON pointer into the draft. */
  field: string;
  rule: LintRuleId;
  /** Why it matters and how to write it better. */
  message: string;
  /** The words it is about, as they are written. */
  found?: string;
}

const SMART = 'SMART goals: specific, measurable, achievable, relevant, time-bound (Doran, 1981)';

export const LINT_RULES = [
  {
    id: 'G-TRIAGE',
    says: 'Before a plan the employee knew what is expected and was offered help, and the manager did their part.',
    why: 'A plan for what nobody said, helped with or looked after asks the wrong person to improve.',
    source: 'SHRM, how to establish a performance improvement plan: what HR asks before one is written (H1)',
  },
  {
    id: 'G-VERB',
    says: 'Actions say what is done, with a verb a second person can see; desired outcomes and goals say more than "better".',
    why: 'Whether somebody tried, understood or improved is an opinion; whether a file was sent is not.',
    source: `${SMART}; concrete, measurable steps (D2)`,
  },
  {
    id: 'G-NUMBER',
    says: 'The measure says what is counted, and in which unit.',
    why: 'A number without a name and a unit is read differently by each side.',
    source: SMART,
  },
  {
    id: 'G-SOURCE',
    says: 'The item or the evidence says where its number is from: a report, a log, a sample, a survey.',
    why: 'Two people who count from two places find two numbers.',
    source: `${SMART}; substantiated with dates and data (H1)`,
  },
  {
    id: 'G-TARGET',
    says: 'The target differs from the baseline and lies the way the measure should move.',
    why: 'Otherwise nothing would have to change, or the wrong thing.',
    source: SMART,
  },
  {
    id: 'G-DATE',
    says: 'Every item is looked at on a day, and its goal or its last benchmark says by when the target is reached.',
    why: 'What has no date cannot be late, and cannot be done in time either.',
    source: SMART,
  },
  {
    id: 'G-WAY',
    says: 'Benchmarks lead from the baseline to the target and never back.',
    why: 'A benchmark that turns back says that less is expected than before.',
    source: SMART,
  },
  {
    id: 'G-PACE',
    says: 'The first benchmark is not yet the target and comes after a working week; with three check-ins or more no step is longer than half of the way.',
    why: 'A plan is a real chance to improve: nobody makes most of the way at once, in a few days.',
    source: `${SMART}; an opportunity to demonstrate an improvement (D16)`,
  },
  {
    id: 'G-PERCENT',
    says: 'A rate in percent stays between 0 and 100.',
    why: 'More than all of something, or less than none, is a slip of the pen.',
    source: 'PIP Follow-Up default',
  },
  {
    id: 'G-PERFECT',
    says: 'A target leaves room for a mistake: less than 100 percent, more than none.',
    why: 'One slip fails the plan, however much has improved, and others are seldom held to it.',
    source: SMART,
  },
  {
    id: 'G-CHARACTER',
    says: 'The plan says what was done or left undone, not what somebody is like.',
    why: 'Character cannot be measured, is hurtful to read, and invites a quarrel about words.',
    source: 'SHRM, how to establish a performance improvement plan: HR removes emotion and unfairness (H2)',
  },
  {
    id: 'G-ABSOLUTE',
    says: 'The plan says how often, not always, never or without a single error; a share of what is free of errors is fine.',
    why: 'One exception disproves the claim, or fails the demand.',
    source: SMART,
  },
  {
    id: 'G-HEARSAY',
    says: 'The plan says what is on record, not what somebody heard, guessed or felt.',
    why: 'Nobody can answer what nobody stands for.',
    source: 'Booz Allen guide: no quotes, speculation or hearsay (H6); dated examples (H5)',
  },
  {
    id: 'G-QUOTE',
    says: 'The plan tells what happened in its own words, without direct quotes.',
    why: 'A quote out of its context is disputed, and may give away who said it.',
    source: 'Booz Allen guide: no quotes, speculation or hearsay (H6)',
  },
  {
    id: 'G-PROTECTED',
    says: 'The plan leaves out age, origin, religion, sex, pregnancy, family, disability and union activity.',
    why: 'None of it says how work was done, and a plan that mentions it reads as if it were about that.',
    source: 'Laws the EEOC enforces (Title VII, ADEA, ADA, PWFA, GINA) and its guidance (L3); NLRA section 7',
  },
  {
    id: 'G-MEDICAL',
    says: 'The plan leaves out illness, treatment and health.',
    why: 'Medical facts are kept on other forms in another file; supervisors learn only of restrictions.',
    source: '29 CFR 1630.14, as the EEOC reads it (L4)',
  },
] as const satisfies readonly LintRule[];
export type LintRuleId = (typeof LINT_RULES)[number]['id'];
