import { DescribeUserPoolDomainCommand } from '@aws-sdk/client-cognito-identity-provider';
import { ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { type StackPart, stackName } from '../../common/deployment.ts';
import { expectThat, type Finding, ok, unclear, wrong } from '../finding.ts';
import type { Check, World } from '../world.ts';
import { domainOf, identityNamed } from './sender.ts';

/** A stack in one of these states takes no update; the other states that end in FAILED do. */
const STUCK = [
  'ROLLBACK_COMPLETE',
  'ROLLBACK_FAILED',
  'CREATE_FAILED',
  'DELETE_FAILED',
  'UPDATE_ROLLBACK_FAILED',
];
const PARTS: StackPart[] = ['data', 'edge', 'service'];

const regionOf = (part: StackPart, { aws }: World): string => (part === 'edge' ? 'us-east-1' : aws.region);

/** What CloudFormation would refuse, or do halfway. */
const takesUpdates = (world: World): Finding[] =>
  PARTS.flatMap((part): Finding[] => {
    const status = `${world.deployment.stacks[part]?.StackStatus ?? ''}`;
    const name = stackName(world.stage, part);
    const at = `--stack-name ${name} --region ${regionOf(part, world)}`;
    if (status.endsWith('_IN_PROGRESS'))
      return [
        wrong(
          `deploy.${part}`,
          `${name} is ${status}: somebody deploys it right now.`,
          `Wait until that is over: aws cloudformation describe-stacks ${at}`,
        ),
      ];
    if (!STUCK.includes(status)) return [];
    return [
      wrong(
        `deploy.${part}`,
        `${name} is ${status}: CloudFormation takes no update of it.`,
        status === 'UPDATE_ROLLBACK_FAILED'
          ? `aws cloudformation continue-update-rollback ${at}`
          : `aws cloudformation describe-stack-events ${at}    (why), then aws cloudformation delete-stack ${at}. What is retained (the table, the people) stays, and is imported: docs/how-to/deploy.md`,
      ),
    ];
  });

async function tablesOf({ aws }: World, prefix: string): Promise<string[]> {
  const found: string[] = [];
  let after: string | undefined;
  do {
    const page = await aws
      .dynamodb()
      .send(new ListTablesCommand(after === undefined ? {} : { ExclusiveStartTableName: after }));
    found.push(...(page.TableNames ?? []));
    after = page.LastEvaluatedTableName;
  } while (after !== undefined);
  return found.filter((name) => name.startsWith(prefix));
}

/** The table outlives its stack. A new one beside it would be empty, and every plan in the old one forgotten. */
async function leftTable(world: World): Promise<Finding> {
  const { deployment, stage, aws } = world;
  const data = stackName(stage, 'data');
  if (deployment.stacks.data) return ok('deploy.table', 'The record has its stack.');
  const left = await tablesOf(world, `${data}-`);
  return expectThat(
    left.length === 0,
    'deploy.table',
    'There is no record of this stage yet.',
    `There is the table ${left.join(', ')} of this stage, without its stack: deploying would make an empty table beside it, and forget every plan.`,
    `Take it back into its stack: npx cdk import ${data} -c stage=${stage} --region ${aws.region}    (give ${left[0] ?? 'its name'} for the table; docs/runbooks/restore-the-table.md), then deploy. Or choose another stage.`,
  );
}

/** Which identity mail is sent from, and whose it is. */
async function senderIdentity(world: World): Promise<Finding[]> {
  const { aws, config, deployment, file } = world;
  if (!config) return [];
  const { address, identity: how } = config.sender;
  const domain = domainOf(address);
  const [ofDomain, ofAddress] = [await identityNamed(aws, domain), await identityNamed(aws, address)];
  if (how === 'existing') {
    const isVerified = [ofDomain, ofAddress].some((one) => one?.VerifiedForSendingStatus === true);
    return [
      expectThat(
        isVerified,
        'deploy.sender',
        `${address} may send.`,
        ofDomain || ofAddress
          ? `${domain} is not verified: no mail would leave.`
          : `SES knows neither ${domain} nor ${address} in ${aws.region}: no mail would leave.`,
        `aws sesv2 create-email-identity --email-identity ${domain} --region ${aws.region}, publish its DNS records and wait until it is verified; or set sender.identity to "create" in ${file}.`,
      ),
    ];
  }
  if (!ofDomain || deployment.stacks.data)
    return [ok('deploy.sender', `The stacks hold the identity ${domain}.`)];
  return [
    wrong(
      'deploy.sender',
      `SES has the identity ${domain} already, and not by this stage: the stack cannot create it a second time.`,
      `Set "identity": "existing" under sender in ${file}; or, when nobody uses it: aws sesv2 delete-email-identity --email-identity ${domain} --region ${aws.region}`,
    ),
  ];
}

/** The address of the sign-in page is one among all customers of AWS. */
async function signInDomain({ aws, config, deployment, stage }: World): Promise<Finding> {
  if (config?.signIn || deployment.stacks.data)
    return ok('deploy.sign-in', 'Nobody else has its sign-in address.');
  const { account } = await aws.caller();
  const Domain = `pip-follow-up-${stage}-${account}`;
  const { DomainDescription } = await aws.cognito().send(new DescribeUserPoolDomainCommand({ Domain }));
  const pool = DomainDescription?.UserPoolId;
  return pool === undefined
    ? ok('deploy.sign-in', 'Nobody else has its sign-in address.')
    : wrong(
        'deploy.sign-in',
        `The sign-in address ${Domain} belongs to the user pool ${pool}, left from an earlier deployment: the stack cannot take it.`,
        `Take the pool back into its stack (npx cdk import ${stackName(stage, 'data')} -c stage=${stage}), or, when nobody in it is needed: aws cognito-idp delete-user-pool-domain --domain ${Domain} --user-pool-id ${pool} --region ${aws.region}`,
      );
}

/** What must be known before anything is changed. */
export const beforeDeploy: Check = {
  name: 'deploy',
  look: async (world) => {
    if (!world.config)
      return [
        unclear(
          'deploy.configuration',
          `There is no config/${world.stage}.json: what would be deployed is not known.`,
          `Copy config/prod.json to config/${world.stage}.json and fill it in.`,
        ),
      ];
    return [
      ...takesUpdates(world),
      await leftTable(world),
      ...(await senderIdentity(world)),
      await signInDomain(world),
    ];
  },
};
