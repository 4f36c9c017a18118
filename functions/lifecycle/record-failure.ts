import { commandContext } from '../command-context.ts';
import type { TaskPorts } from '../ports.ts';
import type { FailedEvent } from './shapes.ts';

/** Error names as AWS and we spell them; anything else could be somebody's words. */
const NAME = /^[A-Za-z][\w.:-]{0,79}$/;

/** Puts the failure of a run into the record, by the error's name only. */
export async function recordFailure(event: FailedEvent, ports: TaskPorts): Promise<Record<string, never>> {
  const { planId, run } = event;
  const error = NAME.test(event.error) ? event.error : 'Unnamed';
  const context = commandContext(ports, planId, { kind: 'system', id: 'lifecycle' });
  await ports.store.commit(planId, { type: 'RecordRunFailure', run, error }, context);
  return {};
}
