import { readFile } from 'node:fs/promises';
import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';

const clockTime = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, 'Write a local time such as 2027-01-19T13:00.');
const instant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/, 'Write a UTC time such as 2026-12-28T14:00:00Z.');

/** What a person does: opens the newest link they hold for a question and sends the form on its page. */
const answer = z.strictObject({
  at: clockTime,
  who: z.string(),
  request: z.string(),
  form: z.record(z.string(), z.string()),
});

/** What HR does through the API. */
const steer = z.strictObject({
  at: clockTime,
  hr: z.enum(['approve', 'launch', 'withdraw']),
  comment: z.string().optional(),
  reason: z.string().optional(),
});

const storyFile = z.strictObject({
  title: z.string(),
  about: z.string().optional(),
  /** Where the clock stands when the story begins. */
  clock: instant,
  /** The draft as `POST /api/plans` takes it; the API checks it, not the story. */
  plan: z.looseObject({ timeZone: z.string() }),
  acts: z.array(z.union([answer, steer])),
  /** What the plan must have come to. Only what is named is compared; counts are of everything that happened. */
  expect: z.strictObject({
    status: z.string().optional(),
    outcome: z.string().nullable().optional(),
    decisions: z.array(z.string()).optional(),
    requests: z.record(z.string(), z.string()).optional(),
    reminders: z.number().int().optional(),
    escalations: z.number().int().optional(),
    mails: z.record(z.string(), z.number().int()).optional(),
  }),
});

export type Story = z.infer<typeof storyFile>;
export type Act = Story['acts'][number];
export type Expectation = Story['expect'];

/** The story file cannot be played; `message` lists every fault with its place. */
export class BadStory extends Error {}

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
  if (!read.success) throw new BadStory(`${path} is not a story:\n${z.prettifyError(read.error)}`);
  const story = read.data;
  const inOrder = story.acts.every((act, at) => at === 0 || (story.acts[at - 1]?.at ?? '') <= act.at);
  if (!inOrder) throw new BadStory(`${path}: the acts must stand in the order of their times.`);
  return story;
}

/** The moment a wall clock in the plan's zone shows `local`. */
export function instantOf(local: string, timeZone: string): string {
  return Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone).toInstant().toString();
}
