import { afterEach, beforeAll, expect, test } from 'vitest';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { get } from '../../sandbox/story/http.ts';
import { synthesize } from '../support/assembly.ts';
import { boot, eventsOf, example, launch, mails, stopRunning, until } from '../support/sandbox.ts';

let sandbox: Sandbox;
const story = await example('dc-silence');
const MINUTE = 60_000;

beforeAll(() => synthesize());
afterEach(() => sandbox.close());

/** When the plan was given a new run, and by whom. */
const restarts = async (planId: string) =>
  (await eventsOf(sandbox, planId)).filter((event) => event.type === 'RunRestarted');

const minutesAfter = (due: string, at: string | undefined): number =>
  (Date.parse(`${at}`) - Date.parse(due)) / MINUTE;

test('a run killed in mid-wait is replaced by the sweeper, and no mail is repeated or lost', async () => {
  sandbox = await boot(story.clock);
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
  const [restart, ...others] = await restarts(planId);
  expect(restart).toMatchObject({
    run: 2,
    because: 'nobody_driving',
    actor: { kind: 'system', id: 'sweeper' },
  });
  expect(others).toEqual([]);
  const late = minutesAfter('2027-03-19T13:00:00Z', restart?.at);
  expect(late > 0 && late <= 30).toBe(true);
  const sent = (await mails(sandbox)).map((mail) => mail.tags.outbox);
  expect(new Set(sent).size).toBe(sent.length);
  const told = (await eventsOf(sandbox, planId))
    .filter((event) => event.requestId === 'check-in-2027-03-16')
    .map(({ type, at }) => [type, at]);
  expect(told).toEqual([
    ['Reminded', '2027-03-16T13:00:00Z'],
    ['Reminded', '2027-03-17T13:00:00Z'],
    ['Reminded', restart?.at],
    ['RequestMissed', '2027-03-23T21:00:00Z'],
    ['Escalated', '2027-03-23T21:00:00Z'],
  ]);
});

test('the same with every run of the sweeper made, none left out', async () => {
  sandbox = await boot(story.clock, { scheduleEvery: 'PT0S' });
  const planId = await launch(sandbox, story);
  await stopRunning(sandbox);
  const { nextDueAt } = await get<{ nextDueAt: string }>(sandbox.url, `/api/plans/${planId}`);

  await sandbox.clock.advanceTo(Date.parse(nextDueAt) + 60 * MINUTE);

  const found = await restarts(planId);
  expect(found).toHaveLength(1);
  const late = minutesAfter(nextDueAt, found[0]?.at);
  expect(late > 0 && late <= 30).toBe(true);
  const reminded = (await eventsOf(sandbox, planId)).filter((event) => event.type === 'Reminded');
  expect(reminded.map(({ at }) => at)).toEqual([found[0]?.at]);
});
