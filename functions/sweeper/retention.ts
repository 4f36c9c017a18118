import { logger } from '../logging.ts';
import type { TaskPorts } from '../ports.ts';

/** Deleting is never urgent: a round takes few, so that it has time for what is. */
export const MOST_PER_ROUND = 10;
/** So many are looked at for them: a record that cannot be deleted must not keep the others from it. */
export const LOOKED_AT = 200;

/** Deletes the record of a plan whose time is over; the certificate that stays says so, and so does the log. */
export async function eraseIfOver(
  { planId }: { planId: string },
  { store, library, now }: Pick<TaskPorts, 'store' | 'library' | 'now'>,
): Promise<void> {
  const certificate = await store.erase(planId, { now: now(), library });
  if (!certificate) return;
  const { rule, events, head } = certificate;
  logger().info('record deleted', { planId, rule, events, head });
}
