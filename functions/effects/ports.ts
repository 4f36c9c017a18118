import { eventBridgeClient } from '../../adapters/clients/event-bridge.ts';
import { sfnClient } from '../../adapters/clients/sfn.ts';
import { now } from '../../adapters/clock.ts';
import { setting } from '../../adapters/environment.ts';
import { createEvents, type Events } from '../../adapters/events.ts';
import { newLinkId, newPlanId } from '../../adapters/ids.ts';
import { ruleLibrary } from '../../adapters/packs.ts';
import { createWorkflows, type Workflows } from '../../adapters/workflows.ts';
import { lazy, settings, store, type TaskPorts } from '../ports.ts';

export type EffectsPorts = TaskPorts & { workflows: Workflows; events: Events };

export const effectsPorts = (): EffectsPorts =>
  lazy<EffectsPorts>({
    store,
    now: () => now,
    library: ruleLibrary,
    ids: () => ({ plan: newPlanId, link: newLinkId }),
    settings,
    workflows: () => createWorkflows({ client: sfnClient(), stateMachineArn: setting('STATE_MACHINE_ARN') }),
    events: () => createEvents({ client: eventBridgeClient(), busName: setting('EVENT_BUS_NAME') }),
  });
