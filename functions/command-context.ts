import type { Context } from '../domain/commands.ts';
import type { Actor } from '../domain/events.ts';
import type { PlanId } from '../domain/plan.ts';
import type { TaskPorts } from './ports.ts';

/** Everything a decision about this plan may look at besides the plan. */
export const commandContext = (
  ports: Pick<TaskPorts, 'now' | 'ids' | 'library' | 'settings'>,
  planId: PlanId,
  actor: Actor,
): Context => ({
  now: ports.now(),
  actor,
  newLinkId: () => ports.ids.link(planId),
  library: ports.library,
  // Read when a draft asks for them: only functions that take drafts are given these settings.
  get defaults() {
    return ports.settings.defaults;
  },
});
