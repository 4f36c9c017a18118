import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { get, post } from '../../sandbox/story/http.ts';
import { synthesize } from '../support/assembly.ts';
import {
  boot,
  command,
  emailOf,
  eventsOf,
  example,
  launch,
  mails,
  settle,
  until,
} from '../support/sandbox.ts';

let sandbox: Sandbox;
const story = await example('dc-silence');
const employee = emailOf(story, 'employee');
const hr = emailOf(story, 'hr');

beforeAll(async () => {
  await synthesize();
  sandbox = await boot(story.clock);
});
afterEach(() => sandbox.reset());
afterAll(() => sandbox.close());

/** The next mail that goes out, the employee's question to sign for the plan, comes to this end. */
const nextMail = (fault: 'complaint' | 'delay' | 'reject'): Promise<unknown> =>
  post(sandbox.url, '/_sandbox/faults', { faults: [{ name: fault, times: 1 }] });

/** Something that the employee is told by mail at once. */
async function recognise(planId: string): Promise<void> {
  await command(sandbox, planId, {
    type: 'recognise',
    text: 'Every request of the week was answered in time.',
  });
  await settle(sandbox);
}

/** What is recorded of mail and addresses, without what every event has. */
async function recorded(planId: string): Promise<Record<string, unknown>[]> {
  const events = await eventsOf(sandbox, planId);
  return events
    .filter(({ type }) => /^(Mail|Address)/.test(type))
    .map(({ seq: _, v: __, hash: ___, prev: ____, handed, ...event }) => ({
      ...event,
      ...(Array.isArray(handed) ? { handed: handed.map(({ requestId }) => requestId) } : {}),
    }));
}

const mailed = async (to: string): Promise<string[]> =>
  (await mails(sandbox)).filter((mail) => mail.to.includes(to)).map(({ subject }) => subject);

const bouncedPlans = async (): Promise<string[]> => {
  const { plans } = await get<{ plans: { planId: string }[] }>(sandbox.url, '/api/plans?bounced=true');
  return plans.map(({ planId }) => planId);
};

const statusOf = async (planId: string): Promise<string> =>
  (await get<{ status: string }>(sandbox.url, `/api/plans/${planId}`)).status;

/** What of the outbox says how a mail ended, by its key. */
async function outbox(): Promise<Record<string, (string | undefined)[]>> {
  type Item = Record<string, { S?: string } | undefined>;
  const { items } = await get<{ items: Item[] }>(sandbox.url, '/_sandbox/table');
  const rows = items.filter(({ kind }) => kind?.S === 'mail');
  return Object.fromEntries(
    rows.map(({ key, status, deliveredAt, returnedAt }) => [
      key?.S,
      [status?.S, deliveredAt?.S, returnedAt?.S],
    ]),
  );
}

describe('SES-5: a mail that comes back for good', () => {
  test('stops mail to that address, is HR’s to see to, holds nothing up, and ends with the right address', async () => {
    // Of the mailbox simulator of SES, for which no fault is switched on: nothing else is in trouble.
    const simulated = 'bounce@simulator.amazonses.com';
    const participants = (story.plan.participants as { id: string }[]).map((person) =>
      person.id === 'employee' ? { ...person, email: simulated } : person,
    );
    const planId = await launch(sandbox, { ...story, plan: { ...story.plan, participants } });
    const at = (await eventsOf(sandbox, planId)).find(({ type }) => type === 'RequestOpened')?.at;
    const actor = { kind: 'system', id: 'feedback' };
    const lost = { key: '000004-mail-employee', template: 'request-opened', to: 'employee' };
    expect(await recorded(planId)).toEqual([
      { type: 'AddressSuspended', participant: 'employee', because: 'bounced', at, actor },
      {
        type: 'MailUndelivered',
        ...lost,
        requestId: 'acknowledgement',
        outcome: 'bounced',
        at,
        actor,
      },
    ]);
    expect(await mailed(hr)).toEqual(['Somebody cannot be written to: please help']);
    expect(await bouncedPlans()).toEqual([planId]);
    const sent = await mailed(simulated);
    expect(sent).toHaveLength(1);

    // Reminders fall due, the question closes, and the plan starts on its day: nothing of it waits.
    await until(sandbox, '2027-03-02T12:00', story);
    expect(await mailed(simulated)).toEqual(sent);
    expect(await statusOf(planId)).toBe('active');
    const missed = (await eventsOf(sandbox, planId)).find(({ type }) => type === 'RequestMissed');
    expect(missed).toMatchObject({ requestId: 'acknowledgement', notReached: ['employee'] });

    await command(sandbox, planId, {
      type: 'correct_address',
      participant: 'employee',
      email: 'new.address@agency.example',
    });
    expect(await bouncedPlans()).toEqual([]);
    await recognise(planId);
    expect(await mailed(simulated)).toEqual(sent);
    expect(await mailed('new.address@agency.example')).toHaveLength(1);
  });
});

describe('SES-5: a mail that its reader marks as unwanted', () => {
  test('has arrived, and no more go there until HR says that they may', async () => {
    await nextMail('complaint');
    const planId = await launch(sandbox, story);
    expect(await recorded(planId)).toMatchObject([
      { type: 'AddressSuspended', participant: 'employee', because: 'complained' },
    ]);
    expect(await mailed(hr)).toEqual(['Somebody cannot be written to: please help']);
    expect(await bouncedPlans()).toEqual([planId]);
    const sent = await mailed(employee);
    await recognise(planId);
    expect(await mailed(employee)).toEqual(sent);

    await command(sandbox, planId, { type: 'correct_address', participant: 'employee', email: employee });
    await settle(sandbox);
    expect(await bouncedPlans()).toEqual([]);
    expect(await recorded(planId)).toMatchObject([
      { type: 'AddressSuspended' },
      { type: 'AddressCorrected', participant: 'employee', handed: ['acknowledgement'] },
    ]);
    // SES itself sends nothing to whoever called mail unwanted, until it is told that it may.
    const again = (await mails(sandbox)).filter((mail) => mail.to.includes(employee)).slice(sent.length);
    expect(again.map(({ suppressed, complained }) => [suppressed, complained])).toEqual([[undefined, false]]);
  });
});

describe('SES-6: a mail that takes long', () => {
  test('is a line of the timeline, asks nothing of HR, and is known to have arrived when it has', async () => {
    await nextMail('delay');
    const planId = await launch(sandbox, story);
    const key = '000004-mail-employee';
    expect(await recorded(planId)).toMatchObject([{ type: 'MailDelayed', key, to: 'employee' }]);
    const { entries } = await get<{ entries: { text: string }[] }>(
      sandbox.url,
      `/api/plans/${planId}/timeline`,
    );
    expect(entries.map(({ text }) => text)).toContainEqual(
      expect.stringMatching(
        /^A message to Dana Whitfield about .* takes long to arrive; it is still tried\.$/,
      ),
    );
    expect(await mailed(hr)).toEqual([]);
    expect(await bouncedPlans()).toEqual([]);
    expect((await outbox())[key]).toEqual(['SENT', undefined, undefined]);

    await until(sandbox, '2027-02-22T15:00', story);
    expect((await outbox())[key]).toEqual(['SENT', expect.stringMatching(/^2027-02-22T18:00:0/), undefined]);
    expect(await recorded(planId)).toHaveLength(1);
  });
});

test('a mail that SES takes and then rejects is not delivered, and HR is asked to reach them another way', async () => {
  await nextMail('reject');
  const planId = await launch(sandbox, story);
  expect(await recorded(planId)).toMatchObject([
    { type: 'MailUndelivered', outcome: 'rejected', to: 'employee' },
  ]);
  expect(await mailed(hr)).toEqual(['A message was not passed on: your help is needed']);
  expect(await bouncedPlans()).toEqual([planId]);
  expect(sandbox.poisoned()).toEqual([]);
});
