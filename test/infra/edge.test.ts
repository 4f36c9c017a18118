import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { ORIGIN_KEY_HEADER } from '../../adapters/origin-header.ts';
import { Front } from '../../infra/constructs/front.ts';
import { DataStack } from '../../infra/data-stack.ts';
import { EdgeStack, type HostedConfig } from '../../infra/edge-stack.ts';
import { hostOf, pathsOf, routes } from '../../infra/routes.ts';
import { hosted, hostedConfig } from './hosted.ts';
import { all, assembly, type Json, only, target, service as withoutHosts } from './templates.ts';

const { data, edge, service, stacks, app } = hosted();
const distributions = all(edge, 'AWS::CloudFront::Distribution').map(
  ([id, { Properties }]) => [id, Properties.DistributionConfig] as const,
);
const [, acl] = only(edge, 'AWS::WAFv2::WebACL');

/** The stack of the edge by itself: without the service it takes no bundling. */
const edgeOf = (change: Partial<HostedConfig>): Template =>
  Template.fromStack(
    new EdgeStack(new App(), 'edge', {
      env: { region: 'us-east-1' },
      config: { ...hostedConfig, ...change },
    }),
  );

const certificates = {
  edge: 'arn:aws:acm:us-east-1:123456789012:certificate/edge',
  api: 'arn:aws:acm:eu-west-1:123456789012:certificate/api',
};

test('CDK-18: each host has a distribution of its own, by HTTPS alone, with TLS 1.2 at least, behind the firewall', () => {
  const certificate = only(edge, 'AWS::CertificateManager::Certificate')[0];
  expect(distributions.map(([, { Aliases }]) => Aliases)).toEqual([
    ['follow-up.agency.example.org'],
    ['follow-up-admin.agency.example.org'],
  ]);
  for (const [, config] of distributions)
    expect(config).toMatchObject({
      Enabled: true,
      HttpVersion: 'http2and3',
      WebACLId: { 'Fn::GetAtt': [only(edge, 'AWS::WAFv2::WebACL')[0], 'Arn'] },
      ViewerCertificate: {
        AcmCertificateArn: { Ref: certificate },
        MinimumProtocolVersion: 'TLSv1.2_2021',
        SslSupportMethod: 'sni-only',
      },
      Origins: [
        {
          DomainName: 'origin.follow-up.agency.example.org',
          CustomOriginConfig: { OriginProtocolPolicy: 'https-only', OriginSSLProtocols: ['TLSv1.2'] },
        },
      ],
    });
});

test('CDK-18: nothing is kept at the edge, and everything but the host goes along to the API', () => {
  for (const [, { CacheBehaviors, DefaultCacheBehavior }] of distributions)
    for (const behavior of [...CacheBehaviors, DefaultCacheBehavior])
      expect(behavior).toMatchObject({
        // The managed policies CachingDisabled and AllViewerExceptHostHeader.
        CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
        OriginRequestPolicyId: 'b689b0a8-53d0-40ab-baf2-68738e2966ac',
        ViewerProtocolPolicy: 'https-only',
        ResponseHeadersPolicyId: { Ref: only(edge, 'AWS::CloudFront::ResponseHeadersPolicy')[0] },
      });
});

test('CDK-18: an error is not kept either, or the next who asks would get the last one’s for ten seconds', () => {
  const codes = [400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504];
  for (const [, { CustomErrorResponses }] of distributions)
    expect(CustomErrorResponses).toEqual(codes.map((ErrorCode) => ({ ErrorCode, ErrorCachingMinTTL: 0 })));
});

test('CDK-18: what a function says in its headers is never overruled at the edge', () => {
  const [, { Properties }] = only(edge, 'AWS::CloudFront::ResponseHeadersPolicy');
  const headers = Object.values<Json>(Properties.ResponseHeadersPolicyConfig.SecurityHeadersConfig);
  expect(headers.map(({ Override }) => Override)).toEqual([false, false, false, false]);
});

/** Whether CloudFront leads a path to the API, as it matches patterns: `*` is anything. */
const leadsOn = (patterns: string[], path: string): boolean =>
  patterns.some((pattern) =>
    pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern,
  );

test('CDK-18: a route of participants never answers on the admin host, nor the reverse', () => {
  const patterns = distributions.map(([, { CacheBehaviors }]) =>
    CacheBehaviors.map(({ PathPattern }: Json) => PathPattern).sort(),
  );
  expect(patterns).toEqual([
    ['/assets/*', '/l/*', '/p/*'],
    ['/admin', '/admin/*', '/api/*'],
  ]);
  expect(patterns).toEqual([pathsOf('participants'), pathsOf('admin')]);
  for (const route of routes) {
    const [participants, admin] = patterns.map((each) => leadsOn(each, route.path));
    expect([participants, admin], route.path).toEqual(
      hostOf(route) === 'admin' ? [false, true] : [true, false],
    );
  }
});

/** What a CloudFront function answers, by running it as the edge would. */
const answerAtTheEdge = (index: number, uri: string): Json => {
  const { DefaultCacheBehavior } = (distributions[index] as (typeof distributions)[number])[1];
  const [{ EventType, FunctionARN }] = DefaultCacheBehavior.FunctionAssociations;
  const code = edge.toJSON().Resources[target(FunctionARN) ?? ''].Properties.FunctionCode;
  expect(EventType).toBe('viewer-request');
  return new Function('event', `${code}\nreturn handler(event);`)({ request: { uri } });
};

test('CDK-18: every other path ends at the edge; the admin host by itself leads to its first page', () => {
  for (const index of [0, 1])
    for (const uri of ['/wp-login.php', '/admins', '/L/token', '/.env'])
      expect(answerAtTheEdge(index, uri)).toMatchObject({
        statusCode: 404,
        body: expect.stringContaining('There is no page at this address.'),
      });
  expect(answerAtTheEdge(0, '/')).toMatchObject({ statusCode: 404 });
  expect(answerAtTheEdge(1, '/')).toEqual({ statusCode: 302, headers: { location: { value: '/admin' } } });
});

test('CDK-18: requests are logged by chosen fields, none of which can hold a link or tell who asked', () => {
  const deliveries = all(edge, 'AWS::Logs::Delivery').map(([, { Properties }]) => Properties);
  expect(deliveries).toHaveLength(2);
  for (const { RecordFields } of deliveries) {
    expect(RecordFields).toEqual(expect.arrayContaining(['date', 'time', 'sc-status', 'time-taken']));
    expect(RecordFields.join(' ')).not.toMatch(/uri|query|referer|cookie|c-ip|forwarded|agent/i);
  }
  const sources = all(edge, 'AWS::Logs::DeliverySource').map(([, { Properties }]) => Properties);
  expect(sources.map(({ LogType }) => LogType)).toEqual(['ACCESS_LOGS', 'ACCESS_LOGS']);
  expect(sources.map(({ ResourceArn }) => JSON.stringify(ResourceArn))).toEqual(
    distributions.map(([id]) => expect.stringContaining(`"Ref":"${id}"`)),
  );
  expect(deliveries.map(({ DeliverySourceName }) => DeliverySourceName)).toEqual(
    sources.map(({ Name }) => Name),
  );
  for (const [, config] of distributions) expect(config).not.toHaveProperty('Logging');
});

test('CDK-19: the firewall knows bad addresses and bad requests, and slows down whoever asks too much', () => {
  const rules = acl.Properties.Rules.sort((a: Json, b: Json) => a.Priority - b.Priority);
  expect(acl.Properties).toMatchObject({ Scope: 'CLOUDFRONT', DefaultAction: { Allow: {} } });
  expect(rules.map(({ Name }: Json) => Name)).toEqual([
    'AWSManagedRulesAmazonIpReputationList',
    'rate',
    'forms',
    'AWSManagedRulesCommonRuleSet',
    'AWSManagedRulesKnownBadInputsRuleSet',
  ]);
  expect(rules[1]).toMatchObject({
    Statement: { RateBasedStatement: { AggregateKeyType: 'IP', Limit: 2000 } },
    Action: { Block: { CustomResponse: { ResponseCode: 429, CustomResponseBodyKey: 'slower' } } },
  });
  const named = [rules[0], rules[3], rules[4]];
  expect(named.map(({ OverrideAction }: Json) => OverrideAction)).toEqual([
    { None: {} },
    { None: {} },
    { None: {} },
  ]);
});

test('SEC-11: forms that come by a link are counted for each address, far below what all together may send', () => {
  const forms = acl.Properties.Rules.find(({ Name }: Json) => Name === 'forms');
  const { Limit, AggregateKeyType, ScopeDownStatement } = forms.Statement.RateBasedStatement;
  expect([AggregateKeyType, Limit]).toEqual(['IP', 100]);
  expect(forms.Action.Block.CustomResponse.ResponseCode).toBe(429);
  const matched = ScopeDownStatement.AndStatement.Statements.map(({ ByteMatchStatement }: Json) => [
    Object.keys(ByteMatchStatement.FieldToMatch)[0],
    ByteMatchStatement.PositionalConstraint,
    ByteMatchStatement.SearchString,
  ]);
  expect(matched).toEqual([
    ['Method', 'EXACTLY', 'POST'],
    ['UriPath', 'STARTS_WITH', '/l/'],
  ]);
  const route = only(service, 'AWS::ApiGatewayV2::Stage')[1].Properties.RouteSettings['POST /l/{token}/new'];
  expect(route.ThrottlingRateLimit * 300).toBeGreaterThan(Limit * 50);
});

test('CDK-19: nobody is turned away for how long or in which words they answer, or for what their issuer sends along', () => {
  const common = acl.Properties.Rules.find(({ Name }: Json) => Name === 'AWSManagedRulesCommonRuleSet');
  const overrides = common.Statement.ManagedRuleGroupStatement.RuleActionOverrides;
  expect(overrides.map(({ Name }: Json) => Name)).toEqual([
    'SizeRestrictions_QUERYSTRING',
    'SizeRestrictions_BODY',
    'CrossSiteScripting_BODY',
    'GenericLFI_BODY',
    'GenericRFI_BODY',
    'EC2MetaDataSSRF_BODY',
  ]);
  for (const { ActionToUse } of overrides) expect(ActionToUse).toEqual({ Count: {} });
});

test('CDK-19: the log of the firewall never shows path, query or who it was, nor what words matched', () => {
  const [, { Properties }] = only(edge, 'AWS::WAFv2::LoggingConfiguration');
  expect(Properties.RedactedFields).toEqual([
    { UriPath: {} },
    { QueryString: {} },
    ...['cookie', 'authorization', 'referer'].map((Name) => ({ SingleHeader: { Name } })),
  ]);
  expect(Properties.LoggingFilter).toEqual({
    DefaultBehavior: 'DROP',
    Filters: [
      {
        Behavior: 'KEEP',
        Requirement: 'MEETS_ANY',
        Conditions: [{ ActionCondition: { Action: 'BLOCK' } }],
      },
    ],
  });
  expect(acl.Properties.VisibilityConfig.SampledRequestsEnabled).toBe(false);
  const groups = all(edge, 'AWS::Logs::LogGroup').map(([, one]) => one.Properties.LogGroupName);
  expect(groups).toContain('aws-waf-logs-pip-follow-up-prod-2-edge');
});

test("CDK-8: with hosts, API Gateway's own address is closed, and a name for CloudFront alone leads to it", () => {
  const api = only(service, 'AWS::ApiGatewayV2::Api');
  expect(api[1].Properties).toMatchObject({ DisableExecuteApiEndpoint: true });
  expect(api[1].Properties).not.toHaveProperty('CorsConfiguration');
  const [domain, { Properties }] = only(service, 'AWS::ApiGatewayV2::DomainName');
  expect(Properties).toMatchObject({
    DomainName: 'origin.follow-up.agency.example.org',
    DomainNameConfigurations: [{ EndpointType: 'REGIONAL', SecurityPolicy: 'TLS_1_2' }],
  });
  const [, mapping] = only(service, 'AWS::ApiGatewayV2::ApiMapping');
  expect(mapping.Properties).toMatchObject({
    ApiId: { Ref: api[0] },
    DomainName: { Ref: domain },
    Stage: '$default',
  });
  expect(only(withoutHosts, 'AWS::ApiGatewayV2::Api')[1].Properties.DisableExecuteApiEndpoint).not.toBe(true);
});

test('CDK-8: CloudFront shows a generated key, which stands in no template, and every web function asks for it', () => {
  const [id, { Properties }] = only(data, 'AWS::SecretsManager::Secret', 'OriginSecret');
  expect(id).toBe('OriginSecret');
  expect(Properties).toMatchObject({
    Name: 'pip-follow-up-prod-2-origin-key',
    GenerateSecretString: { GenerateStringKey: 'k1', PasswordLength: 64, SecretStringTemplate: '{}' },
  });
  for (const [, { Origins }] of distributions)
    expect(Origins[0].OriginCustomHeaders).toEqual([
      {
        HeaderName: ORIGIN_KEY_HEADER,
        HeaderValue: '{{resolve:secretsmanager:pip-follow-up-prod-2-origin-key:SecretString:k1::}}',
      },
    ]);
  const asking = all(service, 'AWS::Lambda::Function')
    .filter(([, one]) => one.Properties.Environment.Variables.ORIGIN_SECRET_ARN)
    .map(([name]) => name.replace(/Function.*/, ''));
  expect(asking.sort()).toEqual(['Admin', 'Api', 'Executions', 'Pages']);
  expect(JSON.stringify(withoutHosts.toJSON())).not.toContain('ORIGIN_SECRET_ARN');
});

test('CDK-8: another key of the same secret is shown when the configuration names it', () => {
  const template = edgeOf({ hosts: { ...hostedConfig.hosts, originKey: 'k2' } });
  for (const [, { Properties }] of all(template, 'AWS::CloudFront::Distribution'))
    expect(Properties.DistributionConfig.Origins[0].OriginCustomHeaders[0].HeaderValue).toBe(
      '{{resolve:secretsmanager:pip-follow-up-prod-2-origin-key:SecretString:k2::}}',
    );
});

test('in another region than the edge, the key is there as well; in the same, once is enough', () => {
  const replicas = (region: string) => {
    const stack = new DataStack(new App(), 'data', { env: { region }, config: hostedConfig });
    return only(Template.fromStack(stack), 'AWS::SecretsManager::Secret', 'OriginSecret')[1].Properties
      .ReplicaRegions;
  };
  expect(replicas('eu-west-1')).toEqual([{ Region: 'us-east-1' }]);
  expect(replicas('us-east-1') ?? []).toEqual([]);
});

test('the edge is always in us-east-1, and no value crosses from region to region', () => {
  const manifest = app.synth().stacks.map(({ stackName, environment }) => [stackName, environment.region]);
  expect(Object.fromEntries(manifest)).toEqual({
    'pip-follow-up-prod-2-data': 'eu-west-1',
    'pip-follow-up-prod-2-service': 'eu-west-1',
    'pip-follow-up-prod-2-edge': 'us-east-1',
  });
  expect(JSON.stringify(edge.toJSON())).not.toMatch(/Fn::ImportValue|Custom::/);
  expect(JSON.stringify(service.toJSON())).not.toMatch(/Custom::|us-east-1/);
  expect(stacks.edge?.dependencies.map(({ stackName }) => stackName)).toEqual(['pip-follow-up-prod-2-data']);
  expect(stacks.service.dependencies.map(({ stackName }) => stackName)).toEqual([
    'pip-follow-up-prod-2-data',
  ]);
});

test('pages and mails are under the host of participants, signing in and the API under the other one', () => {
  const variables = (door: string) =>
    all(service, 'AWS::Lambda::Function').find(([name]) => name.startsWith(door))?.[1].Properties.Environment
      .Variables;
  const participants = 'https://follow-up.agency.example.org';
  const admin = 'https://follow-up-admin.agency.example.org';
  expect(['Pages', 'Mailer'].map((door) => variables(door).BASE_URL)).toEqual([participants, participants]);
  expect(['Admin', 'Executions'].map((door) => variables(door).BASE_URL)).toEqual([admin, admin]);
  const { Outputs } = service.toJSON();
  expect([Outputs.BaseUrl.Value, Outputs.AdminUrl.Value]).toEqual([participants, admin]);
  const client = all(service, 'AWS::Cognito::UserPoolClient').find(
    ([, { Properties }]) => Properties.CallbackURLs,
  );
  expect(client?.[1].Properties).toMatchObject({
    CallbackURLs: [`${admin}/admin/callback`],
    LogoutURLs: [`${admin}/admin/signed-out`],
  });
});

test('a zone gets every record; certificates are made in it, each in its region, and only for its names', () => {
  const records = [...all(edge, 'AWS::Route53::RecordSet'), ...all(service, 'AWS::Route53::RecordSet')].map(
    ([, { Properties }]) => `${Properties.Name} ${Properties.Type}`,
  );
  expect(records.filter((record) => /follow-up/.test(record) && !/dkim|mail/i.test(record)).sort()).toEqual([
    'follow-up-admin.agency.example.org. A',
    'follow-up-admin.agency.example.org. AAAA',
    'follow-up.agency.example.org. A',
    'follow-up.agency.example.org. AAAA',
    'origin.follow-up.agency.example.org. A',
  ]);
  expect(only(edge, 'AWS::CertificateManager::Certificate')[1].Properties).toMatchObject({
    DomainName: 'follow-up.agency.example.org',
    SubjectAlternativeNames: ['follow-up-admin.agency.example.org'],
    ValidationMethod: 'DNS',
  });
  expect(only(service, 'AWS::CertificateManager::Certificate')[1].Properties).toMatchObject({
    DomainName: 'origin.follow-up.agency.example.org',
    DomainValidationOptions: [{ HostedZoneId: 'Z0123456789EXAMPLE' }],
  });
});

test('without a zone, certificates are those that were named, and what to write to the DNS is put out', () => {
  const { zone: _, ...withoutZone } = hostedConfig;
  const atEdge = edgeOf({ certificates });
  expect(all(atEdge, 'AWS::CertificateManager::Certificate')).toEqual([]);
  const alone = Template.fromStack(
    new EdgeStack(new App(), 'edge', {
      env: { region: 'us-east-1' },
      config: { ...withoutZone, certificates },
    }),
  );
  const stack = new Stack(new App(), 'service', { env: { region: 'eu-west-1' } });
  new Front(stack, 'Front', { config: { ...withoutZone, certificates } });
  const api = Template.fromStack(stack);
  const used = all(alone, 'AWS::CloudFront::Distribution').map(
    ([, { Properties }]) => Properties.DistributionConfig.ViewerCertificate.AcmCertificateArn,
  );
  expect(used).toEqual([certificates.edge, certificates.edge]);
  expect(
    only(api, 'AWS::ApiGatewayV2::DomainName')[1].Properties.DomainNameConfigurations[0].CertificateArn,
  ).toBe(certificates.api);
  for (const template of [alone, api]) expect(all(template, 'AWS::Route53::RecordSet')).toEqual([]);
  const put = { ...alone.toJSON().Outputs, ...api.toJSON().Outputs };
  const said = (name: string) => put[name].Value['Fn::Join'][1][0];
  expect(['DnsForParticipants', 'DnsForAdmin', 'DnsForOrigin'].map(said)).toEqual([
    'follow-up.agency.example.org CNAME ',
    'follow-up-admin.agency.example.org CNAME ',
    'origin.follow-up.agency.example.org CNAME ',
  ]);
});

test('CDK-21: every stack of production is protected from deletion, elsewhere only the record', () => {
  expect(Object.values(stacks).map(({ terminationProtection }) => terminationProtection)).toEqual([
    true,
    true,
    true,
  ]);
  const { artifacts } = JSON.parse(readFileSync(join(assembly, 'manifest.json'), 'utf8'));
  const isProtected = (stack: string) => artifacts[stack].properties.terminationProtection === true;
  expect(['pip-follow-up-dev-data', 'pip-follow-up-dev-service'].map(isProtected)).toEqual([true, false]);
});

test('CDK-21: the tags of the configuration stand beside our own', () => {
  const { Tags } = acl.Properties;
  expect(Object.fromEntries(Tags.map(({ Key, Value }: Json) => [Key, Value]))).toEqual({
    application: 'pip-follow-up',
    stage: 'prod-2',
    'cost-center': 'example',
  });
});
