import { Duration } from 'aws-cdk-lib';
import { OAuthScope, UserPoolClient } from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import type { SignInSettings } from '../settings.ts';
import { type Accounts, ROLES } from './accounts.ts';

export interface SignInProps {
  /** Where people reach the site. */
  baseUrl: string;
  /** The pool of this deployment, where the organisation named no issuer of its own. */
  accounts?: Accounts | undefined;
  settings?: SignInSettings | undefined;
}

/** How people sign in to the site, and whose tokens the API takes. */
export class SignIn extends Construct {
  readonly issuer: string;
  /** Whom tokens must be meant for. */
  readonly audience: string[];
  /** The client that programs get their tokens by, in the pool of this deployment. */
  readonly programs?: string;
  /** What the site's functions are told. */
  readonly environment: Record<string, string>;

  constructor(scope: Construct, id: string, { baseUrl, accounts, settings }: SignInProps) {
    super(scope, id);
    if (settings) {
      this.issuer = settings.issuer;
      this.audience = settings.audience ?? [settings.clientId];
      this.environment = {
        ...environmentOf(settings.issuer, settings.clientId, settings.groupsClaim, settings.groups),
        ...(settings.clientSecretArn && { CLIENT_SECRET_ARN: settings.clientSecretArn }),
      };
      return;
    }
    if (!accounts)
      throw new Error('Somebody has to say who signs in: an issuer, or the pool of this deployment.');
    const site = new UserPoolClient(this, 'Site', {
      userPool: accounts.pool,
      generateSecret: false,
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.EMAIL, OAuthScope.PROFILE],
        callbackUrls: [`${baseUrl}/admin/callback`],
        logoutUrls: [`${baseUrl}/admin/signed-out`],
      },
      authFlows: {},
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      accessTokenValidity: Duration.minutes(15),
      idTokenValidity: Duration.minutes(15),
      refreshTokenValidity: Duration.hours(1),
      authSessionValidity: Duration.minutes(5),
    });
    // HR, training and review systems: by client credentials, each role a scope.
    const programs = new UserPoolClient(this, 'Programs', {
      userPool: accounts.pool,
      generateSecret: true,
      oAuth: {
        flows: { clientCredentials: true },
        scopes: (['hr', 'auditor'] as const).map((role) =>
          OAuthScope.resourceServer(accounts.programs, accounts.scopes[role]),
        ),
      },
      authFlows: {},
      enableTokenRevocation: true,
      accessTokenValidity: Duration.minutes(15),
    });
    this.programs = programs.userPoolClientId;
    this.issuer = accounts.issuer;
    this.audience = [site.userPoolClientId, programs.userPoolClientId];
    const groups = Object.fromEntries(Object.keys(ROLES).map((role) => [role, role]));
    this.environment = environmentOf(this.issuer, site.userPoolClientId, 'cognito:groups', groups);
  }
}

const environmentOf = (
  issuer: string,
  clientId: string,
  claim: string,
  groups: { [Role in keyof typeof ROLES]?: string | undefined },
): Record<string, string> => ({
  ISSUER: issuer,
  CLIENT_ID: clientId,
  GROUPS_CLAIM: claim,
  ROLE_GROUPS: JSON.stringify(groups),
});
