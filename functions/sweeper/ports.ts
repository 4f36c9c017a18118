import { now } from '../../adapters/clock.ts';
import { newLinkId, newPlanId } from '../../adapters/ids.ts';
import { ruleLibrary } from '../../adapters/packs.ts';
import type { AskSending } from '../../adapters/sending-account.ts';
import { lazy, settings, store, type TaskPorts } from '../ports.ts';

export type SweepPorts = TaskPorts & { sending: AskSending };

export const sweepPorts = (): SweepPorts =>
  lazy<SweepPorts>({
    store,
    library: ruleLibrary,
    now: () => now,
    ids: () => ({ plan: newPlanId, link: newLinkId }),
    settings,
    // Read when it is first asked for, so that no cold start waits for it.
    sending: () => async () => {
      const { askSending } = await import('../../adapters/sending-account.ts');
      const { sesAccountClient } = await import('../../adapters/clients/ses-account.ts');
      return askSending(sesAccountClient())();
    },
  });
