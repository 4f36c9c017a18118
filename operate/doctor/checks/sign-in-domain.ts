import { DescribeUserPoolDomainCommand } from '@aws-sdk/client-cognito-identity-provider';
import { stackName } from '../../common/deployment.ts';
import { ok, wrong } from '../finding.ts';
import type { Check } from '../world.ts';
import { isHalfMade } from './half-made.ts';

const FREE = ok('deploy.sign-in', 'Nobody else has its sign-in address.');

/** The address of the sign-in page is one among all customers of AWS. */
export const signInDomain: Check = {
  name: 'deploy.sign-in',
  look: async ({ aws, config, deployment, stage }) => {
    if (!config) return [];
    const { data } = deployment.stacks;
    if (config.signIn || (data && !isHalfMade(data.StackStatus))) return [FREE];
    const { account } = await aws.caller();
    const Domain = `pip-follow-up-${stage}-${account}`;
    const { DomainDescription } = await aws.cognito().send(new DescribeUserPoolDomainCommand({ Domain }));
    const pool = DomainDescription?.UserPoolId;
    if (pool === undefined) return [FREE];
    return [
      wrong(
        'deploy.sign-in',
        `The sign-in address ${Domain} belongs to the user pool ${pool}, left from an earlier deployment: the stack cannot take it.`,
        `Take the pool back into its stack (npx cdk import ${stackName(stage, 'data')} -c stage=${stage}), or, when nobody in it is needed: aws cognito-idp delete-user-pool-domain --domain ${Domain} --user-pool-id ${pool} --region ${aws.region}`,
      ),
    ];
  },
};
