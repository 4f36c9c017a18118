import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { LinkKeys } from './link-keys.ts';
import { parseLinkKeys } from './link-keys.ts';

/** A new key is used this long after it was stored, at the latest; rotate by adding it first and making it current later. */
const KEEP_MS = 5 * 60 * 1000;

/** Reads the keys that sign links, and keeps them in memory for five minutes. */
export function createLinkSecret(options: {
  client: SecretsManagerClient;
  secretArn: string;
  /** Milliseconds; for tests. */
  clock?: () => number;
}): () => Promise<LinkKeys> {
  const clock = options.clock ?? Date.now;
  let kept: { until: number; keys: Promise<LinkKeys> } | undefined;
  const read = async (): Promise<LinkKeys> => {
    const { SecretString } = await options.client.send(
      new GetSecretValueCommand({ SecretId: options.secretArn }),
    );
    return parseLinkKeys(SecretString);
  };
  return () => {
    if (!kept || clock() >= kept.until) {
      const fresh = { until: clock() + KEEP_MS, keys: read() };
      kept = fresh;
      // A failure is not kept: the next caller asks again.
      fresh.keys.catch(() => {
        if (kept === fresh) kept = undefined;
      });
    }
    return kept.keys;
  };
}

/** Reads a secret that is one text, such as the one of a sign-in client, once. */
export function createPlainSecret(options: {
  client: SecretsManagerClient;
  secretArn: string;
}): () => Promise<string> {
  let kept: Promise<string> | undefined;
  return () => {
    kept ??= options.client
      .send(new GetSecretValueCommand({ SecretId: options.secretArn }))
      .then(({ SecretString = '' }) => SecretString);
    kept.catch(() => {
      kept = undefined;
    });
    return kept;
  };
}
