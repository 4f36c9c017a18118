import type { OutboxRow, Settlement } from '../../adapters/store.ts';
import type { Undelivered } from '../../domain/plan.ts';
import { stillOwed } from '../../domain/still-owed.ts';
import { commandContext } from '../command-context.ts';
import { errorFields, logger } from '../logging.ts';
import { tryLater } from '../outbox-retry.ts';
import { compose } from './compose.ts';
import type { MailerPorts } from './ports.ts';
import { recordUndelivered } from './record-undelivered.ts';
import { settlementOf } from './settlement.ts';

/** Longer than the function may run, so that a claim that is over means a worker that is gone. */
export const MAIL_LEASE_SECONDS = 120;

export type MailRow = Extract<OutboxRow, { kind: 'mail' }>;

/**
 * Sends one e-mail: claimed first, checked against the newest record, sent with one call. When the function dies after
 * that call the row stays claimed, and the sweeper marks it UNKNOWN: it is not sent again by itself. A mail that is given
 * up is in the record before its row says so.
 */
export async function deliver(row: OutboxRow, ports: MailerPorts): Promise<void> {
  if (row.kind !== 'mail') return;
  const claimed = await ports.store.claim(row.planId, row.key, ports.now(), MAIL_LEASE_SECONDS);
  if (claimed?.kind !== 'mail') return;
  const settlement = await attempt(claimed, ports);
  const lost = LOST[settlement.status];
  if (lost) {
    const context = commandContext(ports, row.planId, { kind: 'system', id: 'mailer' });
    await recordUndelivered(claimed, lost, ports.store, context);
  }
  await ports.store.settle(row.planId, row.key, { ...settlement, attempt: claimed.attempts });
  const { status, error } = settlement;
  logger().info('mail', { planId: row.planId, effect: row.key, status, ...(error && { code: error }) });
}

const LOST: Partial<Record<Settlement['status'], Undelivered['outcome']>> = {
  FAILED: 'failed',
  UNKNOWN: 'unknown',
};

/** Whatever throws in here throws before the one call that sends: the mailer itself answers, and never throws. */
async function attempt(row: MailRow, ports: MailerPorts): Promise<Settlement> {
  try {
    const plan = await ports.store.load(row.planId);
    if (!stillOwed(row, plan)) return { status: 'SKIPPED' };
    const mail = await compose(row, plan, ports);
    return mail
      ? settlementOf(await ports.mailer.send(mail), row, ports.now())
      : { status: 'FAILED', error: 'NoRecipient' };
  } catch (error) {
    return tryLater(row, errorFields(error).error, ports.now());
  }
}
