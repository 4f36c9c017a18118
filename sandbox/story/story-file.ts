import { readFile } from 'node:fs/promises';
import { Temporal } from 'temporal-polyfill';
import type * as z from 'zod';
import { type Story, storyShape } from './story-shape.ts';

export type { Act, Expectation, Story, TriedDraft } from './story-shape.ts';

/** The story file cannot be played; `message` lists every fault with its place. */
export class BadStory extends Error {}

const READ_MORE = 'The fields of a story are explained in docs/reference/story-file.md.';
const WHO_ACTS =
  'say who acts (who, with request and form, respondTo and text, or adjustment), or what HR does (hr)';

/** Which kind of act somebody meant, by a field that only this kind has; in the order of the shape's kinds. */
const MARKS: readonly string[][] = [['request', 'form'], ['adjustment'], ['respondTo'], ['hr']];

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
  const meant = MARKS.findIndex((marks) => marks.some(has));
  if (meant < 0) return [line(issue.path, WHO_ACTS)];
  return (issue.errors[meant] ?? []).flatMap((inner) =>
    faultsIn({ ...inner, path: [...issue.path, ...inner.path] } as z.core.$ZodIssue, given),
  );
}

/** Reads and checks a story file. @throws BadStory */
export async function readStory(path: string): Promise<Story> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new BadStory(`There is no file ${path}.`);
  });
  return storyIn(text, path);
}

/** Checks the text of a story file; `path` is what its faults are said of. @throws BadStory */
export function storyIn(text: string, path: string): Story {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new BadStory(`${path} is not JSON: ${(error as Error).message}`);
  }
  const read = storyShape.safeParse(json);
  if (!read.success) {
    const faults = read.error.issues.flatMap((issue) => faultsIn(issue, json));
    throw new BadStory([`${path} is not a story:`, ...faults, READ_MORE].join('\n'));
  }
  const story = read.data;
  const moments = [...story.acts.map(({ at }) => at), ...(story.ends ? [story.ends] : [])];
  const inOrder = moments.every((at, index) => index === 0 || (moments[index - 1] ?? '') <= at);
  if (!inOrder)
    throw new BadStory(`${path}: the acts must stand in the order of their times, and none after the end.`);
  return story;
}

/** The moment a wall clock in the plan's zone shows `local`. */
export function instantOf(local: string, timeZone: string): string {
  return Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone).toInstant().toString();
}
