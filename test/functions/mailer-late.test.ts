import { beforeEach, describe, expect, test } from 'vitest';
import { outboxKey } from '../../adapters/keys.ts';
import type { Mail } from '../../adapters/mailer.ts';
import type { OutboxRow } from '../../adapters/store.ts';
import type { Request, Respondent } from '../../domain/plan.ts';
import { isReached } from '../../domain/reached.ts';
import { stream } from '../../functions/chains.ts';
import { deliver, MAIL_LEASE_SECONDS, ONE_MAIL_MS } from '../../functions/mailer/deliver.ts';
import { sweep } from '../../functions/sweeper/sweep.ts';
import { doors } from '../../infra/doors.ts';
import { StoredPlan } from '../support/stored-plan.ts';
import { CONTEXT, streamEvent, withTimeLeft } from './lambda.ts';
import { capturedLogs } from './logs.ts';
import { type World, worldAt } from './ports.ts';

type MailRow = Extract<OutboxRow, { kind: 'mail' }>;

let world: World;
let stored: StoredPlan;
capturedLogs();

const mails = async (): Promise<MailRow[]> =>
  (await world.ports.store.outbox(stored.id)).filter((row): row is MailRow => row.kind === 'mail');
const mailTo = async (to: string) => (await mails()).find((row) => row.to === to) as MailRow;
const send = async (key: string) => {
  const row = await world.rows.get(outboxKey(stored.id, key));
  return stream(deliver, world.ports)(streamEvent(row ? [row] : []), CONTEXT);
};
const undelivered = async () =>
  (await world.ports.store.events(stored.id)).filter((event) => event.type === 'MailUndelivered');

beforeEach(async () => {
  world = worldAt('2026-12-01T15:00:00Z');
  stored = new StoredPlan(world.ports.store);
  await stored.launch();
});

describe('a question that has not left for 47 hours', () => {
  /** How the employee’s question ends that the mailer gets to only then. */
  const triedAt = async (now: string) => {
    const { key } = await mailTo('employee');
    world.now = now;
    await send(key);
    return (await mailTo('employee')).status;
  };
  const isHeldAgainstThem = async () => {
    const plan = await world.ports.store.load(stored.id);
    const request = plan.requests.acknowledgement as Request;
    const person = request.respondents.find(({ participant }) => participant === 'employee') as Respondent;
    return isReached(person, request, plan, request.closedAt ?? '2026-12-09T15:00:00Z');
  };

  test('a minute before that goes out', async () => {
    expect(await triedAt('2026-12-03T13:59:00Z')).toBe('SENT');
    expect(await undelivered()).toEqual([]);
  });

  test('goes out no more, or its silence would have begun to count before it: the record says so', async () => {
    expect(await triedAt('2026-12-03T16:00:00Z')).toBe('FAILED');
    expect(world.mails()).toEqual([]);
    expect(await undelivered()).toMatchObject([{ to: 'employee', outcome: 'failed' }]);
    expect(await isHeldAgainstThem()).toBe(false);
  });

  test.each([
    ['the mailer', (key: string) => send(key)],
    ['the sweeper', () => sweepTwice()],
  ])('is said not to have left also when %s gets to it after its question was missed', async (_who, get) => {
    const { key } = await mailTo('employee');
    for (const day of ['03', '04', '07', '08', '09', '10', '11']) {
      world.now = `2026-12-${day}T22:30:00Z`;
      stored.now = world.now;
      const lifecycle = stored.context({ kind: 'system', id: 'lifecycle' });
      await stored.commit({ type: 'Advance', run: 1 }, lifecycle);
    }
    expect((await world.ports.store.load(stored.id)).requests.acknowledgement?.status).toBe('missed');
    expect(await isHeldAgainstThem()).toBe(true);
    await get(key);
    expect(await mailTo('employee')).toMatchObject({ status: 'FAILED' });
    expect(world.mails().map(({ subject }) => subject)).not.toContainEqual(expect.stringMatching(/read and/));
    expect(await isHeldAgainstThem()).toBe(false);
  });

  test('and is answered meanwhile is no loss', async () => {
    await stored.sign('employee');
    expect(await triedAt('2026-12-03T16:00:00Z')).toBe('SKIPPED');
    expect(await undelivered()).toEqual([]);
  });

  test('does not keep back news, which nobody’s silence hangs on', async () => {
    await stored.commit({ type: 'Recognise', text: 'Thorough work on the April permits.' });
    const news = (await mails()).find(({ template }) => template === 'recognition');
    world.now = '2026-12-03T16:00:00Z';
    await send(news?.key as string);
    expect(world.mails().map(({ outboxKey: key }) => key)).toEqual([news?.key]);
  });

  async function sweepTwice() {
    await sweep(world.ports);
    world.now = '2026-12-11T23:00:00Z';
    await sweep(world.ports);
  }
});

describe('in quiet hours', () => {
  /** Owed at 23:00 in New York, and refused ever since. */
  const refusedUntil = async (now: string) => {
    world = worldAt('2026-12-02T04:00:00Z');
    stored = new StoredPlan(world.ports.store);
    stored.now = world.now;
    await stored.launch();
    const { key } = await mailTo('employee');
    await send(key);
    expect(await mailTo('employee')).toMatchObject({ status: 'PENDING', notBefore: '2026-12-02T12:00:00Z' });
    world.now = '2026-12-03T12:00:00Z';
    world.ses.push({ outcome: 'refused', because: 'account', code: 'MessageRejected' });
    await send(key);
    world.now = now;
    await send(key);
    return mailTo('employee');
  };

  test('a mail that would be given up by their end goes out: late in the evening is better than not at all', async () => {
    expect(await refusedUntil('2026-12-04T01:30:00Z')).toMatchObject({
      status: 'SENT',
      settledAt: '2026-12-04T01:30:00Z',
    });
    expect(await undelivered()).toEqual([]);
  });

  test('one that has until the morning waits for it', async () => {
    expect(await refusedUntil('2026-12-03T11:59:00Z')).toMatchObject({ status: 'PENDING' });
  });
});

describe('as the time of its function runs out', () => {
  /** The batch of all that is owed, each mail as slow as one may be. */
  const inOneBatch = async (left: number) => {
    const owed = await Promise.all(
      (await mails()).map(({ key }) => world.rows.get(outboxKey(stored.id, key))),
    );
    const slow = {
      ...world.ports,
      mailer: {
        send: (mail: Mail) => {
          left -= ONE_MAIL_MS;
          return world.ports.mailer.send(mail);
        },
      },
    };
    const event = streamEvent(owed.flatMap((row) => (row ? [row] : [])));
    const { batchItemFailures } = await stream(
      deliver,
      slow,
      ONE_MAIL_MS,
    )(
      event,
      withTimeLeft(() => left),
    );
    return { left, handedBack: batchItemFailures.map(({ itemIdentifier }) => itemIdentifier) };
  };
  const statuses = async () => (await mails()).map(({ status }) => status);

  test('the mailer begins no mail it may not end, and has the others brought again', async () => {
    const half = ONE_MAIL_MS / 2;
    expect(await inOneBatch(ONE_MAIL_MS + half)).toEqual({ left: half, handedBack: ['2'] });
    expect(await statuses()).toEqual(['SENT', 'PENDING']);
    expect(await inOneBatch(2 * ONE_MAIL_MS)).toEqual({ left: ONE_MAIL_MS, handedBack: [] });
    expect(await statuses()).toEqual(['SENT', 'SENT']);
    expect(world.mails()).toHaveLength(2);
  });

  test('one is begun all the same, or nothing would ever go on', async () => {
    expect((await inOneBatch(1)).handedBack).toEqual(['2']);
    expect(await statuses()).toEqual(['SENT', 'PENDING']);
  });

  test('there is enough for several mails, and a claim lasts longer', () => {
    expect(doors.mailer.seconds * 1000).toBeGreaterThanOrEqual(3 * ONE_MAIL_MS);
    expect(MAIL_LEASE_SECONDS).toBeGreaterThan(doors.mailer.seconds);
  });
});
