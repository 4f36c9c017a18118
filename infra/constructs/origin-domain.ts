import { CfnOutput, Stack } from 'aws-cdk-lib';
import { DomainName, SecurityPolicy } from 'aws-cdk-lib/aws-apigatewayv2';
import { Certificate, CertificateValidation } from 'aws-cdk-lib/aws-certificatemanager';
import { ARecord, HostedZone, RecordTarget } from 'aws-cdk-lib/aws-route53';
import { ApiGatewayv2DomainProperties } from 'aws-cdk-lib/aws-route53-targets';
import { Construct } from 'constructs';
import { originHost } from '../host-settings.ts';
import type { Config } from '../settings.ts';

type OriginDomainProps = {
  hosts: NonNullable<Config['hosts']>;
} & { [Setting in 'zone' | 'certificates']: Config[Setting] | undefined };

/** The name that CloudFront reaches the API by. It answers nobody who does not show the key of the origin. */
export class OriginDomain extends Construct {
  readonly name: DomainName;

  constructor(scope: Construct, id: string, { hosts, zone: where, certificates }: OriginDomainProps) {
    super(scope, id);
    const domainName = originHost(hosts);
    const zone =
      where &&
      HostedZone.fromHostedZoneAttributes(this, 'Zone', { hostedZoneId: where.id, zoneName: where.name });
    this.name = new DomainName(this, 'Name', {
      domainName,
      securityPolicy: SecurityPolicy.TLS_1_2,
      certificate: certificates
        ? Certificate.fromCertificateArn(this, 'Certificate', certificates.api)
        : new Certificate(this, 'Certificate', {
            domainName,
            validation: CertificateValidation.fromDns(zone),
          }),
    });
    const { regionalDomainName, regionalHostedZoneId } = this.name;
    if (zone) {
      const target = new ApiGatewayv2DomainProperties(regionalDomainName, regionalHostedZoneId);
      new ARecord(this, 'Ipv4', { zone, recordName: domainName, target: RecordTarget.fromAlias(target) });
      return;
    }
    new CfnOutput(Stack.of(this), 'DnsForOrigin', {
      value: `${domainName} CNAME ${regionalDomainName}`,
      description: 'A record to write to your DNS',
    });
  }
}
