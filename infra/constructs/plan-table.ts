import { RemovalPolicy } from 'aws-cdk-lib';
import {
  AttributeType,
  BillingMode,
  type CfnTable,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';

const text = (name: string) => ({ name, type: AttributeType.STRING });

/** The record of all plans. It outlives its stack. */
export class PlanTable extends Construct {
  readonly table: Table;

  constructor(scope: Construct, id: string, { key }: { key: IKey }) {
    super(scope, id);
    this.table = new Table(this, 'Table', {
      partitionKey: text('pk'),
      sortKey: text('sk'),
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: key,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
      stream: StreamViewType.NEW_IMAGE,
      // Unfinished answers, bulk work, drafts in the workspace, keys of calls: nothing of a record carries it.
      timeToLiveAttribute: 'ttl',
    });
    this.table.addGlobalSecondaryIndex({
      indexName: 'due',
      partitionKey: text('duePk'),
      sortKey: text('dueSk'),
      projectionType: ProjectionType.ALL,
    });
    this.table.addGlobalSecondaryIndex({
      indexName: 'plans',
      partitionKey: text('listPk'),
      sortKey: text('listSk'),
      projectionType: ProjectionType.ALL,
    });
    // A changed logical id would make CloudFormation start an empty table beside the record.
    (this.table.node.defaultChild as CfnTable).overrideLogicalId('PlanTable');
  }
}
