import type { OutboxRow, Settlement } from '../../adapters/store.ts';
import { effectName } from '../effect-name.ts';
import { errorFields, logger } from '../logging.ts';
import { tryLater } from '../outbox-retry.ts';
import { effect } from './effect.ts';
import type { EffectsPorts } from './ports.ts';

/** Longer than the function may run: whoever claims it later can be sure that nobody is still at it. */
export const EFFECT_LEASE_SECONDS = 60;

/** Brings about what one row owes. Each of these effects may safely happen twice; the claim keeps that rare. */
export async function perform(row: OutboxRow, ports: EffectsPorts): Promise<void> {
  if (row.kind === 'mail') return;
  const claimed = await ports.store.claim(row.planId, row.key, ports.now(), EFFECT_LEASE_SECONDS);
  if (!claimed) return;
  const settlement = await attempt(claimed, ports);
  await ports.store.settle(row.planId, row.key, { ...settlement, attempt: claimed.attempts });
  logger().info('effect', { planId: row.planId, effect: effectName(row.key), status: settlement.status });
}

async function attempt(row: OutboxRow, ports: EffectsPorts): Promise<Settlement> {
  try {
    return await effect(row, ports);
  } catch (error) {
    const { error: name } = errorFields(error);
    return tryLater(row, name, ports.now());
  }
}
