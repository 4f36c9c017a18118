import type { Plan } from '../../domain/plan.ts';
import { commandContext } from '../command-context.ts';
import type { TaskPorts } from '../ports.ts';
import type { LifecycleEvent } from './shapes.ts';

/** Commits everything due now and answers the plan as it then is. @throws StaleRun when a newer run drives the plan. */
export async function advance({ planId, run }: LifecycleEvent, ports: TaskPorts): Promise<Plan> {
  const context = commandContext(ports, planId, { kind: 'system', id: 'lifecycle' });
  const { plan } = await ports.store.commit(planId, { type: 'Advance', run }, context);
  return plan;
}
