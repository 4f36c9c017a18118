import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { loadStage } from '../../infra/config.ts';
import { DataStack } from '../../infra/data-stack.ts';
import { all, data, type Json, only, service } from './templates.ts';

const clients = all(service, 'AWS::Cognito::UserPoolClient').map(([, { Properties }]) => Properties);
const site = clients.find((one) => !one.GenerateSecret);
const programs = clients.filter((one) => one.GenerateSecret);

test('SEC-14: people are created by an administrator, and everybody has a second factor that is no text message', () => {
  const [id, { Properties, DeletionPolicy }] = only(data, 'AWS::Cognito::UserPool');
  expect(Properties).toMatchObject({
    AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
    MfaConfiguration: 'ON',
    EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
    DeletionProtection: 'ACTIVE',
    AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'verified_email', Priority: 1 }] },
  });
  expect([id, DeletionPolicy]).toEqual(['People', 'Retain']);
});

test('SEC-14: the site signs people in by code alone, and its tokens live a quarter of an hour', () => {
  expect(site).toMatchObject({
    AllowedOAuthFlows: ['code'],
    AllowedOAuthScopes: ['openid', 'email', 'profile'],
    AccessTokenValidity: 15,
    IdTokenValidity: 15,
    TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'minutes', RefreshToken: 'minutes' },
    PreventUserExistenceErrors: 'ENABLED',
    EnableTokenRevocation: true,
  });
  const [callback] = site.CallbackURLs;
  expect(JSON.stringify(callback)).toContain('/admin/callback');
});

test('programs get tokens by their own secret, for what a role may do and no more', () => {
  const scopes = programs.map(({ AllowedOAuthScopes }: Json) =>
    [...JSON.stringify(AllowedOAuthScopes).matchAll(/"\/(\w+)"/g)].map(([, scope]) => scope),
  );
  expect(scopes.sort()).toEqual([['hr', 'auditor'], ['recorder']]);
  for (const program of programs)
    expect(program).toMatchObject({ AllowedOAuthFlows: ['client_credentials'], AccessTokenValidity: 15 });
});

test('SEC-14: nobody signs in past the site, where they could change who they are', () => {
  for (const { ExplicitAuthFlows } of clients)
    expect(ExplicitAuthFlows).toEqual(['ALLOW_REFRESH_TOKEN_AUTH']);
});

test('CDK-9: whether Cognito watches for stolen passwords is said by the configuration', () => {
  const pool = (threatProtection: boolean) => {
    const stack = new DataStack(new App(), 'data', { config: { ...loadStage('dev'), threatProtection } });
    const { UserPoolTier, UserPoolAddOns } = only(Template.fromStack(stack), 'AWS::Cognito::UserPool')[1]
      .Properties;
    return { UserPoolTier, ...UserPoolAddOns };
  };
  expect(pool(true)).toEqual({ UserPoolTier: 'PLUS', AdvancedSecurityMode: 'ENFORCED' });
  expect(pool(false)).toEqual({ UserPoolTier: 'ESSENTIALS' });
});

test('CDK-10: no client grants tokens implicitly, and none leads anywhere but to the site', () => {
  expect(new Set(clients.flatMap((one) => one.AllowedOAuthFlows))).toEqual(
    new Set(['code', 'client_credentials']),
  );
  expect(JSON.stringify(clients)).not.toContain('example.com');
  const { Properties } = only(data, 'AWS::Cognito::UserPool')[1];
  expect(Properties.Policies.PasswordPolicy).toMatchObject({
    MinimumLength: 14,
    RequireLowercase: true,
    RequireNumbers: true,
    RequireSymbols: true,
    RequireUppercase: true,
  });
});

test('each role has a group', () => {
  const groups = all(data, 'AWS::Cognito::UserPoolGroup').map(([, { Properties }]) => Properties.GroupName);
  expect(groups.sort()).toEqual(['auditor', 'hr', 'manager', 'operator', 'recorder']);
});

test('SEC-14: API Gateway takes tokens of this issuer alone, meant for these three clients', () => {
  const [, { Properties }] = only(service, 'AWS::ApiGatewayV2::Authorizer');
  expect(Properties).toMatchObject({
    AuthorizerType: 'JWT',
    IdentitySource: ['$request.header.Authorization'],
  });
  expect(JSON.stringify(Properties.JwtConfiguration.Issuer)).toContain('https://cognito-idp.');
  expect(Properties.JwtConfiguration.Audience).toHaveLength(3);
});

test('an organisation with an issuer of its own gets no pool', () => {
  const signIn = {
    issuer: 'https://login.agency.example.org',
    clientId: 'site',
    groupsClaim: 'groups',
    groups: {},
    verifiesEmails: false,
  };
  const stack = new DataStack(new App(), 'data', { config: { ...loadStage('dev'), signIn } });
  expect(all(Template.fromStack(stack), 'AWS::Cognito::UserPool')).toEqual([]);
});
