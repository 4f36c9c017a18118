import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { get } from '../../sandbox/story/http.ts';
import { play } from '../../sandbox/story/play.ts';
import { visit } from '../../sandbox/story/visit.ts';
import { boot, example, mails, stopRunning, table } from '../support/sandbox.ts';

const story = await example('dc-declined');
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await boot(story.clock);
});
afterAll(() => sandbox.close());

/** Follows a link as a scanner does, to the page behind it, with the cookie it is given. */
const follow = async (link: string, method: 'GET' | 'HEAD'): Promise<number[]> =>
  (await visit(link, method)).statuses;

/** What a plan owes next, and whether that moment is past already. */
async function nextDue(planId: string): Promise<{ at: number; isPast: boolean }> {
  const { nextDueAt } = await get<{ nextDueAt: string }>(sandbox.url, `/api/plans/${planId}`);
  return { at: Date.parse(nextDueAt), isPast: Date.parse(nextDueAt) < sandbox.clock.now() };
}

test('GET or HEAD of every link, again and again, leaves the table byte for byte the same, also while a reminder is overdue (SEC-1, INV-5)', async () => {
  // In the middle of the extension, so that open, answered and readable links are all there.
  const { planId } = await play({ ...story, acts: story.acts.slice(0, 14), expect: {} }, sandbox.url);
  // Nobody drives the plan any more, and the sweeper leaves alone what is late by less than ten minutes.
  await stopRunning(sandbox);
  await sandbox.clock.advanceTo((await nextDue(planId)).at + 9 * 60_000);
  expect(await nextDue(planId)).toMatchObject({ isPast: true });
  const links = [...new Set((await mails(sandbox)).flatMap((mail) => mail.links))];
  const before = await table(sandbox);

  const statuses = new Set<string>();
  const scan = async (link: string) => {
    for (let time = 0; time < 2; time++) {
      statuses.add(`GET ${await follow(link, 'GET')}`).add(`HEAD ${await follow(link, 'HEAD')}`);
    }
  };
  await Promise.all(links.map(scan));

  expect(links.length).toBeGreaterThan(10);
  expect([...statuses].filter((status) => status.endsWith('303,303,200')).sort()).toEqual([
    'GET 303,303,200',
    'HEAD 303,303,200',
  ]);
  expect([...statuses].filter((status) => /,5|^\w+ 5/.test(status))).toEqual([]);
  const after = await table(sandbox);
  expect(after.filter((row) => !before.includes(row))).toEqual([]);
  expect(after.join('\n') === before.join('\n')).toBe(true);
  expect(before.length).toBeGreaterThan(60);
  expect(await nextDue(planId)).toMatchObject({ isPast: true });
});
