import { arnOf, idFrom, named } from './identity.ts';
import type { SupportedType } from './supported-type.ts';

const LABEL = 'a label';
const SENT_BY_NOBODY = 'mail goes no further than the inbox of the sandbox';

/** Amazon SES: who may send, and what is said of what became of mail. */
export const MAIL_TYPES: Record<string, SupportedType> = {
  'AWS::SES::EmailIdentity': {
    nameProperty: 'EmailIdentity',
    identify: (name) => {
      const arn = arnOf('ses', `identity/${name}`);
      const tokens = [1, 2, 3].flatMap((number) => {
        const token = idFrom(`${name}#${number}`, 32);
        return [
          [`DkimDNSTokenName${number}`, `${token}._domainkey.${name}`],
          [`DkimDNSTokenValue${number}`, `${token}.dkim.amazonses.com`],
        ] as const;
      });
      return { arn, ref: name, attributes: { Arn: arn, ...Object.fromEntries(tokens) } };
    },
    used: [
      ...['EmailIdentity', 'ConfigurationSetAttributes', 'DkimAttributes', 'DkimSigningAttributes'],
      ...['MailFromAttributes', 'FeedbackAttributes'],
    ],
    ignored: { Tags: LABEL },
  },
  'AWS::SES::ConfigurationSet': {
    nameProperty: 'Name',
    longestName: 64,
    identify: named((name) => arnOf('ses', `configuration-set/${name}`)),
    used: [
      ...['Name', 'DeliveryOptions', 'ReputationOptions', 'SendingOptions', 'SuppressionOptions'],
      'TrackingOptions',
    ],
    ignored: { VdmOptions: SENT_BY_NOBODY, ArchivingOptions: SENT_BY_NOBODY, Tags: LABEL },
  },
  'AWS::SES::ConfigurationSetEventDestination': {
    identify: named((name) => arnOf('ses', `event-destination/${name}`)),
    used: ['ConfigurationSetName', 'EventDestination'],
  },
};
