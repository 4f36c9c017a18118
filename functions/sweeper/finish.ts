import type { OutboxRow } from '../../adapters/store.ts';
import type { TaskPorts } from '../ports.ts';

/** Brings a late effect back to whoever performs it. A mail that may have been sent is never among them. */
export async function finish(row: OutboxRow, { store, now }: TaskPorts): Promise<void> {
  const { planId, key, attempts: attempt } = row;
  if (row.status === 'PENDING') {
    await store.nudge(planId, key, now());
  } else if (row.kind === 'mail') {
    await store.settle(planId, key, { status: 'UNKNOWN', error: 'WorkerGone', attempt });
  } else {
    await store.settle(planId, key, { status: 'PENDING', error: 'WorkerGone', attempt });
  }
}
