import { beforeEach, describe, expect, test } from 'vitest';
import { outboxKey } from '../../adapters/keys.ts';
import type { SendResult } from '../../adapters/mailer.ts';
import type { OutboxRow } from '../../adapters/store.ts';
import { addHours } from '../../domain/days.ts';
import type { Request, Respondent } from '../../domain/plan.ts';
import { isReached } from '../../domain/reached.ts';
import { stream } from '../../functions/chains.ts';
import { deliver } from '../../functions/mailer/deliver.ts';
import { StoredPlan } from '../support/stored-plan.ts';
import { CONTEXT, streamEvent } from './lambda.ts';
import { capturedLogs } from './logs.ts';
import { type World, worldAt } from './ports.ts';

const START = '2026-12-01T15:00:00Z';
const PAUSED: SendResult = { outcome: 'refused', because: 'paused', code: 'SendingPausedException' };

let world: World;
let stored: StoredPlan;
const logs = capturedLogs();

const mailTo = async (to: string): Promise<OutboxRow> => {
  const rows = await world.ports.store.outbox(stored.id);
  return rows.find((row) => row.kind === 'mail' && row.to === to) as OutboxRow;
};
/** The stream hands over the mails to these people, one after the other. */
const deliverTo = async (...people: string[]) => {
  for (const to of people) {
    const row = await world.rows.get(outboxKey(stored.id, (await mailTo(to)).key));
    await stream(deliver, world.ports)(streamEvent(row ? [row] : []), CONTEXT);
  }
};
const told = (message: string) =>
  logs()
    .split('\n')
    .flatMap((line) => (line.includes(`"${message}"`) ? [JSON.parse(line)] : []));

beforeEach(async () => {
  world = worldAt(START);
  stored = new StoredPlan(world.ports.store);
  await stored.launch();
});

describe('SES-8: while AWS takes no mail', () => {
  beforeEach(async () => {
    world.ses.push(PAUSED);
    await deliverTo('employee', 'supervisor');
  });

  test('one mail finds it out, and the others are not tried; all of them wait, and no attempt is counted', async () => {
    expect(world.mails().map(({ to }) => to.name)).toEqual(['Jordan Reyes']);
    const waiting = { status: 'PENDING', attempts: 0, error: 'SendingPausedException' };
    const notBefore = '2026-12-01T15:10:00Z';
    expect([await mailTo('employee'), await mailTo('supervisor')]).toMatchObject([
      { ...waiting, notBefore },
      { ...waiting, notBefore },
    ]);
    expect(await world.ports.pause.current()).toEqual({ since: START, code: 'SendingPausedException' });
  });

  test('operators are told since when, by one line for each mail that was refused', async () => {
    expect(told('mail_paused')).toMatchObject([
      { level: 'ERROR', code: 'SendingPausedException', since: START },
    ]);
    world.now = '2026-12-01T15:11:00Z';
    world.ses.push({ ...PAUSED, code: 'AccountSuspendedException' });
    await deliverTo('employee', 'supervisor');
    expect(told('mail_paused').map(({ since }) => since)).toEqual([START, START]);
    expect(world.mails()).toHaveLength(2);
  });

  test('the first mail that is taken again ends it, and the others follow', async () => {
    world.now = '2026-12-01T15:11:00Z';
    await deliverTo('employee', 'supervisor');
    expect(world.mails().map(({ to }) => to.name)).toEqual([
      'Jordan Reyes',
      'Jordan Reyes',
      'Dana Whitfield',
    ]);
    expect([await mailTo('employee'), await mailTo('supervisor')]).toMatchObject([
      { status: 'SENT', attempts: 1 },
      { status: 'SENT', attempts: 1 },
    ]);
    expect(await world.ports.pause.current()).toBeUndefined();
    expect(told('mail_resumed')).toMatchObject([{ level: 'INFO', since: START }]);
  });

  test('a probe that says nothing about it leaves it as it is', async () => {
    world.now = '2026-12-01T15:11:00Z';
    world.ses.push({ outcome: 'unknown', code: 'TimeoutError' });
    await deliverTo('employee', 'supervisor');
    expect(await world.ports.pause.current()).toMatchObject({ since: START });
    expect(await mailTo('supervisor')).toMatchObject({ status: 'PENDING', attempts: 0 });
  });

  test('a second pause begins at its own moment', async () => {
    world.now = '2026-12-01T15:11:00Z';
    await deliverTo('employee');
    world.now = '2026-12-01T16:00:00Z';
    world.ses.push(PAUSED);
    await deliverTo('supervisor');
    expect(await world.ports.pause.current()).toMatchObject({ since: '2026-12-01T16:00:00Z' });
  });

  test('a mail that could not leave for two days is in the record as lost, so that no silence counts', async () => {
    for (const hours of [46, 47]) {
      world.now = addHours(START, hours);
      world.ses.push(PAUSED);
      await deliverTo('employee', 'supervisor');
    }
    const { undelivered } = await world.ports.store.load(stored.id);
    expect(undelivered.map(({ to, outcome }) => [to, outcome])).toEqual([
      ['employee', 'failed'],
      ['supervisor', 'failed'],
    ]);
    expect(await mailTo('employee')).toMatchObject({ status: 'FAILED', error: 'SendingPausedException' });
  });
});

test.each([
  PAUSED,
  { outcome: 'refused', because: 'quota', code: 'DailyQuota' },
  { outcome: 'refused', because: 'rate', code: 'TooManyRequestsException' },
  { outcome: 'refused', because: 'account', code: 'AccessDeniedException' },
] as const satisfies SendResult[])(
  'SES-7, SES-8: a mail that never left ($code) does not count as having arrived when two days are over',
  async (refusal) => {
    for (let hours = 0; hours < 48; hours += 1) {
      world.now = addHours(START, hours);
      const { status, notBefore = '' } = await mailTo('employee');
      if (status !== 'PENDING' || notBefore > world.now) continue;
      world.ses.push(refusal);
      await deliverTo('employee');
      world.ses.length = 0;
    }
    const plan = await world.ports.store.load(stored.id);
    const request = plan.requests.acknowledgement as Request;
    const employee = request.respondents.find(({ participant }) => participant === 'employee') as Respondent;
    const twoDays = addHours(START, 48);
    expect(isReached(employee, request, { ...plan, undelivered: [] }, twoDays)).toBe(true);
    expect(isReached(employee, request, plan, twoDays)).toBe(false);
  },
);

test('a mail that was taken stays sent, though the end of the pause could not be written down', async () => {
  world.ses.push(PAUSED);
  await deliverTo('employee');
  world.now = '2026-12-01T15:11:00Z';
  world.ports.pause = {
    ...world.ports.pause,
    end: async () => {
      throw new Error('the table is away');
    },
  };
  await deliverTo('employee');
  await deliverTo('employee');
  expect(await mailTo('employee')).toMatchObject({ status: 'SENT' });
  expect(world.mails()).toHaveLength(2);
});
