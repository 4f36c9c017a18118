import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { boot, eventsOf, example, launch, mails, stopRunning, until } from '../support/sandbox.ts';

let sandbox: Sandbox;
const story = await example('dc-silence');

beforeAll(async () => {
  sandbox = await boot(story.clock);
});
afterAll(() => sandbox.close());

test('a run killed in mid-wait is replaced by the sweeper, and no mail is repeated or lost', async () => {
  const planId = await launch(sandbox, story);
  await until(sandbox, '2027-03-17T12:00', story);
  const [running] = sandbox.states.overview();
  expect(running).toMatchObject({ name: `${planId}-r1`, status: 'RUNNING', state: 'Await check-in answers' });
  await stopRunning(sandbox);

  await until(sandbox, '2027-04-01T12:00', story);

  const runs = sandbox.states.overview().map(({ name, status, state }) => [name, status, state]);
  expect(runs).toContainEqual([`${planId}-r1`, 'ABORTED', 'Await check-in answers']);
  expect(runs).toContainEqual([`${planId}-r2`, 'RUNNING', 'Await check-in answers']);
  expect(runs).toHaveLength(2);
  const events = await eventsOf(sandbox, planId);
  expect(events.filter((event) => event.type === 'RunRestarted')).toMatchObject([
    { run: 2, because: 'nobody_driving', actor: { kind: 'system', id: 'sweeper' } },
  ]);
  const sent = (await mails(sandbox)).map((mail) => mail.tags.outbox);
  expect(new Set(sent).size).toBe(sent.length);
  const told = events
    .filter((event) => event.requestId === 'check-in-2027-03-16')
    .map(({ type, at }) => [type, at.slice(0, 10)]);
  expect(told).toEqual([
    ['Reminded', '2027-03-16'],
    ['Reminded', '2027-03-17'],
    ['Reminded', '2027-03-19'],
    ['RequestMissed', '2027-03-23'],
    ['Escalated', '2027-03-23'],
  ]);
});
