import type { OutboxRow } from '../../adapters/store.ts';
import { commandContext } from '../command-context.ts';
import { giveUp } from '../mailer/give-up.ts';
import { recordUndelivered } from '../mailer/record-undelivered.ts';
import { isTooOld } from '../mailer/try-again.ts';
import type { TaskPorts } from '../ports.ts';

const ERROR = 'WorkerGone';

/** Brings a late effect back to whoever performs it; a mail that may have been sent becomes `unknown` instead. */
export async function finish(row: OutboxRow, ports: TaskPorts): Promise<'unknown' | 'brought back'> {
  const { store, now } = ports;
  const { planId, key, attempts: attempt } = row;
  // Once the mailer was asked in vain: what waited while nothing ran is for the mailer to send, or to give up.
  if (row.kind === 'mail' && row.status === 'PENDING' && row.nudgedAt && isTooOld(row, now())) {
    await giveUp(row, ports);
  } else if (row.status === 'PENDING') {
    await store.nudge(planId, key, now());
  } else if (row.kind !== 'mail') {
    await store.settle(planId, key, { status: 'PENDING', error: ERROR, attempt });
  } else if (await isStillHeld(row, ports)) {
    const context = commandContext(ports, planId, { kind: 'system', id: 'sweeper' });
    await recordUndelivered(row, 'unknown', store, context);
    const isUnknown = await store.settle(planId, key, { status: 'UNKNOWN', error: ERROR, attempt });
    if (!isUnknown) await findAfterAll(row, ports);
    return 'unknown';
  }
  return 'brought back';
}

/** The index that late rows are found in may be behind, and what the record says of a mail stays said. */
async function isStillHeld({ planId, key, attempts }: OutboxRow, { store }: TaskPorts): Promise<boolean> {
  const rows = await store.outbox(planId);
  return rows.some((row) => row.key === key && row.status === 'SENDING' && row.attempts === attempts);
}

/** The mail service said in this very moment that it has the mail, and so does its row: the record is to say it, too. */
async function findAfterAll(row: Extract<OutboxRow, { kind: 'mail' }>, ports: TaskPorts): Promise<void> {
  const { planId, key, template, to, requestId } = row;
  const rows = await ports.store.outbox(planId);
  if (!rows.some((now) => now.key === key && now.status === 'SENT')) return;
  const mails = [{ key, template, to, ...(requestId && { requestId }) }];
  const context = commandContext(ports, planId, { kind: 'system', id: 'sweeper' });
  await ports.store.commit(planId, { type: 'RecordFound', mails }, context);
}
