import { eventBridgeClient, sfnClient } from '../../adapters/clients.ts';
import { now } from '../../adapters/clock.ts';
import { setting } from '../../adapters/environment.ts';
import { createEvents, type Events } from '../../adapters/events.ts';
import { createWorkflows, type Workflows } from '../../adapters/workflows.ts';
import { lazy, type Ports, store } from '../ports.ts';

export type EffectsPorts = Pick<Ports, 'store' | 'now'> & { workflows: Workflows; events: Events };

export const effectsPorts = (): EffectsPorts =>
  lazy<EffectsPorts>({
    store,
    now: () => now,
    workflows: () => createWorkflows({ client: sfnClient(), stateMachineArn: setting('STATE_MACHINE_ARN') }),
    events: () => createEvents({ client: eventBridgeClient(), busName: setting('EVENT_BUS_NAME') }),
  });
