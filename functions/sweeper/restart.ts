import type { PlanSummary } from '../../domain/summarise.ts';
import { commandContext } from '../command-context.ts';
import type { TaskPorts } from '../ports.ts';

/** Gives a plan that nobody drives another run. Nothing happens when somebody has, in the meantime. */
export async function restart({ planId, run }: PlanSummary, ports: TaskPorts): Promise<void> {
  const context = commandContext(ports, planId, { kind: 'system', id: 'sweeper' });
  await ports.store.commit(planId, { type: 'RestartRun', run }, context);
}
