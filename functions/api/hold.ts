import type { Actor } from '../../domain/events.ts';
import type { PlanId } from '../../domain/plan.ts';
import { commandContext } from '../command-context.ts';
import type { TaskPorts } from '../ports.ts';

/**
 * Keeps the records of plans of people in a similar position, whatever their age (R3): each gets a hold of its own,
 * with the same reason, and is released by itself.
 *
 * Nothing is held unless all of them exist. Repeating it changes nothing for those that are held already.
 *
 * @throws PlanNotFound, PlanErased
 */
export async function holdComparators(
  planIds: readonly PlanId[],
  reason: string,
  ports: TaskPorts,
  actor: Actor,
): Promise<void> {
  const all = [...new Set(planIds)];
  const plans = await Promise.all(all.map((planId) => ports.store.load(planId)));
  for (const plan of plans) {
    if (plan.legalHold) continue;
    await ports.store.commit(
      plan.id,
      { type: 'SetLegalHold', reason },
      commandContext(ports, plan.id, actor),
    );
  }
}
