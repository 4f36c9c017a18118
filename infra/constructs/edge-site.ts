import { Duration } from 'aws-cdk-lib';
import type { ICertificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  type IOrigin,
  OriginRequestPolicy,
  type ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { AaaaRecord, ARecord, type IHostedZone, RecordTarget } from 'aws-cdk-lib/aws-route53';
import { CloudFrontTarget } from 'aws-cdk-lib/aws-route53-targets';
import { Construct } from 'constructs';
import { answerFor } from '../answer-for.ts';
import { type Host, pathsOf } from '../routes.ts';

export interface EdgeSiteProps {
  /** Who opens it, and with that which paths lead on. */
  host: Host;
  hostName: string;
  origin: IOrigin;
  certificate: ICertificate;
  firewallArn: string;
  headers: ResponseHeadersPolicy;
  zone?: IHostedZone | undefined;
}

/** Answers that CloudFront would keep for ten seconds and hand to the next who asks, whatever the cache policy says. */
const ERRORS = [400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504];

/** One host at the edge: the paths that are its own lead to the API, all others end here. */
export class EdgeSite extends Construct {
  readonly distribution: Distribution;

  constructor(scope: Construct, id: string, props: EdgeSiteProps) {
    super(scope, id);
    const { host, hostName, origin, certificate, firewallArn, headers, zone } = props;
    const behavior: BehaviorOptions = {
      origin,
      allowedMethods: AllowedMethods.ALLOW_ALL,
      // What one person reads is never kept for another; errors are, unless `errorResponses` says otherwise.
      cachePolicy: CachePolicy.CACHING_DISABLED,
      // API Gateway knows itself by the origin's name only; tokens of programs go along.
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
      responseHeadersPolicy: headers,
    };
    const nothingHere = new EdgeFunction(this, 'NothingHere', {
      comment: `What is not ${host === 'admin' ? 'the admin site or the API' : 'a page of a link'}`,
      runtime: FunctionRuntime.JS_2_0,
      code: FunctionCode.fromInline(nothingHereCode(host)),
    });
    this.distribution = new Distribution(this, 'Distribution', {
      comment: `PIP Follow-Up: ${hostName}`,
      domainNames: [hostName],
      certificate,
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      httpVersion: HttpVersion.HTTP2_AND_3,
      webAclId: firewallArn,
      errorResponses: ERRORS.map((httpStatus) => ({ httpStatus, ttl: Duration.seconds(0) })),
      defaultBehavior: {
        ...behavior,
        functionAssociations: [{ function: nothingHere, eventType: FunctionEventType.VIEWER_REQUEST }],
      },
      additionalBehaviors: Object.fromEntries(pathsOf(host).map((path) => [path, behavior])),
    });
    answerFor(this.distribution, {
      CFR1: 'People answer from wherever they are, on leave or on a journey; nobody is kept out for the country they are in.',
      CFR3: 'It does log, by a delivery of its own: the older log that this rule looks for would write down addresses with links in them.',
    });
    if (!zone) return;
    const target = RecordTarget.fromAlias(new CloudFrontTarget(this.distribution));
    const record = { zone, recordName: hostName, target };
    new ARecord(this, 'Ipv4', record);
    new AaaaRecord(this, 'Ipv6', record);
  }
}

/** People who type the admin host by hand come to its first page; nobody opens the other one but by a link. */
const nothingHereCode = (host: Host): string =>
  [
    'function handler(event) {',
    ...(host === 'admin'
      ? [
          "  if (event.request.uri === '/') return { statusCode: 302, headers: { location: { value: '/admin' } } };",
        ]
      : []),
    '  return {',
    '    statusCode: 404,',
    "    headers: { 'content-type': { value: 'text/plain; charset=utf-8' }, 'cache-control': { value: 'no-store' } },",
    `    body: '${NOTHING[host]}',`,
    '  };',
    '}',
  ].join('\n');

const NOTHING: Record<Host, string> = {
  participants: 'There is no page at this address. Open the link in the last e-mail you got from us.',
  admin: 'There is no page at this address. Begin at /admin.',
};
