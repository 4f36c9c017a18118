import type { OutboxRow, Settlement } from '../../adapters/store.ts';
import { isLive } from '../../domain/agenda.ts';
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
      await workflows.start(row.planId, row.run);
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
