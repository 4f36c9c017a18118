import { beforeEach, describe, expect, test } from 'vitest';
import { outboxKey } from '../../adapters/keys.ts';
import type { OutboxRow } from '../../adapters/store.ts';
import { scheduled, stream } from '../../functions/chains.ts';
import { deliver } from '../../functions/mailer/deliver.ts';
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
});

describe('a send that SES refused', () => {
  test('for the moment: it is tried again later', async () => {
    const { key } = await mailTo('employee');
    world.ses.push({ outcome: 'refused', retryable: true, code: 'ThrottlingException' });
    await send(key);
    expect(await mailTo('employee')).toMatchObject({
      status: 'PENDING',
      error: 'ThrottlingException',
      notBefore: '2026-12-01T15:01:00Z',
    });
    world.now = '2026-12-01T15:02:00Z';
    await send(key);
    expect(await mailTo('employee')).toMatchObject({ status: 'SENT', attempts: 2 });
  });

  test('for good: it failed, by the name of the reason', async () => {
    const { key } = await mailTo('employee');
    world.ses.push({ outcome: 'refused', retryable: false, code: 'MessageRejected' });
    await send(key);
    expect(await mailTo('employee')).toMatchObject({ status: 'FAILED', error: 'MessageRejected' });
  });
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
  });

  test('counts as such when the function died after the call', async () => {
    const { key } = await mailTo('employee');
    const dying = {
      ...world.ports,
      store: {
        ...world.ports.store,
        settle: async () => {
          throw new Error('killed');
        },
      },
    };
    expect(await send(key, dying)).toEqual({ batchItemFailures: [{ itemIdentifier: '1' }] });
    expect(await mailTo('employee')).toMatchObject({ status: 'SENDING' });
    world.now = '2026-12-01T16:00:00Z';
    await send(key);
    await scheduled(sweep, world.ports)({}, CONTEXT);
    await send(key);
    expect(world.mails()).toHaveLength(1);
    expect(await mailTo('employee')).toMatchObject({ status: 'UNKNOWN', error: 'WorkerGone' });
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
});
