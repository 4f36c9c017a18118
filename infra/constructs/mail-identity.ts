import { CfnOutput, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { CnameRecord, HostedZone, type IHostedZone, MxRecord, TxtRecord } from 'aws-cdk-lib/aws-route53';
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  DkimIdentity,
  EasyDkimSigningKeyLength,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
  MailFromBehaviorOnMxFailure,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import { configurationSetName, domainOf } from '../sender.ts';
import type { Config } from '../settings.ts';

/** What SES says of every mail. Whether it was opened or a link in it followed is nobody's business (SES-3). */
const TOLD = [
  EmailSendingEvent.SEND,
  EmailSendingEvent.DELIVERY,
  EmailSendingEvent.BOUNCE,
  EmailSendingEvent.COMPLAINT,
  EmailSendingEvent.REJECT,
  EmailSendingEvent.DELIVERY_DELAY,
  EmailSendingEvent.RENDERING_FAILURE,
];

/** Without them no mail leaves, whatever became of the stack; what a first deployment could not finish is taken back. */
const KEPT = RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE;

/** One line of a zone file. */
interface DnsRecord {
  /** For ids, e.g. `Dkim1`. */
  what: string;
  name: string;
  type: 'CNAME' | 'MX' | 'TXT';
  value: string;
}

/**
 * Who e-mails come from, as SES and the mail systems of readers know it: a configuration set, which every mail goes out
 * with, and, unless it was made before, the domain of the sender with signatures, a domain of its own for bounces, and
 * their DNS records; where the zone is kept elsewhere, the stack puts out each record that is to be written there.
 */
export class MailIdentity extends Construct {
  constructor(scope: Construct, id: string, config: Pick<Config, 'stage' | 'sender' | 'zone'>) {
    super(scope, id);
    const configurationSet = new ConfigurationSet(this, 'Set', {
      configurationSetName: configurationSetName(config.stage),
      // A mail that would cross the net in plain text bounces instead, and HR serves on paper: it holds links.
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      reputationMetrics: true,
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    });
    configurationSet.addEventDestination('Told', {
      configurationSetEventDestinationName: 'event-bus',
      // SES writes to the default bus of an account only.
      destination: EventDestination.eventBus(EventBus.fromEventBusName(this, 'DefaultBus', 'default')),
      events: TOLD,
    });
    put(this, 'ConfigurationSet', configurationSet.configurationSetName, 'What every mail goes out with');

    const domain = domainOf(config.sender);
    if (config.sender.identity === 'existing') {
      put(this, 'SenderIdentity', domain, 'Verified before, or its address or a domain above it is');
      return;
    }
    const bounces = `bounce.${domain}`;
    const identity = new EmailIdentity(this, 'Domain', {
      identity: Identity.domain(domain),
      configurationSet,
      dkimIdentity: DkimIdentity.easyDkim(EasyDkimSigningKeyLength.RSA_2048_BIT),
      mailFromDomain: bounces,
      // Mail goes on when the record for bounces is missing or goes missing; `doctor` says so.
      mailFromBehaviorOnMxFailure: MailFromBehaviorOnMxFailure.USE_DEFAULT_VALUE,
      // What became of a mail is told by events; notices to the sender's address would be read by nobody.
      feedbackForwarding: false,
    });
    put(this, 'SenderIdentity', identity.emailIdentityName, 'The domain that is verified in SES');
    const records: DnsRecord[] = [
      ...identity.dkimRecords.map(({ name, value }, index) => ({
        what: `Dkim${index + 1}`,
        name,
        type: 'CNAME' as const,
        value,
      })),
      {
        what: 'BounceMx',
        name: bounces,
        type: 'MX',
        value: `10 feedback-smtp.${Stack.of(this).region}.amazonses.com`,
      },
      { what: 'BounceSpf', name: bounces, type: 'TXT', value: 'v=spf1 include:amazonses.com ~all' },
    ];
    // Never written: it would stand in the way of a stricter one, at this domain or inherited from one above it.
    put(
      this,
      'MailRecordDmarc',
      `_dmarc.${domain} TXT v=DMARC1; p=none`,
      'To be written to the DNS only where neither the domain nor one above it has a DMARC policy',
    );
    identity.applyRemovalPolicy(KEPT);
    const zone = zoneFor(this, domain, config.zone);
    for (const record of records) {
      if (zone) write(this, zone, record);
      else
        put(
          this,
          `MailRecord${record.what}`,
          `${record.name} ${record.type} ${record.value}`,
          'To be written to the DNS zone of the sender',
        );
    }
  }
}

/** An output whose name is only the given one: commands look for it. */
const put = (scope: MailIdentity, name: string, value: string, description: string): void =>
  new CfnOutput(scope, name, { value, description }).overrideLogicalId(name);

/** The zone that this domain's records belong in; `undefined` when it is kept elsewhere. */
function zoneFor(scope: MailIdentity, domain: string, zone: Config['zone']): IHostedZone | undefined {
  if (!zone || (domain !== zone.name && !domain.endsWith(`.${zone.name}`))) return undefined;
  return HostedZone.fromHostedZoneAttributes(scope, 'Zone', { hostedZoneId: zone.id, zoneName: zone.name });
}

function write(scope: MailIdentity, zone: IHostedZone, { what, name, type, value }: DnsRecord): void {
  // With the dot at its end a name is taken as it is, though it is not known before the deployment.
  const where = { zone, recordName: `${name}.` };
  const [priority, hostName = ''] = value.split(' ');
  const written = {
    CNAME: () => new CnameRecord(scope, what, { ...where, domainName: value }),
    MX: () => new MxRecord(scope, what, { ...where, values: [{ priority: Number(priority), hostName }] }),
    TXT: () => new TxtRecord(scope, what, { ...where, values: [value] }),
  };
  written[type]().applyRemovalPolicy(KEPT);
}
