import { expect, test } from 'vitest';
import { play } from '../../sandbox/story/play.ts';
import { boot, eventsOf, example, mails } from '../support/sandbox.ts';
import { missingInHtml, transcript } from '../support/transcript.ts';

/** Whole plans through the front door: HTTP for people, the control API for time. */
test.each(['dc-silence'])('%s is lived as its transcript says, word for word', async (name) => {
  const story = await example(name);
  const sandbox = await boot(story.clock);
  try {
    const played = await play(story, sandbox.url);

    expect(played.differences).toEqual([]);
    expect((await eventsOf(sandbox, played.planId))[0]).toMatchObject({
      type: 'PlanDrafted',
      draft: story.plan,
    });
    for (const mail of await mails(sandbox)) {
      expect(new Set(mail.html.match(/http[^"<\s]+\/l\/[^"<\s]+/g) ?? [])).toEqual(
        new Set(mail.links.filter((link) => link.includes('/l/'))),
      );
      expect(missingInHtml(mail)).toEqual([]);
    }
    expect([sandbox.iam.denied(), sandbox.poisoned()]).toEqual([[], []]);
    await expect(await transcript(sandbox, played.planId)).toMatchFileSnapshot(`expected/${name}.txt`);
  } finally {
    await sandbox.close();
  }
});
