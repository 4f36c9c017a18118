import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { Accounts } from './constructs/accounts.ts';
import { LinkSecret, SessionSecret } from './constructs/link-secret.ts';
import { PlanTable } from './constructs/plan-table.ts';
import type { Config } from './settings.ts';

export interface DataStackProps extends StackProps {
  config: Pick<Config, 'stage' | 'signIn'>;
}

/** What must never be lost. */
export class DataStack extends Stack {
  readonly table: Table;
  readonly linkSecret: Secret;
  readonly sessionSecret: Secret;
  /** Absent where the organisation signs in at an issuer of its own. */
  readonly accounts?: Accounts;

  constructor(scope: Construct, id: string, { config, ...props }: DataStackProps) {
    super(scope, id, { ...props, terminationProtection: true });
    this.table = new PlanTable(this, 'Plans').table;
    this.linkSecret = new LinkSecret(this, 'Links').secret;
    this.sessionSecret = new SessionSecret(this, 'Sessions').secret;
    if (!config.signIn) this.accounts = new Accounts(this, 'Accounts', { stage: config.stage });
    // Exported whether or not the service stack imports them: see docs/decisions/0006-pinned-exports.md.
    const { tableArn, tableName, tableStreamArn } = this.table;
    for (const value of [tableArn, tableName, tableStreamArn, this.linkSecret.secretArn])
      this.exportValue(value);
    this.exportValue(this.sessionSecret.secretArn);
    if (!this.accounts) return;
    this.exportValue(this.accounts.pool.userPoolId);
    this.exportValue(this.accounts.programs.userPoolResourceServerId);
  }
}
