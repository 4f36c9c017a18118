import { readFile } from 'node:fs/promises';
import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';

const TEXT = 'write a text in quotes';
const COUNT = 'write a whole number';
const LOCAL_TIME = 'write a local time such as 2027-01-19T13:00';
const UTC_TIME = 'write a UTC time such as 2026-12-28T14:00:00Z';

const text = z.string(TEXT);
const count = z.int(COUNT);
const clockTime = z.string(LOCAL_TIME).regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, LOCAL_TIME);
const instant = z.string(UTC_TIME).regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/, UTC_TIME);

/** What a person does: opens the newest link they hold for a question and sends the form on its page. */
const answer = z.strictObject({
  at: clockTime,
  who: text,
  request: text,
  form: z.record(z.string(), text, 'write the fields of the form, an object in braces'),
});

/** What HR does through the API. */
const steer = z.strictObject({
  at: clockTime,
  hr: z.enum(['approve', 'launch', 'withdraw'], 'write one of approve, launch, withdraw'),
  comment: text.optional(),
  reason: text.optional(),
});

const storyFile = z.strictObject(
  {
    title: text,
    about: text.optional(),
    /** Where the clock stands when the story begins. */
    clock: instant,
    /** The draft as `POST /api/plans` takes it; the API checks it, not the story. */
    plan: z.looseObject({ timeZone: text }, 'write the draft of the plan, an object in braces'),
    acts: z.array(z.union([answer, steer]), 'write what people do, a list in brackets'),
    /** What the plan must have come to. Only what is named is compared; counts are of everything that happened. */
    expect: z.strictObject(
      {
        status: text.optional(),
        outcome: text.nullable().optional(),
        decisions: z.array(text, 'write the outcomes, a list in brackets').optional(),
        requests: z.record(z.string(), text, 'write how each question ended, an object in braces').optional(),
        reminders: count.optional(),
        escalations: count.optional(),
        mails: z
          .record(z.string(), count, 'write a count for each participant, an object in braces')
          .optional(),
      },
      'write what must come of it, an object in braces',
    ),
  },
  'write one object in braces',
);

export type Story = z.infer<typeof storyFile>;
export type Act = Story['acts'][number];
export type Expectation = Story['expect'];

/** The story file cannot be played; `message` lists every fault with its place. */
export class BadStory extends Error {}

const READ_MORE = 'The fields of a story are explained in docs/reference/story-file.md.';

/** Each fault as `  <place>: <what to do>`. */
function faultsIn(issue: z.core.$ZodIssue, given: unknown): string[] {
  const line = (path: PropertyKey[], words: string) => `  ${path.join('.') || 'the file'}: ${words}`;
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) =>
      line([...issue.path, key], 'there is no such field here; leave it out, or correct its name'),
    );
  if (issue.code !== 'invalid_union') return [line(issue.path, issue.message)];
  const act = issue.path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown>)[key], given);
  const has = (name: string) => typeof act === 'object' && act !== null && name in act;
  const meant = has('hr') ? 1 : ['who', 'request', 'form'].some(has) ? 0 : undefined;
  if (meant === undefined)
    return [line(issue.path, 'say who acts (who, with request and form), or what HR does (hr)')];
  return (issue.errors[meant] ?? []).flatMap((inner) =>
    faultsIn({ ...inner, path: [...issue.path, ...inner.path] } as z.core.$ZodIssue, given),
  );
}

/** Reads and checks a story file. */
export async function readStory(path: string): Promise<Story> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new BadStory(`There is no file ${path}.`);
  });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new BadStory(`${path} is not JSON: ${(error as Error).message}`);
  }
  const read = storyFile.safeParse(json);
  if (!read.success) {
    const faults = read.error.issues.flatMap((issue) => faultsIn(issue, json));
    throw new BadStory([`${path} is not a story:`, ...faults, READ_MORE].join('\n'));
  }
  const story = read.data;
  const inOrder = story.acts.every((act, at) => at === 0 || (story.acts[at - 1]?.at ?? '') <= act.at);
  if (!inOrder) throw new BadStory(`${path}: the acts must stand in the order of their times.`);
  return story;
}

/** The moment a wall clock in the plan's zone shows `local`. */
export function instantOf(local: string, timeZone: string): string {
  return Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone).toInstant().toString();
}
