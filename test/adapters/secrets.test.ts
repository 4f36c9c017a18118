import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { BadLinkSecret, type LinkKeys } from '../../adapters/link-keys.ts';
import { createLinkSecret } from '../../adapters/secrets.ts';
import { type CannedServer, cannedServer } from './canned-server.ts';

const ARN = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:links';
const KEY = 'k'.repeat(32);

let server: CannedServer;
let clock: number;
let secret: () => Promise<LinkKeys>;

beforeAll(async () => {
  server = await cannedServer();
});
afterAll(() => server.close());
beforeEach(() => {
  clock = 1_000_000;
  const client = new SecretsManagerClient(server.client);
  secret = createLinkSecret({ client, secretArn: ARN, clock: () => clock });
});

const holds = (value: unknown) =>
  server.json({ SecretString: typeof value === 'string' ? value : JSON.stringify(value) });

test('reads the keys once, for everybody who asks', async () => {
  holds({ current: 'a', a: KEY, b: KEY });

  const keys = await Promise.all([secret(), secret()]);

  expect(keys).toEqual([1, 2].map(() => ({ current: 'a', keys: { a: KEY, b: KEY } })));
  expect(server.seen.map(({ body }) => JSON.parse(body) as unknown)).toEqual([{ SecretId: ARN }]);
});

test('reads them again after five minutes, so that a rotated key arrives', async () => {
  holds({ current: 'a', a: KEY });
  await secret();
  holds({ current: 'b', a: KEY, b: KEY });

  clock += 5 * 60 * 1000 - 1;
  expect((await secret()).current).toBe('a');
  clock += 1;
  expect((await secret()).current).toBe('b');
});

test('does not remember a failure', async () => {
  server.json({}, 'InternalServiceError');
  await expect(secret()).rejects.toMatchObject({ name: 'InternalServiceError' });
  holds({ current: 'a', a: KEY });

  expect((await secret()).current).toBe('a');
});

test.each([
  ['no JSON', 'secret!'],
  ['null', 'null'],
  ['no current key', { a: KEY }],
  ['a current key that is not there', { current: 'b', a: KEY }],
  ['a name every object has', { current: 'toString', a: KEY }],
  ['a short key', { current: 'a', a: 'short' }],
  ['a key that is no text', { current: 'a', a: KEY, b: 7 }],
])('refuses a secret with %s, and says nothing of what it holds', async (_, value) => {
  holds(value);

  await expect(secret()).rejects.toEqual(new BadLinkSecret());
  await expect(secret()).rejects.not.toThrow(/kkk|secret!|short/);
});
