import { clientSecretOf } from '../sign-in/client-secret.ts';
import { REGION } from '../types.ts';
import { arnOf, byId, type Identify, idFrom } from './identity.ts';
import { isNot, type SupportedType } from './supported-type.ts';

const LABEL = 'a label';
const NO_PASSWORDS = 'nobody has a password in the sandbox';
const NO_MAIL = 'nobody is invited: the people of the sandbox are there from the start';
const NO_SCREEN = 'the sandbox has its own sign-in page';
const ITS_OWN_PEOPLE = 'the people of the sandbox are its own';
const OPERATED = 'for operating the deployed system; nothing to run here';

const ignoredFor = (reason: string, names: string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, reason]));

const pool: Identify = (name) => {
  const id = `${REGION}_${idFrom(name, 9)}`;
  const arn = arnOf('cognito-idp', `userpool/${id}`);
  const provider = `cognito-idp.${REGION}.amazonaws.com/${id}`;
  return {
    arn,
    ref: id,
    attributes: { Arn: arn, UserPoolId: id, ProviderName: provider, ProviderURL: `https://${provider}` },
  };
};

const client: Identify = (name) => {
  const id = idFrom(name, 26);
  return {
    arn: arnOf('cognito-idp', `userpool-client/${id}`),
    ref: id,
    attributes: { ClientId: id, ClientSecret: clientSecretOf(id), Name: name },
  };
};

const below = (kind: string): Identify => {
  return (name) => ({ arn: arnOf('cognito-idp', `${kind}/${name}`), ref: name, attributes: {} });
};

/** Signing in: the user pool, which the sandbox's own OpenID provider stands in for, and what checks its tokens. */
export const SIGN_IN_TYPES: Record<string, SupportedType> = {
  'AWS::Cognito::UserPool': {
    identify: pool,
    used: ['UserPoolName'],
    ignored: {
      ...ignoredFor(NO_PASSWORDS, [
        ...['MfaConfiguration', 'EnabledMfas', 'Policies', 'AccountRecoverySetting', 'DeviceConfiguration'],
        ...['WebAuthnRelyingPartyID', 'WebAuthnUserVerification', 'WebAuthnFactorConfiguration'],
        ...['SmsConfiguration', 'SmsAuthenticationMessage', 'EmailAuthenticationMessage'],
        ...['EmailAuthenticationSubject', 'UserPoolAddOns'],
      ]),
      ...ignoredFor(NO_MAIL, [
        ...[
          'AdminCreateUserConfig',
          'EmailConfiguration',
          'EmailVerificationMessage',
          'EmailVerificationSubject',
        ],
        ...['SmsVerificationMessage', 'VerificationMessageTemplate', 'AutoVerifiedAttributes'],
        'UserAttributeUpdateSettings',
      ]),
      ...ignoredFor(ITS_OWN_PEOPLE, [
        'AliasAttributes',
        'Schema',
        'UsernameAttributes',
        'UsernameConfiguration',
      ]),
      DeletionProtection: OPERATED,
      UserPoolTier: 'a matter of price',
      UserPoolTags: LABEL,
    },
  },
  'AWS::Cognito::UserPoolClient': {
    identify: client,
    used: [
      ...['UserPoolId', 'ClientName', 'GenerateSecret', 'AllowedOAuthFlows', 'AllowedOAuthScopes'],
      ...['AllowedOAuthFlowsUserPoolClient', 'CallbackURLs', 'LogoutURLs', 'SupportedIdentityProviders'],
      ...['AccessTokenValidity', 'IdTokenValidity', 'TokenValidityUnits'],
    ],
    ignored: {
      ExplicitAuthFlows: NO_PASSWORDS,
      PreventUserExistenceErrors: NO_PASSWORDS,
      AuthSessionValidity: NO_PASSWORDS,
      RefreshTokenValidity: 'no refresh tokens are given out',
      RefreshTokenRotation: 'no refresh tokens are given out',
      EnableTokenRevocation: 'no refresh tokens are given out',
      DefaultRedirectURI: NO_SCREEN,
      ReadAttributes: 'every client may read everything about the people of the sandbox',
      WriteAttributes: 'nobody changes the people of the sandbox',
      AnalyticsConfiguration: OPERATED,
    },
    refuse: (properties) =>
      isNot(properties, 'AllowedOAuthFlows', ['code', 'client_credentials']) ??
      isNot(properties, 'SupportedIdentityProviders', ['COGNITO']),
  },
  'AWS::Cognito::UserPoolDomain': {
    nameProperty: 'Domain',
    identify: below('userpool-domain'),
    used: ['Domain', 'UserPoolId'],
    ignored: { ManagedLoginVersion: NO_SCREEN, CustomDomainConfig: 'the sandbox serves at its own address' },
  },
  'AWS::Cognito::UserPoolGroup': {
    nameProperty: 'GroupName',
    identify: below('userpool-group'),
    used: ['GroupName', 'UserPoolId'],
    ignored: {
      Description: LABEL,
      Precedence: 'nobody is in two groups',
      RoleArn: 'people get no rights on AWS',
    },
  },
  'AWS::Cognito::UserPoolResourceServer': {
    nameProperty: 'Identifier',
    identify: below('userpool-resource-server'),
    used: ['Identifier', 'UserPoolId', 'Scopes'],
    ignored: { Name: LABEL },
  },
  'AWS::ApiGatewayV2::Authorizer': {
    identify: byId(
      6,
      (id) => `arn:aws:apigateway:us-east-1::/authorizers/${id}`,
      (id) => ({ AuthorizerId: id }),
    ),
    used: ['ApiId', 'AuthorizerType', 'IdentitySource', 'JwtConfiguration'],
    ignored: { Name: LABEL },
    refuse: (properties) =>
      isNot(properties, 'AuthorizerType', ['JWT']) ??
      isNot(properties, 'IdentitySource', ['$request.header.Authorization']),
  },
};
