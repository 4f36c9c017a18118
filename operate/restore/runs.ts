import type { PlanStore } from '../../adapters/store.ts';
import { PlanErased } from '../../adapters/store-errors.ts';
import type { Workflows } from '../../adapters/workflows.ts';
import { type Context, NotAllowedNow } from '../../domain/index.ts';
import type { RestoreOptions } from '../restore.ts';

/**
 * Looks after the executions of plans that were put back: by the record, with the reason in it.
 *
 * @param contextOf everything a decision about this plan may look at; its actor is whoever restores.
 * @param reason stays in the record of every plan that goes on.
 */
export const runsOf = (
  { store, workflows }: { store: Pick<PlanStore, 'commit'>; workflows: Pick<Workflows, 'stop'> },
  contextOf: (planId: string) => Context,
  reason: string,
): RestoreOptions['runs'] => ({
  stop: (planId, run) => workflows.stop(planId, run),
  async restart(planId, run) {
    const command = { type: 'RestartRun', run, because: 'by_operator', reason } as const;
    try {
      await store.commit(planId, command, contextOf(planId));
    } catch (error) {
      // Nothing comes due by itself, or its record has been deleted in time: there is nothing to drive.
      if (!(error instanceof NotAllowedNow || error instanceof PlanErased)) throw error;
    }
  },
});
