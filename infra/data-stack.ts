import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { Key } from 'aws-cdk-lib/aws-kms';
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { Accounts } from './constructs/accounts.ts';
import { DataKey } from './constructs/key.ts';
import { encrypted, LinkSecret, SessionSecret } from './constructs/link-secret.ts';
import { MailIdentity } from './constructs/mail-identity.ts';
import { OriginKey } from './constructs/origin-key.ts';
import { PlanTable } from './constructs/plan-table.ts';
import type { Config } from './settings.ts';

export interface DataStackProps extends StackProps {
  config: Config;
}

/** What must never be lost. */
export class DataStack extends Stack {
  /** What the rest is encrypted with. */
  readonly key: Key;
  readonly table: Table;
  readonly linkSecret: Secret;
  readonly sessionSecret: Secret;
  /** Absent where nothing stands before the API. */
  readonly originSecret?: Secret;
  /** Absent where the organisation signs in at an issuer of its own. */
  readonly accounts?: Accounts;

  constructor(scope: Construct, id: string, { config, ...props }: DataStackProps) {
    super(scope, id, { ...props, terminationProtection: true });
    const { key } = new DataKey(this, 'Key', { stage: config.stage });
    this.key = key;
    this.table = new PlanTable(this, 'Plans', { key }).table;
    this.linkSecret = new LinkSecret(this, 'Links', { key }).secret;
    this.sessionSecret = new SessionSecret(this, 'Sessions', { key }).secret;
    new MailIdentity(this, 'Mail', config);
    if (!config.signIn) this.accounts = new Accounts(this, 'Accounts', config);
    if (config.hosts) this.originSecret = new OriginKey(this, 'Origin', config).secret;
    if (this.originSecret) encrypted(this.originSecret, key);
    // Exported whether or not the service stack imports them: see docs/decisions/0006-pinned-exports.md.
    const { tableArn, tableName, tableStreamArn } = this.table;
    for (const value of [tableArn, tableName, tableStreamArn, this.linkSecret.secretArn])
      this.exportValue(value);
    this.exportValue(this.sessionSecret.secretArn);
    this.exportValue(key.keyArn);
    if (this.originSecret) this.exportValue(this.originSecret.secretArn);
    if (!this.accounts) return;
    this.exportValue(this.accounts.pool.userPoolId);
    this.exportValue(this.accounts.programs.userPoolResourceServerId);
  }
}
