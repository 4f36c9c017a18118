import { stackName } from '../../common/deployment.ts';
import { ok, wrong } from '../finding.ts';
import type { Check, World } from '../world.ts';

/** What the service that is deployed takes from the data stack, and the one that would be deployed does not. */
function takenAway({ config, deployment: { outputs } }: World): string[] {
  const baseUrl = outputs.get('BaseUrl') ?? '';
  const hadHosts = baseUrl !== '' && !new URL(baseUrl).hostname.endsWith('.amazonaws.com');
  return [
    ...(config?.signIn && outputs.has('UserPoolId') ? ['the user pool'] : []),
    ...(!config?.hosts && hadHosts ? ['the key that CloudFront shows'] : []),
  ];
}

/** CloudFormation takes nothing away from one stack that another one uses, and the data stack is deployed first. */
export const sharedValues: Check = {
  name: 'deploy.order',
  look: async (world) => {
    const { config, deployment, stage, file } = world;
    if (!config || !deployment.stacks.service) return [];
    const gone = takenAway(world);
    if (gone.length === 0) return [ok('deploy.order', 'All stacks can be deployed in one go.')];
    return [
      wrong(
        'deploy.order',
        `${file} no longer needs ${gone.join(' and ')}, which the deployed service still uses: CloudFormation would refuse to take it from the data stack.`,
        `Deploy the service first, by itself: npx cdk deploy ${stackName(stage, 'service')} --exclusively -c config=${file}    (docs/how-to/deploy.md)`,
      ),
    ];
  },
};
