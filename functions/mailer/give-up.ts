import { stillOwed } from '../../domain/still-owed.ts';
import { commandContext } from '../command-context.ts';
import type { TaskPorts } from '../ports.ts';
import type { MailRow } from './deliver.ts';
import { recordUndelivered } from './record-undelivered.ts';
import { isTooLate } from './too-late.ts';

const LEASE_SECONDS = 60;

/** The mailer does not get to it, though it was brought back more than once. */
const ERROR = 'NeverTried';

/** Gives up a mail that is too old and that nobody sends, so that the record says who was not reached. */
export async function giveUp({ planId, key }: MailRow, ports: TaskPorts): Promise<void> {
  const { store, now } = ports;
  const claimed = await store.claim(planId, key, now(), LEASE_SECONDS);
  if (claimed?.kind !== 'mail') return;
  const attempt = claimed.attempts;
  const plan = await store.load(planId);
  if (!stillOwed(claimed, plan) && !isTooLate(claimed, plan, now())) {
    await store.settle(planId, key, { status: 'SKIPPED', attempt });
    return;
  }
  const context = commandContext(ports, planId, { kind: 'system', id: 'sweeper' });
  await recordUndelivered(claimed, 'failed', store, context);
  await store.settle(planId, key, { status: 'FAILED', error: ERROR, attempt });
}
