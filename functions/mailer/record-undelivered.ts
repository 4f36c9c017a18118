import type { PlanStore } from '../../adapters/store.ts';
import type { Context } from '../../domain/commands.ts';
import type { Undelivered } from '../../domain/plan.ts';
import type { MailRow } from './deliver.ts';

/**
 * Puts into the record that a mail did not leave, or that nobody knows. To be called before its row is settled: after a
 * crash in between it is said again, and the record takes it once.
 */
export async function recordUndelivered(
  { planId, key, template, to, requestId }: MailRow,
  outcome: Undelivered['outcome'],
  store: PlanStore,
  context: Context,
): Promise<void> {
  const mail: Undelivered = { key, template, to, outcome, ...(requestId && { requestId }) };
  await store.commit(planId, { type: 'RecordUndelivered', mail }, context);
}
