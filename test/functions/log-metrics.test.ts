import { beforeEach, expect, test } from 'vitest';
import { outboxKey } from '../../adapters/keys.ts';
import type { SendResult } from '../../adapters/mailer.ts';
import { scheduled, stream } from '../../functions/chains.ts';
import { perform } from '../../functions/effects/perform.ts';
import { lifecycle } from '../../functions/lifecycle/lifecycle.ts';
import { deliver } from '../../functions/mailer/deliver.ts';
import { sweep } from '../../functions/sweeper/sweep.ts';
import { type LogMetric, logMetrics } from '../../infra/log-metrics.ts';
import { StoredPlan } from '../support/stored-plan.ts';
import { CONTEXT, streamEvent } from './lambda.ts';
import { capturedLogs } from './logs.ts';
import { type World, worldAt } from './ports.ts';

const logs = capturedLogs();
let world: World;
let stored: StoredPlan;

beforeEach(async () => {
  world = worldAt('2026-12-01T15:00:00Z');
  stored = new StoredPlan(world.ports.store);
  await stored.launch();
});

type Line = Record<string, unknown>;
const lines = (): Line[] =>
  logs()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line));

/** As CloudWatch Logs compares a field with a text: `*` at an end stands for anything. */
const matches = (given: unknown, text: string): boolean =>
  text.startsWith('*') ? String(given).endsWith(text.slice(1)) : given === text;

const taken = ({ message, where = {}, value, by }: LogMetric): Line[] =>
  lines().filter(
    (line) =>
      line.message === message &&
      Object.entries(where).every(([field, text]) => matches(line[field], text)) &&
      (value === undefined || typeof line[value] === 'number') &&
      (by === undefined || typeof line[by] === 'string'),
  );

const rows = async (kind: 'mail' | 'start-workflow' | 'stop-workflow') => {
  const owed = (await world.ports.store.outbox(stored.id)).filter((row) => row.kind === kind);
  const found = await Promise.all(owed.map(({ key }) => world.rows.get(outboxKey(stored.id, key))));
  return found.filter((row) => row !== undefined);
};

const mailAnswered = async (answer: SendResult) => {
  world.ses.push(answer);
  await stream(deliver, world.ports)(streamEvent((await rows('mail')).slice(0, 1)), CONTEXT);
};

test.each(Object.entries(logMetrics).filter(([, { door }]) => door === 'sweeper'))(
  '%s is in the one line that a round of the sweeper writes',
  async (_, metric) => {
    await scheduled(sweep, world.ports)({}, CONTEXT);
    expect(taken(metric)).toHaveLength(1);
  },
);

test('Mails and MailsUnknown are in what the mailer says of a mail that nobody knows of', async () => {
  await mailAnswered({ outcome: 'unknown', code: 'TimeoutError' });
  expect(taken(logMetrics.MailsUnknown)).toHaveLength(1);
  expect(taken(logMetrics.Mails).map(({ status }) => status)).toEqual(['UNKNOWN']);
  expect(taken(logMetrics.MailsGivenUp)).toEqual([]);
});

test('MailsGivenUp is in what it says of a mail that is refused for good', async () => {
  await mailAnswered({ outcome: 'refused', because: 'message', code: 'MessageRejected' });
  expect(taken(logMetrics.MailsGivenUp)).toHaveLength(1);
  expect(taken(logMetrics.MailsUnknown)).toEqual([]);
});

test('MailPaused is in what it says when SES takes no mail at all', async () => {
  await mailAnswered({ outcome: 'refused', because: 'paused', code: 'SendingPausedException' });
  expect(taken(logMetrics.MailPaused)).toHaveLength(1);
});

test('StopsOrdered is in what effects says of an execution it stopped, and EffectsGivenUp is not', async () => {
  await stored.commit({ type: 'WithdrawPlan', reason: 'Moved to another post.' });
  const both = [...(await rows('start-workflow')), ...(await rows('stop-workflow'))];
  await stream(perform, world.ports)(streamEvent(both), CONTEXT);
  expect(taken(logMetrics.StopsOrdered)).toHaveLength(1);
  expect(taken(logMetrics.EffectsGivenUp)).toEqual([]);
});

test('OrphanExecutions is in what an execution leaves that finds another run driving its plan', async () => {
  await stored.commit({ type: 'PausePlan', from: '2026-12-01', reason: 'approved_absence' });
  const ask = (run: number) =>
    lifecycle({ action: 'next', planId: stored.id, run, schemaVersion: 1 }, world.ports);
  const { run } = await world.ports.store.load(stored.id);
  await ask(run);
  expect(taken(logMetrics.OrphanExecutions)).toEqual([]);
  await ask(run - 1);
  expect(taken(logMetrics.OrphanExecutions)).toMatchObject([{ planId: stored.id, run: run - 1 }]);
});

test('EffectsGivenUp is in what it says of an effect that was tried for two days', async () => {
  const [owed] = await rows('start-workflow');
  world.now = '2026-12-04T15:00:00Z';
  for (let tried = 0; tried < 9; tried++) {
    await world.ports.store.claim(stored.id, String(owed?.key), world.now, 60);
    await world.ports.store.settle(stored.id, String(owed?.key), { status: 'PENDING' });
  }
  world.breaks.push(new Error('no answer'));
  await stream(perform, world.ports)(streamEvent(await rows('start-workflow')), CONTEXT);
  expect(taken(logMetrics.EffectsGivenUp)).toHaveLength(1);
});
