import { type App, Tags } from 'aws-cdk-lib';
import { DataStack } from './data-stack.ts';
import { ServiceStack } from './service-stack.ts';
import type { Config } from './settings.ts';

/** Adds the stacks of one deployment to the app. */
export function addFollowUp(app: App, config: Config): { data: DataStack; service: ServiceStack } {
  const prefix = `pip-follow-up-${config.stage}`;
  const data = new DataStack(app, `${prefix}-data`, {
    description: 'PIP Follow-Up: the record of all plans',
    config,
  });
  const service = new ServiceStack(app, `${prefix}-service`, {
    description: 'PIP Follow-Up: everything around the record',
    config,
    table: data.table,
    linkSecret: data.linkSecret,
    sessionSecret: data.sessionSecret,
    ...(data.accounts && { accounts: data.accounts }),
  });
  Tags.of(app).add('application', 'pip-follow-up');
  Tags.of(app).add('stage', config.stage);
  return { data, service };
}
