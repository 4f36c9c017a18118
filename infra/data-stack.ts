import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { LinkSecret } from './constructs/link-secret.ts';
import { PlanTable } from './constructs/plan-table.ts';

/** What must never be lost. */
export class DataStack extends Stack {
  readonly table: Table;
  readonly linkSecret: Secret;

  constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id, { ...props, terminationProtection: true });
    this.table = new PlanTable(this, 'Plans').table;
    this.linkSecret = new LinkSecret(this, 'Links').secret;
    // Exported whether or not the service stack imports them: see docs/decisions/0006-pinned-exports.md.
    const { tableArn, tableName, tableStreamArn } = this.table;
    for (const value of [tableArn, tableName, tableStreamArn, this.linkSecret.secretArn])
      this.exportValue(value);
  }
}
