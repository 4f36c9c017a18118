import { beforeEach, describe, expect, test } from 'vitest';
import { outboxKey } from '../../adapters/keys.ts';
import type { Command, MailNamed } from '../../domain/index.ts';
import { stream } from '../../functions/chains.ts';
import { deliver } from '../../functions/mailer/deliver.ts';
import { StoredPlan } from '../support/stored-plan.ts';
import { CONTEXT, streamEvent } from './lambda.ts';
import { capturedLogs } from './logs.ts';
import { type World, worldAt } from './ports.ts';

let world: World;
let stored: StoredPlan;
capturedLogs();

const OLD = 'jordan.reyes@agency.example';
const NEW = 'jordan.new@agency.example';

const drain = async () => {
  for (const { kind, key, status } of await world.ports.store.outbox(stored.id)) {
    if (kind !== 'mail' || status !== 'PENDING') continue;
    const row = await world.rows.get(outboxKey(stored.id, key));
    await stream(deliver, world.ports)(streamEvent(row ? [row] : []), CONTEXT);
  }
};
const say = (command: Command) => stored.commit(command);
const bounced = async (email: string) => {
  const [row] = (await world.ports.store.outbox(stored.id)).flatMap((one) =>
    one.kind === 'mail' && one.to === 'employee' ? [one] : [],
  );
  const { key, template, to } = row as MailNamed;
  await say({
    type: 'RecordFeedback',
    mails: [{ key, template, to }],
    said: 'bounced_for_good',
    sentTo: email,
    sentAt: stored.now,
  });
};
const correct = (email: string) => say({ type: 'CorrectAddress', participant: 'employee', email });
const praise = () => say({ type: 'Recognise', text: 'Nobody had to wait for an answer.' });
/** To whom the employee’s mails of one more round went, and whether SES is told to forget what it knows of the address. */
const sent = async () => {
  const before = world.mails().length;
  await drain();
  return world
    .mails()
    .slice(before)
    .filter(({ to }) => to.name === 'Jordan Reyes')
    .map(({ to, givenAnew = false }) => [to.address, givenAnew]);
};

beforeEach(async () => {
  world = worldAt('2026-12-01T15:00:00Z');
  stored = new StoredPlan(world.ports.store);
  await stored.launch();
  await drain();
});

describe('the account’s list of addresses that SES sends nothing to', () => {
  test('is not asked to forget an address that nothing came back from', async () => {
    await praise();
    expect(await sent()).toEqual([[OLD, false]]);
  });

  test('forgets an address that HR confirmed, for the first mail there and for no later one', async () => {
    await bounced(OLD);
    await correct(OLD);
    expect(await sent()).toEqual([[OLD, true]]);
    await praise();
    expect(await sent()).toEqual([[OLD, false]]);
  });

  test('forgets it for whatever comes first, also where nothing was to be asked again', async () => {
    await stored.sign('employee');
    await bounced(OLD);
    await correct(OLD);
    expect(await sent()).toEqual([]);
    await praise();
    expect(await sent()).toEqual([[OLD, true]]);
  });

  test('forgets it once more when SES refused that first mail', async () => {
    await bounced(OLD);
    await correct(OLD);
    world.ses.push({ outcome: 'refused', because: 'rate', code: 'TooManyRequestsException' });
    expect(await sent()).toEqual([[OLD, true]]);
    world.now = '2026-12-01T16:00:00Z';
    expect(await sent()).toEqual([[OLD, true]]);
  });

  test('keeps what it knows of a new address, which this plan knows nothing of', async () => {
    await bounced(OLD);
    await correct(NEW);
    expect(await sent()).toEqual([[NEW, false]]);
    await praise();
    expect(await sent()).toEqual([[NEW, false]]);
  });

  test('keeps what it knows of a new address also when the one before it had been confirmed', async () => {
    await bounced(OLD);
    await correct(OLD);
    await correct(NEW);
    expect(await sent()).toEqual([[NEW, false]]);
  });

  test('forgets it again after it came back again and was confirmed again', async () => {
    await bounced(OLD);
    await correct(OLD);
    await sent();
    await bounced(OLD);
    await correct(OLD);
    expect(await sent()).toEqual([[OLD, true]]);
  });
});
