import { z } from 'zod';
import { FOLLOW_UP_TYPES, ROLES } from '../domain/draft.ts';

const words = z.string().trim().min(1).describe('a text that is not empty');
const day = z.iso.date().describe('a day, written YYYY-MM-DD');
const role = z.literal(ROLES);
const days = z.int().positive().describe('a number of days, at least 1');
const count = z.int().nonnegative().describe('a whole number, 0 or more');
const time = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .describe('a time of day, written HH:MM');
const offset = z
  .string()
  .regex(/^(0|[+-]\d{1,4})(bd|d)$/)
  .describe('a distance in days: +5bd (business days), -3d (calendar days) or 0d');
/** Minutes are for canaries: nobody signs by a stopwatch. */
const soon = z
  .string()
  .regex(/^(\+\d{1,4}min|(0|[+-]\d{1,4})(bd|d))$/)
  .describe('a distance in days, such as +5bd, or in minutes: +5min');
const address = z.url({ protocol: /^https?$/ }).describe('an address beginning with https:// or http://');
const followUpType = z.literal(FOLLOW_UP_TYPES);
const roles = z.array(role).min(1).describe('a list of at least one role');
const offsets = z.array(offset).min(1).describe('a list of at least one distance in days, such as +2bd');
const setting = <T extends z.ZodType>(is: T) =>
  z
    .strictObject({ is, rule: words.describe('the id of a rule that this pack lists') })
    .describe('a value, and the id of the rule it comes from: {"is": …, "rule": "…"}');

export const citedRule = z.strictObject({
  id: z
    .string()
    .regex(/^((D|U|LS|F|C|M|L|H|E|R|A|S|UK)\d+|P-[A-Z0-9]+(-[A-Z0-9]+)*)$/)
    .describe('a letter code with a number, such as D4; or P- and a name in capitals for a rule of your own'),
  says: words,
  citation: words,
  source: address.optional(),
  verification: z.literal(['verified', 'mirror', 'secondary', 'recalled', 'product_default']),
});

const byCode = <T extends z.ZodType>(entry: T) => z.record(z.string(), entry).optional();
const texts = z.strictObject({
  outcomes: byCode(words),
  competencies: byCode(z.strictObject({ title: words.optional(), description: words.optional() })),
  meaning: words.optional(),
  consequence: words.optional(),
  rules: byCode(words),
});

const own = {
  id: z
    .string()
    .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
    .describe('lowercase letters, digits and hyphens'),
  version: z
    .string()
    .regex(/^\d[\d.-]*$/)
    .describe('a number or a month, such as 1 or 2024-12'),
  title: words,
  effective: setting(z.strictObject({ from: day.nullable(), until: day.nullable() })),
  calendar: words.describe('the id of a holiday calendar'),
  translations: z
    .strictObject({ es: texts.optional() })
    .optional()
    .describe('what people read of the pack, in other languages'),
  $schema: z.string().optional().describe('where this schema is, for editors'),
};

const settings = {
  workingHours: setting(z.strictObject({ opens: time, closes: time })),
  eligibility: setting(
    z.strictObject({
      subjectTypes: z.array(z.literal(['employee', 'department', 'program'])).min(1),
      excludedProbationaryServiceTypes: z.array(words),
    }),
  ),
  triage: setting(z.boolean()),
  startWithinOfEvaluation: setting(days.nullable()),
  participants: setting(z.partialRecord(role, z.strictObject({ min: count, max: count.nullable() }))),
  issuer: setting(z.strictObject({ role, fallback: role.nullable() })),
  earlySuccess: setting(z.strictObject({ afterDays: days }).nullable()),
  monitoring: setting(
    z
      .strictObject({
        lasts: z
          .string()
          .regex(/^(P(?=\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?|appraisal_period)$/)
          .describe('an ISO 8601 duration in days or longer, such as P1Y; or appraisal_period'),
        from: z.literal(['start', 'close']),
        everyDays: days.nullable(),
        relapse: words,
        whenOver: words,
      })
      .nullable(),
  ),
  // Days are for canaries: the record of a person's plan is kept for years.
  retention: setting(z.union([z.strictObject({ years: z.int().positive() }), z.strictObject({ days })])),
};

const groups = {
  duration: {
    minDays: setting(days),
    maxDays: setting(days),
    incrementDays: setting(days.nullable()),
    maxTotalDays: setting(days.nullable()),
  },
  content: {
    minItems: setting(z.int().positive()),
    sources: setting(z.array(z.literal(['competency', 'smart_goal'])).min(1)),
    competencies: setting(
      z.array(
        z.strictObject({ code: words, title: words, description: words, supervisorsOnly: z.boolean() }),
      ),
    ),
    ratingBelow: setting(z.number().nullable()),
    minActions: setting(z.int().positive()),
    checkInsPerItem: setting(z.strictObject({ min: z.int().positive(), max: days.nullable() })),
    minPriorCoaching: setting(count),
    minEvidence: setting(count),
    minSupport: setting(count),
    actionFields: setting(z.array(z.literal(['due', 'responsible', 'outcome']))),
  },
  followUps: {
    types: setting(
      z
        .array(
          z.strictObject({
            type: followUpType,
            title: words,
            respondents: roles,
            asks: z.literal(['ratings', 'readings', 'notes', 'questions']),
          }),
        )
        .min(1),
    ),
    cadence: setting(z.array(z.strictObject({ type: followUpType, everyDays: days }))),
  },
  survey: { minimumGroup: setting(z.int().min(3).describe('a whole number, at least 3')) },
  support: { due: setting(offset), reminders: setting(offsets) },
  acknowledgement: {
    respondents: setting(roles),
    due: setting(soon),
    reminders: setting(z.array(soon).min(1).describe('a list of at least one distance, such as +2bd')),
    escalateTo: setting(roles),
    meaning: setting(words),
  },
  checkIn: {
    opens: setting(offset),
    reminders: setting(offsets),
    missedAfter: setting(offset),
    escalateTo: setting(roles),
  },
  hrTask: {
    due: setting(offset),
    reminders: setting(offsets),
    escalations: setting(z.array(z.strictObject({ after: offset, to: role })).min(1)),
  },
  tolling: {
    approvedAbsence: setting(z.boolean()),
    missedByManager: setting(z.boolean()),
    reducedHours: setting(z.boolean()),
    reviewAfter: setting(offset),
  },
  response: {
    draft: setting(z.strictObject({ window: offset, required: z.boolean() })),
    checkIn: setting(offset),
    decision: setting(offset.nullable()),
  },
  decision: {
    respondents: setting(roles),
    due: setting(offset),
    reminders: setting(offsets),
    escalations: setting(z.array(z.strictObject({ after: offset, to: role, mayDecide: z.boolean() })).min(1)),
    repeat: setting(z.strictObject({ every: offset, to: roles })),
    onOverdue: setting(z.literal(['escalate_only', 'deem_met'])),
    separateDecider: setting(z.strictObject({ outcomes: z.array(words), roles })),
    noSurprise: setting(z.boolean()),
    outcomes: setting(
      z.array(z.strictObject({ code: words, title: words, met: z.boolean(), extends: z.boolean() })).min(2),
    ),
    mayServeAsNotice: setting(z.array(words)),
    reasonsRequiredUnlessMet: setting(z.boolean()),
    copiesTo: setting(roles),
    consequence: setting(words),
  },
};

const shown = z.array(setting(z.literal(['plan', 'decision'])));
const each = <T extends z.ZodType>(of: (shape: z.ZodRawShape) => T): Record<string, T> =>
  Object.fromEntries(Object.entries(groups).map(([name, shape]) => [name, of(shape)]));

/** A pack that says everything itself, field by field; anything it does not know is refused. */
export const wholePack = z.strictObject({
  ...own,
  rules: z.array(citedRule).min(1),
  ...settings,
  ...each((shape) => z.strictObject(shape)),
  shown,
});

/** A pack file that extends another: only its own name and what differs. */
export const differentPack = z.strictObject({
  ...own,
  extends: z
    .string()
    .regex(/^[a-z0-9-]+@[\d.-]+$/)
    .describe('the id and the version of a pack, such as general@1'),
  rules: z.array(citedRule).optional(),
  ...z.strictObject(settings).partial().shape,
  ...each((shape) => z.strictObject(shape).partial().optional()),
  shown: shown.optional(),
});

/** The published JSON Schema of a pack file, for editors and other tools. */
export function packJsonSchema(): object {
  return {
    ...z.toJSONSchema(z.union([differentPack, wholePack])),
    title: 'PIP Follow-Up rule pack',
    description:
      'What one employer’s rules say, as data. A pack that extends another gives only what differs: settings are replaced whole, rules are merged by their id. That rules, roles, outcomes and calendars exist is checked by `npm run packs -- check FILE.json`.',
  };
}

const month = z.int().min(1).max(12);
const weekday = z.int().min(1).max(7);
const observed = {
  saturday: z.literal(['friday', 'next', 'none']),
  sunday: z.literal(['monday', 'next', 'none']),
};
const citation = { citation: words, source: address.optional(), verification: citedRule.shape.verification };

/** A holiday calendar, field by field. */
export const holidayCalendar = z.strictObject({
  id: words,
  title: words,
  weekend: z.array(weekday).max(6),
  observed: z.strictObject({ ...observed, ...citation }),
  holidays: z.array(
    z
      .strictObject({
        name: words,
        on: z.union([
          z.strictObject({ month, day: z.int().min(1).max(31) }),
          z.strictObject({ month, weekday, nth: z.literal([-1, 1, 2, 3, 4]) }),
          z.strictObject({ easter: z.int().min(-63).max(63) }),
        ]),
        every: days.optional(),
        since: days.optional(),
        from: days.optional(),
        observed: z.strictObject(observed).optional(),
        ...citation,
      })
      .refine((holiday) => (holiday.every === undefined) === (holiday.since === undefined)),
  ),
  notes: z.array(words).optional(),
});
