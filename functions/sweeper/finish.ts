import type { OutboxRow } from '../../adapters/store.ts';
import { commandContext } from '../command-context.ts';
import { recordUndelivered } from '../mailer/record-undelivered.ts';
import type { TaskPorts } from '../ports.ts';

const ERROR = 'WorkerGone';

/** Brings a late effect back to whoever performs it. A mail that may have been sent is never among them. */
export async function finish(row: OutboxRow, ports: TaskPorts): Promise<void> {
  const { store, now } = ports;
  const { planId, key, attempts: attempt } = row;
  if (row.status === 'PENDING') {
    await store.nudge(planId, key, now());
  } else if (row.kind !== 'mail') {
    await store.settle(planId, key, { status: 'PENDING', error: ERROR, attempt });
  } else if (await isStillHeld(row, ports)) {
    const context = commandContext(ports, planId, { kind: 'system', id: 'sweeper' });
    await recordUndelivered(row, 'unknown', store, context);
    await store.settle(planId, key, { status: 'UNKNOWN', error: ERROR, attempt });
  }
}

/** The index that late rows are found in may be behind, and what the record says of a mail stays said. */
async function isStillHeld({ planId, key, attempts }: OutboxRow, { store }: TaskPorts): Promise<boolean> {
  const rows = await store.outbox(planId);
  return rows.some((row) => row.key === key && row.status === 'SENDING' && row.attempts === attempts);
}
