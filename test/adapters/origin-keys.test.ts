import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { BadOriginSecret, createOriginKeys, type KnowsOriginKey } from '../../adapters/origin-keys.ts';
import { type CannedServer, cannedServer } from './canned-server.ts';

const ARN = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:origin';
const OLD = 'a'.repeat(64);
const NEW = 'b'.repeat(64);

let server: CannedServer;
let clock: number;
let knows: KnowsOriginKey;

beforeAll(async () => {
  server = await cannedServer();
});
afterAll(() => server.close());
beforeEach(() => {
  clock = 1_000_000;
  const client = new SecretsManagerClient(server.client);
  knows = createOriginKeys({ client, secretArn: ARN, clock: () => clock });
});

const holds = (value: unknown) =>
  server.json({ SecretString: typeof value === 'string' ? value : JSON.stringify(value) });

test('every key of the secret is good, and nothing else is', async () => {
  holds({ k1: OLD, k2: NEW });
  expect(await Promise.all([OLD, NEW, 'c'.repeat(64), 'k1', '', undefined].map(knows))).toEqual([
    ...[true, true],
    ...[false, false, false, false],
  ]);
});

test('the secret is read once for all who show a good key', async () => {
  holds({ k1: OLD });
  const before = server.seen.length;
  await knows(OLD);
  await knows(OLD);
  expect(server.seen.slice(before).map(({ body }) => JSON.parse(body) as unknown)).toEqual([
    { SecretId: ARN },
  ]);
});

test('while a key is changed, the old one and the new one open: nobody is turned away', async () => {
  holds({ k1: OLD });
  expect(await knows(OLD)).toBe(true);
  holds({ k1: OLD, k2: NEW });
  clock += 30_000;
  expect([await knows(NEW), await knows(OLD)]).toEqual([true, true]);
});

test('an old key that was taken out opens nothing more after five minutes', async () => {
  holds({ k1: OLD, k2: NEW });
  await knows(NEW);
  holds({ k2: NEW });
  clock += 5 * 60 * 1000;
  expect([await knows(OLD), await knows(NEW)]).toEqual([false, true]);
});

test('whoever guesses keys does not make the secret be read each time', async () => {
  holds({ k1: OLD });
  await knows(OLD);
  const before = server.seen.length;
  for (const guess of ['x', 'y', 'z']) expect(await knows(guess.repeat(64))).toBe(false);
  expect(server.seen.length).toBe(before);
  clock += 30_000;
  for (const guess of ['x', 'y', 'z']) expect(await knows(guess.repeat(64))).toBe(false);
  expect(server.seen.length).toBe(before + 1);
});

test.each([
  ['no JSON', 'secret!'],
  ['null', 'null'],
  ['no key', {}],
  ['a short key', { k1: 'short' }],
  ['a key that is no text', { k1: 5 }],
])('a secret with %s is refused without a word of what it holds', async (_, value) => {
  holds(value);
  const refused = await knows(OLD).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(BadOriginSecret);
  expect((refused as Error).message).not.toContain('short');
});

test('a failure is not remembered', async () => {
  server.json({}, 'InternalServiceError');
  await expect(knows(OLD)).rejects.toMatchObject({ name: 'InternalServiceError' });
  holds({ k1: OLD });
  expect(await knows(OLD)).toBe(true);
});
