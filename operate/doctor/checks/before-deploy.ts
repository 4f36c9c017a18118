import { unclear } from '../finding.ts';
import type { Check } from '../world.ts';
import { leftTable } from './left-table.ts';
import { senderBefore } from './sender-before.ts';
import { sendingBefore } from './sending-before.ts';
import { sharedValues } from './shared-values.ts';
import { signInDomain } from './sign-in-domain.ts';
import { stuckStacks } from './stuck-stacks.ts';

const configurationThere: Check = {
  name: 'deploy.configuration',
  look: async ({ config, stage }) =>
    config
      ? []
      : [
          unclear(
            'deploy.configuration',
            `There is no config/${stage}.json: what would be deployed is not known.`,
            `Copy config/prod.json to config/${stage}.json and fill it in.`,
          ),
        ],
};

/** What must be known before anything is changed; each by itself, so that one that cannot look hides no other. */
export const beforeDeploy: readonly Check[] = [
  configurationThere,
  stuckStacks,
  sharedValues,
  leftTable,
  senderBefore,
  signInDomain,
  sendingBefore,
];
