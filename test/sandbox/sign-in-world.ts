import { createClock } from '../../sandbox/clock.ts';
import { openEndpoint } from '../../sandbox/doors.ts';
import { createSignIn } from '../../sandbox/sign-in/sign-in.ts';
import { loadAssembly } from '../../sandbox/template/load.ts';
import { openWorld, START, type WorldOptions } from './doors-world.ts';
import { writeAssembly } from './fixtures/assembly.ts';

const cognito = (type: string, Properties: Record<string, unknown>) => ({
  Type: `AWS::Cognito::${type}`,
  Properties,
});
const gateway = (type: string, Properties: Record<string, unknown>) => ({
  Type: `AWS::ApiGatewayV2::${type}`,
  Properties,
});

const POOL = { Ref: 'People' };
const BASE = { 'Fn::GetAtt': ['Api', 'ApiEndpoint'] };
/** As CDK writes the issuer of a pool. */
export const ISSUER = {
  'Fn::Join': [
    '',
    ['https://cognito-idp.', { Ref: 'AWS::Region' }, '.', { Ref: 'AWS::URLSuffix' }, '/', POOL],
  ],
};
const HR = { 'Fn::Join': ['', [{ Ref: 'Programs' }, '/hr']] };

const route = (key: string, name: string, authorizer: Record<string, unknown> = {}) =>
  gateway('Route', { ApiId: { Ref: 'Api' }, RouteKey: key, Target: `integrations/${name}`, ...authorizer });
const integration = (name: string) =>
  gateway('Integration', {
    ApiId: { Ref: 'Api' },
    IntegrationType: 'AWS_PROXY',
    IntegrationUri: `arn:aws:lambda:us-east-1:123456789012:function:${name}`,
    PayloadFormatVersion: '2.0',
  });
const JWT = { AuthorizationType: 'JWT', AuthorizerId: { Ref: 'Tokens' } };

/** A pool with a client for people and one for programs, and an API that takes their tokens. */
export const RESOURCES = {
  Api: gateway('Api', { Name: 'app', ProtocolType: 'HTTP' }),
  People: cognito('UserPool', { UserPoolName: 'people', MfaConfiguration: 'ON' }),
  Domain: cognito('UserPoolDomain', { UserPoolId: POOL, Domain: 'pip-follow-up-test' }),
  Hr: cognito('UserPoolGroup', { UserPoolId: POOL, GroupName: 'hr' }),
  Programs: cognito('UserPoolResourceServer', {
    UserPoolId: POOL,
    Identifier: 'pip-follow-up',
    Name: 'pip-follow-up',
    Scopes: [{ ScopeName: 'hr', ScopeDescription: 'Starts plans' }],
  }),
  Site: cognito('UserPoolClient', {
    UserPoolId: POOL,
    AllowedOAuthFlows: ['code'],
    AllowedOAuthScopes: ['openid', 'email', 'profile'],
    CallbackURLs: [{ 'Fn::Join': ['', [BASE, '/admin/callback']] }],
    LogoutURLs: [{ 'Fn::Join': ['', [BASE, '/admin/signed-out']] }],
    AccessTokenValidity: 15,
    IdTokenValidity: 15,
    TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'minutes' },
  }),
  Hris: cognito('UserPoolClient', {
    UserPoolId: POOL,
    GenerateSecret: true,
    AllowedOAuthFlows: ['client_credentials'],
    AllowedOAuthScopes: [HR],
  }),
  Tokens: gateway('Authorizer', {
    ApiId: { Ref: 'Api' },
    Name: 'tokens',
    AuthorizerType: 'JWT',
    IdentitySource: ['$request.header.Authorization'],
    JwtConfiguration: { Issuer: ISSUER, Audience: [{ Ref: 'Site' }, { Ref: 'Hris' }] },
  }),
  Plans: route('GET /api/plans', 'ToApi', JWT),
  Scoped: route('GET /api/scoped', 'ToApi', { ...JWT, AuthorizationScopes: [HR, 'other/scope'] }),
  Begin: route('GET /admin/sign-in', 'ToAdmin'),
  Callback: route('GET /admin/callback', 'ToAdmin'),
  Admin: route('GET /admin', 'ToAdmin'),
  ToApi: integration('api'),
  ToAdmin: integration('admin'),
};

/** The sign-in and the gateway of the sandbox on one address, before stand-ins for the functions. */
export const openSignIn = async (functions: WorldOptions['functions'] = {}) => {
  const endpoint = await openEndpoint();
  const { resources } = loadAssembly(
    writeAssembly({ app: { template: { Resources: RESOURCES } } }),
    endpoint.url,
  );
  const clock = createClock(START);
  const signIn = createSignIn({ clock, resources, url: endpoint.url });
  const { doors, handled } = await openWorld({
    resources,
    functions: { api: () => ({ statusCode: 204 }), admin: () => ({ statusCode: 204 }), ...functions },
    more: { clock, endpoint, signIn },
  });
  return {
    url: endpoint.url,
    issuer: signIn.issuer ?? '',
    clock,
    signIn,
    handled,
    close: async () => {
      await doors.close();
      await signIn.close();
    },
  };
};
