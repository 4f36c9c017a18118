import type { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { loadStage } from '../../infra/config.ts';
import { addFollowUp } from '../../infra/follow-up.ts';
import type { Config } from '../../infra/settings.ts';
import { acmePack } from '../support/acme-pack.ts';
import { appAsTheCli, bundlesThere } from './as-the-cli.ts';

const prod = loadStage('prod');

/** As production is described, with hosts, in a region that is not the edge's; and unlike the examples where that shows. */
export const hostedConfig: Config & { hosts: NonNullable<Config['hosts']> } = {
  ...prod,
  stage: 'prod-2',
  region: 'eu-west-1',
  hosts: prod.hosts as NonNullable<Config['hosts']>,
  defaultPack: 'general',
  timeZone: 'Europe/Berlin',
  logRetentionDays: 365,
  packs: [acmePack()],
};

interface Hosted {
  app: App;
  stacks: ReturnType<typeof addFollowUp>;
  data: Template;
  edge: Template;
  service: Template;
}

let made: Hosted | undefined;

/** The templates of such a deployment, made once for all who ask. */
export function hosted(): Hosted {
  if (made) return made;
  const app = appAsTheCli();
  const stacks = addFollowUp(app, hostedConfig, bundlesThere);
  const { data, edge, service } = stacks;
  if (!edge) throw new Error('A configuration with hosts has a stack for them.');
  const [first, second, third] = [data, edge, service].map((stack) => Template.fromStack(stack));
  made = { app, stacks, data: first as Template, edge: second as Template, service: third as Template };
  return made;
}
