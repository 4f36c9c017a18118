import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { dynamoClient } from '../../adapters/clients/dynamo.ts';
import { eventBridgeClient } from '../../adapters/clients/event-bridge.ts';
import { secretsClient } from '../../adapters/clients/secrets.ts';
import { sesClient } from '../../adapters/clients/ses.ts';
import { sfnClient } from '../../adapters/clients/sfn.ts';

const CLIENTS = [dynamoClient, sfnClient, eventBridgeClient, secretsClient, sesClient];

beforeAll(() => vi.stubEnv('AWS_REGION', 'eu-west-1'));
afterAll(() => vi.unstubAllEnvs());

test('a client is made once, when first used, for the region of the environment', async () => {
  for (const client of CLIENTS) {
    expect(client()).toBe(client());
    expect(await client().config.region()).toBe('eu-west-1');
  }
});

test('only SES gets a single attempt', async () => {
  const attempts = CLIENTS.map((client) => client().config.maxAttempts());

  expect(await Promise.all(attempts)).toEqual([4, 3, 3, 3, 1]);
});
