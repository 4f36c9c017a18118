import { beforeEach, describe, expect, test } from 'vitest';
import { MissingSetting } from '../../adapters/environment.ts';
import { outboxKey } from '../../adapters/keys.ts';
import type { OutboxRow } from '../../adapters/store.ts';
import { addHours } from '../../domain/days.ts';
import { scheduled, stream } from '../../functions/chains.ts';
import { deliver } from '../../functions/mailer/deliver.ts';
import { tryAgain } from '../../functions/mailer/try-again.ts';
import { lazy, type Settings } from '../../functions/ports.ts';
import { sweep } from '../../functions/sweeper/sweep.ts';
import { StoredPlan } from '../support/stored-plan.ts';
import { CONTEXT, streamEvent } from './lambda.ts';
import { capturedLogs } from './logs.ts';
import { type World, worldAt } from './ports.ts';

let world: World;
let stored: StoredPlan;
const logs = capturedLogs();

const mails = async () =>
  (await world.ports.store.outbox(stored.id)).filter(
    (row): row is Extract<OutboxRow, { kind: 'mail' }> => row.kind === 'mail',
  );
const mailTo = async (to: string) => (await mails()).find((row) => row.to === to) as OutboxRow;
const send = async (key: string, ports = world.ports) => {
  const row = await world.rows.get(outboxKey(stored.id, key));
  return stream(deliver, ports)(streamEvent(row ? [row] : []), CONTEXT);
};

const undelivered = async () =>
  (await world.ports.store.events(stored.id)).filter((event) => event.type === 'MailUndelivered');
/** Ports whose world ends at that call. */
const dyingAt = (call: 'settle' | 'commit') => ({
  ...world.ports,
  store: {
    ...world.ports.store,
    [call]: async () => {
      throw new Error('killed');
    },
  },
});

beforeEach(async () => {
  world = worldAt('2026-12-01T15:00:00Z');
  stored = new StoredPlan(world.ports.store);
  await stored.launch();
});

describe('a mail that is owed', () => {
  test('goes to its person with a link that opens, and is marked sent', async () => {
    const { key } = await mailTo('employee');
    await send(key);
    const [mail] = world.mails();
    expect(mail).toMatchObject({
      to: { name: 'Jordan Reyes', address: 'jordan.reyes@agency.example' },
      planId: stored.id,
      outboxKey: key,
      now: '2026-12-01T15:00:00Z',
    });
    const token = /https:\/\/pip\.example\.org\/l\/(\S+)/.exec(mail?.text ?? '')?.[1] as string;
    const link = await world.ports.links.open(token, world.ports.store.link);
    expect(link).toMatchObject({ planId: stored.id, participant: 'employee', requestId: 'acknowledgement' });
    expect(await mailTo('employee')).toMatchObject({ status: 'SENT', messageId: 'message-1', attempts: 1 });
  });

  test('goes once, however often the row is delivered', async () => {
    const { key } = await mailTo('employee');
    const image = await world.rows.get(outboxKey(stored.id, key));
    const event = streamEvent(image ? [image, image, image] : []);
    await stream(deliver, world.ports)(event, CONTEXT);
    await stream(deliver, world.ports)(event, CONTEXT);
    expect(world.mails()).toHaveLength(1);
  });

  test('is skipped when what it says is no longer true', async () => {
    const { key } = await mailTo('employee');
    await stored.sign('employee');
    await send(key);
    expect(world.mails()).toEqual([]);
    expect(await mailTo('employee')).toMatchObject({ status: 'SKIPPED' });
  });

  test('reaches whoever supervised before once more, and skips what they were owed until then', async () => {
    const asked = await mailTo('supervisor');
    await stored.commit({
      type: 'ChangeManager',
      supervisor: { id: 'sam', role: 'supervisor', name: 'Sam Okafor', email: 'sam@agency.example' },
      reason: 'Dana moved to another unit.',
    });
    const owedTo = (await mails()).filter(({ to }) => to === 'supervisor');
    for (const { key } of owedTo) await send(key);
    expect(world.mails().map(({ to, subject }) => [to.address, subject])).toEqual([
      ['dana.whitfield@agency.example', 'Somebody else has taken over: you are asked nothing more'],
    ]);
    expect((await mails()).find(({ key }) => key === asked.key)).toMatchObject({ status: 'SKIPPED' });
  });
});

test('SES-11: every mail has a text and an HTML part that says its language, with the same link', async () => {
  for (const { key } of await mails()) await send(key);
  expect(world.mails()).toHaveLength(2);
  for (const { html, text } of world.mails()) {
    expect(html).toMatch(/<html lang="en"/);
    const links = (part: string) => new Set(part.match(/https:\/\/pip\.example\.org\/l\/[\w.-]+/g));
    expect(links(text).size).toBe(1);
    expect(links(html)).toEqual(links(text));
  }
});

describe('a send that SES refused', () => {
  test('for the moment: it is tried again later', async () => {
    const { key } = await mailTo('employee');
    world.ses.push({ outcome: 'refused', because: 'rate', code: 'TooManyRequestsException' });
    await send(key);
    expect(await mailTo('employee')).toMatchObject({
      status: 'PENDING',
      error: 'TooManyRequestsException',
      notBefore: '2026-12-01T15:01:00Z',
    });
    world.now = '2026-12-01T15:02:00Z';
    await send(key);
    expect(await mailTo('employee')).toMatchObject({ status: 'SENT', attempts: 2 });
    expect(await undelivered()).toEqual([]);
  });

  test('for good: it failed, by the name of the reason, and the record says whom it did not reach', async () => {
    const { key } = await mailTo('employee');
    world.ses.push({ outcome: 'refused', because: 'message', code: 'BadRequestException' });
    await send(key);
    expect(await mailTo('employee')).toMatchObject({ status: 'FAILED', error: 'BadRequestException' });
    expect(await undelivered()).toEqual([
      {
        type: 'MailUndelivered',
        key,
        template: 'request-opened',
        to: 'employee',
        requestId: 'acknowledgement',
        outcome: 'failed',
        v: 1,
        seq: 5,
        at: '2026-12-01T15:00:00Z',
        actor: { kind: 'system', id: 'mailer' },
        prev: expect.any(String),
        hash: expect.any(String),
      },
    ]);
    expect(await mailTo('hr')).toMatchObject({ template: 'mail-undelivered', about: 'employee' });
  });

  test('for good: the row is not settled before the record says so, and it is said once', async () => {
    const { key } = await mailTo('employee');
    const refusal = { outcome: 'refused', because: 'message', code: 'BadRequestException' } as const;
    world.ses.push(refusal);
    await send(key, dyingAt('commit'));
    expect(await mailTo('employee')).toMatchObject({ status: 'SENDING' });
    const other = (await mailTo('supervisor')).key;
    world.ses.push(refusal);
    await send(other, dyingAt('settle'));
    expect(await undelivered()).toMatchObject([{ key: other, outcome: 'failed' }]);
    world.now = '2026-12-01T16:00:00Z';
    await scheduled(sweep, world.ports)({}, CONTEXT);
    expect(await undelivered()).toMatchObject([
      { key: other, outcome: 'failed', actor: { id: 'mailer' } },
      { key, outcome: 'unknown', actor: { id: 'sweeper' } },
    ]);
    expect([await mailTo('employee'), await mailTo('supervisor')]).toMatchObject([
      { status: 'UNKNOWN' },
      { status: 'UNKNOWN' },
    ]);
    expect(world.mails()).toHaveLength(2);
  });

  test('for good: to say so, the mailer needs no setting that it is not deployed with', async () => {
    const { key } = await mailTo('employee');
    const deployed = lazy<Settings>({
      organisation: () => 'Example Agency',
      contactEmail: () => 'hr@agency.example',
      baseUrl: () => 'https://pip.example.org',
      language: () => 'en',
      defaults: () => {
        throw new MissingSetting('DEFAULT_PACK');
      },
    });
    world.ses.push({ outcome: 'refused', because: 'message', code: 'BadRequestException' });
    await send(key, { ...world.ports, settings: deployed });
    expect(await undelivered()).toMatchObject([{ key, outcome: 'failed' }]);
  });

  test('again and again: before it could count as having arrived it is given up, and the record says so', async () => {
    const { key } = await mailTo('employee');
    const refused = async () => {
      world.ses.push({ outcome: 'refused', because: 'account', code: 'MessageRejected' });
      await send(key);
      return mailTo('employee');
    };
    for (const hours of [0, 1, 2, 3, 4, 5, 22, 23, 24, 25, 46]) {
      world.now = addHours('2026-12-01T15:00:00Z', hours);
      expect(await refused()).toMatchObject({ status: 'PENDING', error: 'MessageRejected' });
    }
    expect(await mailTo('employee')).toMatchObject({ attempts: 11, notBefore: '2026-12-03T14:00:00Z' });
    expect(await undelivered()).toEqual([]);
    world.now = '2026-12-03T14:00:00Z';
    await send(key);
    expect(await mailTo('employee')).toMatchObject({ status: 'FAILED', error: 'MessageRejected' });
    expect(await undelivered()).toMatchObject([{ key, to: 'employee', outcome: 'failed' }]);
  });
});

describe('SES-7: what was refused waits', () => {
  const waitAfter = async (because: 'rate' | 'quota' | 'account', attempts: number, drawn: number) => {
    const row = { attempts, createdAt: '2026-12-01T15:00:00Z' };
    const moment = { now: '2026-12-01T15:00:00Z', random: () => drawn };
    const { notBefore = '' } = tryAgain(row, { because, code: 'X' }, moment);
    return (Date.parse(notBefore) - Date.parse(moment.now)) / 1000;
  };

  test('for anything up to a limit that doubles, so that nothing comes back together', async () => {
    const longest = await Promise.all([1, 2, 3, 7, 30].map((attempts) => waitAfter('rate', attempts, 1)));
    expect(longest).toEqual([60, 120, 240, 3600, 3600]);
    expect(await waitAfter('rate', 7, 0)).toBe(1);
    expect(await waitAfter('account', 7, 0.25)).toBe(900);
  });

  test('an hour and more for a day’s quota, which has room again bit by bit', async () => {
    expect(await Promise.all([0, 0.5, 1].map((drawn) => waitAfter('quota', 1, drawn)))).toEqual([
      3600, 4500, 5400,
    ]);
  });

  test('never past the moment it has to be given up', async () => {
    const moment = { now: '2026-12-03T13:30:00Z', random: () => 1 };
    const row = { attempts: 1, createdAt: '2026-12-01T15:00:00Z' };
    expect(tryAgain(row, { because: 'quota', code: 'DailyQuota' }, moment)).toEqual({
      status: 'PENDING',
      error: 'DailyQuota',
      notBefore: '2026-12-03T14:00:00Z',
    });
  });
});

test('a mail nobody sends, though the mailer was asked to, is given up in time by the sweeper', async () => {
  const { key } = await mailTo('employee');
  const sweepAt = async (now: string) => {
    world.now = now;
    await scheduled(sweep, world.ports)({}, CONTEXT);
    return (await mailTo('employee')).status;
  };
  expect(await sweepAt('2026-12-03T14:30:00Z')).toBe('PENDING');
  expect(await undelivered()).toEqual([]);
  expect(await sweepAt('2026-12-03T14:45:00Z')).toBe('FAILED');
  expect((await undelivered()).find((lost) => lost.key === key)).toMatchObject({
    outcome: 'failed',
    actor: { kind: 'system', id: 'sweeper' },
  });
  world.now = '2026-12-03T15:00:00Z';
  await send(key);
  expect(world.mails()).toEqual([]);
});

describe('a send whose outcome nobody knows', () => {
  test('is never repeated by itself', async () => {
    const { key } = await mailTo('employee');
    world.ses.push({ outcome: 'unknown', code: 'TimeoutError' });
    await send(key);
    world.now = '2026-12-03T15:00:00Z';
    await send(key);
    await scheduled(sweep, world.ports)({}, CONTEXT);
    await send(key);
    expect(world.mails()).toHaveLength(1);
    expect(await mailTo('employee')).toMatchObject({ status: 'UNKNOWN', error: 'TimeoutError' });
    expect(await undelivered()).toMatchObject([
      { key, to: 'employee', outcome: 'unknown', actor: { kind: 'system', id: 'mailer' } },
    ]);
  });

  test('counts as such when the function died after the call', async () => {
    const { key } = await mailTo('employee');
    expect(await send(key, dyingAt('settle'))).toEqual({ batchItemFailures: [{ itemIdentifier: '1' }] });
    expect(await mailTo('employee')).toMatchObject({ status: 'SENDING' });
    world.now = '2026-12-01T16:00:00Z';
    await send(key);
    await scheduled(sweep, world.ports)({}, CONTEXT);
    await send(key);
    expect(world.mails()).toHaveLength(1);
    expect(await mailTo('employee')).toMatchObject({ status: 'UNKNOWN', error: 'WorkerGone' });
    expect(await undelivered()).toMatchObject([{ key, outcome: 'unknown', actor: { id: 'sweeper' } }]);
  });
});

test('whatever breaks before the call is tried again later', async () => {
  const { key } = await mailTo('employee');
  const links = {
    ...world.ports.links,
    url: async () => {
      throw Object.assign(new Error('the secret is away'), { name: 'ResourceNotFoundException' });
    },
  };
  await send(key, { ...world.ports, links });
  expect(world.mails()).toEqual([]);
  expect(await mailTo('employee')).toMatchObject({ status: 'PENDING', error: 'ResourceNotFoundException' });
});

test('the log names no person, no address and no link', async () => {
  for (const { key } of await mails()) await send(key);
  expect(world.mails()).toHaveLength(2);
  expect(logs()).toContain('SENT');
  expect(logs()).not.toMatch(/Jordan|Dana|@|\/l\//);
  expect(logs()).toMatch(/"effect":"\d{6}-mail"/);
  expect(logs()).not.toMatch(/mail-(employee|supervisor)/);
});
