import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { requestHandler } from './give-up-after.ts';
import { once } from './once.ts';

/** The client of DynamoDB, made when first used. Region, credentials and endpoint come from the environment as AWS defines it. */
export const dynamoClient = /* @__PURE__ */ once(
  () => new DynamoDBClient({ requestHandler, maxAttempts: 4 }),
);
