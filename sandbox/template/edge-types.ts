import { arnOf, byArn, byId, type Identify, idFrom, named } from './identity.ts';
import type { IgnoredType } from './ignored-types.ts';
import type { SupportedType } from './supported-type.ts';

const AT_ITS_OWN_ADDRESS = 'the sandbox serves at its own address, without TLS and without a name in the DNS';
const NO_FIREWALL = 'nothing but this machine reaches the sandbox';
const EDGE_ONLY = 'what CloudFront would answer by itself, the API answers with 404';
const LOGGED = 'log lines are kept by the sandbox itself';

const global = (service: string, kind: string) => (id: string) => arnOf(service, `${kind}/${id}`, '');

const distribution: Identify = (name) => {
  const id = `E${idFrom(name, 13).toUpperCase()}`;
  return {
    arn: global('cloudfront', 'distribution')(id),
    ref: id,
    attributes: { Id: id, DomainName: `d${idFrom(name, 13)}.cloudfront.net` },
  };
};

/** CloudFront: the sandbox answers in its place, and adds the headers that it adds. */
export const EDGE_TYPES: Record<string, SupportedType> = {
  'AWS::CloudFront::Distribution': {
    identify: distribution,
    used: ['DistributionConfig'],
    ignored: { Tags: 'a label' },
  },
};

const origin: Identify = (_, { DomainName }) => ({
  arn: arnOf('apigateway', `/domainnames/${DomainName}`),
  ref: `${DomainName}`,
  attributes: {
    RegionalDomainName: `d-${idFrom(`${DomainName}`, 10)}.execute-api.us-east-1.amazonaws.com`,
    RegionalHostedZoneId: 'Z1UJRXOUMOOFQ8',
  },
});

const inWaf = byArn((name) => arnOf('wafv2', `global/webacl/${name}`));

/** What else stands before the API in an account of AWS. */
export const EDGE_IGNORED: Record<string, IgnoredType> = {
  'AWS::CloudFront::Function': {
    reason: EDGE_ONLY,
    identify: named(global('cloudfront', 'function'), (name) => ({
      FunctionARN: global('cloudfront', 'function')(name),
    })),
  },
  'AWS::CloudFront::ResponseHeadersPolicy': {
    reason: EDGE_ONLY,
    identify: byId(36, global('cloudfront', 'response-headers-policy')),
  },
  'AWS::WAFv2::WebACL': { reason: NO_FIREWALL, identify: inWaf },
  'AWS::WAFv2::LoggingConfiguration': { reason: NO_FIREWALL, identify: inWaf },
  'AWS::CertificateManager::Certificate': {
    reason: AT_ITS_OWN_ADDRESS,
    identify: byArn((name) => arnOf('acm', `certificate/${name}`)),
  },
  'AWS::Route53::RecordSet': {
    reason: AT_ITS_OWN_ADDRESS,
    identify: named(global('route53', 'recordset')),
  },
  'AWS::ApiGatewayV2::DomainName': { reason: AT_ITS_OWN_ADDRESS, identify: origin },
  'AWS::ApiGatewayV2::ApiMapping': {
    reason: AT_ITS_OWN_ADDRESS,
    identify: byId(7, (id) => arnOf('apigateway', `/apimappings/${id}`)),
  },
  'AWS::Logs::DeliverySource': {
    reason: LOGGED,
    identify: named((name) => arnOf('logs', `delivery-source:${name}`)),
  },
  'AWS::Logs::DeliveryDestination': {
    reason: LOGGED,
    identify: named((name) => arnOf('logs', `delivery-destination:${name}`)),
  },
  'AWS::Logs::Delivery': { reason: LOGGED, identify: named((name) => arnOf('logs', `delivery:${name}`)) },
};
