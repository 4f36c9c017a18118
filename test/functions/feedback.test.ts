import { beforeEach, describe, expect, test } from 'vitest';
import { outboxKey } from '../../adapters/keys.ts';
import type { OutboxRow } from '../../adapters/store.ts';
import { tagValue } from '../../adapters/tag-value.ts';
import { mailStates } from '../../functions/admin/plan/mail-states.ts';
import { announced, stream } from '../../functions/chains.ts';
import { hear } from '../../functions/feedback/hear.ts';
import { deliver } from '../../functions/mailer/deliver.ts';
import { sweep } from '../../functions/sweeper/sweep.ts';
import { peopleOf } from '../../views/admin/plan/people.ts';
import { StoredPlan } from '../support/stored-plan.ts';
import { CONTEXT, streamEvent } from './lambda.ts';
import { capturedLogs } from './logs.ts';
import { type World, worldAt } from './ports.ts';

let world: World;
let stored: StoredPlan;
const logs = capturedLogs();
const EMPLOYEE = 'jordan.reyes@agency.example';

type MailRow = Extract<OutboxRow, { kind: 'mail' }>;
const mails = async (): Promise<MailRow[]> =>
  (await world.ports.store.outbox(stored.id)).filter((row): row is MailRow => row.kind === 'mail');
const mailTo = async (to: string): Promise<MailRow> =>
  (await mails()).find((row) => row.to === to) as MailRow;
const send = async (key: string) => {
  const row = await world.rows.get(outboxKey(stored.id, key));
  await stream(deliver, world.ports)(streamEvent(row ? [row] : []), CONTEXT);
};
const recorded = async () =>
  (await world.ports.store.events(stored.id))
    .filter(({ type }) => /^(Mail|Address)/.test(type))
    .map((event) => [event.type, event.actor.id, 'outcome' in event ? event.outcome : '']);

type Detail = Record<string, unknown>;
/** An event as SES puts it on the bus, with what our handler has no use for. */
const said = (detailType: string, key: string, detail: Detail = {}, mail: Detail = {}) => ({
  version: '0',
  id: '0f0f0f0f-0000-4000-8000-000000000001',
  source: 'aws.ses',
  'detail-type': detailType,
  resources: ['arn:aws:ses:us-east-1:123456789012:configuration-set/pip-follow-up-dev'],
  detail: {
    eventType: 'Any',
    mail: {
      timestamp: '2026-12-01T15:00:00.512Z',
      messageId: 'message-1',
      source: 'people@agency.example',
      destination: [EMPLOYEE],
      commonHeaders: { subject: 'A document waits for you', to: [EMPLOYEE] },
      tags: {
        'ses:configuration-set': ['pip-follow-up-dev'],
        plan: [tagValue(stored.id)],
        outbox: [tagValue(key)],
      },
      ...mail,
    },
    ...detail,
  },
});
const BOUNCED = {
  bounce: { bounceType: 'Permanent', bouncedRecipients: [{ emailAddress: 'other@agency.example' }] },
};
const DELIVERED = { delivery: { timestamp: '2026-12-01T15:00:07.900Z' } };
const take = (event: unknown) => announced(hear, world.ports)(event, CONTEXT);

beforeEach(async () => {
  world = worldAt('2026-12-01T15:00:00Z');
  stored = new StoredPlan(world.ports.store);
  await stored.launch();
});

describe('SES-3: what SES says of a mail', () => {
  test('that it left and arrived stands beside its row, and not in the record', async () => {
    const { key } = await mailTo('employee');
    await send(key);
    await take(said('Email Sent', key, { send: {} }));
    await take(said('Email Delivered', key, DELIVERED));
    expect(await mailTo('employee')).toMatchObject({ status: 'SENT', deliveredAt: '2026-12-01T15:00:07Z' });
    expect(await recorded()).toEqual([]);
  });

  test('that it came back for good stops mail to that address, however often and in whatever order it is said', async () => {
    const { key } = await mailTo('employee');
    await send(key);
    await take(said('Email Bounced', key, BOUNCED));
    await take(said('Email Delivered', key, DELIVERED));
    await take(said('Email Bounced', key, BOUNCED));
    await take(said('Email Sent', key));
    expect(await recorded()).toEqual([
      ['AddressSuspended', 'feedback', ''],
      ['MailUndelivered', 'feedback', 'bounced'],
    ]);
    expect(await mailTo('employee')).toMatchObject({ status: 'SENT', returnedAt: '2026-12-01T15:00:00Z' });
  });

  test.each([
    ['a bounce that may pass', 'Email Bounced', { bounce: { bounceType: 'Transient' } }, ['MailUndelivered']],
    [
      'a bounce of no known kind',
      'Email Bounced',
      { bounce: { bounceType: 'Undetermined' } },
      ['MailUndelivered'],
    ],
    [
      'a complaint',
      'Email Complaint Received',
      { complaint: { complaintFeedbackType: 'abuse' } },
      ['AddressSuspended'],
    ],
    [
      'a complaint about an earlier one',
      'Email Complaint Received',
      { complaint: { complaintSubType: 'OnAccountSuppressionList' } },
      ['AddressSuspended', 'MailUndelivered'],
    ],
    [
      'that it is wanted',
      'Email Complaint Received',
      { complaint: { complaintFeedbackType: 'not-spam' } },
      [],
    ],
    ['a refusal', 'Email Rejected', { reject: { reason: 'Bad content' } }, ['MailUndelivered']],
    ['a mail that could not be made', 'Email Rendering Failed', { failure: {} }, ['MailUndelivered']],
    ['a delay', 'Email Delivery Delayed', { deliveryDelay: {} }, ['MailDelayed']],
    ['that it was opened', 'Email Opened', { open: {} }, []],
  ])('%s is taken into the record once', async (_case, detailType, detail, types) => {
    const { key } = await mailTo('employee');
    await send(key);
    await take(said(detailType, key, detail));
    await take(said(detailType, key, detail));
    expect((await recorded()).map(([type]) => type)).toEqual(types);
  });

  test('is taken by the key of its row, also where that was too long for a tag', async () => {
    const { key } = await mailTo('employee');
    const long = `${key}-${'a'.repeat(300)}`;
    await send(key);
    const row = await world.rows.get(outboxKey(stored.id, key));
    await world.rows.put({ ...row, ...outboxKey(stored.id, long), key: long }, 'absent');
    await take(said('Email Delivered', long, DELIVERED));
    expect((await mails()).map((mail) => [mail.key === long, mail.deliveredAt !== undefined])).toContainEqual(
      [true, true],
    );
    expect((await mailTo('employee')).deliveredAt).toBeUndefined();
  });
});

describe('several mails in one message', () => {
  test('all of them came back with it, whichever it is called by', async () => {
    const { store } = world.ports;
    await stored.commit({ type: 'Recognise', text: 'Thorough work on the April permits.' });
    const owed = (await mails()).filter(({ to }) => to === 'employee');
    expect(owed.map(({ template }) => template)).toEqual(['request-opened', 'recognition']);
    await send(owed.at(-1)?.key as string);
    expect(world.mails()).toHaveLength(1);
    await take(
      said('Email Bounced', world.mails()[0]?.outboxKey as string, { bounce: { bounceType: 'Transient' } }),
    );
    const plan = await store.load(stored.id);
    expect(plan.undelivered.map(({ key }) => key).sort()).toEqual(owed.map(({ key }) => key).sort());
  });
});

describe('INV-16: a mail of which nobody knew whether it left', () => {
  const lost = async () => {
    world.ses.push({ outcome: 'unknown', code: 'TimeoutError' });
    const { key } = await mailTo('employee');
    await send(key);
    expect(await mailTo('employee')).toMatchObject({ status: 'UNKNOWN' });
    return key;
  };

  test('was sent when SES says so, and the record says that it was found', async () => {
    const key = await lost();
    await take(said('Email Sent', key));
    await take(said('Email Sent', key));
    expect(await mailTo('employee')).toMatchObject({ status: 'SENT', messageId: 'message-1' });
    expect(await recorded()).toEqual([
      ['MailUndelivered', 'mailer', 'unknown'],
      ['MailFound', 'feedback', ''],
    ]);
  });

  test('is known to have come back when SES says that', async () => {
    const key = await lost();
    await take(said('Email Bounced', key, { bounce: { bounceType: 'Transient' } }));
    expect((await recorded()).at(-1)).toEqual(['MailUndelivered', 'feedback', 'bounced']);
    expect((await world.ports.store.load(stored.id)).undelivered).toMatchObject([{ outcome: 'bounced' }]);
  });

  test('while its worker may still be at work the event is brought again; then it was sent', async () => {
    const { key } = await mailTo('employee');
    await world.ports.store.claim(stored.id, key, world.now, 120);
    await expect(take(said('Email Sent', key))).rejects.toThrow('still_being_sent');
    expect(await mailTo('employee')).toMatchObject({ status: 'SENDING' });
    world.now = '2026-12-01T15:03:00Z';
    await take(said('Email Sent', key));
    expect(await mailTo('employee')).toMatchObject({ status: 'SENT' });
    expect(await recorded()).toEqual([]);
  });

  test('that SES and the sweeper look at in the same moment is found all the same', async () => {
    const { store } = world.ports;
    const { key } = await mailTo('employee');
    await store.claim(stored.id, key, world.now, 120);
    world.now = '2026-12-01T15:30:00Z';
    const commit: typeof store.commit = async (...args) => {
      const done = await store.commit(...args);
      if (args[1].type === 'RecordUndelivered') await take(said('Email Sent', key));
      return done;
    };
    await sweep({ ...world.ports, store: { ...store, commit } });
    expect(await mailTo('employee')).toMatchObject({ status: 'SENT' });
    expect((await recorded()).map(([type]) => type)).toEqual(['MailUndelivered', 'MailFound']);
  });

  test('that the sweeper gives up while SES speaks of it is found all the same, also when that was cut short', async () => {
    const { store } = world.ports;
    const { key } = await mailTo('employee');
    await store.claim(stored.id, key, world.now, 120);
    world.now = '2026-12-01T15:30:00Z';
    const slowly = (cut: boolean) => {
      let said = 0;
      const commit: typeof store.commit = async (...args) => {
        said += 1;
        if (said > 1 && cut) throw new Error('killed');
        const done = await store.commit(...args);
        if (said === 1) await sweep(world.ports);
        return done;
      };
      return { ...world.ports, store: { ...store, commit } };
    };
    const hearSlowly = (cut: boolean) => announced(hear, slowly(cut))(said('Email Sent', key), CONTEXT);
    await expect(hearSlowly(true)).rejects.toThrow();
    expect(await mailTo('employee')).toMatchObject({ status: 'SENT' });
    expect((await recorded()).map(([type]) => type)).toEqual(['MailUndelivered']);
    await hearSlowly(false);
    expect((await recorded()).map(([type]) => type)).toEqual(['MailUndelivered', 'MailFound']);
  });

  test('that the sweeper gives up while SES speaks of it is found all the same', async () => {
    const { store } = world.ports;
    const { key } = await mailTo('employee');
    await store.claim(stored.id, key, world.now, 120);
    world.now = '2026-12-01T15:30:00Z';
    let isSwept = false;
    const commit: typeof store.commit = async (...args) => {
      const done = await store.commit(...args);
      if (!isSwept) {
        isSwept = true;
        await sweep(world.ports);
      }
      return done;
    };
    const slow = { ...world.ports, store: { ...store, commit } };
    await announced(hear, slow)(said('Email Delivered', key, DELIVERED), CONTEXT);
    expect(await mailTo('employee')).toMatchObject({ status: 'SENT', deliveredAt: '2026-12-01T15:00:07Z' });
    expect((await recorded()).map(([type]) => type)).toEqual(['MailUndelivered', 'MailFound']);
    expect((await store.load(stored.id)).undelivered).toEqual([]);
  });
});

describe('a bounce that may only be a machine’s answer, such as an out-of-office notice', () => {
  const answer = (bounceType: string, bounceSubType?: string) => ({ bounce: { bounceType, bounceSubType } });

  test.each([
    ['Transient', 'General'],
    ['Undetermined', 'Undetermined'],
    ['Transient', undefined],
  ])('%s/%s: where the message has arrived, it is no loss of anybody’s', async (type, subType) => {
    const { key } = await mailTo('employee');
    await send(key);
    await take(said('Email Delivered', key, DELIVERED));
    await take(said('Email Bounced', key, answer(type, subType)));
    expect(await recorded()).toEqual([]);
    const row = await mailTo('employee');
    expect([row.deliveredAt, row.returnedAt]).toEqual(['2026-12-01T15:00:07Z', undefined]);
  });

  test('said first, it is a loss until SES says that the message had arrived', async () => {
    const { key } = await mailTo('employee');
    await send(key);
    await take(said('Email Bounced', key, answer('Transient', 'General')));
    expect((await recorded()).map(([type]) => type)).toEqual(['MailUndelivered']);
    await take(said('Email Delivered', key, DELIVERED));
    await take(said('Email Bounced', key, answer('Transient', 'General')));
    expect((await recorded()).map(([type]) => type)).toEqual(['MailUndelivered', 'MailFound']);
    expect((await world.ports.store.load(stored.id)).undelivered).toEqual([]);
    const row = await mailTo('employee');
    expect([row.deliveredAt, row.returnedAt, row.inDoubt]).toEqual([
      '2026-12-01T15:00:07Z',
      undefined,
      undefined,
    ]);
  });

  test.each([
    ['a mailbox that was full', answer('Transient', 'MailboxFull')],
    ['one that takes nothing more', answer('Permanent', 'General')],
  ])('%s did not keep what its mail system took', async (_case, detail) => {
    const { key } = await mailTo('employee');
    await send(key);
    await take(said('Email Bounced', key, detail));
    await take(said('Email Delivered', key, DELIVERED));
    await take(said('Email Bounced', key, detail));
    expect((await recorded()).at(-1)).toEqual(['MailUndelivered', 'feedback', 'bounced']);
    expect((await mailTo('employee')).returnedAt).toBe('2026-12-01T15:00:00Z');
  });
});

describe('what is none of ours', () => {
  test.each([
    ['of a plan that is not there', { tags: { plan: ['plnaaaaaaaaaaaaaaaaaaaa'], outbox: ['x'] } }],
    ['of a mail that is not there', { tags: { plan: ['PLAN'], outbox: ['000099-mail-nobody'] } }],
    ['without our tags', { tags: {} }],
  ])('an event %s is dropped, and the log says so', async (_case, mail) => {
    const tags = JSON.parse(JSON.stringify(mail.tags).replace('PLAN', tagValue(stored.id)));
    await take(said('Email Bounced', 'x', BOUNCED, { tags }));
    expect(await recorded()).toEqual([]);
    expect(logs()).toContain('"reason":"no_such_mail"');
  });

  test.each([
    ['by another name', 'SENT', { messageId: 'message-of-before' }],
    [
      'from before its row was made, which a restored record may make anew',
      'UNKNOWN',
      { timestamp: '2026-12-01T14:58:59Z' },
    ],
    [
      'from before its row was made, while a worker holds that',
      'SENDING',
      { timestamp: '2026-12-01T14:58:59Z' },
    ],
    ['of a mail that never left', 'PENDING', {}],
  ])('a message %s says nothing about the mail whose key it has', async (_case, status, mail) => {
    const { key } = await mailTo('employee');
    if (status === 'UNKNOWN') world.ses.push({ outcome: 'unknown', code: 'TimeoutError' });
    if (status === 'SENDING') await world.ports.store.claim(stored.id, key, world.now, 120);
    else if (status !== 'PENDING') await send(key);
    const [before, row] = [await recorded(), await mailTo('employee')];
    expect(row.status).toBe(status);
    await take(said('Email Delivered', key, DELIVERED, mail));
    await take(said('Email Bounced', key, BOUNCED, mail));
    expect(await recorded()).toEqual(before);
    expect(await mailTo('employee')).toEqual(row);
    expect(logs()).toContain('"reason":"another_message"');
  });

  test('of the mails that once went in one message, those that have gone in another since are left alone', async () => {
    await stored.commit({ type: 'Recognise', text: 'Thorough work on the April permits.' });
    const [first, second] = (await mails()).filter(({ to }) => to === 'employee');
    await send(first?.key as string);
    await world.rows.update(
      outboxKey(stored.id, second?.key as string),
      { set: { messageId: 'message-2' } },
      { status: ['SENT'] },
    );
    await take(said('Email Delivered', first?.key as string, DELIVERED));
    const arrived = (await mails()).filter(({ deliveredAt }) => deliveredAt !== undefined);
    expect(arrived.map(({ key }) => key)).toEqual([first?.key]);
  });

  test('what is no event of SES is dropped as well', async () => {
    for (const event of [
      undefined,
      {},
      { detail: {} },
      { 'detail-type': 'Email Sent', detail: { mail: {} } },
    ])
      await take(event);
    expect(await recorded()).toEqual([]);
    expect(logs()).toContain('"reason":"not_understood"');
  });
});

test('INV-7, SEC-12: no line of the log names an address, a subject or anybody’s id', async () => {
  const { key } = await mailTo('employee');
  await send(key);
  await take(said('Email Bounced', key, BOUNCED));
  await take(said('Email Bounced', 'nonsense', BOUNCED));
  for (const secret of ['@agency.example', 'A document waits', '-mail-employee', 'message-1'])
    expect(logs()).not.toContain(secret);
  expect(logs()).toContain('"said":"bounced_for_good"');
});

test('whoever reads the plan in HR sees how many mails are known to have arrived', async () => {
  const { key } = await mailTo('employee');
  await send(key);
  const says = async () => {
    const plan = await world.ports.store.load(stored.id);
    const people = peopleOf(plan, mailStates(await world.ports.store.outbox(stored.id)));
    return people.find(({ id }) => id === 'employee')?.mail;
  };
  expect(await says()).toBe('1 sent, the last on Tue, Dec 1, 2026, 10:00 AM.');
  await take(said('Email Delivered', key, DELIVERED));
  expect(await says()).toBe('1 sent, the last on Tue, Dec 1, 2026, 10:00 AM; 1 known to have arrived.');
  await take(said('Email Bounced', key, BOUNCED));
  expect(await says()).toBe('1 sent, the last on Tue, Dec 1, 2026, 10:00 AM.');
});
