import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SESClient } from '@aws-sdk/client-ses';
import { SFNClient } from '@aws-sdk/client-sfn';

/** Short enough that a call that hangs is given up before the function's own time is over; in milliseconds. */
const giveUpAfter = (requestTimeout: number) => ({
  connectionTimeout: 1_000,
  requestTimeout,
  // Without it the SDK only complains that a call takes long.
  throwOnRequestTimeout: true,
});
const requestHandler = giveUpAfter(5_000);

const once = <T>(create: () => T): (() => T) => {
  let client: T | undefined;
  return () => {
    client ??= create();
    return client;
  };
};

/** AWS clients, made when first used. Region, credentials and endpoints come from the environment as AWS defines it. */
export const dynamoClient = /* @__PURE__ */ once(
  () => new DynamoDBClient({ requestHandler, maxAttempts: 4 }),
);
export const sfnClient = /* @__PURE__ */ once(() => new SFNClient({ requestHandler }));
export const eventBridgeClient = /* @__PURE__ */ once(() => new EventBridgeClient({ requestHandler }));
export const secretsClient = /* @__PURE__ */ once(() => new SecretsManagerClient({ requestHandler }));

/** SES has no idempotency token: a second attempt by the SDK could be a second e-mail. One call, one attempt. */
export const sesClient = /* @__PURE__ */ once(
  () => new SESClient({ maxAttempts: 1, requestHandler: giveUpAfter(10_000) }),
);
