import { z } from 'zod';
import { parseOffset } from '../../domain/calendar.ts';
import { ROLES } from '../../domain/plan.ts';

const verification = z.enum(['verified', 'mirror', 'secondary', 'recalled', 'product_default']);
const words = z.string().trim().min(1);
const day = z.iso.date();
const role = z.enum(ROLES);
const days = z.int().positive();
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const offset = z.string().refine((text) => {
  parseOffset(text);
  return true;
});
const setting = <T extends z.ZodType>(is: T) => z.strictObject({ is, rule: words });

/** A rule pack, field by field; anything it does not know is refused. */
export const rulePack = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  version: z.string().regex(/^\d[\d.-]*$/),
  title: words,
  effective: setting(z.strictObject({ from: day.nullable(), until: day.nullable() })),
  calendar: words,
  workingHours: setting(z.strictObject({ opens: time, closes: time })),
  rules: z
    .array(
      z.strictObject({
        id: z.string().regex(/^(D\d+|P-[A-Z-]+)$/),
        says: words,
        citation: words,
        source: z.url().optional(),
        verification,
      }),
    )
    .min(1),
  eligibility: setting(
    z.strictObject({
      subjectTypes: z.array(z.enum(['employee', 'department', 'program'])).min(1),
      excludedProbationaryServiceTypes: z.array(words),
    }),
  ),
  participants: setting(
    z.record(role, z.strictObject({ min: z.int().nonnegative(), max: z.int().positive().nullable() })),
  ),
  duration: z.strictObject({
    minDays: setting(days),
    maxDays: setting(days),
    incrementDays: setting(days.nullable()),
    maxTotalDays: setting(days.nullable()),
  }),
  issuer: setting(z.strictObject({ role, fallback: role.nullable() })),
  content: z.strictObject({
    minItems: setting(z.int().positive()),
    sources: setting(z.array(z.enum(['competency', 'smart_goal'])).min(1)),
    competencies: setting(
      z.array(
        z.strictObject({ code: words, title: words, description: words, supervisorsOnly: z.boolean() }),
      ),
    ),
    ratingBelow: setting(z.number().nullable()),
    minActions: setting(z.int().positive()),
    checkInsPerItem: setting(z.strictObject({ min: z.int().positive(), max: days.nullable() })),
    minPriorCoaching: setting(z.int().nonnegative()),
  }),
  acknowledgement: z.strictObject({
    respondents: setting(z.array(role).min(1)),
    due: setting(offset),
    reminders: setting(z.array(offset).min(1)),
    escalateTo: setting(z.array(role).min(1)),
    meaning: setting(words),
  }),
  checkIn: z.strictObject({
    respondents: setting(z.array(role).min(1)),
    opens: setting(offset),
    reminders: setting(z.array(offset).min(1)),
    missedAfter: setting(offset),
    escalateTo: setting(z.array(role).min(1)),
  }),
  decision: z.strictObject({
    respondents: setting(z.array(role).min(1)),
    due: setting(offset),
    reminders: setting(z.array(offset).min(1)),
    escalations: setting(z.array(z.strictObject({ after: offset, to: role, mayDecide: z.boolean() })).min(1)),
    repeat: setting(z.strictObject({ every: offset, to: z.array(role).min(1) })),
    onOverdue: setting(z.enum(['escalate_only', 'deem_met'])),
    outcomes: setting(
      z.array(
        z.strictObject({
          code: words,
          title: words,
          met: z.boolean(),
          extends: z.boolean(),
        }),
      ),
    ),
    mayServeAsNotice: setting(z.array(words)),
    reasonsRequiredUnlessMet: setting(z.boolean()),
    copiesTo: setting(z.array(role).min(1)),
    consequence: setting(words),
  }),
});

const month = z.int().min(1).max(12);
const weekday = z.int().min(1).max(7);
const observed = {
  saturday: z.enum(['friday', 'none']),
  sunday: z.enum(['monday', 'none']),
};

/** A holiday calendar, field by field. */
export const holidayCalendar = z.strictObject({
  id: words,
  title: words,
  weekend: z.array(weekday).max(6),
  observed: z.strictObject({ ...observed, citation: words, source: z.url().optional(), verification }),
  holidays: z.array(
    z
      .strictObject({
        name: words,
        on: z.union([
          z.strictObject({ month, day: z.int().min(1).max(31) }),
          z.strictObject({ month, weekday, nth: z.literal([-1, 1, 2, 3, 4]) }),
        ]),
        every: days.optional(),
        since: days.optional(),
        from: days.optional(),
        observed: z.strictObject(observed).optional(),
        citation: words,
        source: z.url().optional(),
        verification,
      })
      .refine((holiday) => (holiday.every === undefined) === (holiday.since === undefined)),
  ),
  notes: z.array(words).optional(),
});
