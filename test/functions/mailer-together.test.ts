import { beforeEach, describe, expect, test } from 'vitest';
import { outboxKey } from '../../adapters/keys.ts';
import type { OutboxRow } from '../../adapters/store.ts';
import type { Command } from '../../domain/index.ts';
import { scheduled, stream } from '../../functions/chains.ts';
import { deliver } from '../../functions/mailer/deliver.ts';
import { sweep } from '../../functions/sweeper/sweep.ts';
import { StoredPlan } from '../support/stored-plan.ts';
import { CONTEXT, streamEvent } from './lambda.ts';
import { capturedLogs } from './logs.ts';
import { type World, worldAt } from './ports.ts';

type MailRow = Extract<OutboxRow, { kind: 'mail' }>;

let world: World;
let stored: StoredPlan;
capturedLogs();

const rows = async (to?: string): Promise<MailRow[]> =>
  (await world.ports.store.outbox(stored.id)).filter(
    (row): row is MailRow => row.kind === 'mail' && (!to || row.to === to),
  );
const send = async (key: string, ports = world.ports) => {
  const row = await world.rows.get(outboxKey(stored.id, key));
  return stream(deliver, ports)(streamEvent(row ? [row] : []), CONTEXT);
};
/** What the table's stream would hand over: every row that waits. */
const drain = async () => {
  for (const { key, status } of await rows()) if (status === 'PENDING') await send(key);
};
const at = async (now: string, command?: Command) => {
  world.now = now;
  stored.now = now;
  if (command) await stored.commit(command, stored.context({ kind: 'system', id: 'lifecycle' }));
};
/** What the employee was owed from the first morning on. */
const remind = (now: string) => at(now, { type: 'Advance', run: 1 });
const praise = (text: string): Command => ({ type: 'Recognise', text, by: 'supervisor' });

beforeEach(async () => {
  world = worldAt('2026-12-01T20:00:00Z');
  stored = new StoredPlan(world.ports.store, undefined, world.now);
  await stored.launch();
});

describe('what waits for one person', () => {
  beforeEach(async () => {
    await drain();
    world.sent.length = 0;
    await at('2026-12-02T15:00:00Z', praise('The new checklist was a good idea.'));
    await stored.commit(praise('Nobody had to wait for an answer.'));
    await remind('2026-12-03T14:00:00Z');
  });

  test('goes in one mail, with what is to be done first, and every row ends with it', async () => {
    const [first, second, third] = (await rows('employee')).filter(({ status }) => status === 'PENDING');
    await send(first?.key ?? '');
    const [mail, ...others] = world.mails();
    expect(others).toEqual([]);
    expect(mail).toMatchObject({
      to: { name: 'Jordan Reyes', address: 'jordan.reyes@agency.example' },
      subject: '3 things for you: the first by December 8',
      outboxKey: first?.key,
    });
    const headings = /^\d\. .*$/gm;
    expect(mail?.text.match(headings)).toEqual([
      '1. Reminder: please read and acknowledge a document by December 8',
      '2. Something that went well is on the record',
      '3. Something that went well is on the record',
    ]);
    expect(await rows('employee')).toMatchObject([
      { status: 'SENT', template: 'request-opened' },
      ...[first, second, third].map((row) => ({
        key: row?.key,
        status: 'SENT',
        messageId: 'message-1',
        attempts: 1,
      })),
    ]);
  });

  test('is not mixed with what waits for somebody else', async () => {
    await drain();
    expect(world.mails().map(({ to, subject }) => [to.name, subject])).toEqual([
      ['Jordan Reyes', '3 things for you: the first by December 8'],
      ['Dana Whitfield', 'Reminder: please confirm by December 8 that you issued a document'],
    ]);
  });

  test('leaves out a reminder of what was answered while it waited', async () => {
    await stored.sign('employee');
    const waiting = (await rows('employee')).filter(({ status }) => status === 'PENDING');
    await send(waiting[0]?.key ?? '');
    expect(world.mails().map(({ subject }) => subject)).toEqual(['2 pieces of news: nothing for you to do']);
    expect(world.mails()[0]?.text).not.toMatch(/acknowledge|have not heard/);
    expect((await rows('employee')).map(({ template, status }) => [template, status])).toEqual([
      ['request-opened', 'SENT'],
      ['recognition', 'SENT'],
      ['recognition', 'SENT'],
      ['reminder', 'SKIPPED'],
    ]);
  });

  test('leaves alone what is not to be tried yet', async () => {
    const waiting = (await rows('employee')).filter(({ status }) => status === 'PENDING');
    const [first, second] = waiting.map(({ key }) => key);
    await world.ports.store.claim(stored.id, second ?? '', world.now, 60);
    await world.ports.store.settle(stored.id, second ?? '', {
      status: 'PENDING',
      notBefore: '2026-12-03T15:00:00Z',
    });
    await send(first ?? '');
    expect(world.mails()[0]?.subject).toBe('2 things for you: the first by December 8');
    expect((await rows('employee')).find(({ key }) => key === second)).toMatchObject({ status: 'PENDING' });
  });

  test.each([
    [{ outcome: 'refused', because: 'rate', code: 'TooManyRequestsException' }, 'PENDING', []],
    [{ outcome: 'refused', because: 'message', code: 'BadRequestException' }, 'FAILED', ['failed']],
    [{ outcome: 'unknown', code: 'TimeoutError' }, 'UNKNOWN', ['unknown']],
  ] as const)('ends as one when the answer is %o', async (answer, status, lost) => {
    world.ses.push(answer);
    const waiting = (await rows('employee')).filter((row) => row.status === 'PENDING').map(({ key }) => key);
    await send(waiting[0] ?? '');
    const ended = (await rows('employee')).filter(({ key }) => waiting.includes(key));
    expect(ended.map((row) => [row.status, row.error])).toEqual(waiting.map(() => [status, answer.code]));
    const { undelivered } = await world.ports.store.load(stored.id);
    expect(undelivered.map(({ key, outcome }) => [key, outcome])).toEqual(
      waiting.flatMap((key) => lost.map((outcome) => [key, outcome])),
    );
  });

  test('is marked unknown, all of it, when the function died after the call', async () => {
    const waiting = (await rows('employee')).filter((row) => row.status === 'PENDING').map(({ key }) => key);
    const settle = async () => {
      throw new Error('killed');
    };
    await send(waiting[0] ?? '', { ...world.ports, store: { ...world.ports.store, settle } });
    await at('2026-12-03T14:30:00Z');
    await scheduled(sweep, world.ports)({}, CONTEXT);
    expect(world.mails()).toHaveLength(1);
    const { undelivered } = await world.ports.store.load(stored.id);
    expect(undelivered.map(({ key, outcome }) => [key, outcome])).toEqual(
      waiting.map((key) => [key, 'unknown']),
    );
  });
});

test('a question that is asked and reminded of at once is asked once', async () => {
  await remind('2026-12-03T14:00:00Z');
  const waiting = (await rows('employee')).map(({ key }) => key);
  await send(waiting.at(-1) ?? '');
  expect(world.mails().map(({ subject }) => subject)).toEqual([
    'Please read and acknowledge a document by December 8',
  ]);
  expect((await rows('employee')).map(({ status }) => status)).toEqual(['SENT', 'SENT']);
});

describe('while a mail is put together', () => {
  const waiting = async () => (await rows('employee')).filter(({ status }) => status === 'PENDING');
  const withStore = (store: Partial<World['ports']['store']>) => ({
    ...world.ports,
    store: { ...world.ports.store, ...store },
  });

  test('a question the plan did not know a moment ago is asked all the same', async () => {
    for (const by of ['employee', 'supervisor'] as const) await stored.sign(by);
    await drain();
    await at('2026-12-15T14:00:00Z', praise('The first week went well.'));
    const [news] = await waiting();
    world.sent.length = 0;
    const outbox = async (planId: string) => {
      for (let step = 0; step < 2; step++) await at(world.now, { type: 'Advance', run: 1 });
      return world.ports.store.outbox(planId);
    };
    await send(news?.key ?? '', withStore({ outbox }));
    await drain();
    expect(
      (await rows('employee')).slice(1).map(({ template, status, attempts }) => [template, status, attempts]),
    ).toEqual([
      ['recognition', 'SENT', 1],
      ['request-opened', 'SENT', 1],
    ]);
    const mails = world.mails().filter(({ to }) => to.name === 'Jordan Reyes');
    expect(mails.map(({ subject, invite }) => [subject, invite?.method])).toEqual([
      ['Something that went well is on the record', undefined],
      ['A check-in is due on December 18', 'REQUEST'],
    ]);
  });

  test('an answer that comes in is not asked for any more', async () => {
    await remind('2026-12-03T14:00:00Z');
    await stored.commit(praise('Everybody was answered by the evening.'));
    const [asked, ...others] = (await waiting()).map(({ key }) => key);
    const claim: World['ports']['store']['claim'] = async (planId, key, ...rest) => {
      if (key === others.at(-1)) await stored.sign('employee');
      return world.ports.store.claim(planId, key, ...rest);
    };
    await send(asked ?? '', withStore({ claim }));
    expect(world.mails().map(({ subject }) => subject)).toEqual([
      'Something that went well is on the record',
    ]);
    expect((await rows('employee')).map(({ status }) => status)).toEqual(['SKIPPED', 'SKIPPED', 'SENT']);
  });

  test.each(['link-renewed', 'meeting-moved', 'meeting-cancelled'] as const)(
    '%s goes by itself: it takes nothing, and is taken by nothing',
    async (template) => {
      await stored.commit(praise('Everybody was answered by the evening.'));
      const keys = (await waiting()).map(({ key }) => key);
      const [alone, news] = keys;
      const change = { set: { template } };
      await world.rows.update(outboxKey(stored.id, alone ?? ''), change, { status: ['PENDING'] });
      const claimed: string[] = [];
      const claim: World['ports']['store']['claim'] = async (planId, key, ...rest) => {
        claimed.push(key);
        return world.ports.store.claim(planId, key, ...rest);
      };
      await send(news ?? '', withStore({ claim }));
      expect(claimed).toEqual([news]);
      await stored.commit(praise('Nobody had to wait for an answer.'));
      await send(alone ?? '', withStore({ claim }));
      expect(claimed).toEqual([news, alone]);
    },
  );

  test('an invitation gives back what cannot go with it, and that is no attempt', async () => {
    for (const by of ['employee', 'supervisor'] as const) await stored.sign(by);
    await drain();
    await at('2026-12-07T15:00:00Z', { type: 'Advance', run: 1 });
    await at('2026-12-15T14:00:00Z', { type: 'Advance', run: 1 });
    await stored.commit(praise('The first week went well.'));
    const [invitation] = await waiting();
    await send(invitation?.key ?? '');
    expect(await rows('employee')).toMatchObject([
      { template: 'request-opened' },
      { template: 'request-opened', status: 'SENT' },
      { template: 'recognition', status: 'PENDING', attempts: 0 },
    ]);
    expect((await rows('employee')).at(-1)).not.toHaveProperty('notBefore');
  });
});

describe('a mail that is out', () => {
  /** Refuses to settle the row so many times. */
  const refusing = (key: string | undefined, times: number) => {
    let left = times;
    const settle: World['ports']['store']['settle'] = async (planId, at, settlement) => {
      if (at === key && left-- > 0) throw new Error('the table is away');
      return world.ports.store.settle(planId, at, settlement);
    };
    return { ...world.ports, store: { ...world.ports.store, settle } };
  };
  let waiting: string[];

  beforeEach(async () => {
    await remind('2026-12-03T14:00:00Z');
    await stored.commit(praise('Everybody was answered by the evening.'));
    waiting = (await rows('employee')).map(({ key }) => key);
  });

  test('is marked so at the second try, when the first fails', async () => {
    const reply = await send(waiting[0] ?? '', refusing(waiting[0], 1));
    expect(reply).toEqual({ batchItemFailures: [] });
    expect((await rows('employee')).map(({ status }) => status)).toEqual(['SENT', 'SENT', 'SENT']);
  });

  test('is reported as lost for no row but the one that could not be marked', async () => {
    const reply = await send(waiting[0] ?? '', refusing(waiting[0], 2));
    expect(reply).toEqual({ batchItemFailures: [{ itemIdentifier: '1' }] });
    expect((await rows('employee')).map(({ status }) => status)).toEqual(['SENDING', 'SENT', 'SENT']);
    await at('2026-12-03T14:30:00Z');
    await scheduled(sweep, world.ports)({}, CONTEXT);
    const { undelivered } = await world.ports.store.load(stored.id);
    expect(undelivered.map(({ key }) => key)).toEqual([waiting[0]]);
  });

  test('and one that is tried again later is given back once', async () => {
    world.ses.push({ outcome: 'refused', because: 'rate', code: 'TooManyRequestsException' });
    await send(waiting[0] ?? '', refusing(waiting[0], 1));
    expect((await rows('employee')).map(({ status }) => status)).toEqual(['SENDING', 'PENDING', 'PENDING']);
  });
});

describe('in the quiet hours of the reader', () => {
  const lateAtNight = '2026-12-03T01:00:00Z';
  const morning = '2026-12-03T12:00:00Z';

  test('nothing goes, and waiting for their end is no attempt', async () => {
    await at(lateAtNight);
    await drain();
    expect(world.mails()).toEqual([]);
    expect(await rows()).toMatchObject(
      ['employee', 'supervisor'].map((to) => ({ to, status: 'PENDING', notBefore: morning, attempts: 0 })),
    );
    await at('2026-12-03T11:59:59Z');
    await drain();
    expect(world.mails()).toEqual([]);
  });

  test('what came in the night goes as one mail in the morning, brought back by the sweeper', async () => {
    await at(lateAtNight, praise('Everybody was answered by the evening.'));
    await drain();
    await at('2026-12-03T12:06:00Z');
    await scheduled(sweep, world.ports)({}, CONTEXT);
    expect((await rows()).map(({ nudgedAt }) => nudgedAt)).toEqual([world.now, world.now, world.now]);
    await drain();
    expect(world.mails().map(({ to, subject }) => [to.name, subject])).toEqual([
      ['Jordan Reyes', '2 things for you: the first by December 8'],
      ['Dana Whitfield', 'Please confirm by December 8 that you issued a document'],
    ]);
  });

  test('nobody is asked in the morning what they answered in the night', async () => {
    await at(lateAtNight, praise('Everybody was answered by the evening.'));
    await drain();
    await stored.sign('employee');
    await at(morning);
    await drain();
    expect(world.mails().map(({ to, subject }) => [to.name, subject])).toEqual([
      ['Jordan Reyes', 'Something that went well is on the record'],
      ['Dana Whitfield', 'Please confirm by December 8 that you issued a document'],
    ]);
  });

  test('somebody in another zone sleeps at other hours', async () => {
    const draft = (await world.ports.store.load(stored.id)).draft;
    const participants = draft.participants.map((person) =>
      person.id === 'employee' ? { ...person, timeZone: 'Asia/Tokyo' } : person,
    );
    const plan = { ...(await world.ports.store.load(stored.id)) };
    const store = {
      ...world.ports.store,
      load: async () => ({ ...plan, draft: { ...plan.draft, participants } }),
    };
    await at('2026-12-02T15:00:00Z');
    for (const { key } of await rows()) await send(key, { ...world.ports, store });
    expect(world.mails().map(({ to }) => to.name)).toEqual(['Dana Whitfield']);
    expect((await rows('employee'))[0]).toMatchObject({
      status: 'PENDING',
      notBefore: '2026-12-02T22:00:00Z',
    });
  });

  test('whoever asks for a new link gets it at once, and nothing else with it', async () => {
    await at(lateAtNight, praise('Everybody was answered by the evening.'));
    const [asked] = await rows('employee');
    await world.rows.update(
      outboxKey(stored.id, asked?.key ?? ''),
      { set: { template: 'link-renewed' } },
      { status: ['PENDING'] },
    );
    await drain();
    expect(world.mails()).toHaveLength(1);
    expect((await rows('employee')).map(({ template, status }) => [template, status])).toEqual([
      ['link-renewed', 'SENT'],
      ['recognition', 'PENDING'],
    ]);
  });

  test('where there are none, mail goes at any hour', async () => {
    await at(lateAtNight);
    for (const { key } of await rows()) await send(key, { ...world.ports, quietHours: undefined });
    expect(world.mails()).toHaveLength(2);
  });
});

describe('an invitation that has not left yet', () => {
  const meeting = async () =>
    (await rows('employee'))
      .filter(({ requestId }) => requestId === 'check-in-2026-12-18')
      .map(({ template, status }) => [template, status]);

  beforeEach(async () => {
    for (const by of ['employee', 'supervisor'] as const) await stored.sign(by);
    await drain();
    await at('2026-12-07T15:00:00Z', { type: 'Advance', run: 1 });
    await at('2026-12-15T14:00:00Z', { type: 'Advance', run: 1 });
    world.sent.length = 0;
  });

  test('takes a cancellation with it: nobody hears of a meeting that they never heard of', async () => {
    await stored.commit({ type: 'WithdrawPlan', reason: 'Another post.' });
    await drain();
    expect(await meeting()).toEqual([
      ['request-opened', 'SKIPPED'],
      ['meeting-cancelled', 'SKIPPED'],
    ]);
  });

  test('says the new day itself, so that no second mail has to', async () => {
    await stored.commit({ type: 'PausePlan', from: '2026-12-15', reason: 'approved_absence' });
    await at('2026-12-16T15:00:00Z');
    await stored.commit({ type: 'ResumePlan', on: '2026-12-16' });
    const moved = (await rows('employee')).find(({ template }) => template === 'meeting-moved');
    await send(moved?.key ?? '');
    await drain();
    expect(await meeting()).toEqual([
      ['request-opened', 'SENT'],
      ['meeting-moved', 'SKIPPED'],
    ]);
    const mail = world.mails().find(({ to, invite }) => invite && to.name === 'Jordan Reyes');
    expect(mail?.invite).toMatchObject({ method: 'REQUEST', sequence: 1 });
  });

  test('and is held for the night takes in a day that moves in the night', async () => {
    await stored.commit({ type: 'PausePlan', from: '2026-12-15', reason: 'approved_absence' });
    await at('2026-12-17T02:00:00Z');
    await drain();
    expect(await meeting()).toEqual([['request-opened', 'PENDING']]);
    await stored.commit({ type: 'ResumePlan', on: '2026-12-16' });
    await drain();
    await at('2026-12-17T12:00:00Z');
    await drain();
    expect(await meeting()).toEqual([
      ['request-opened', 'SENT'],
      ['meeting-moved', 'SKIPPED'],
    ]);
    const invites = world.mails().filter(({ to, invite }) => invite && to.name === 'Jordan Reyes');
    expect(invites.map(({ invite }) => [invite?.method, invite?.sequence])).toEqual([['REQUEST', 1]]);
  });

  test('goes by itself, whatever else waits', async () => {
    await stored.commit(praise('The first week went well.'));
    await drain();
    expect(
      world
        .mails()
        .filter(({ to }) => to.name === 'Jordan Reyes')
        .map(({ subject, invite }) => [subject, invite?.method]),
    ).toEqual([
      ['A check-in is due on December 18', 'REQUEST'],
      ['Something that went well is on the record', undefined],
    ]);
  });
});
