import { z } from 'zod';
import { get, post } from '../story/http.ts';
import { differences, outcomeOf } from '../story/outcome.ts';
import { describe, perform } from '../story/perform.ts';
import { instantOf, type Story, storyIn } from '../story/story-file.ts';
import type { Playing } from './desk.ts';

const Several = z.object({ scenario: z.literal(1), stories: z.array(z.unknown()).min(1) });

/** The stories in a file: one story, or all those of a sandbox. @throws BadStory naming every fault with its place */
export const storiesIn = (text: string): Story[] => {
  const one = (story: unknown, index?: number) =>
    storyIn(JSON.stringify(story), index === undefined ? 'The file' : `Story ${index + 1} of the file`);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return [storyIn(text, 'The file')];
  }
  const several = Several.safeParse(json);
  return several.success ? several.data.stories.map(one) : [one(json)];
};

interface Step {
  at: number;
  what: string;
  run(): Promise<void>;
}

/** Everything that has to be done for a story, in order; `planned` is told the id that its plan got. */
const stepsOf = (story: Story, base: string, faults: string[]): Step[] => {
  const { timeZone, title } = story.plan as Story['plan'] & { title?: string };
  let planId: string | undefined;
  let advice: string[] = [];
  const named = (what: string): string => `${what} (${title ?? story.title})`;
  const settle = () => post(base, '/_sandbox/clock', { advance: 'PT0S' });
  const drafting: Step = {
    at: Date.parse(story.clock),
    what: named('HR drafts the plan'),
    run: async () => {
      const drafted = await post<{ planId: string; warnings?: { rule: string }[] }>(
        base,
        '/api/plans',
        story.plan,
      );
      planId = drafted.planId;
      advice = [...new Set((drafted.warnings ?? []).map(({ rule }) => rule))].sort();
    },
  };
  const acts = story.acts.map(
    (act): Step => ({
      at: Date.parse(instantOf(act.at, timeZone)),
      what: named(describe(act)),
      run: async () => {
        if (!planId) return;
        await perform(act, planId, base);
        await settle();
      },
    }),
  );
  const last = acts.at(-1)?.at ?? drafting.at;
  const ending: Step = {
    at: story.ends ? Date.parse(instantOf(story.ends, timeZone)) : last,
    what: named('The clock runs on to the end'),
    run: async () => {
      if (!planId) return;
      faults.push(...differences(story.expect, await outcomeOf(base, planId, advice)).map(named));
    },
  };
  return [drafting, ...acts, ending];
};

/**
 * Plays stories at the same time in the sandbox at `base`, and tells `playing` how far it is. What cannot be done is
 * said there, and the rest goes on.
 */
export const playScenario = async (
  stories: readonly Story[],
  base: string,
  playing: Playing,
): Promise<void> => {
  const steps = stories.flatMap((story) => stepsOf(story, base, playing.faults)).sort((a, b) => a.at - b.at);
  playing.total = steps.length;
  for (const { at, what, run } of steps) {
    playing.what = what;
    try {
      const { now } = await get<{ now: string }>(base, '/_sandbox/clock');
      if (at > Date.parse(now)) await post(base, '/_sandbox/clock', { to: new Date(at).toISOString() });
      await run();
    } catch (error) {
      playing.faults.push(`${what}: ${error instanceof Error ? error.message : String(error)}`);
    }
    playing.done += 1;
  }
  playing.over = true;
};
