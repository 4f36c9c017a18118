import { Aws, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  AccountRecovery,
  type CfnUserPool,
  CfnUserPoolGroup,
  FeaturePlan,
  Mfa,
  ResourceServerScope,
  StandardThreatProtectionMode,
  UserPool,
  type UserPoolDomain,
  type UserPoolResourceServer,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { answerFor } from '../answer-for.ts';
import type { Config } from '../settings.ts';

/** What somebody who signs in may be; a group of the pool and a scope for programs for each. */
export const ROLES = {
  hr: 'Starts, steers and closes plans',
  manager: 'Reads the plans they supervise or review',
  auditor: 'Reads every plan, and changes nothing',
  operator: 'Watches and repairs executions, and reads nobody’s words',
  recorder: 'Brings in readings and completed trainings, and reads nothing',
} as const;

/** Who may sign in, where the organisation has no OpenID provider of its own: people that an administrator creates. */
export class Accounts extends Construct {
  readonly pool: UserPool;
  readonly domain: UserPoolDomain;
  readonly programs: UserPoolResourceServer;
  readonly scopes: Record<keyof typeof ROLES, ResourceServerScope>;

  constructor(
    scope: Construct,
    id: string,
    { stage, threatProtection }: Pick<Config, 'stage' | 'threatProtection'>,
  ) {
    super(scope, id);
    this.pool = new UserPool(this, 'Pool', {
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      autoVerify: { email: true },
      keepOriginal: { email: true },
      standardAttributes: {
        email: { required: true, mutable: true },
        fullname: { required: true, mutable: true },
      },
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: {
        minLength: 14,
        requireDigits: true,
        requireLowercase: true,
        requireUppercase: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(7),
      },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      featurePlan: threatProtection ? FeaturePlan.PLUS : FeaturePlan.ESSENTIALS,
      ...(threatProtection && { standardThreatProtectionMode: StandardThreatProtectionMode.FULL_FUNCTION }),
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    (this.pool.node.defaultChild as CfnUserPool).overrideLogicalId('People');
    if (!threatProtection)
      answerFor(this.pool, {
        COG8: 'The Plus tier is paid for each person; the setting threatProtection has it, and production has it unless somebody decides otherwise.',
      });
    for (const [role, description] of Object.entries(ROLES)) {
      new CfnUserPoolGroup(this, `Group-${role}`, {
        userPoolId: this.pool.userPoolId,
        groupName: role,
        description,
      });
    }
    this.scopes = Object.fromEntries(
      Object.entries(ROLES).map(([role, scopeDescription]) => [
        role,
        new ResourceServerScope({ scopeName: role, scopeDescription }),
      ]),
    ) as Record<keyof typeof ROLES, ResourceServerScope>;
    this.programs = this.pool.addResourceServer('Programs', {
      identifier: 'pip-follow-up',
      scopes: Object.values(this.scopes),
    });
    // A domain's prefix is one among all of Amazon's customers in the region.
    this.domain = this.pool.addDomain('Domain', {
      cognitoDomain: { domainPrefix: `pip-follow-up-${stage}-${Aws.ACCOUNT_ID}` },
    });
  }

  /** Where the pool says what it is: `https://cognito-idp.<region>.amazonaws.com/<pool>`. */
  get issuer(): string {
    return `https://cognito-idp.${Stack.of(this).region}.${Aws.URL_SUFFIX}/${this.pool.userPoolId}`;
  }
}
