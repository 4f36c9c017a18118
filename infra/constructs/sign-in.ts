import { Duration } from 'aws-cdk-lib';
import { type CfnUserPoolClient, OAuthScope, UserPoolClient } from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import type { SignInSettings } from '../settings.ts';
import { type Accounts, ROLES } from './accounts.ts';

export interface SignInProps {
  /** The origin of the site people sign in to. */
  adminUrl: string;
  /** The pool of this deployment, where the organisation named no issuer of its own. */
  accounts?: Accounts | undefined;
  settings?: SignInSettings | undefined;
}

/** How people sign in to the site, and whose tokens the API takes. */
export class SignIn extends Construct {
  readonly issuer: string;
  /** Whom tokens must be meant for. */
  readonly audience: string[];
  /** The clients that programs get their tokens by, in the pool of this deployment. */
  readonly programs?: { all: string; recorders: string };
  /** What the site's functions are told. */
  readonly environment: Record<string, string>;

  constructor(scope: Construct, id: string, { adminUrl, accounts, settings }: SignInProps) {
    super(scope, id);
    if (settings) {
      this.issuer = settings.issuer;
      this.audience = settings.audience ?? [settings.clientId];
      this.environment = {
        ...environmentOf({
          issuer: settings.issuer,
          clientId: settings.clientId,
          claim: settings.groupsClaim,
          groups: Object.fromEntries(
            Object.keys(ROLES).map((role) => [
              role,
              settings.groups[role as Role] ?? `pip-follow-up-${role}`,
            ]),
          ),
          vouches: settings.verifiesEmails,
        }),
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
        callbackUrls: [`${adminUrl}/admin/callback`],
        logoutUrls: [`${adminUrl}/admin/signed-out`],
      },
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      accessTokenValidity: Duration.minutes(15),
      idTokenValidity: Duration.minutes(15),
      refreshTokenValidity: Duration.hours(1),
      authSessionValidity: Duration.minutes(5),
    });
    // HR and review systems, and those that only bring something in: by client credentials, each role a scope.
    const forPrograms = (id: string, roles: readonly Role[]) =>
      new UserPoolClient(this, id, {
        userPool: accounts.pool,
        generateSecret: true,
        oAuth: {
          flows: { clientCredentials: true },
          scopes: roles.map((role) => OAuthScope.resourceServer(accounts.programs, accounts.scopes[role])),
        },
        enableTokenRevocation: true,
        accessTokenValidity: Duration.minutes(15),
      });
    const programs = forPrograms('Programs', ['hr', 'auditor']);
    const recorders = forPrograms('Recorders', ['recorder']);
    this.programs = { all: programs.userPoolClientId, recorders: recorders.userPoolClientId };
    this.issuer = accounts.issuer;
    this.audience = [site, programs, recorders].map((client) => client.userPoolClientId);
    this.environment = environmentOf({
      issuer: this.issuer,
      clientId: site.userPoolClientId,
      claim: 'cognito:groups',
      groups: Object.fromEntries(Object.keys(ROLES).map((role) => [role, role])),
      vouches: false,
    });
    // Left out, Cognito would let people sign in past the site as well, and change who they are.
    for (const client of [site, programs, recorders]) {
      (client.node.defaultChild as CfnUserPoolClient).explicitAuthFlows = ['ALLOW_REFRESH_TOKEN_AUTH'];
    }
  }
}

type Role = keyof typeof ROLES;

interface Told {
  issuer: string;
  clientId: string;
  claim: string;
  groups: Record<string, string>;
  /** Whether the issuer has verified every address it names. */
  vouches: boolean;
}

const environmentOf = ({ issuer, clientId, claim, groups, vouches }: Told): Record<string, string> => ({
  ISSUER: issuer,
  CLIENT_ID: clientId,
  GROUPS_CLAIM: claim,
  ROLE_GROUPS: JSON.stringify(groups),
  EMAILS_VOUCHED_FOR: vouches ? 'yes' : 'no',
});
