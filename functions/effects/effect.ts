import type { OutboxRow, Settlement } from '../../adapters/store.ts';
import { isLive } from '../../domain/agenda.ts';
import { commandContext } from '../command-context.ts';
import type { EffectsPorts } from './ports.ts';
import { wake } from './wake.ts';

const DONE: Settlement = { status: 'DONE' };
const SKIPPED: Settlement = { status: 'SKIPPED' };

/** One effect other than mail, and how its row ends. Finding it done already is as good as doing it. */
export async function effect(row: OutboxRow, ports: EffectsPorts): Promise<Settlement> {
  const { store, workflows, events } = ports;
  switch (row.kind) {
    case 'start-workflow': {
      const plan = await store.load(row.planId);
      // A run that is history already would only end itself.
      if (!isLive(plan) || plan.run !== row.run) return SKIPPED;
      const how = await workflows.start(row.planId, row.run, row.createdAt);
      if (how === 'spent') await takeAnother(row, ports);
      return DONE;
    }
    case 'stop-workflow':
      await workflows.stop(row.planId, row.run);
      return DONE;
    case 'answer-task':
      return (await wake(row, ports)) ? DONE : SKIPPED;
    case 'publish':
      await events.publish(row.detailType, row.detail, row.createdAt);
      return DONE;
    case 'mail':
      return SKIPPED;
  }
}

/**
 * The name of this run belongs to an execution of a past that the record does not know: it was put back in time. That one
 * drives nothing any more, and the plan gets the next run that can be had.
 */
async function takeAnother(
  { planId, run }: Extract<OutboxRow, { kind: 'start-workflow' }>,
  ports: EffectsPorts,
): Promise<void> {
  await ports.workflows.stop(planId, run);
  const to = await ports.workflows.unusedRun(planId, run + 1);
  const context = commandContext(ports, planId, { kind: 'system', id: 'effects' });
  await ports.store.commit(planId, { type: 'RestartRun', run, to }, context);
}
