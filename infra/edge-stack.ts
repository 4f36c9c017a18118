import { CfnOutput, Duration, SecretValue, Stack, type StackProps } from 'aws-cdk-lib';
import { Certificate, CertificateValidation, type ICertificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  type Distribution,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  OriginProtocolPolicy,
  OriginSslPolicy,
  ResponseHeadersPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { ResourcePolicy } from 'aws-cdk-lib/aws-logs';
import { HostedZone, type IHostedZone } from 'aws-cdk-lib/aws-route53';
import type { Construct } from 'constructs';
import { ORIGIN_KEY_HEADER } from '../adapters/origin-header.ts';
import { CertificateAlarm, EdgeAlarms } from './constructs/edge-alarms.ts';
import { EdgeLog, edgeLogNames } from './constructs/edge-log.ts';
import { EdgeSite } from './constructs/edge-site.ts';
import { Firewall, firewallLogName } from './constructs/firewall.ts';
import { OperatorsTopic } from './constructs/operators-topic.ts';
import { originSecretName } from './constructs/origin-key.ts';
import { originHost } from './host-settings.ts';
import { HOSTS, type Host } from './routes.ts';
import type { Config } from './settings.ts';

/** A configuration that names hosts. */
export type HostedConfig = Config & { hosts: NonNullable<Config['hosts']> };

/** Whether something stands before the API. */
export const isHosted = (config: Config): config is HostedConfig => config.hosts !== undefined;

export interface EdgeStackProps extends StackProps {
  config: HostedConfig;
}

/**
 * What stands before the API: the two hosts, their certificate, the web firewall. All of it is managed from us-east-1; it
 * knows the API by its name in the DNS alone, so that neither stack waits for the other.
 */
export class EdgeStack extends Stack {
  constructor(scope: Construct, id: string, { config, ...props }: EdgeStackProps) {
    super(scope, id, props);
    const { hosts, stage, logRetentionDays: logRetention } = config;
    const zone =
      config.zone &&
      HostedZone.fromHostedZoneAttributes(this, 'Zone', {
        hostedZoneId: config.zone.id,
        zoneName: config.zone.name,
      });
    const shared = {
      certificate: certificateFor(this, config, zone),
      firewallArn: new Firewall(this, 'Firewall', { logRetention }).arn,
      headers: atLeastTheseHeaders(this),
      zone,
    };
    letLogsBeWritten(this);
    const key = SecretValue.secretsManager(originSecretName(stage), { jsonField: hosts.originKey });
    // So that nobody takes this key away while it is shown.
    new CfnOutput(this, 'OriginKey', {
      value: hosts.originKey,
      description: 'Name of the key that CloudFront shows',
    });
    const distributions = {} as Record<Host, Distribution>;
    for (const host of HOSTS) {
      const site = new EdgeSite(this, host === 'admin' ? 'Admin' : 'Participants', {
        ...shared,
        host,
        hostName: hosts[host],
        origin: new HttpOrigin(originHost(hosts), {
          protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
          originSslProtocols: [OriginSslPolicy.TLS_V1_2],
          readTimeout: Duration.seconds(30),
          // A reference that CloudFormation puts the key in place of; the template never holds it.
          customHeaders: { [ORIGIN_KEY_HEADER]: key.unsafeUnwrap() },
        }),
      });
      distributions[host] = site.distribution;
      new EdgeLog(site, 'Log', { distribution: site.distribution, name: host, logRetention });
      if (zone) continue;
      new CfnOutput(this, host === 'admin' ? 'DnsForAdmin' : 'DnsForParticipants', {
        value: `${hosts[host]} CNAME ${site.distribution.distributionDomainName}`,
        description: 'A record to write to your DNS',
      });
    }
    // An alarm tells only topics of its own region.
    const { topic: operators } = new OperatorsTopic(this, 'Operators', { operators: config.operators });
    new EdgeAlarms(this, 'Alarms', { stage, distributions, operators });
    if (config.certificates)
      new CertificateAlarm(this, 'Expiry', {
        stage,
        which: 'edge',
        arn: config.certificates.edge,
        operators,
      });
  }
}

function certificateFor(stack: EdgeStack, config: HostedConfig, zone: IHostedZone | undefined): ICertificate {
  const { certificates, hosts } = config;
  if (certificates) return Certificate.fromCertificateArn(stack, 'Certificate', certificates.edge);
  return new Certificate(stack, 'Certificate', {
    domainName: hosts.participants,
    subjectAlternativeNames: [hosts.admin],
    validation: CertificateValidation.fromDns(zone),
  });
}

/** Left out, AWS adds such a policy by itself where whoever deploys may do that, and writes nothing where not. */
const letLogsBeWritten = (stack: EdgeStack): void => {
  const streams = (group: string) =>
    stack.formatArn({ service: 'logs', resource: `log-group:${group}:log-stream:*` });
  new ResourcePolicy(stack, 'Logs', {
    policyStatements: [
      new PolicyStatement({
        principals: [new ServicePrincipal('delivery.logs.amazonaws.com')],
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [streams(`${edgeLogNames(stack)}*`), streams(firewallLogName(stack))],
        conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
      }),
    ],
  });
};

/** For answers that no function gave; what a function says of itself stays as it is. */
const atLeastTheseHeaders = (stack: EdgeStack): ResponseHeadersPolicy =>
  new ResponseHeadersPolicy(stack, 'Headers', {
    comment: 'Where a function said nothing of its own',
    securityHeadersBehavior: {
      strictTransportSecurity: {
        accessControlMaxAge: Duration.days(730),
        includeSubdomains: true,
        override: false,
      },
      contentTypeOptions: { override: false },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override: false },
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.SAME_ORIGIN, override: false },
    },
  });
