import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ruleLibrary } from '../../adapters/packs.ts';
import { play } from '../../sandbox/story/play.ts';
import { readStory } from '../../sandbox/story/story-file.ts';
import { capturedLogs } from '../functions/logs.ts';
import { quickApp } from '../support/quick-app.ts';

capturedLogs();

const FILES = readdirSync('examples').filter((file) => file.endsWith('.json'));

test.each(FILES)('%s is lived as it says', async (file) => {
  const story = await readStory(`examples/${file}`);
  const app = await quickApp(story.clock);
  try {
    expect((await play(story, app.url)).differences).toEqual([]);
  } finally {
    await app.close();
  }
});

test('every rule pack has an example', async () => {
  const stories = await Promise.all(FILES.map((file) => readStory(`examples/${file}`)));
  const lived = new Set(stories.map(({ plan }) => plan.pack));
  expect(
    ruleLibrary()
      .list()
      .map(({ id }) => id)
      .filter((id) => !lived.has(id)),
  ).toEqual([]);
});
