import { expectThat, type Finding, ok, wrong } from '../finding.ts';
import type { Check, World } from '../world.ts';
import { domainOf, identityNamed } from './sender.ts';

/** Whether the data stack made this identity: it names one that was verified before by the same output. */
async function isOurs({ deployment }: World, domain: string): Promise<boolean> {
  if (deployment.outputs.get('SenderIdentity') !== domain) return false;
  const made = await deployment.resources('AWS::SES::EmailIdentity');
  return made.some(({ PhysicalResourceId }) => PhysicalResourceId === domain);
}

async function existing({ aws, file }: World, address: string): Promise<Finding> {
  const domain = domainOf(address);
  const [ofDomain, ofAddress] = [await identityNamed(aws, domain), await identityNamed(aws, address)];
  return expectThat(
    [ofDomain, ofAddress].some((one) => one?.VerifiedForSendingStatus === true),
    'deploy.sender',
    `${address} may send.`,
    ofDomain || ofAddress
      ? `${domain} is not verified: no mail would leave.`
      : `SES knows neither ${domain} nor ${address} in ${aws.region}: no mail would leave.`,
    `aws sesv2 create-email-identity --email-identity ${domain} --region ${aws.region}, publish its DNS records and wait until it is verified; or set sender.identity to "create" in ${file}.`,
  );
}

/** Which identity mail is sent from, and whose it is. */
export const senderBefore: Check = {
  name: 'deploy.sender',
  look: async (world) => {
    const { aws, config, file } = world;
    if (!config) return [];
    const { address, identity } = config.sender;
    if (identity === 'existing') return [await existing(world, address)];
    const domain = domainOf(address);
    if (!(await identityNamed(aws, domain)))
      return [ok('deploy.sender', `Nobody has the identity ${domain} yet: the stack makes it.`)];
    if (await isOurs(world, domain)) return [ok('deploy.sender', `The stacks hold the identity ${domain}.`)];
    return [
      wrong(
        'deploy.sender',
        `SES has the identity ${domain} already, and not by this stage: the stack cannot create it a second time.`,
        `Set "identity": "existing" under sender in ${file}; or, when nobody uses it: aws sesv2 delete-email-identity --email-identity ${domain} --region ${aws.region}`,
      ),
    ];
  },
};
