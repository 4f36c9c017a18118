import { GetEmailIdentityCommand, type GetEmailIdentityCommandOutput } from '@aws-sdk/client-sesv2';
import type { Aws } from '../../common/aws.ts';
import { expectThat, type Finding, ok, wrong } from '../finding.ts';
import type { Check, World } from '../world.ts';

export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

/** `undefined` when SES knows nothing of that name. */
export async function identityNamed(
  aws: Aws,
  EmailIdentity: string,
): Promise<GetEmailIdentityCommandOutput | undefined> {
  try {
    return await aws.ses().send(new GetEmailIdentityCommand({ EmailIdentity }));
  } catch (error) {
    if ((error as Error).name === 'NotFoundException') return undefined;
    throw error;
  }
}

/** Whom mail comes from: the output of the stacks says it, or the configuration. */
export const senderOf = ({ deployment, config }: World): string | undefined =>
  deployment.outputs.get('SenderIdentity') ?? (config && domainOf(config.sender.address));

/** Whether mail may be sent from the sender's domain, and arrives as what it is. */
export const sender: Check = {
  name: 'sender',
  look: async (world) => {
    const name = senderOf(world);
    if (name === undefined) return [];
    const { aws, stage } = world;
    const identity = await identityNamed(aws, name);
    if (!identity)
      return [
        wrong(
          'sender.identity',
          `SES knows no identity ${name} in ${aws.region}: every mail is refused.`,
          world.config?.sender.identity === 'existing'
            ? `aws sesv2 create-email-identity --email-identity ${name} --region ${aws.region}, publish its DNS records, and wait until it is verified.`
            : `npm run deploy -- --stage ${stage}`,
        ),
      ];
    return [verified(name, identity), dkim(name, identity), ...mailFrom(name, identity), set(name, identity)];
  },
};

const RECORDS = (name: string) =>
  `Publish the records that the outputs of the data stack name (or aws sesv2 get-email-identity --email-identity ${name}); it then takes minutes, at most 72 hours.`;

const verified = (name: string, { VerifiedForSendingStatus }: GetEmailIdentityCommandOutput): Finding =>
  expectThat(
    VerifiedForSendingStatus === true,
    'sender.identity',
    `${name} is verified.`,
    `${name} is not verified yet: every mail is refused.`,
    RECORDS(name),
  );

const dkim = (name: string, { DkimAttributes = {} }: GetEmailIdentityCommandOutput): Finding =>
  expectThat(
    DkimAttributes.Status === 'SUCCESS' && DkimAttributes.SigningEnabled !== false,
    'sender.dkim',
    'Mail is signed (DKIM).',
    `Mail is not signed (DKIM is ${DkimAttributes.Status ?? 'not set up'}): mailboxes may take it for spam or refuse it.`,
    RECORDS(name),
  );

function mailFrom(name: string, { MailFromAttributes }: GetEmailIdentityCommandOutput): Finding[] {
  const { MailFromDomain, MailFromDomainStatus } = MailFromAttributes ?? {};
  return [
    expectThat(
      Boolean(MailFromDomain) && MailFromDomainStatus === 'SUCCESS',
      'sender.mail-from',
      `Bounces come back to ${MailFromDomain}, which belongs to the same domain (SPF).`,
      MailFromDomain
        ? `The MAIL FROM domain ${MailFromDomain} is ${MailFromDomainStatus}: its MX and SPF records are missing.`
        : 'There is no MAIL FROM domain of your own: SPF does not speak for your domain.',
      MailFromDomain
        ? RECORDS(name)
        : `aws sesv2 put-email-identity-mail-from-attributes --email-identity ${name} --mail-from-domain bounce.${name}`,
    ),
  ];
}

const set = (name: string, { ConfigurationSetName }: GetEmailIdentityCommandOutput): Finding =>
  ConfigurationSetName
    ? ok('sender.configuration-set', `Its mail goes by the configuration set ${ConfigurationSetName}.`)
    : wrong(
        'sender.configuration-set',
        `${name} has no configuration set of its own: mail sent without naming one tells nobody what became of it.`,
        `aws sesv2 put-email-identity-configuration-set-attributes --email-identity ${name} --configuration-set-name NAME (the output ConfigurationSet of the data stack)`,
      );
