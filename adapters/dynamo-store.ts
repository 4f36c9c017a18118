import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createDynamoRows } from './dynamo-rows.ts';
import { createPlanStore } from './plan-store.ts';
import type { PlanStore } from './store.ts';

/**
 * The store in DynamoDB. Uses GetItem, BatchGetItem, Query, PutItem, UpdateItem and TransactWriteItems (Put, Delete, ConditionCheck) only.
 *
 * @example createDynamoStore({ client: dynamoClient(), tableName: setting('TABLE_NAME') })
 */
export const createDynamoStore = (options: { client: DynamoDBClient; tableName: string }): PlanStore =>
  createPlanStore(createDynamoRows(options));
