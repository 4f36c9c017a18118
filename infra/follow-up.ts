import { type App, Tags } from 'aws-cdk-lib';
import { type Bundler, bundleDoors } from './bundles.ts';
import { DataStack } from './data-stack.ts';
import { EDGE_REGION } from './edge-region.ts';
import { EdgeStack, isHosted } from './edge-stack.ts';
import { ServiceStack } from './service-stack.ts';
import { type Config, isProduction } from './settings.ts';

/** The stacks of one deployment; `edge` only where the configuration names hosts. */
export interface FollowUp {
  data: DataStack;
  service: ServiceStack;
  edge?: EdgeStack;
}

/**
 * Adds the stacks of one deployment to the app.
 *
 * @param bundle where the functions' code comes from, if it is not to be made anew
 */
export function addFollowUp(app: App, config: Config, bundle: Bundler = bundleDoors): FollowUp {
  const prefix = `pip-follow-up-${config.stage}`;
  const where = (region: string) => ({
    env: { region, ...(config.account && { account: config.account }) },
    terminationProtection: isProduction(config.stage),
  });
  const data = new DataStack(app, `${prefix}-data`, {
    ...where(config.region),
    description: 'PIP Follow-Up: the record of all plans',
    config,
  });
  const service = new ServiceStack(app, `${prefix}-service`, {
    ...where(config.region),
    description: 'PIP Follow-Up: everything around the record',
    config,
    bundle,
    key: data.key,
    table: data.table,
    linkSecret: data.linkSecret,
    sessionSecret: data.sessionSecret,
    ...(data.originSecret && { originSecret: data.originSecret }),
    ...(data.accounts && { accounts: data.accounts }),
  });
  const stacks: FollowUp = { data, service };
  if (isHosted(config)) {
    stacks.edge = new EdgeStack(app, `${prefix}-edge`, {
      ...where(EDGE_REGION),
      description: 'PIP Follow-Up: the hosts people open, and what guards them',
      config,
    });
    stacks.edge.addStackDependency(data, 'CloudFront shows a key that the data stack makes');
  }
  tag(app, { ...config.tags, application: 'pip-follow-up', stage: config.stage });
  return stacks;
}

const tag = (scope: App, tags: Record<string, string>): void => {
  for (const [name, value] of Object.entries(tags)) Tags.of(scope).add(name, value);
};
