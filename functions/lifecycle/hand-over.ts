import type { Instant, Plan } from '../../domain/plan.ts';
import { commandContext } from '../command-context.ts';
import type { TaskPorts } from '../ports.ts';
import type { NextEvent } from './shapes.ts';

/**
 * Step Functions ends an execution after a year. The workflow brings a wait that is too long back at 350 days; this is a
 * day less, so that clocks that do not quite agree never send it round again.
 */
const DAYS = 349;

export const isTooOld = ({ startedAt }: NextEvent, now: Instant): boolean =>
  startedAt !== undefined && Date.parse(now) - Date.parse(startedAt) >= DAYS * 86_400_000;

/** Gives the plan to another run when it still has something ahead; answers the plan as it then is. */
export async function handOver({ planId, run }: NextEvent, ports: TaskPorts): Promise<Plan> {
  const context = commandContext(ports, planId, { kind: 'system', id: 'lifecycle' });
  const { plan } = await ports.store.commit(
    planId,
    { type: 'RestartRun', run, because: 'long_run' },
    context,
  );
  return plan;
}
