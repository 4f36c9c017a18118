import type { OutboxRow, Settlement } from '../../adapters/store.ts';
import type { Plan, Undelivered } from '../../domain/plan.ts';
import { isAwaited, quietUntil } from '../../domain/quiet-hours.ts';
import { zoneOf } from '../../domain/reading.ts';
import { stillOwed } from '../../domain/still-owed.ts';
import { commandContext } from '../command-context.ts';
import { errorFields, logger } from '../logging.ts';
import { tryLater } from '../outbox-retry.ts';
import { compose } from './compose.ts';
import type { MailerPorts } from './ports.ts';
import { recordUndelivered } from './record-undelivered.ts';
import { settlementOf } from './settlement.ts';
import { isOvertaken, together, withoutRepeats } from './together.ts';

/** Longer than the function may run, so that a claim that is over means a worker that is gone. */
export const MAIL_LEASE_SECONDS = 120;

export type MailRow = Extract<OutboxRow, { kind: 'mail' }>;

/** A claimed row and how it ends. */
type Ended = [MailRow, Settlement];

/**
 * Sends what one row owes, and with it whatever else waits for the same person of the same plan: claimed first, checked
 * against the newest record, sent with one call. When the function dies after that call the rows stay claimed, and the
 * sweeper marks them UNKNOWN: they are not sent again by themselves. A mail that is given up is in the record before its
 * row says so. In the reader's quiet hours nothing is sent, and the row waits for their end.
 */
export async function deliver(row: OutboxRow, ports: MailerPorts): Promise<void> {
  if (row.kind !== 'mail') return;
  const claimed = await claim(row, ports);
  if (!claimed) return;
  for (const [each, settlement] of await attempt(claimed, ports)) await settle(each, settlement, ports);
}

async function claim({ planId, key }: OutboxRow, { store, now }: MailerPorts): Promise<MailRow | undefined> {
  const claimed = await store.claim(planId, key, now(), MAIL_LEASE_SECONDS);
  return claimed?.kind === 'mail' ? claimed : undefined;
}

async function settle(row: MailRow, settlement: Settlement, ports: MailerPorts): Promise<void> {
  const { planId, key, attempts } = row;
  const lost = LOST[settlement.status];
  if (lost) {
    const context = commandContext(ports, planId, { kind: 'system', id: 'mailer' });
    await recordUndelivered(row, lost, ports.store, context);
  }
  await ports.store.settle(planId, key, { ...settlement, attempt: attempts });
  const { status, error } = settlement;
  logger().info('mail', { planId, effect: key, status, ...(error && { code: error }) });
}

const LOST: Partial<Record<Settlement['status'], Undelivered['outcome']>> = {
  FAILED: 'failed',
  UNKNOWN: 'unknown',
};

/** Whatever throws in here throws before the one call that sends: the mailer itself answers, and never throws. */
async function attempt(first: MailRow, ports: MailerPorts): Promise<Ended[]> {
  const held = [first];
  try {
    const plan = await ports.store.load(first.planId);
    if (!stillOwed(first, plan)) return [[first, { status: 'SKIPPED' }]];
    const outbox = await ports.store.outbox(first.planId);
    if (isOvertaken(first, outbox)) return [[first, { status: 'SKIPPED' }]];
    const until = heldUntil(first, plan, ports);
    if (until) return [[first, { status: 'PENDING', notBefore: until, untried: true }]];
    for (const sibling of together(first, outbox, plan, ports.now())) {
      const claimed = await claim(sibling, ports);
      if (claimed) held.push(claimed);
    }
    return await send(held, plan, ports);
  } catch (error) {
    const { error: code } = errorFields(error);
    return held.map((row) => [row, tryLater(row, code, ports.now())]);
  }
}

const heldUntil = (row: MailRow, plan: Plan, { quietHours, now }: MailerPorts) =>
  quietHours && !isAwaited(row) ? quietUntil(now(), zoneOf(plan, row.to), quietHours) : undefined;

/** What is not owed any more is left out; all that is goes in one mail and ends as one. */
async function send(held: MailRow[], plan: Plan, ports: MailerPorts): Promise<Ended[]> {
  const skipped = held.filter((row) => !stillOwed(row, plan));
  const [first, ...more] = held.filter((row) => !skipped.includes(row));
  const ended = skipped.map((row): Ended => [row, { status: 'SKIPPED' }]);
  if (!first) return ended;
  const owed: [MailRow, ...MailRow[]] = [first, ...more];
  const mail = await compose(withoutRepeats(owed), plan, ports);
  if (!mail)
    return [...ended, ...owed.map((row): Ended => [row, { status: 'FAILED', error: 'NoRecipient' }])];
  const result = await ports.mailer.send(mail);
  return [...ended, ...owed.map((row): Ended => [row, settlementOf(result, row, ports.now())])];
}
