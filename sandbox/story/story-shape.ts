import * as z from 'zod';

const TEXT = 'write a text in quotes';
const COUNT = 'write a whole number';
const COUNTS = 'write a count for each, an object in braces';
const LOCAL_TIME = 'write a local time such as 2027-01-19T13:00';
const UTC_TIME = 'write a UTC time such as 2026-12-28T14:00:00Z';

const text = z.string(TEXT);
const named = text.min(1, 'write a name in quotes');
const count = z.int(COUNT);
const counts = z.record(z.string(), count, COUNTS);
const clockTime = z.string(LOCAL_TIME).regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, LOCAL_TIME);
const instant = z.string(UTC_TIME).regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/, UTC_TIME);

const person = {
  at: clockTime,
  who: named,
  /** Words that must be among those the person is turned down with. */
  refused: named.optional(),
};

/** What a person does: opens the newest link they hold for a question and sends the form on its page. */
export const answer = z.strictObject({
  ...person,
  request: text,
  form: z.record(z.string(), text, 'write the fields of the form, an object in braces'),
});

/** Asks for an adjustment from the page of the newest link they hold. */
export const adjustment = z.strictObject({ ...person, adjustment: z.literal(true, 'write true') });

/** Adds words of their own to a question that is answered. */
export const response = z.strictObject({ ...person, respondTo: text, text });

/** What HR does: any command of the API, whose fields are the API's to check. */
export const steer = z.looseObject({
  at: clockTime,
  hr: text.min(1, 'write the type of a command, such as "approve"'),
  /** The problem's code, or the rule, that the API must refuse it with. */
  refused: named.optional(),
});

/** The plan with the parts in `change` replaced whole; a part that is `null` is left out. */
const triedDraft = z.strictObject({
  why: text.min(1, 'write in a few words what is wrong with it'),
  change: z.record(z.string(), z.unknown(), 'write the parts that differ, an object in braces'),
  /** The rule it must be refused by. */
  refused: named,
});

export const storyShape = z.strictObject(
  {
    title: text,
    about: text.optional(),
    /** Where the clock stands when the story begins. */
    clock: instant,
    /** The draft as `POST /api/plans` takes it; the API checks it, not the story. */
    plan: z.looseObject({ timeZone: text }, 'write the draft of the plan, an object in braces'),
    /** Drafts that HR tries first, each the plan with other parts: the rules must refuse them. */
    tried: z.array(triedDraft, 'write the drafts that are refused first, a list in brackets').optional(),
    acts: z.array(z.union([answer, adjustment, response, steer]), 'write what people do, a list in brackets'),
    /** How far the clock runs after the last act; not at all when absent. */
    ends: clockTime.optional(),
    /** What the plan must have come to. Only what is named is compared; counts are of everything that happened. */
    expect: z.strictObject(
      {
        status: text.optional(),
        outcome: text.nullable().optional(),
        advice: z.array(text, 'write the rules of the goal linter, a list in brackets').optional(),
        decisions: z.array(text, 'write the outcomes, a list in brackets').optional(),
        requests: z.record(z.string(), text, 'write how each question ended, an object in braces').optional(),
        attributions: z
          .record(z.string(), text, 'write whose doing each missed check-in was, an object in braces')
          .optional(),
        reminders: count.optional(),
        escalations: count.optional(),
        versions: count.optional(),
        credits: count.optional(),
        tolledDays: count.optional(),
        endDate: text.optional(),
        events: counts.optional(),
        mails: counts.optional(),
      },
      'write what must come of it, an object in braces',
    ),
  },
  'write one object in braces',
);

export type Story = z.infer<typeof storyShape>;
export type Act = Story['acts'][number];
export type TriedDraft = NonNullable<Story['tried']>[number];
export type Expectation = Story['expect'];
