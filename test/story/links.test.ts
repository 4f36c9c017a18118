import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { play } from '../../sandbox/story/play.ts';
import { boot, example, mails, table } from '../support/sandbox.ts';

const story = await example('dc-declined');
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await boot(story.clock);
});
afterAll(() => sandbox.close());

/** Follows a link as a scanner does, to the page behind it, with the cookie it is given. */
async function follow(link: string, method: 'GET' | 'HEAD'): Promise<number[]> {
  const arrival = await fetch(link, { method, redirect: 'manual' });
  const location = arrival.headers.get('location');
  if (!location) return [arrival.status];
  const cookie = arrival.headers
    .getSetCookie()
    .map((set) => set.split(';')[0])
    .join('; ');
  const page = await fetch(new URL(location, link), { method, headers: { cookie } });
  return [arrival.status, page.status];
}

test('GET or HEAD of every link, ten times, leaves the table byte for byte the same (SEC-1, INV-5)', async () => {
  // In the middle of the extension, so that open, answered and readable links are all there.
  await play({ ...story, acts: story.acts.slice(0, 14), expect: {} }, sandbox.url);
  const links = [...new Set((await mails(sandbox)).flatMap((mail) => mail.links))];
  const before = await table(sandbox);

  const statuses = new Set<string>();
  for (const link of links) {
    for (let time = 0; time < 10; time++) {
      statuses.add(`GET ${await follow(link, 'GET')}`).add(`HEAD ${await follow(link, 'HEAD')}`);
    }
  }

  expect(links.length).toBeGreaterThan(10);
  expect([...statuses].filter((status) => status.endsWith('303,200')).sort()).toEqual([
    'GET 303,200',
    'HEAD 303,200',
  ]);
  const after = await table(sandbox);
  expect(after.filter((row) => !before.includes(row))).toEqual([]);
  expect(after.join('\n') === before.join('\n')).toBe(true);
  expect(before.length).toBeGreaterThan(60);
});
